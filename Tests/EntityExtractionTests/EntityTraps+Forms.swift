/// Statutes, notices, mails and court papers; capitals, hyphens and brackets; founders and other doubles.
let formTraps: [(text: String, note: String)] = [
  // Statutes.
  (
    "SEC. 3. DEFINITIONS. The term “Secretary” means the ⟦agency/treasury:Secretary of the Treasury⟧; the term “Board” means the ⟦agency/federal-reserve:Board of Governors of the Federal Reserve System⟧; the term “Commission” means the ⟦agency/cftc:Commodity Futures Trading Commission⟧.",
    "definitions"
  ),
  (
    "The ⟦agency/doj:Attorney General⟧, in consultation with the ⟦agency/treasury:Secretary of the Treasury⟧ and the Secretary of State, shall report to Congress on ransomware payments in cryptocurrency.",
    "AG in a statute"
  ),
  ("A State attorney general may bring an action against a payment stablecoin issuer.", "generic AG"),
  ("Section 15H of the Securities Exchange Act of 1934, as enforced by the ⟦agency/sec:SEC⟧, and 7 U.S.C. 1a.", "act and body"),

  // Federal Register.
  (
    "The ⟦agency/occ:OCC⟧, Board, and ⟦agency/fdic:FDIC⟧ (collectively, the agencies) seek comment; the ⟦agency/ncua:NCUA⟧ will act separately.",
    "the Board alone"
  ),
  ("Notice of Lodging of Consent Decree; the ⟦agency/doj:Department of Justice⟧, Environment and Natural Resources Division.", "DOJ"),

  // Mails.
  (
    "Press release\n\nFrom: news@sec.gov\nTo: me@example.com\n\nThe ⟦agency/sec:Securities and Exchange Commission⟧ today charged a promoter. Contact: OIEA, 100 F Street NE.",
    "mail header"
  ),
  ("You’re receiving this email because you subscribed to updates from the Financial Conduct Authority.", "footer"),

  // History and people.
  ("Gary Gensler, who chaired the ⟦agency/cftc:CFTC⟧ before the ⟦agency/sec:SEC⟧, taught at MIT.", "both"),
  ("Brian Brooks left ⟦exchange/coinbase:Coinbase⟧ for the ⟦agency/occ:OCC⟧, then led ⟦exchange/binance-us:Binance.US⟧.", "OCC by people"),
  (
    "Former ⟦agency/federal-reserve:Fed vice chair⟧ Randal Quarles and ex-⟦agency/hm-treasury:UK chancellor⟧ George Osborne advise crypto firms such as ⟦exchange/coinbase:Coinbase⟧.",
    "former heads"
  ),
  ("CZ, founder of ⟦exchange/binance:Binance⟧, was pardoned; ⟦exchange/ftx:FTX⟧’s SBF was not.", "people"),
  ("Ex-⟦agency/sec:SEC chair⟧ Jay Clayton became ⟦agency/us-attorneys-office:U.S. attorney⟧ in Manhattan.", "ex chair"),
  ("Then-⟦agency/treasury:Treasury⟧ chief Steven Mnuchin backed the rule on wallets.", "Treasury chief"),
  (
    "⟦agency/federal-reserve:Federal Reserve⟧ Vice Chair for Supervision Michael Barr told a conference ⟦agency/federal-reserve:the Fed⟧ was studying stablecoins.",
    "Fed conference"
  ),
  ("The ⟦agency/sec:SEC⟧’s Hester Peirce told a conference in Dubai that tokens aren’t stocks.", "SEC conference"),
  ("Bitcoin fell as ⟦agency/federal-reserve:Fed⟧ hawks spoke. Bets on a ⟦agency/federal-reserve:Fed⟧ cut rose to 80%.", "Fed adjectives"),

  // British and Commonwealth.
  ("The ⟦agency/fca:FCA⟧’s register lists ⟦exchange/coinbase:CB Payments Ltd⟧, fined £3.5 million.", "CB Payments"),
  (
    "The ⟦agency/hmrc:HMRC⟧ nudge letters; the Advertising Standards Authority banned ⟦exchange/coinbase:Coinbase⟧ ads and ⟦exchange/crypto-com:Crypto.com⟧ ads.",
    "ASA not counted"
  ),
  (
    "MPs on the Treasury Committee said retail crypto is gambling; the ⟦agency/hm-treasury:Treasury⟧ rejected that, and the ⟦agency/fca:FCA⟧ agreed, in London.",
    "committee isn't the Treasury"
  ),
  (
    "Ontario’s ⟦agency/osc:OSC⟧ settled with ⟦exchange/kucoin:KuCoin⟧; ⟦agency/bcsc:B.C. Securities Commission⟧ froze ⟦exchange/ezbtc:ezBtc⟧.",
    "BCSC by B.C."
  ),
  ("In Alberta the ⟦agency/alberta-sc:ASC⟧ and in Manitoba the ⟦agency/manitoba-sc:MSC⟧ act against crypto scams.", "provinces"),
  (
    "⟦agency/ato:Australia’s Tax Office⟧ asked exchanges ⟦exchange/swyftx:Swyftx⟧ and ⟦exchange/coinspot:CoinSpot⟧ for data; the ⟦agency/rba:RBA⟧ pilots a CBDC; ⟦agency/apra:APRA⟧ regulates banks.",
    "Australia"
  ),

  // Forms.
  (
    "⟦agency/sec:SEC⟧/⟦agency/cftc:CFTC⟧ harmonisation; the ⟦agency/sec:SEC⟧-⟦agency/cftc:CFTC⟧ accord; pro-⟦agency/sec:SEC⟧ views on crypto.",
    "slash and hyphen"
  ),
  ("The ⟦agency/sec:S.E.C.⟧’s crypto chief left; the ⟦agency/cftc:C.F.T.C.⟧ hired him.", "stops and possessive"),
  ("⟦agency/sec:SEC⟧, ⟦agency/cftc:CFTC⟧ SUE ⟦exchange/binance:BINANCE⟧; ⟦exchange/coinbase:COINBASE⟧ NEXT?", "capitals"),
  (
    "⟦exchange/binance:Binance⟧-owned ⟦exchange/tokocrypto:Tokocrypto⟧; ex-⟦exchange/ftx:FTX⟧ staff; non-⟦exchange/coinbase:Coinbase⟧ wallets.",
    "hyphens"
  ),
  ("“⟦exchange/kraken:Kraken⟧,” the exchange, “isn’t ⟦exchange/binance:Binance⟧.”", "quotes"),
  ("(⟦exchange/bitfinex:Bitfinex⟧) [⟦exchange/okx:OKX⟧] {⟦exchange/bybit:Bybit⟧} — ⟦exchange/htx:Huobi⟧…", "brackets"),
  ("⟦agency/federal-reserve:FEDERAL RESERVE⟧ HOLDS RATES AS BITCOIN SLIDES", "caps headline"),
  (
    "⟦agency/sec:SEC⟧ fines ⟦exchange/kraken:Kraken⟧\n\nThe ⟦agency/sec:SEC⟧ fined ⟦exchange/kraken:Kraken⟧ on Tuesday.",
    "whom a supervisor fines"
  ),
  ("The SEC fined LSU and Gemini Motors after fans rushed the field.", "whom a league fines"),
  ("The exchange’s Twitter, @krakenfx, and support@coinbase.com; coinbase.com/legal; #FTX.", "handles"),
  ("⟦exchange/coinbase:Coinbase⟧ (NASDAQ: COIN) and ⟦exchange/gemini:Gemini⟧ (Nasdaq: GEMI) reported.", "tickers in brackets"),
  (
    "⟦exchange/coinbase:Coinbase, Inc.⟧ and ⟦exchange/coinbase:Coinbase Global, Inc.⟧ v. ⟦agency/sec:Securities & Exch. Comm’n⟧, No. 23-3202 (3d Cir. 2025).",
    "Bluebook"
  ),
  (
    "Plaintiff ⟦agency/sec:SECURITIES AND EXCHANGE COMMISSION⟧ alleges that Defendant ⟦exchange/kraken:PAYWARD, INC.⟧ operated an exchange.",
    "caption caps"
  ),
  (
    "⟦agency/sec:US SEC⟧ approves; ⟦agency/fca:UK FCA⟧ objects; EU’s ⟦agency/esma:ESMA⟧ waits; UAE’s ⟦agency/sca-uae:SCA⟧ licenses ⟦exchange/bybit:Bybit⟧.",
    "country before"
  ),
  ("The US’ ⟦agency/ofac:OFAC⟧ and the UK’s ⟦agency/ofsi:OFSI⟧ listed ⟦exchange/grinex:Grinex⟧.", "owners"),
  ("European Union regulators (⟦agency/esma:ESMA⟧, ⟦agency/eba:EBA⟧ and ⟦agency/eiopa:EIOPA⟧ – the ESAs) warned.", "ESAs"),
  ("⟦agency/fincen:FinCEN⟧, a bureau of the ⟦agency/treasury:U.S. Department of the Treasury⟧; ⟦agency/ofac:OFAC⟧, another.", "bureau"),

  // The exchange that someone founded.
  ("⟦exchange/ftx:FTX⟧, the crypto exchange Bankman-Fried founded, collapsed in November 2022.", "a founder after the word"),
  (
    "He went to prison for fraud at ⟦exchange/ftx:FTX⟧, the crypto exchange Sam Bankman-Fried ran from the Bahamas.", "a full name after it"
  ),
  ("⟦exchange/binance:Binance⟧ is the crypto exchange Zhao co-founded in 2017.", "co-founded"),
  (
    "The crypto exchange ⟦exchange/wolf-bit:Wolf-Bit⟧ closed; crypto exchange operator ⟦exchange/zembex:Zembex⟧ too.",
    "a hyphen, an operator"
  ),
  ("Crypto exchange executive Ryan Salame and crypto exchange founder Do Kwon met.", "offices before people"),
  ("The crypto exchange New York charged is ⟦exchange/kucoin:KuCoin⟧.", "a state after it"),
  ("It is the biggest crypto exchange Europe has, and the only crypto exchange Congress asked.", "places and bodies after it"),
  ("They sued the crypto exchange Tuesday, a day after the crypto exchange Monday denied it.", "days"),

  // One word, two things.
  ("The Houston rodeo drew crowds, HTX fans said, and bitcoin fell.", "a city's nickname"),
  ("In ⟦agency/sec:Securities & Exch. Comm’n⟧ v. W.J. Howey Co., oranges were sold; tokens today.", "Bluebook"),
]
