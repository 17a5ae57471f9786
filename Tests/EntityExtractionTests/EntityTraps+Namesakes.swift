/// Venues whose names are beasts, models, fruit and words of every day.
let namesakeTraps: [(text: String, note: String)] = [
  // Namesakes of venues.
  (
    "Kraken, the tentacled monster of Norwegian legend, dragged ships below; scientists trading theories say it was a giant squid, a cephalopod.",
    "myth with trading word"
  ),
  (
    "The Seattle Kraken signed a sponsorship deal with a crypto firm, the NHL club said. Kraken forward Jordan Eberle scored twice.",
    "hockey with crypto"
  ),
  ("Cthulhu and the Kraken are stock monsters of fantasy games; the Kraken boss drops gold tokens in the update.", "gaming token"),
  (
    "Google rolled out Gemini to Gmail; Alphabet shares rose 2%. Gemini can summarise your bank statements and track crypto prices, the company said.",
    "AI with crypto word"
  ),
  ("Horoscope: Gemini (May 21–June 20). Money flows; avoid risky bitcoin trades. Cancer: rest.", "zodiac with bitcoin"),
  (
    "Anthropic’s Claude, OpenAI’s ChatGPT and Google’s Gemini were asked to predict the bitcoin price. Gemini said $150,000.",
    "AI in crypto story"
  ),
  ("The Gemini Observatory in Chile imaged an exchange of gas between two stars.", "observatory"),
  ("Circle the date: the block party is on Friday. Robinhood was played by Errol Flynn.", "words"),
  ("Analysts are Bullish. “Bullish divergence on bitcoin’s chart,” he wrote; Bullish momentum faded.", "bullish"),
  (
    "⟦exchange/bullish:Bullish⟧, the crypto exchange backed by Peter Thiel, priced its IPO at $37 a share on the NYSE. ⟦exchange/bullish:Bullish⟧ also owns CoinDesk.",
    "Bullish with CoinDesk"
  ),
  ("Block Inc., run by Jack Dorsey, added bitcoin. Block shares fell.", "Block isn't a venue"),
  ("Backpack makers such as Osprey saw sales rise; a school Backpack costs $40.", "bag"),
  (
    "On Solana, aggregator ⟦exchange/jupiter:Jupiter⟧ routes trades through ⟦exchange/raydium:Raydium⟧, ⟦exchange/orca:Orca⟧ and ⟦exchange/meteora:Meteora⟧.",
    "Solana DEXes"
  ),
  (
    "Perpetuals DEX ⟦exchange/hyperliquid:Hyperliquid⟧ passed $10 billion a day; rivals ⟦exchange/aster:Aster⟧, ⟦exchange/lighter:Lighter⟧, ⟦exchange/drift:Drift⟧ and ⟦exchange/paradex:Paradex⟧ trail.",
    "perp DEXes"
  ),
  ("Lending protocols Aave, Compound and Maker (now Sky) fell; MakerDAO voted on Monday.", "not exchanges"),
  ("Compound interest makes a Balancer of books rich; load Balancer vendors rose.", "words"),
  (
    "An exploit drained $128 million from decentralized exchange ⟦exchange/balancer:Balancer⟧. ⟦exchange/balancer:Balancer⟧ offered a bounty.",
    "Balancer"
  ),
  (
    "In 2023 an attacker exploited Vyper pools on ⟦exchange/curve:Curve Finance⟧. ⟦exchange/curve:Curve⟧ founder Michael Egorov sold CRV.",
    "Curve"
  ),
  ("Treasury Curve inversion deepened; the Curve steepened as crypto markets slid.", "yield curve"),
  ("The Rain in Bahrain stopped play.", "rain"),
  ("⟦exchange/rain:Rain⟧, a Bahrain-based cryptocurrency exchange, was hacked for $14.1 million.", "Rain exchange"),
  ("Liquid nitrogen, Liquid Death and Liquid staking protocol Lido have little in common.", "liquid"),
  (
    "⟦exchange/ftx:FTX⟧ bought Japanese exchange ⟦exchange/liquid:Liquid⟧ after a hack in 2021; ⟦exchange/liquid:Liquid⟧’s parent ⟦exchange/liquid:Quoine⟧ was among the first licensed.",
    "Liquid"
  ),
  ("The Miami Heat played at FTX Arena until 2023; the Lakers’ home is Crypto.com Arena.", "arenas"),
  ("Base, the layer-2 network incubated by ⟦exchange/coinbase:Coinbase⟧, halted blocks for 29 minutes.", "Base"),
  ("Bitcoin traded at $61,250 on ⟦exchange/bitstamp:Bitstamp⟧ at 4 p.m. in New York.", "price source"),
  ("“Crypto exchange rates and foreign exchange” — the exchange of letters took place at the exchange.", "common noun"),
  ("Former ⟦exchange/bitmex:BitMEX⟧ chief Arthur Hayes said ⟦agency/federal-reserve:the Fed⟧ will print.", "BitMEX"),
  ("Justin Sun-linked ⟦exchange/htx:HTX⟧ and ⟦exchange/poloniex:Poloniex⟧ lost $200 million in hacks.", "HTX"),
  ("Emory’s Center says HTX-011, a bupivacaine drug by Heron, passed trials.", "a drug"),
  ("Houston (HTX) startups raised money for crypto and AI.", "Houston"),
  ("The Gate of Heaven cemetery; Golden Gate Bridge; Bill Gates.", "gates"),
  ("⟦exchange/gate:Gate⟧, formerly ⟦exchange/gate:Gate.io⟧, bought naming rights; ⟦exchange/gate:Gate US⟧ started in August.", "Gate"),
  (
    "⟦exchange/kucoin:KuCoin⟧, ⟦exchange/gate:Gate⟧, ⟦exchange/mexc:MEXC⟧ and ⟦exchange/bitget:Bitget⟧ gained share, CCData said.",
    "in a list"
  ),
  ("Luno is Esperanto for moon.", "word"),
  ("⟦exchange/luno:Luno Malaysia⟧ is one of five approved digital asset exchanges.", "Luno"),
  ("Wallex fuel cards; the trucker paid $4 a gallon. WEX Inc. reported earnings in Maine.", "WEX Inc"),
  ("Operators of ⟦exchange/btc-e:BTC-e⟧ moved users to ⟦exchange/wex:WEX⟧, prosecutors said. Alexander Vinnik pleaded guilty.", "WEX"),
  (
    "⟦exchange/quadrigacx:QuadrigaCX⟧ customers will get 13 cents on the dollar. Users of ⟦exchange/quadrigacx:Quadriga⟧ lost $169 million.",
    "Quadriga"
  ),
  (
    "Australian exchanges ⟦exchange/swyftx:Swyftx⟧, ⟦exchange/independent-reserve:Independent Reserve⟧ and ⟦exchange/btc-markets:BTC Markets⟧ backed the bill.",
    "Australia"
  ),
  ("The BTC markets were calm, the Easy Crypto guide says; BTC Markets fell.", "words vs exchange"),
  ("⟦exchange/bitfinex:Bitfinex⟧ hacker Ilya Lichtenstein was sentenced; his wife Heather Morgan got 18 months.", "Bitfinex hack"),
  ("Hydra Market, a darknet market, and the exchange ⟦exchange/garantex:Garantex⟧ were sanctioned in 2022.", "Hydra"),
  ("Polymarket and Kalshi are prediction markets regulated by the ⟦agency/cftc:CFTC⟧.", "prediction markets"),
  ("⟦exchange/ftx:FTX⟧ founder Sam Bankman-Fried and ⟦exchange/binance:Binance⟧’s Changpeng Zhao were friends once.", "people"),
  ("⟦exchange/etherdelta:EtherDelta⟧ founder Zachary Coburn settled with the ⟦agency/sec:SEC⟧ in 2018.", "EtherDelta"),
  ("Cboe BZX Exchange, Inc. filed a proposed rule change to list shares of a bitcoin trust.", "bzx isn't"),
  ("“BZX-2024-029” is a file number of Cboe BZX.", "same"),
  ("Coinbase Institute and Coinbase Stadium naming rights were auctioned.", "other names"),
  ("Ripple Labs, Circle and Paxos are issuers; ⟦exchange/itbit:itBit⟧ is Paxos’s exchange.", "itBit"),
  ("Shares of ⟦exchange/coincheck:Coincheck Group⟧ N.V. trade on Nasdaq.", "would be coincheck"),
  (
    "Charlie Shrem’s ⟦exchange/bitinstant:BitInstant⟧ and ⟦exchange/mt-gox:Mt Gox⟧ were 2013’s names; ⟦exchange/tradehill:TradeHill⟧ closed.",
    "old venues"
  ),
  (
    "⟦exchange/mt-gox:Mt. Gox⟧ trustee Nobuaki Kobayashi moved coins to ⟦exchange/kraken:Kraken⟧ and ⟦exchange/bitstamp:Bitstamp⟧.",
    "trustee: mt gox counts"
  ),

  // Words at the start of a sentence.
  ("Lighter volumes on perpetuals venues such as ⟦exchange/hyperliquid:Hyperliquid⟧ followed the holiday.", "adjective"),
  ("Extended outages hit Solana DEX traders. Drift in oracle prices on Solana caused liquidations.", "words"),
  ("Blur between art and NFT speculation grows, critics of ⟦exchange/opensea:OpenSea⟧ say.", "blur"),
  ("Curve fitting explains little of bitcoin’s price; DeFi traders know.", "curve"),
  ("Gate keepers of crypto listings on exchanges were accused.", "gate"),
  ("Rain or shine, crypto exchange executives in Dubai and Bahrain play golf.", "rain"),
  ("Liquid markets need market makers, the Japanese crypto exchange said.", "liquid"),
  ("Gemini season is on us, a bitcoin astrologer tweeted to crypto exchange fans.", "zodiac in crypto"),
  ("Mango season in India delights DeFi developers on Solana.", "mango"),
  ("Sushi and defi were served at the decentralized exchange party.", "sushi"),
  ("Balancer of risks, the treasurer said, of DeFi liquidity pools.", "balancer"),
  ("Bullish traders on the crypto exchange piled in. Bullish bets on bitcoin grew. Bullish sentiment rules.", "bullish"),
  ("Orca sightings rose; a Solana conference in Seattle was moved.", "orca"),
  ("Backpack in hand, the Solana developer left the crypto exchange.", "backpack"),
  ("Jupiter rises in the night sky over the Solana conference.", "jupiter"),
  ("Circle and Block met; Compound rates on DeFi fell; Maker fees of exchanges rose.", "maker"),
  ("Alpaca farms and crypto mining share the barn.", "alpaca"),
  ("Genesis of the idea was a bitcoin paper; the Genesis block holds a message.", "genesis"),
  ("Voyager missions inspire crypto fans. Celsius readings rose at the bitcoin mine.", "probe"),
  ("Quadriga statues top the gate in Berlin where crypto exchange people met.", "statue"),

  // Headlines in title case.
  ("Traders Turn Bullish As Crypto Exchange Volumes Rise", "headline"),
  ("Bitcoin Gate: How A Crypto Exchange Scandal Spread", "headline"),
  ("Rain Stops Play At Crypto Exchange’s Cricket Day", "headline"),
  ("Curve Your Enthusiasm For DeFi", "headline"),
  ("Liquid Staking Grows; Lighter Rules For DEX Tokens", "headline"),

  // Agencies' words.
  (
    "Treasury management firms on chain; Treasury strategy of miners; crypto Treasury companies; Treasury Bills yield 4%.",
    "treasury compounds"
  ),
  ("The company’s Treasury holds 640,000 BTC. Treasury staff bought more.", "company treasury follow-up"),
  ("Foreign exchange reserves at the central bank fell; crypto rose.", "generic"),
  ("Customs authorities, tax authorities and financial regulators met on crypto.", "generic"),
  ("Commission rates at brokers fell; the commission on bitcoin trades is 0.1%.", "commission"),
  ("House prices and Senate seats; Congress of German bishops.", "generic"),
  ("Justice for victims, said a lawyer; Commerce and Labor demand it.", "words"),
  ("Reserve Bank notes of old; the State Bank building; National Bank of Canada analysts see crypto gains.", "a commercial bank"),
  ("Central Bank Digital Currency (CBDC) pilots; central bank digital currencies.", "CBDC"),
  ("State Street and Federal Express; Federal prosecutors; Federal Court; Federal Bank.", "federal words"),
  (
    "Office of the Attorney; Office of the Comptroller General; the New York comptroller and the city comptroller Brad Lander sold.",
    "comptrollers"
  ),
  ("Attorney General’s Cup is a race. An attorney general may sue.", "generic"),
  ("The ECB said England’s cricketers will be paid; the ECB and cricket fans like crypto sponsors.", "cricket"),
  ("FSA loans for farms are made by the Farm Service Agency (FSA); the FSA office in Iowa.", "farm service"),
  ("FSA and HSA accounts for health costs: an FSA is a flexible spending account; bitcoin not eligible.", "flexible spending"),
  ("Federal Student Aid (FSA) hackers asked for bitcoin.", "student aid"),
]
