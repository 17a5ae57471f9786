/// Venues that no table has, decentralised ones, those of other years, and lists of them.
let venueTraps: [(text: String, note: String)] = [
  // Venues no table has.
  (
    "Turkish police raided crypto exchange ⟦exchange/kriptozan:Kriptozan⟧ in Izmir. ⟦exchange/kriptozan:Kriptozan⟧ had 40,000 users.",
    "unlisted"
  ),
  ("The bitcoin exchange ⟦exchange/bitjoin:BitJoin⟧, founded in 2013, was robbed of 4,000 coins.", "unlisted 2013"),
  ("U.S. crypto exchange IPO hopes rise; crypto exchange ETF plans; crypto exchange API keys leaked.", "acronyms"),
  ("Crypto exchange hacks cost $2 billion, said a report by Crypto Exchange Watch.", "common"),
  ("The Digital Currency Exchange register is run by ⟦agency/austrac:AUSTRAC⟧.", "register"),
  ("European crypto exchange Association members met; the crypto exchange Act of 2020.", "association"),
  ("Police said the cryptocurrency exchange platform ⟦exchange/wotoken:WoToken⟧ was a Ponzi scheme.", "platform: optional"),
  ("South Korean exchange ⟦exchange/gdac:GDAC⟧ lost $13 million; it is a crypto exchange in Seoul.", "Korean exchange GDAC"),

  // DeFi stories.
  (
    "⟦exchange/uniswap:Uniswap Labs⟧ received a Wells notice from the ⟦agency/sec:SEC⟧. The ⟦exchange/uniswap:Uniswap⟧ protocol is a DEX on Ethereum.",
    "Uniswap"
  ),
  (
    "⟦exchange/thorchain:THORChain⟧ validators voted; ⟦exchange/thorchain:THORSwap⟧ paused; ⟦exchange/bybit:Bybit⟧ hackers swapped ETH for BTC.",
    "thor"
  ),
  (
    "⟦exchange/mango-markets:Mango Markets⟧ exploiter Avraham Eisenberg’s conviction was vacated; ⟦exchange/mango-markets:Mango⟧ settled with the ⟦agency/sec:SEC⟧ and ⟦agency/cftc:CFTC⟧.",
    "Mango"
  ),
  ("Mango prices rose in India; Apple and Mango juice makers accept bitcoin.", "fruit"),
  ("⟦exchange/gmx:GMX⟧ was drained of $42 million on Arbitrum.", "GMX"),
  ("GMX Mail and web.de added spam filters against crypto scams.", "mail"),
  ("Oregon’s Orca whales; the Orca pod; Bitcoin whales moved coins.", "whale"),
  ("⟦exchange/dydx:dYdX⟧ founder Antonio Juliano returned as CEO.", "dydx"),
  (
    "⟦exchange/sushiswap:Sushi⟧’s head chef Jared Grey was subpoenaed by the ⟦agency/sec:SEC⟧; ⟦exchange/sushiswap:SushiSwap⟧ has a defense fund.",
    "Sushi"
  ),
  ("The Sushi restaurant takes bitcoin.", "food"),
  ("⟦exchange/pancakeswap:PancakeSwap⟧ on BNB Chain leads volumes.", "cake"),
  ("⟦exchange/osmosis:Osmosis⟧, a Cosmos DEX, halted after a bug.", "Osmosis"),
  ("Reverse Osmosis plants use power that miners want.", "osmosis"),
  ("⟦exchange/pump-fun:Pump.fun⟧ faces a class action; Solana DEX ⟦exchange/meteora:Meteora⟧ too.", "pump"),

  // Old years.
  (
    "August 3, 2016: ⟦exchange/bitfinex:Bitfinex⟧ lost 119,756 BTC. ⟦exchange/shapeshift:ShapeShift⟧ helped. ⟦exchange/poloniex:Poloniex⟧ halted.",
    "2016"
  ),
  (
    "In China, ⟦exchange/okcoin:OKCoin⟧, ⟦exchange/htx:Huobi⟧ and ⟦exchange/btcc:BTC China⟧ stopped margin trading after the ⟦agency/pboc:PBOC⟧ visited.",
    "2017"
  ),
  (
    "The ⟦agency/nydfs:NYDFS⟧ BitLicense went to ⟦exchange/coinbase:Coinbase⟧, ⟦exchange/bitflyer:bitFlyer USA⟧ and ⟦exchange/genesis:Genesis Global Trading⟧.",
    "bitlicense"
  ),
  ("Superintendent Ben Lawsky of the ⟦agency/nydfs:New York Department of Financial Services⟧ proposed the BitLicense in 2014.", "Lawsky"),
  (
    "⟦exchange/cryptsy:Cryptsy⟧’s Paul Vernon fled; ⟦exchange/vault-of-satoshi:Vault of Satoshi⟧ closed; ⟦exchange/bitstamp:Bitstamp⟧ lost 19,000 BTC.",
    "2015"
  ),
  ("⟦exchange/coinbase:GDAX⟧ flash crash sent ether to 10 cents.", "coinbase by former name"),
  ("⟦exchange/itbit:itBit⟧ became a trust company under the ⟦agency/nydfs:New York State Department of Financial Services⟧.", "itbit"),
  ("⟦exchange/ledgerx:LedgerX⟧ won ⟦agency/cftc:CFTC⟧ approval; CME and Cboe listed bitcoin futures.", "futures"),
  (
    "⟦exchange/bithumb:Bithumb⟧ and ⟦exchange/youbit:Youbit⟧ were hacked; Seoul’s ⟦agency/fsc-korea:FSC⟧ weighed a ban, Justice Minister Park Sang-ki said.",
    "Korea 2018"
  ),
  ("⟦exchange/liquid:Quoine⟧ raised ICO money on ⟦exchange/liquid:QUOINE⟧’s platform.", "Quoine"),
  ("⟦exchange/coinrail:Coinrail⟧ lost $40 million; ⟦exchange/bancor:Bancor⟧ lost $13.5 million in July 2018.", "2018"),

  // Dense.
  (
    "Top exchanges by volume: 1. ⟦exchange/binance:Binance⟧ 2. ⟦exchange/bybit:Bybit⟧ 3. ⟦exchange/coinbase:Coinbase⟧ 4. ⟦exchange/okx:OKX⟧ 5. ⟦exchange/upbit:Upbit⟧ 6. ⟦exchange/kraken:Kraken⟧ 7. ⟦exchange/gate:Gate⟧ 8. ⟦exchange/htx:HTX⟧ 9. ⟦exchange/bitget:Bitget⟧ 10. ⟦exchange/gemini:Gemini⟧",
    "ranking"
  ),
  (
    "| Exchange | Fine |\n|---|---|\n| ⟦exchange/kraken:Kraken⟧ | $30m |\n| ⟦exchange/gemini:Gemini⟧ | $37m |\n| ⟦exchange/gate:Gate⟧ | none |",
    "table"
  ),
  ("⟦exchange/kraken:Kraken⟧ and crypto? ⟦exchange/kraken:Kraken⟧’s co-CEO Arjun Sethi told CNBC.", "co-CEO"),
  (
    "⟦exchange/gemini:Gemini⟧ will pay $50 million to settle claims by the ⟦agency/ny-attorney-general:New York attorney general⟧.",
    "Gemini pays"
  ),
  ("⟦exchange/bullish:Bullish⟧ shares doubled on their NYSE debut; the crypto exchange raised $1.1 billion.", "Bullish next clause"),
  ("Crypto firms ⟦exchange/kraken:Kraken⟧, Ripple, Circle, Consensys and a16z funded Fairshake.", "list with non-exchanges"),
]
