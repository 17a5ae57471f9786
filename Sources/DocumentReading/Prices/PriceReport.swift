import PrintableText
import RegulatoryModel

/// The story of one asset's prices: a text in which every figure has its line, made from the figures alone.
struct PriceReport {
  private let series: PriceSeries
  private let timeline: PriceTimeline
  private let publisher: PriceLayout.Publisher
  private let fileName: String
  private var text = ""
  private var moveSpans: [CalendarDay: Range<Int>] = [:]
  private var fallSpan: Range<Int>?

  init(_ subject: PriceSubject, _ timeline: PriceTimeline, publisher: PriceLayout.Publisher, fileName: String) {
    series = PriceSeries(asset: subject.asset, quote: subject.quote, isInMoney: subject.isInMoney, closes: timeline.closes)
    self.timeline = timeline
    self.publisher = publisher
    self.fileName = PrintableText.safe(fileName)
  }

  /// Nil where there is no close.
  mutating func story(index: Int, identity: String?) -> Story? {
    guard let first = series.closes.first, let last = series.closes.last else { return nil }
    let name = series.asset.map { PrintableText.safe($0.text) }
    let period = first.day == last.day ? first.day.longText : "\(first.day.longText) to \(last.day.longText)"
    let title = "\(name ?? fileName), \(timeline.isIntraday ? "daily" : timeline.interval) closing prices, \(period)"
    text = title + "\n\n"
    let bodyStart = text.utf8.count
    addSource(name, first.day, last.day)
    addSummary()
    addLargeMoves()
    addMonths()
    addFormulas()
    while text.last == "\n" { text.removeLast() }
    return Story(
      index: index, identity: identity, title: title, text: text, bodyStart: bodyStart, date: last.day, dateOrigin: .metadata,
      kind: .prices, language: "en", source: publisher == .other ? nil : publisher.rawValue,
      prices: PriceHistory(
        series: series, assetSpan: name.map { 0..<$0.utf8.count }, moveSpans: moveSpans, fallSpan: fallSpan))
  }

  /// Adds a line and gives its place.
  @discardableResult private mutating func line(_ line: String) -> Range<Int> {
    let start = text.utf8.count
    text += line
    let end = text.utf8.count
    text += "\n"
    return start..<end
  }

  /// `60,588.10 USD`.
  private func money(_ price: Double) -> String { PriceText.price(price) + (series.quote.map { " " + $0 } ?? "") }

  private func close(_ close: PriceSeries.Close) -> String { "\(PriceText.price(close.price)) on \(close.day.longText)" }

  // MARK: Parts

  private mutating func addSource(_ name: String?, _ first: CalendarDay, _ last: CalendarDay) {
    var asset = "asset not named"
    if let name { asset = series.quote.map { series.asset?.isTicker == true ? "\(name)-\($0)" : "\(name) in \($0)" } ?? name }
    line("\(publisher.rawValue), \(timeline.interval), \(PriceText.days(series.closes.count)), \(first) to \(last), \(asset).")
    if publisher.stampsNextDay {
      line("CoinGecko stamps the close of a day with 00:00 UTC of the next; here it stands under the day that it closes.")
    }
    if timeline.isIntraday { line("The closing price of a day is its last one, by UTC.") }
    if !series.isInMoney { line("The prices are in \(series.quote ?? "another asset"), not in money; no price moves are noted from them.") }
    text += "\n"
  }

  private mutating func addSummary() {
    let figures = PriceFigures(series)
    guard let last = figures.last else { return }
    line("Last close: \(money(last.price)) on \(last.day.longText).")
    addChange("Over 1 day", figures.change(overDays: 1))
    addChange("Over 7 days", figures.change(overDays: 7, slack: 3))
    addChange("Over 30 days", figures.change(overDays: 30, slack: 3))
    addChange("This year", figures.changeThisYear)
    for days in [30, 90] {
      if let volatility = figures.volatility(overDays: days) {
        line("Realised volatility over \(days) days: \(PriceText.percent(volatility.annual)) a year (\(volatility.returns) daily returns).")
      } else {
        line("Realised volatility over \(days) days: not enough days.")
      }
    }
    if let fall = figures.currentFall {
      line(
        "Below its highest close: \(BasisPoints.percent(fall.basisPoints)) %, from \(close(fall.from)), \(PriceText.days(fall.days)) ago.")
    } else {
      line("Below its highest close: no, the last close is the highest.")
    }
    if let fall = figures.largestFall {
      fallSpan = line(
        "Largest fall from a peak: \(BasisPoints.percent(fall.basisPoints)) %, from \(close(fall.from)) to \(close(fall.to)), in "
          + "\(PriceText.days(fall.days)).")
    } else {
      line("Largest fall from a peak: none, no close is below an earlier one.")
    }
    text += "\n"
  }

  private mutating func addChange(_ label: String, _ change: PriceChange?) {
    guard let change else {
      line("\(label): not enough days.")
      return
    }
    line("\(label): \(PriceText.change(change)), from \(close(change.from)).")
  }

  private mutating func addLargeMoves() {
    guard let moves = LargeMove.all(in: series) else {
      line("Large daily moves: not enough days to say what is usual; \(LargeMove.leastReturns) daily returns are needed.")
      text += "\n"
      return
    }
    line(moves.isEmpty ? "Large daily moves: none." : "Large daily moves: \(moves.count)\n")
    let name = series.asset.map { PrintableText.safe($0.text) + " " } ?? ""
    for move in moves.reversed() {
      let size =
        move.times.map { "\(times($0)) times its usual daily move (\(PriceText.percent(move.usual, decimals: 2)))" }
        ?? "its usual daily move is nil"
      moveSpans[move.change.to.day] = line(
        "\(move.change.to.day): \(name)\(PriceText.change(move.change)) in 24 hours, from \(PriceText.price(move.change.from.price)) to "
          + "\(PriceText.price(move.change.to.price)), \(size).")
    }
    text += "\n"
  }

  private func times(_ times: Double) -> String { String(PriceText.percent(times / 100).dropLast(2)) }

  private mutating func addMonths() {
    struct Month {
      var label: String
      var close: PriceSeries.Close
      var before: PriceSeries.Close?
      var high: Double
      var low: Double
    }
    var months: [Month] = []
    for close in series.closes {
      let label = String(close.day.description.prefix(7))
      if months.last?.label == label {
        months[months.count - 1].close = close
        months[months.count - 1].high = max(months[months.count - 1].high, close.price)
        months[months.count - 1].low = min(months[months.count - 1].low, close.price)
      } else {
        months.append(Month(label: label, close: close, before: months.last?.close, high: close.price, low: close.price))
      }
    }
    var rows = [["Month", "Last close", "Change", "Highest", "Lowest"]]
    for month in months {
      let change = month.before.map { BasisPoints.change(from: $0.price, to: month.close.price) }
      rows.append([
        month.label, PriceText.price(month.close.price), change.map { PriceText.hundredths($0) } ?? "",
        PriceText.price(month.high), PriceText.price(month.low),
      ])
    }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      line(row.enumerated().map { String(repeating: " ", count: widths[$0] - $1.count) + $1 }.joined(separator: "  "))
    }
    text += "\n"
  }

  private mutating func addFormulas() {
    line("How the figures are made")
    line("Changes: simple percentages between closing prices, rounded to hundredths.")
    line("Realised volatility: standard deviation (n - 1) of daily log returns over the stated days × √365.")
    line(
      "Usual daily move: 1.4826 × the median size of the daily log returns of the \(LargeMove.window) days before; early in "
        + "the file, of its first \(LargeMove.window).")
    line(
      "Large: a daily log return of at least \(Int(LargeMove.threshold)) times the usual daily move, and a change of at least "
        + "\(BasisPoints.percent(LargeMove.leastBasisPoints)) %. Days on either side of a gap are not compared.")
  }
}
