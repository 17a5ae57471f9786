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

  // Ordinary news prose.
  (
    "WASHINGTON — A federal judge on Tuesday dismissed the ⟦agency/sec:SEC⟧’s lawsuit against ⟦exchange/binance:Binance⟧ at the regulator’s request.",
    "a dateline"
  ),
  (
    "⟦exchange/okx:OKX⟧ pleaded guilty and will pay more than $504 million, the ⟦agency/doj:Justice Department⟧ said. The ⟦agency/fbi:FBI⟧ investigated.",
    "prosecutors and police"
  ),
  ("The ⟦agency/sec:SEC⟧ and ⟦agency/cftc:CFTC⟧ will hold a joint roundtable on perpetual contracts.", "two acronyms"),
  (
    "⟦agency/cftc:CFTC⟧ Acting Chair Caroline Pham said spot crypto would trade on registered futures exchanges.",
    "an office after an acronym"
  ),
  ("⟦agency/sec:SEC Chair⟧ Gary Gensler told senators that most tokens are securities.", "an office"),
  ("Former ⟦agency/sec:SEC⟧ enforcement lawyer John Reed Stark criticised the memecoin guidance.", "a former lawyer of it"),
  (
    "The ⟦agency/fdic:FDIC⟧ chairman, the ⟦agency/occ:Comptroller of the Currency⟧ and the ⟦agency/federal-reserve:Federal Reserve⟧ withdrew two statements on crypto.",
    "offices in a row"
  ),
  ("A spokesman for the ⟦agency/occ:OCC⟧ declined to comment on the bank’s crypto charter.", "a weak acronym by its field"),
  ("The ⟦agency/federal-reserve:Federal Reserve⟧’s Michael Barr resigned.", "a genitive"),
  (
    "⟦agency/european-commission:European Commission⟧ officials and ⟦agency/esma:ESMA⟧ disagree with ⟦agency/bafin:BaFin⟧ on MiCA licences.",
    "Europe"
  ),
  (
    "⟦agency/amf:France’s Autorité des Marchés Financiers⟧ (⟦agency/amf:AMF⟧) threatened to block passports granted in Malta.",
    "accents and a definition"
  ),
  ("Italy’s ⟦agency/consob:Consob⟧ and ⟦agency/fma-austria:Austria’s FMA⟧ joined the paper.", "small-lettered acronym and a shared one"),
  ("The ⟦agency/ecb:European Central Bank⟧ and the ⟦agency/bank-of-england:Bank of England⟧ held rates.", "central banks"),
  (
    "The ⟦agency/mas:Monetary Authority of Singapore⟧ told firms to stop; ⟦agency/mas:MAS⟧ gave them until June 30.",
    "vouched for by the full name"
  ),
  ("⟦agency/vara:Dubai’s VARA⟧ fined seven unlicensed firms.", "a Gulf regulator"),
  ("The ⟦agency/rbi:Reserve Bank of India⟧ prefers a CBDC; ⟦agency/sebi:SEBI⟧ would share oversight.", "India"),
  (
    "⟦agency/austrac:AUSTRAC⟧ cancelled the kiosk operator’s registration; ⟦agency/asic:ASIC⟧ sued a broker.",
    "an acronym that is a chip too"
  ),
  ("Hong Kong’s ⟦agency/hkma:HKMA⟧ published the stablecoin ordinance guidance with the ⟦agency/sfc:SFC⟧.", "Hong Kong"),
  (
    "The ⟦agency/fatf:FATF⟧ grey list, the ⟦agency/iosco:IOSCO⟧ recommendations and the ⟦agency/imf:IMF⟧ loan were discussed.",
    "bodies between countries"
  ),
  ("⟦agency/fatf:Financial Action Task Force⟧ (⟦agency/fatf:FATF⟧) president Elisa de Anda Madrazo spoke in Strasbourg.", "defined"),
  ("The ⟦agency/bank-of-japan:Bank of Japan⟧ raised rates, and the yen carry trade unwound.", "Japan"),
  ("The ⟦agency/cfpb:Consumer Financial Protection Bureau⟧ (⟦agency/cfpb:CFPB⟧) withdrew its rule on wallets.", "defined in brackets"),
  ("⟦agency:Texas Attorney General⟧ Ken Paxton and the ⟦agency:Texas State Securities Board⟧ acted.", "two of a state"),
  (
    "The ⟦agency/california-dfpi:California Department of Financial Protection and Innovation⟧ (⟦agency/california-dfpi:DFPI⟧) fined the kiosk operator.",
    "a state"
  ),

  // Where names stand in odd places.
  ("⟦agency/sec:SEC v.⟧ Ripple Labs dragged on.", "the name of a case"),
  ("Traders moved coins from ⟦exchange/binance:Binance⟧/⟦exchange/okx:OKX⟧ to cold wallets.", "a slash"),
  ("“⟦exchange/ftx:FTX⟧’s collapse,” he said, “hurt ⟦exchange/gemini:Gemini Earn⟧ users.”", "inside quotation marks"),
  ("The ex-⟦exchange/binance:Binance⟧ chief, a non-⟦exchange/coinbase:Coinbase⟧ wallet, an ⟦agency/sec:SEC⟧-registered broker.", "hyphens"),
  ("*⟦exchange/coinbase:Coinbase⟧* and _⟦exchange/kucoin:KuCoin⟧_ stand in emphasis.", "Markdown's emphasis"),
  ("• ⟦exchange/bitfinex:Bitfinex⟧\n• ⟦exchange/bitstamp:Bitstamp⟧\n• ⟦exchange/kraken:Kraken⟧", "a list of venues"),
  ("1. ⟦agency/sec:SEC⟧ adopts custody rule\n2. ⟦agency/irs:IRS⟧ delays Form 1099-DA", "a numbered list"),
  (
    "Decentralised exchanges such as ⟦exchange/uniswap:Uniswap⟧, ⟦exchange/curve:Curve⟧ and ⟦exchange/sushiswap:SushiSwap⟧ have no desk.",
    "a listed word of the language"
  ),
  ("The learning curve is steep; Curve your enthusiasm, traders of bitcoin.", "a curve"),
  ("⟦exchange/dydx:dYdX⟧ moved its token; ⟦exchange/dydx:DYDX⟧ too.", "capitals in odd places"),
  ("⟦exchange/gemini:Gemini⟧, the crypto exchange run by the Winklevoss twins, filed for an IPO with the ⟦agency/sec:SEC⟧.", "apposition"),
  ("⟦exchange/kraken:Kraken⟧ said it would delist USDT for European clients to comply with MiCA.", "acts like a firm"),
  ("Genesis 1:1 is quoted in the bitcoin white paper’s parody; the genesis block was mined in 2009.", "the first book and the first block"),
  ("The Jupiter mission and Mercury programme use no blockchain.", "planets"),
  ("Rain delayed the match in Dubai; crypto fans waited.", "weather"),
  ("Voyager 1 left the solar system, NASA said.", "a probe"),

  // Look-alikes.
  (
    "The OCC cleared 50 million options contracts; the Options Clearing Corporation (OCC) is a clearing house for equity options.",
    "another OCC by definition"
  ),
  ("The FTC of robots, FIRST Tech Challenge (FTC), drew schools. FTC teams build robots.", "another FTC by definition"),
  ("She is an ASIC miner engineer: Bitmain’s ASIC chips hash bitcoin faster.", "a chip"),
  ("¡Mas bitcoin! MAS is Spanish for more.", "a Spanish word"),
  ("Ether rose while the Treasury market swung; 2-year Treasury notes fell.", "the market"),
  ("Strategy calls itself a bitcoin treasury company; its Treasury holds 600,000 BTC.", "a company's own"),
  ("Treasury stock and treasury shares are accounting terms; the treasury function pays bills in crypto.", "accounting"),
  ("FIS is a payments firm, and OFACT is not a body.", "letters inside a word"),
  ("The fed-up traders sold.", "fed up"),
  ("Justice was done at the Department store.", "words apart"),
  ("The New York Stock Exchange and Nasdaq listed shares of the miner.", "stock exchanges in other news"),
  ("The Texas House Committee heard the Bitcoin reserve bill.", "a committee"),
  ("Circle, Tether, Chainalysis, MetaMask, Grayscale and CoinDesk are not venues.", "issuers, analysts, wallets, media"),
  ("The International Olympic Committee gave Japan’s team a treasury of medals.", "sport"),

  // Venues that no table has.
  ("The cryptocurrency exchange ⟦exchange/zembex:Zembex⟧ closed. ⟦exchange/zembex:Zembex⟧’s founder fled.", "said outright"),
  ("Police raided ⟦exchange/zembex:Zembex⟧, a Turkish crypto exchange, in Ankara.", "by an apposition"),
  ("The crypto exchange Chief Executive resigned; Crypto Exchange Hires Lawyers.", "an office and a headline"),
  ("However, a crypto exchange that fails is wound up; Smith, a crypto exchange executive, agreed.", "no names"),
  ("The crypto exchange ⟦exchange/okx:OKX⟧ and bitcoin exchange ⟦exchange/mt-gox:Mt. Gox⟧ are known.", "known ones keep their ids"),

  // Owners and styles.
  ("Canada’s Department of Justice drafted the crypto bill in Ottawa.", "another country's, which the table lacks"),
  (
    "The US ⟦agency/doj:justice department⟧ and the ⟦agency/treasury:treasury secretary⟧ spoke.", "small letters, as some papers print them"
  ),
  ("Fed up with fees, traders left; Fed by cheap money, bitcoin rose.", "a participle at the start"),
  ("Treasury Wine Estates fell 4% in Sydney.", "a maker of wine"),
  ("Chancellor Olaf Scholz met bankers. The Chancellor was tired; the Chancellor left.", "a head of government"),
  ("According to an ⟦agency/sec:SEC⟧ filing, the miner sold bitcoin.", "a filing with it"),
  ("The ⟦agency/fsa:FSA⟧ in Tokyo and the ⟦agency:Danish FSA⟧ disagree on crypto funds.", "two of one name"),

  // The Treasury of a country that only the rest of the story names.
  (
    "UK watchdog warns clubs\n\nLONDON - The ⟦agency/fca:Financial Conduct Authority⟧ wrote to clubs.\n\nThe ⟦agency/hm-treasury:Treasury⟧, which is drawing up rules for stablecoins, declined to comment.",
    "the British one, far from its country"
  ),
  (
    "⟦agency/treasury:Treasury⟧’s ⟦agency/ofac:Office of Foreign Assets Control⟧ acted with the UK’s Foreign Office in London over bitcoin.",
    "the American one, by its bureau"
  ),
]
