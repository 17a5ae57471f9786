import RegulatoryModel

/// All prices of a table, gathered by asset. Two walks over the rows: the first sees how dates and numbers are written, which one row
/// may leave open and the whole column mostly does not; the second reads them.
struct PriceTable {
  static let assetLimit = 500

  /// One asset's prices, in the order in which the file first names them.
  private(set) var assets: [(subject: PriceSubject, prices: DayPrices)] = []
  private(set) var faults = PriceFaults()
  /// What was decided without the file saying.
  private(set) var guesses: [String] = []
  private(set) var rows = 0
  private(set) var rowsRead = 0
  private(set) var rowsWithTime = 0

  private let bytes: UnsafeBufferPointer<UInt8>
  private let layout: PriceLayout
  private let separator: UInt8
  private var places: [PriceSubject: Int] = [:]
  /// The places of symbols as they are spelled: rows of many assets mostly take turns.
  private var placesOfSymbols: [[UInt8]: Int] = [:]

  /// - Parameter named: what the file's name says, for what the table doesn't.
  init(_ bytes: UnsafeBufferPointer<UInt8>, layout: PriceLayout, separator: UInt8, named: PriceSubject) {
    self.bytes = bytes
    self.layout = layout
    self.separator = separator
    var dates = PriceMoment.Evidence()
    var numbers = PriceNumber.Evidence()
    var reader = DelimitedRows(bytes, separator: separator)
    var row = DelimitedRows.Row()
    while reader.next(&row) {
      guard row.line > layout.headLine, let time = field(layout.time, row), let price = field(layout.price, row) else { continue }
      dates.look(at: time)
      numbers.look(at: price)
    }
    let order = dates.order(publisher: layout.publisher.order)
    let mark = numbers.mark(separator: separator)
    if order.isGuess {
      guesses.append(
        "dates such as 01/02/2024 are read \(order.order == .dayFirst ? "day" : "month") first: no date in the file says which it is")
    }
    if mark.isGuess {
      guesses.append(
        "numbers such as 1,234 and 1.234 are read with a decimal \(mark.mark), since no number in the file says what its marks are")
    }
    readRows(order: order.order, number: PriceNumber(mark: mark.mark), default: Self.merged(layout.subject, named))
  }

  private func field(_ column: Int, _ row: DelimitedRows.Row) -> UnsafeBufferPointer<UInt8>.SubSequence? {
    guard column < row.fields.count else { return nil }
    var field = bytes[row.fields[column]]
    while let first = field.first, first.isSpace { field = field.dropFirst() }
    while let last = field.last, last.isSpace { field = field.dropLast() }
    return field
  }

  private mutating func readRows(order: DateReader.NumericOrder, number: PriceNumber, default subject: PriceSubject) {
    var reader = DelimitedRows(bytes, separator: separator)
    var row = DelimitedRows.Row()
    var symbol: [UInt8] = []
    var place: Int?
    while reader.next(&row) {
      guard row.line > layout.headLine else { continue }
      rows += 1
      guard !row.hasOpenQuote else {
        faults.add(.openQuote, line: row.line)
        continue
      }
      guard let time = field(layout.time, row), let price = field(layout.price, row) else {
        faults.add(.tooShort, line: row.line)
        continue
      }
      guard var moment = PriceMoment(time, order: order) else {
        faults.add(.noDate, line: row.line)
        continue
      }
      guard let value = number.value(of: price) else {
        faults.add(.noPrice, line: row.line)
        continue
      }
      guard Self.prices.contains(value) else {
        faults.add(.notPositive, line: row.line)
        continue
      }
      if layout.publisher.stampsNextDay, moment.hasTime { moment.seconds -= 1 }
      let named = layout.symbol.flatMap { field($0, row) }
      if place == nil || !symbol.elementsEqual(named ?? bytes[0..<0]) {
        symbol = named.map(Array.init) ?? []
        place = self.place(of: subject, symbol)
      }
      guard let place else {
        faults.add(.tooManyAssets, line: row.line)
        continue
      }
      rowsRead += 1
      if moment.hasTime { rowsWithTime += 1 }
      assets[place].prices.add(moment, value, line: row.line, faults: &faults)
    }
  }

  /// No asset costs more or less than this, in any currency.
  private static let prices = 1e-18...1e15

  /// The place of the row's asset: its symbol's, or that of the whole file.
  private mutating func place(of subject: PriceSubject, _ symbol: [UInt8]) -> Int? {
    if let place = placesOfSymbols[symbol] { return place }
    guard assets.count < Self.assetLimit else { return nil }
    var subject = subject
    let text = symbol.prefix(100)[...].text
    if !text.isEmpty, let named = PriceSubject(symbol: text, evidence: .source) {
      subject = Self.merged(named, PriceSubject.only(quote: subject.quote))
    }
    let place = places[subject] ?? assets.count
    if place == assets.count {
      places[subject] = place
      assets.append((subject, DayPrices()))
    }
    if placesOfSymbols.count < 4096 { placesOfSymbols[symbol] = place }
    return place
  }

  private static func merged(_ first: PriceSubject, _ second: PriceSubject) -> PriceSubject {
    var subject = first
    subject.asset = subject.asset ?? second.asset
    subject.quote = subject.quote ?? second.quote
    return subject
  }

  /// Whether the rows bear out what the columns promised: of a publisher's own layout one can be read; else most can, and a day has one
  /// price, or times of day.
  var isPlausible: Bool {
    if layout.publisher != .other, layout.hasNames { return rowsRead > 0 }
    guard rowsRead >= (layout.hasNames ? 2 : 3), rowsRead * 2 >= rows else { return false }
    return rowsWithTime * 2 > rowsRead || faults.count(of: .otherPrice) * 5 <= rowsRead
  }
}
