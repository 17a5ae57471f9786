/// Press releases, client alerts, newsletters, notices: and what stands beside the story.
let documentTraps: [(text: String, note: String)] = [
  // Press releases.
  (
    "FOR IMMEDIATE RELEASE\n\n2023-102\n\nWashington D.C., June 6, 2023 — The ⟦agency/sec:Securities and Exchange Commission⟧ today charged ⟦exchange/coinbase:Coinbase, Inc.⟧ with operating its crypto asset trading platform as an unregistered exchange. The Commission’s complaint was filed in the U.S. District Court for the Southern District of New York.",
    "SEC release: the Commission adds nothing"
  ),
  (
    "NEW YORK – Damian Williams, the ⟦agency/us-attorneys-office:United States Attorney for the Southern District of New York⟧, and Michael J. Driscoll of the New York Field Office of the ⟦agency/fbi:Federal Bureau of Investigation⟧ (“⟦agency/fbi:FBI⟧”), announced charges against the founders of ⟦exchange/bitmex:BitMEX⟧.",
    "SDNY"
  ),
  (
    "The ⟦agency/doj:Department of Justice⟧’s Criminal Division and ⟦agency/irs-ci:IRS Criminal Investigation⟧ seized the domain of ⟦exchange/bitzlato:Bitzlato⟧.",
    "IRS-CI isn't the IRS"
  ),
  (
    "Superintendent Adrienne A. Harris announced that ⟦exchange/coinbase:Coinbase⟧ will pay a $50 million penalty to New York State. The ⟦agency/nydfs:New York State Department of Financial Services⟧ (“⟦agency/nydfs:DFS⟧” or “Department”) found failures.",
    "DFS defined"
  ),
  (
    "⟦agency/ny-attorney-general:Attorney General⟧ James Sues ⟦exchange/kucoin:KuCoin⟧\n\nNEW YORK – ⟦agency/ny-attorney-general:New York Attorney General⟧ Letitia James today filed a lawsuit against ⟦exchange/kucoin:KuCoin⟧.",
    "AG of NY by name"
  ),
  (
    "The ⟦agency/fca:FCA⟧ has today published its first warning under the new regime for financial promotions. We have also written to firms including ⟦exchange/htx:Huobi⟧ and ⟦exchange/kucoin:KuCoin⟧. Consumers should check the Financial Services Register.",
    "FCA release"
  ),
  (
    "⟦agency/esma:ESMA⟧ and the ⟦agency/eba:EBA⟧ today published joint guidelines on suitability under MiCA. The guidelines will be translated, and national competent authorities have two months.",
    "ESAs"
  ),
  (
    "Singapore, 28 June… “⟦agency/mas:MAS⟧ will be unrelentingly hard on bad behaviour,” said Sopnendu Mohanty, chief fintech officer. The move follows the fall of Three Arrows Capital.",
    "MAS with Singapore"
  ),
  (
    "⟦agency/asic:ASIC⟧ has commenced civil penalty proceedings in the Federal Court against Web3 Ventures Pty Ltd (trading as Block Earner).",
    "ASIC, Australian by Federal Court only"
  ),
  (
    "⟦agency/bafin:BaFin⟧ warnt: die Website btc-direkt24.de. The ⟦agency/bafin:Federal Financial Supervisory Authority⟧ issues this under section 37(4) of the Banking Act.",
    "BaFin"
  ),
  (
    "The ⟦agency/rbi:Reserve Bank of India⟧ today directed banks not to deal in virtual currencies. ⟦agency/rbi:RBI⟧ has repeatedly cautioned users.",
    "RBI"
  ),
  (
    "⟦agency/vara:VARA⟧ reminds firms that marketing is regulated; “⟦agency/vara:VARA⟧ expects compliance”, the notice says. Virtual assets in the Emirate of Dubai…",
    "VARA"
  ),
  (
    "The ⟦agency/osc:OSC⟧ and other members of the ⟦agency/csa-canada:CSA⟧ expect crypto trading platforms to sign a pre-registration undertaking. TORONTO – ⟦agency/osc:Ontario Securities Commission⟧ staff…",
    "CSA by Canada"
  ),
  ("⟦agency/cvm:CVM⟧ issued a stop order to ⟦exchange/bybit:Bybit⟧ in Brazil.", "CVM in Brazil"),
  (
    "Penalties were upheld by the ⟦agency/fsra:FSRA of ADGM⟧. The ⟦agency/fsra:Financial Services Regulatory Authority⟧ fined a virtual asset firm in Abu Dhabi.",
    "FSRA"
  ),
  (
    "⟦agency/kofiu:KoFIU⟧ imposed sanctions on Dunamu, operator of ⟦exchange/upbit:Upbit⟧. The ⟦agency/kofiu:FIU⟧ suspended new customers for three months, Korean press said.",
    "FIU of Korea"
  ),

  // Law firm alerts and legal blogs.
  (
    "The ⟦agency/sec:Securities and Exchange Commission⟧ (the “⟦agency/sec:SEC⟧” or the “Commission”) and the ⟦agency/cftc:Commodity Futures Trading Commission⟧ (the “⟦agency/cftc:CFTC⟧” and, together with the ⟦agency/sec:SEC⟧, the “Commissions”) proposed amendments.",
    "two Commissions"
  ),
  (
    "Key takeaways:\n• The ⟦agency/occ:OCC⟧’s Interpretive Letter 1183 rescinds IL 1179.\n• The ⟦agency/federal-reserve:FRB⟧ and ⟦agency/fdic:FDIC⟧ have followed.",
    "FRB"
  ),
  (
    "The ⟦agency/federal-reserve:Board of Governors of the Federal Reserve System⟧ (the “Board”), the ⟦agency/fdic:Federal Deposit Insurance Corporation⟧ (“⟦agency/fdic:FDIC⟧”) and the ⟦agency/occ:Office of the Comptroller of the Currency⟧ (“⟦agency/occ:OCC⟧” and, collectively, the “Agencies”) issued a joint statement.",
    "banking agencies"
  ),
  (
    "Under the Commodity Exchange Act and Securities Exchange Act, an “exchange” is defined broadly; the Bank Secrecy Act applies to exchangers.",
    "acts with words"
  ),
  ("The Board of Governors met; the Bureau said; the Department agreed; the Commission voted 3-2.", "generic"),
  (
    "The ⟦agency/cfpb:Bureau of Consumer Financial Protection⟧ (the Bureau) is issuing… The Bureau invites comment.",
    "CFPB by its legal name"
  ),
  ("Texas regulators — the ⟦agency/texas-ssb:State Securities Board⟧ — ordered a halt in Austin.", "SSB of Texas"),

  // Newsletters and links.
  (
    "Bitcoin slid 3%.\n\nMORE FROM THE BLOCK\n\nCoinbase wins in court\n\nSEC delays ETF\n\nSubscribe to our newsletter for daily news on Binance and Kraken.",
    "heading \"more from\""
  ),
  ("Ether rose.\n\nRelated reading: FTX pays", "related reading"),
  ("Ether fell.\n\nYou might also like:\n\n- Coinbase lists PEPE\n- SEC sues Justin Sun", "you might also like, list in next paragraph"),
  ("Ether fell.\n\nRelated Articles\n\nSEC sues Binance\nCFTC sues Gemini", "related heading with list"),
  ("We use cookies and similar technologies. The SEC does not. By clicking accept you agree.", "cookie text"),
  ("© 2024 Coinbase. All rights reserved.", "copyright"),
  ("SEC headquarters in Washington, D.C. (Photo by Chip Somodevilla/Getty Images)\n\nBitcoin gained.", "caption before credit"),
  ("The headquarters of the SEC. Image: Shutterstock\n\nBitcoin gained.", "caption with credit at end"),
  (
    "A Kraken logo is seen in this illustration taken March 31, 2023. REUTERS/Dado Ruvic/Illustration\n\nBitcoin gained.", "Reuters caption"
  ),
  ("[1/2] A Coinbase logo is displayed on screens, in New York. REUTERS/Shannon Stapleton/File Photo\n\nEther fell.", "Reuters caption 2"),
  ("File photo: the Treasury building, Washington.", "file photo"),
  ("To unsubscribe click here. You are receiving this because you signed up at Kraken.", "footer"),
  ("Home | Markets | Policy | SEC | Binance | About | Contact\n\nBitcoin gained 2% on Monday.", "menu line"),

  // Federal Register prose.
  (
    "FOR FURTHER INFORMATION CONTACT: Jane Roe, (202) 555-0100, ⟦agency/occ:Office of the Comptroller of the Currency⟧, 400 7th Street SW, Washington, DC 20219.",
    "address line; body named anyhow"
  ),
  ("The Nuclear Regulatory Commission (NRC) and the EPA issued a notice. The Commission voted.", "other fields"),
  ("SUMMARY: The ⟦agency/irs:IRS⟧ and the ⟦agency/treasury:Treasury Department⟧ issue final regulations on digital asset brokers.", "IRS"),
  ("Cboe BZX Exchange, Inc. (“BZX” or the “Exchange”) proposes to list shares of the fund. BZX Rule 14.11(e)(4).", "BZX defined"),
]
