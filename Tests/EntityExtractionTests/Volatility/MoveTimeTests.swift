import Testing

/// When a price moved: the window and the day of a move are its own, or none.
struct MoveTimeTests {
  typealias Row = MoveRow

  @Test(arguments: [
    Row("Bitcoin fell 5% on Tuesday to $61,200, its lowest since May.", "BTC down 5 @2025-07-15"),
    Row("Ether has slumped some 8% since Monday.", "ETH down ≈8 P6D @2025-07-20"),
    Row("Bitcoin is up 8% month to date.", "BTC up 8 P19D @2025-07-20"),
    Row("Bitcoin is up 8% so far this month.", "BTC up 8 P19D @2025-07-20"),
    Row("Bitcoin is up 45% year-to-date.", "BTC up 45 P200D @2025-07-20"),
    Row("In the fourth quarter bitcoin rose 47%.", "BTC up 47 1q @2024-12-31"),
    Row("Bitcoin rose 40% in Q1 2024.", "BTC up 40 1q @2024-03-31"),
    Row("Bitcoin has fallen 12% since July 1.", "BTC down 12 P19D @2025-07-20"),
    Row("On Monday, bitcoin fell 4%. It gained 2% on Tuesday.", "BTC down 4 @2025-07-14", "BTC up 2 @2025-07-15"),
    Row("On Monday bitcoin fell 4%, and on Tuesday it gained 2%.", "BTC down 4 @2025-07-14", "BTC up 2 @2025-07-15"),
    Row("Bitcoin fell 5% to its lowest level in two years.", "BTC down 5"),
    Row("Bitcoin rose 5% for the first time in three months.", "BTC up 5"),
    Row("Bitcoin posted its biggest one-day gain in a year, rising 9%.", "BTC up 9 1d"),
    Row("Bitcoin fell 7%, its worst day in a year.", "BTC down 7 1d"),
    Row("Bitcoin fell 5% a day after the ruling.", "BTC down 5"),
    Row("Bitcoin fell 5% a week ago.", "BTC down 5"),
    Row("Bitcoin fell 5% within two hours of the report.", "BTC down 5 PT2H"),
    Row("Bitcoin fell 5% before Tuesday's vote.", "BTC down 5"),
    Row("Bitcoin fell 5% after the SEC's decision on Monday.", "BTC down 5"),
    Row("Bitcoin fell 5%, and the SEC meets on Tuesday.", "BTC down 5"),
    Row("The SEC sued on Monday and bitcoin fell 5%.", "BTC down 5"),
    Row("Bitcoin fell 5% to a price last seen on March 3.", "BTC down 5"),
    Row("Bitcoin rose 5% to the highest since January 31.", "BTC up 5"),
    Row("Bitcoin fell 5% in the 24 hours to Friday.", "BTC down 5 24h @2025-07-18"),
    Row("Bitcoin lost 8% in the week ending July 11.", "BTC down 8 1w @2025-07-11"),
    Row("Bitcoin fell 3% versus Friday's close.", "BTC down 3 P2D"),
    Row("Between January 1 and March 31, 2024, bitcoin climbed 68%.", "BTC up 68 P90D @2024-03-31"),
    Row("Bitcoin gained 3% over 24 hours, 9% over seven days and 20% over 30 days.", "BTC up 3 24h", "BTC up 9 1w", "BTC up 20 P30D"),
    Row("Bitcoin has added 12% in the past fortnight.", "BTC up 12 P2W @2025-07-20"),
    Row("The two-day drop of 9% in ether was its worst. Bitcoin slept.", "ETH down 9 P2D"),
    Row("Bitcoin ended 2022 down 64%.", "BTC down 64 1y @2022-12-31"),
    Row("Bitcoin ended June up 2.5%.", "BTC up 2.5 1mo @2025-06-30"),
    Row("Bitcoin steadied on Monday after a 7% slide over the weekend.", "BTC down 7"),
    Row("By Friday, bitcoin had fallen 20 per cent.", "BTC down 20 @2025-07-18"),
    Row("As of July 18, bitcoin was down 20%.", "BTC down 20 @2025-07-18"),
    Row("Bitcoin fell 11% last week and 3% this week.", "BTC down 11 1w", "BTC down 3 1w"),
    Row("Bitcoin (BTC) is trading at $61,500, down 2.6% on the day and 8.1% on the week.", "BTC down 2.6 1d", "BTC down 8.1 1w"),
    Row(
      "Bitcoin, ether and XRP lost 2.1%, 3.4% and 5.6% respectively over the past 24 hours.", "BTC down 2.1 24h", "ETH down 3.4 24h",
      "XRP down 5.6 24h"),
    Row("The Exchange states that the price of bitcoin fell 54% between April 14, 2021 and July 20, 2021.", "BTC down 54 P97D @2021-07-20"),
    Row(
      "Bitcoin rose 5% on Monday, 3% on Tuesday and fell 4% on Wednesday.", "BTC up 5 @2025-07-14", "BTC up 3 @2025-07-15",
      "BTC down 4 @2025-07-16"),
    Row("Over the last 24 hours, BTC is down 4%, ETH is down 6%.", "BTC down 4 24h @2025-07-20", "ETH down 6 24h @2025-07-20"),
    Row("In the past 24 hours: BTC −4%, ETH −6%.", "BTC down 4 24h", "ETH down 6 24h"),
    Row("Bitcoin had its best week in a year, gaining 14%.", "BTC up 14 1w"),
  ])
  func theTimeOfAMoveIsItsOwn(_ row: Row) { #expect(MoveRow.told(row.text, withDays: true) == row.moves) }
}
