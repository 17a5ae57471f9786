/// Bodies named by those who head them, by state, and their doubles.
let officeTraps: [(text: String, note: String)] = [
  // Offices and states.
  (
    "⟦agency/tennessee-attorney-general:Tennessee Attorney General⟧ Jonathan Skrmetti led 17 other attorneys general in a suit against the ⟦agency/sec:SEC⟧ over crypto.",
    "led AGs"
  ),
  (
    "NEW YORK — New York’s top prosecutor accused a crypto firm of fraud. “They lied,” ⟦agency/ny-attorney-general:Attorney General⟧ Letitia James said. The ⟦agency/ny-attorney-general:NYAG⟧ sued in state court.",
    "AG James alone"
  ),
  ("Prosecutors at the ⟦agency/us-attorneys-office:U.S. attorney’s office⟧ in Manhattan charged the founders.", "USAO Manhattan"),
  ("The judge in the Southern District of New York dismissed the claims against ⟦exchange/uniswap:Uniswap⟧.", "a court"),
  ("State Treasurer Fiona Ma and the Texas comptroller hold bitcoin ETFs.", "state treasurers aren't the Treasury"),
  (
    "⟦agency/australia-treasury:Australian Treasurer⟧ Jim Chalmers said crypto ATM rules would come; ⟦agency/austrac:AUSTRAC⟧ set a limit.",
    "Treasurer of Australia by office"
  ),
  (
    "⟦agency/india-finance:Finance Minister⟧ Nirmala Sitharaman told parliament in New Delhi that India would tax crypto at 30%. The ⟦agency/rbi:RBI governor⟧ disagreed.",
    "FM India"
  ),
  ("⟦agency/japan-finance:Japanese Finance Minister⟧ Katsunobu Kato said crypto could join portfolios.", "FM Japan"),
  (
    "⟦agency/bmf-germany:German Finance Minister⟧ Christian Lindner and ⟦agency/french-treasury:French Economy Minister⟧ Bruno Le Maire opposed Libra in 2019.",
    "Libra"
  ),
  (
    "⟦agency/canada-finance:Canada’s Department of Finance⟧ and ⟦agency/canada-finance:Finance Minister⟧ François-Philippe Champagne plan stablecoin law.",
    "Canada"
  ),
  ("⟦agency/argentina-economy:Argentina’s Economy Ministry⟧ and the ⟦agency/bcra:BCRA⟧ banned banks from crypto.", "Argentina"),
  ("⟦agency/indonesia-finance:Indonesia’s Finance Ministry⟧ raised the tax on crypto trades on ⟦exchange/indodax:Indodax⟧.", "Indonesia"),
  ("The country’s central bank, the ⟦agency/bank-of-lithuania:Bank of Lithuania⟧, fined Payeer 9.3 million euros.", "own name"),
  (
    "⟦agency/bank-of-russia:Russia’s central bank⟧ and ⟦agency/russia-finance:Finance Ministry⟧ will legalise crypto trade; the ⟦agency/bank-of-russia:Bank of Russia⟧ wants limits.",
    "Russia"
  ),
  (
    "The ⟦agency/european-commission:EU Commission⟧ proposed handing oversight to ⟦agency/esma:ESMA⟧; the Commission wants it by 2027.",
    "EU Commission"
  ),
  (
    "India’s ⟦agency/enforcement-directorate:Directorate of Enforcement⟧ froze ⟦exchange/wazirx:WazirX⟧ accounts; the ⟦agency/enforcement-directorate:ED⟧ alleged laundering.",
    "ED"
  ),
  ("The ⟦agency/cbi-india:Central Bureau of Investigation⟧ raided homes in Pune over GainBitcoin.", "CBI India"),
  (
    "⟦agency/central-bank-of-ireland:Ireland’s Central Bank⟧ fined ⟦exchange/coinbase:Coinbase Europe⟧ €21.5 million.",
    "Ireland by genitive"
  ),
  ("The Dutch regulator ⟦agency/afm:AFM⟧ and central bank ⟦agency/dnb:DNB⟧ fined ⟦exchange/crypto-com:Crypto.com⟧ €2.85 million.", "Dutch"),
  (
    "⟦agency/fsma:Belgium’s FSMA⟧ ordered ⟦exchange/binance:Binance⟧ to cease; Luxembourg’s ⟦agency/cssf:CSSF⟧ licensed ⟦exchange/bitstamp:Bitstamp⟧.",
    "Benelux"
  ),
  ("Spain’s ⟦agency/cnmv:CNMV⟧ warned over ads; the ⟦agency/banco-de-espana:Bank of Spain⟧ registered ⟦exchange/bit2me:Bit2Me⟧.", "Spain"),
  ("⟦agency/rab-estonia:Estonia’s FIU⟧ revoked hundreds of licences.", "FIU of Estonia"),
  (
    "The ⟦agency/secret-service:U.S. Secret Service⟧ and ⟦agency/hsi:Homeland Security Investigations⟧ helped seize domains of ⟦exchange/garantex:Garantex⟧, Finnish and German police said.",
    "Secret Service"
  ),
  (
    "The ⟦agency/nca-uk:National Crime Agency⟧ called it a blow; the ⟦agency/ofsi:Office of Financial Sanctions Implementation⟧ listed ⟦exchange/grinex:Grinex⟧.",
    "UK"
  ),
  (
    "⟦agency/europol:Europol⟧ and ⟦agency/bka:BKA⟧ took down ⟦exchange/exch:eXch⟧, a swapping service; Germany’s ⟦agency/bka:Bundeskriminalamt⟧ seized €34 million in crypto.",
    "eXch"
  ),
  ("JP Morgan’s Treasury Services unit and Citi’s Treasury and Trade Solutions use tokenised deposits.", "bank units"),
  ("The DAO voted to move 20,000 ETH from its Treasury; the Treasury now has 60,000 ETH.", "protocol treasury twice"),
  ("The Foundation’s Treasury policy; “our treasury is healthy,” the Treasury committee of Gitcoin said.", "protocol"),
  ("Vitalik Buterin said the Ethereum Foundation would… Fed into an AI model, the prices looked odd.", "fed participle"),

  // Doubles of acronyms.
  ("Fellowship of Christian Athletes (FCA) held a camp; FCA coaches prayed.", "FCA athletes"),
  ("Delta Air Lines flew from SFO; the SFO terminal was crowded as bitcoin ads filled walls.", "airport"),
  ("U.S. Army SFC John Doe, a sergeant first class, stole crypto from a soldier. SFC Doe pleaded guilty.", "SFC rank"),
  ("Hello Kitty maker Sanrio; MAS flight MH370; bitcoin not involved.", "Malaysia Airlines"),
  ("Contact ASIC design teams at Bitmain for ASIC miners; ASIC prices fell with the hashprice.", "ASIC chips"),
  ("CBI, the Confederation of British Industry, and the CSA (Cloud Security Alliance) commented on crypto.", "defined otherwise"),
  ("The Cyber Security Agency (CSA) of Singapore warned of crypto phishing.", "CSA Singapore"),
  ("DFS, daily fantasy sports, and the NFL; DFS sites take bitcoin.", "DFS"),
  ("A CMA certificate; the CMA award show; CMA CGM ships.", "CMA"),
  ("The FDA, EPA, FCC, NRC and NASA met; the DOE and DOL too.", "others"),

  // Long stories.
  (
    "BTC 97,412 +1.2% ETH 2,701 -0.4%\n\nGood morning. Here’s what’s happening:\n\nMarket moves: Bitcoin hovered near $97,000 as traders await ⟦agency/federal-reserve:Fed⟧ minutes.\n\nLatest headlines: ⟦exchange/okx:OKX⟧ pleads guilty (Reuters). ⟦agency/sec:SEC⟧ delays ETF (The Block). ⟦exchange/bybit:Bybit⟧ recovers (Cointelegraph). ⟦agency/hm-treasury:HM Treasury⟧ confirms staking isn’t a scheme (FT).\n\nChart of the day: XRP/BTC.\n\nTrending Posts\n\nWhy Kraken Wants To List\n\nInside Gemini’s Layoffs",
    "newsletter"
  ),
  (
    "Stablecoin bill heads to Senate floor\n\nThe bill would put issuers under the ⟦agency/occ:OCC⟧ or state regulators. The ⟦agency/fdic:FDIC⟧ would resolve failed issuers. “⟦agency/federal-reserve:The Fed⟧ should keep its role,” Sen. Elizabeth Warren said. ⟦agency/treasury:Treasury⟧ would decide whether state regimes are similar. Yields on Treasurys fell as issuers would buy T-bills, a Treasury market analyst at Citi said.",
    "Treasurys"
  ),
  (
    "On appeal from the United States District Court. Plaintiff-appellants bought tokens on ⟦exchange/binance:Binance⟧, a crypto-asset exchange. Under Morrison v. Nat’l Austl. Bank Ltd., a transaction is domestic if title passes here. The ⟦agency/sec:SEC⟧ as amicus urged reversal. See Fed. R. App. P. 4(a).",
    "court opinion"
  ),
  (
    "Dear Ms. Countryman: The undersigned submits this comment to the ⟦agency/sec:Securities and Exchange Commission⟧ (“⟦agency/sec:SEC⟧”) on file S7-12-23. Our exchange, ⟦exchange/kraken:Kraken⟧, has operated since 2011; ⟦exchange/kraken:Payward⟧ is its parent.",
    "comment letter"
  ),
  (
    "DUBLIN (Reuters) - Gemini, the AI assistant by Google, will come to phones in Ireland, the Data Protection Commission said. Separately ⟦exchange/gemini:Gemini⟧, the crypto exchange owned by the Winklevoss twins, moved its EU hub to Malta.",
    "two senses, each told"
  ),
  (
    "AI firms’ tokens rallied. Google’s Gemini 3 and xAI’s Grok lead. Render and FET gained 9%. Exchange inflows rose on ⟦exchange/coinbase:Coinbase⟧ and ⟦exchange/kraken:Kraken⟧.",
    "AI tokens, Gemini not"
  ),
  (
    "The Kraken’s power play went 0-for-4, and hockey fans booed; across town ⟦exchange/coinbase:Coinbase⟧ opened a Seattle office.",
    "hockey with Coinbase"
  ),
  ("Correction: an earlier version said the ⟦agency/cftc:CFTC⟧ fined ⟦exchange/kraken:Kraken⟧; it was the ⟦agency/sec:SEC⟧.", "correction"),
  (
    "Consensus speakers included officials of the ⟦agency/imf:IMF⟧, the ⟦agency/world-bank:World Bank⟧ and the ⟦agency/bis:Bank for International Settlements⟧ (⟦agency/bis:BIS⟧), whose ⟦agency/bcbs:Basel Committee⟧ is reviewing its rules on banks’ crypto.",
    "Basel"
  ),
  (
    "The deal must be cleared by Britain’s ⟦agency/cma-uk:Competition and Markets Authority⟧ and the ⟦agency/ftc:FTC⟧. ⟦exchange/deribit:Deribit⟧ is based in Dubai, where ⟦agency/vara:VARA⟧ approved it.",
    "CMA UK"
  ),
  (
    "Money-transmitter regulators in 48 states signed with ⟦exchange/coinme:Coinme⟧; the ⟦agency/washington-dfi:Washington Department of Financial Institutions⟧ led.",
    "Coinme, DFI"
  ),
  (
    "Utah’s ⟦agency/utah-securities:Division of Securities⟧ and Ohio’s ⟦agency/ohio-securities:Division of Securities⟧ joined a task force of state regulators against crypto scams.",
    "state divisions by genitive"
  ),
  (
    "Massachusetts’ top securities regulator, ⟦agency/massachusetts-secretary:Secretary of the Commonwealth⟧ William Galvin, sued Robinhood.",
    "Galvin"
  ),
]
