/// Marked texts with a note each: what a careful reader lists, and what looks like it and isn't.
let entityTraps: [(text: String, note: String)] = [
  // The plain and the obvious.
  ("The ⟦agency:SEC⟧ sued ⟦exchange:Coinbase⟧ and ⟦exchange:Kraken⟧ over crypto staking.", "two kinds in one sentence"),
  ("⟦exchange:Binance⟧’s lawyers met ⟦agency:FinCEN⟧'s director.", "possessives, curly and straight"),
  ("The ⟦agency:Financial Crimes\nEnforcement Network⟧ fined the exchange.", "a name across a line break"),
  ("The ⟦agency:Financial\u{00A0}Crimes\u{2009}Enforcement\u{00A0}Network⟧ spoke.", "no-break spaces in a name"),
  ("THE ⟦agency:SECURITIES AND EXCHANGE COMMISSION⟧ CHARGES ⟦exchange:COINBASE⟧", "a headline in capitals"),
  ("The ⟦agency:Securities & Exchange Commission⟧ opened an inquiry.", "an ampersand"),
  ("“⟦agency:CFTC⟧” and (⟦agency:FDIC⟧)—then ⟦agency:OFAC⟧.", "marks of all sorts around names"),
  (
    "The ⟦agency/sec:U.S. Securities and Exchange Commission⟧ (the “⟦agency/sec:SEC⟧”) adopted rules.",
    "a definition in brackets and quotes"
  ),
  ("⟦exchange:Mt. Gox⟧ creditors wait; ⟦exchange:Crypto.com⟧ and ⟦exchange:Gate.io⟧ list more tokens.", "names with full stops in them"),
  ("⟦exchange:Binance.US⟧ is not ⟦exchange:Binance⟧, its lawyers said.", "a subsidiary is its own"),
  ("⟦exchange/ftx-us:FTX US⟧ and ⟦exchange/ftx:FTX⟧ filed for bankruptcy.", "the longer name wins"),
  ("币安⟦exchange:Binance⟧宣布与⟦agency:CFTC⟧和解。", "names between Chinese characters"),
  ("The ⟦agency:S.E.C.⟧ charged a crypto broker with fraud.", "an acronym with stops"),
  ("Regulators at the ⟦agency:I.R.S.⟧ want more data.", "another"),

  // SEC and its doubles.
  ("Georgia won the SEC title; the SEC commissioner praised both football teams after overtime. The coach wept.", "college sport"),
  ("The Southeastern Conference (SEC) fined the school. The SEC’s rules on crypto sponsorship are strict.", "defined as something else"),
  ("It took 7.5 sec. to settle the bitcoin trade.", "a second"),
  ("See Sec. 5 and SECS-II for details on securities.", "a section, and letters inside a word"),
  (
    "The ⟦agency/sec-philippines:Philippine SEC⟧ warned investors about unregistered crypto platforms.",
    "another country's, with its adjective"
  ),
  ("⟦agency/sec-nigeria:Nigeria’s SEC⟧ licensed two crypto venues in Lagos.", "another country's, with a genitive"),
  ("⟦agency/sec-thailand:Thailand’s Securities and Exchange Commission⟧ filed a complaint against ⟦exchange:Bitkub⟧.", "the Thai one"),
  ("The SEC Championship drew crowds. Ticket prices on exchanges rose.", "the game's name"),

  // Treasury.
  ("Treasury yields rose as bitcoin fell.", "paper, not the ministry"),
  ("The 10-year Treasury climbed to 4.5%; U.S. Treasury bonds sold off.", "paper"),
  ("⟦agency/treasury:Treasury officials⟧ met stablecoin issuers in Washington.", "officials"),
  ("⟦agency/treasury:Treasury Secretary⟧ Janet Yellen spoke on crypto.", "by office"),
  ("The ⟦agency/treasury:U.S. Treasury⟧ sanctioned the mixer.", "with its country"),
  ("The DAO’s treasury holds 40 million tokens; the company keeps bitcoin in its treasury.", "reserves, small letters"),
  ("⟦exchange:Uniswap⟧ Treasury spending needs a vote. The Arbitrum DAO Treasury too.", "a protocol's, with a capital"),
  ("The Bitcoin Treasury company raised $500 million.", "a kind of company"),
  (
    "⟦agency/hm-treasury:HM Treasury⟧ published draft crypto rules. The ⟦agency/hm-treasury:Treasury⟧ wants answers by May, London lawyers say.",
    "the British one"
  ),
  ("⟦agency/australia-treasury:Australia’s Treasury⟧ opened a consultation on digital asset platforms in Canberra.", "the Australian one"),
  ("The ⟦agency/hm-treasury:economic secretary to the Treasury⟧, a British minister, praised stablecoins.", "a minister of it"),

  // The Fed.
  ("⟦agency/federal-reserve:Fed officials⟧ held interest rates; ⟦agency/federal-reserve:the Fed⟧ said little.", "officials and the body"),
  ("Investors were fed up; FedEx and Spoon-fed data did not help bitcoin.", "other feds"),
  ("The Federal Reserve Act of 1913 was debated.", "the act isn't the body"),
  ("The ⟦agency/federal-reserve:Federal Reserve Bank of New York⟧ ran a pilot.", "a reserve bank is the Federal Reserve"),

  // Exchanges whose names are words.
  ("The second Kraken myth tells of a sea monster off Norway.", "the beast"),
  ("The Seattle Kraken beat Edmonton; the goalie stopped 30 shots and the coach praised the hockey team’s power play.", "the hockey team"),
  ("The cryptocurrency exchange ⟦exchange:Kraken⟧ cut jobs.", "called an exchange"),
  ("⟦exchange:Coinbase⟧, ⟦exchange:Kraken⟧ and ⟦exchange:Gemini⟧ signed the letter.", "in one list with an exchange"),
  ("Google’s Gemini 2.5 beats rivals; the Gemini app now makes images with AI models.", "the model"),
  ("Born under Gemini, she bought a ticket.", "the sign"),
  ("NASA’s Gemini program flew ten crews.", "the spacecraft"),
  ("The Winklevoss twins founded ⟦exchange:Gemini⟧, which lists bitcoin and ether.", "by its founders"),
  ("They met at the Gate of the old town to trade crypto gossip.", "a gate"),
  ("Liquid staking tokens and liquid markets are not venues; the crypto fund said its assets were Liquid.", "liquid"),
  ("Traders were Bullish on bitcoin, then Upbeat.", "moods"),
  ("Kraken Robotics sells sonar to navies and never traded crypto.", "another firm"),
  ("The Lakers play at Crypto.com Arena.", "a hall"),
  ("A coinbase transaction pays the miner; every block has a coinbase.", "a term of mining"),
  ("He opened a robinhood-style account; Robin Hood robbed the rich.", "a legend"),

  // Not the story's own words.
  ("See https://www.sec.gov/news/SEC-Coinbase and mail tips@kraken.com or @Binance.", "addresses and handles"),
  ("Download SEC-2024-complaint.pdf and kraken.html for the crypto case.", "file names"),
  ("Posts tagged #Binance and #SEC trended among crypto fans.", "hashtags"),
  ("Bitcoin rose.\n\nRelated: SEC sues Binance over staking\n\nIt fell again.", "a teaser"),
  ("Bitcoin rose.\n\nMagazine: How Coinbase won Washington", "a teaser of another sort"),
  ("Bitcoin rose.\n\nRead more: FTX creditors get paid", "and another"),
  ("Bitcoin rose.\n\nImage: Binance, via Getty Images", "a picture credit"),
  ("[the filing](https://example.com/SEC/Coinbase) is long; ether fell.", "the target of a Markdown link"),

  // Bodies that share a name.
  ("⟦agency/fsa:Japan’s FSA⟧ told exchanges to segregate crypto. The ⟦agency/fsa:FSA⟧ gave them a year.", "the Japanese one"),
  (
    "⟦agency/fsc-korea:South Korea’s Financial Services Commission⟧ fined ⟦exchange:Upbit⟧. The ⟦agency/fsc-korea:FSC⟧ in Seoul gave no reason.",
    "vouched for by the full name"
  ),
  ("The ⟦agency/sfc:SFC⟧ licensed three platforms in Hong Kong.", "country in the sentence"),
  ("The ⟦agency/amf:French AMF⟧ blocked two crypto sites.", "adjective"),
  ("⟦agency/amf-quebec:Quebec’s AMF⟧ did the same to a crypto site.", "the other one of that name"),
  (
    "The ⟦agency/fsb-russia:FSB⟧, the intelligence service in Moscow, is Russian; KFC and AMC are not regulators.",
    "the other FSB, and look-alikes"
  ),
  ("The ⟦agency/fsb:Financial Stability Board⟧ (⟦agency/fsb:FSB⟧) set out standards for crypto.", "defined"),
  ("The ⟦agency/bis:BIS⟧ in Basel told central banks to test CBDCs.", "settlements"),
  ("⟦agency/kenya-treasury:Kenya’s finance ministry⟧ drafted a bill on virtual assets.", "by country and task"),
  ("The ⟦agency:central bank of Jordan⟧ lifted its ban on crypto.", "by task and country"),
  ("⟦agency/ukraine-finance:Ukraine’s Ministry of Finance⟧ presented the crypto bill in Kyiv.", "with a genitive"),

  // States.
  ("⟦agency/ny-attorney-general:New York Attorney General⟧ Letitia James sued the lender.", "by office"),
  ("The ⟦agency/nydfs:New York State Department of Financial Services⟧ (⟦agency/nydfs:NYDFS⟧) approved the token.", "a state's regulator"),
  (
    "Attorneys general of ⟦agency/texas-attorney-general:Texas⟧ and ⟦agency/ohio-attorney-general:Ohio⟧ sued the kiosk firm.",
    "a list of states"
  ),

  // A bureau is not its parent.
  ("The ⟦agency/occ:Office of the Comptroller of the Currency⟧, a bureau, and ⟦agency/ofac:OFAC⟧ wrote to banks.", "no parent"),
  ("⟦agency/fca:FCA⟧ approval is needed in Britain; the ⟦agency/fca:Financial Conduct Authority⟧ said so.", "the British one"),
  ("Fiat owns FCA plants; FCA cars sell in Italy.", "a car maker"),

  // Known but not reported.
  ("The Senate Banking Committee and the Supreme Court weighed the crypto case.", "a committee and a court"),
  ("The House passed the bill; FINRA watched.", "a chamber and a self-regulator"),
]
