import Testing

/// What looks like a move of a price and is none.
struct MoveTrapTests {
  @Test(arguments: [
    "The price of gold rose 3% as bitcoin slept.",
    "They were told that on average bitcoin goes up 200% per year.",
    "Bitcoin gains 5% every month, the seller claimed.",
    "The price of oil has fallen 4%, and bitcoin followed.",
    "Prices of graphics cards fell 20% as bitcoin miners left.",
    "Bitcoin accounts for 60% of the market, up 5% from a year ago.",
    "Bitcoin made up 52% of the fund, down 3% on the quarter.",
    "MicroStrategy's premium to its bitcoin fell 30%.",
    "Trading volume for the token exploded 1,351% to $6 billion as XRP rallied.",
    "Bitcoin open interest has fallen 22%.",
    "Total value locked on Ethereum is down 20%.",
    "The correlation of bitcoin with stocks rose 10%.",
    "Crypto Fear & Greed dropped 12%, a sign of nerves about bitcoin.",
    "Bitcoin's market share rose 4%.",
    "Ether's staking yield dropped 10%.",
    "The bitcoin futures basis rose to 15%.",
    "BlackRock's IBIT fell 3%, and bitcoin slept.",
    "Bitcoin's RSI fell 12% to 41.",
    "Bitcoin's 200-day moving average rose 2%.",
    "The IRS taxes long-term bitcoin gains at up to 20%.",
    "Polymarket odds of bitcoin above $100,000 fell 12%.",
    "The fund cut its bitcoin allocation by half.",
    "The premium of bitcoin on Coinbase rose 0.1%.",
    "Bitcoin slump sends MicroStrategy tumbling 9%.",
    "Bitcoin liquidity on Binance.US dropped 76%.",
    "USDC circulation fell 12% in the quarter.",
    "The Merge reduced ether issuance by 90%.",
    "American Bitcoin Corp. fell 12%.",
    "Bitcoin is within 8% of its record.",
    "BTC-PERP fell 3%.",
    "Bitcoin traded within a 5% range.",
  ])
  func otherQuantitiesAreNoMoves(_ text: String) { #expect(MoveRow.told(text) == []) }

  @Test(arguments: [
    "Standard Chartered sees bitcoin rising 60% to $200,000 by year-end.",
    "Analysts warn of a 30% correction in bitcoin.",
    "The exchange halts bitcoin trading when prices move 10% within five minutes.",
    "Options imply a 7% move in bitcoin by Friday.",
    "The options market is pricing in a 5% swing for ether.",
    "Under the scenario, bitcoin falls 50% in ten days.",
    "Bitcoin did not fall 10% in that week.",
    "Bitcoin has yet to fall 10%.",
    "Bitcoin avoided a 10% fall.",
    "A 10% rise in bitcoin typically lifts altcoins.",
    "For every 10% rise in bitcoin, MSTR gains 15%.",
    "Bitcoin has retraced 50% of its rally.",
    "Bitcoin has given back half of its gains since November.",
    "Bitcoin erased gains of 4%.",
    "That would be a 60% gain for bitcoin.",
    "Neither bitcoin nor ether fell more than 1%.",
    "Bitcoin needs to rise 12% to reclaim its record.",
    "The collateral is liquidated when the price of ether falls 33%.",
    "Bitcoin rose by double digits in percentage terms.",
    "Bitcoin's share rose 3 percentage points.",
  ])
  func whatDidNotHappenIsNoMove(_ text: String) { #expect(MoveRow.told(text) == []) }
}
