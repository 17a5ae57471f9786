import Foundation
import RegulatoryModel

// What a story's form tells besides its words (pages, quoted parts, an official file's bill, a price file's closing prices) is stored as
// one blob of sections, each under a mark, so that a section more is no new schema. Most stories have none. With it findings can be made
// anew from the library alone.

extension Story {
  private enum Section: UInt8 { case asides = 1, pages, officialBill, prices }

  /// Nil where there is nothing to store.
  var encodedForm: Data? {
    guard !asides.isEmpty || !pages.isEmpty || officialBill != nil || prices != nil else { return nil }
    var writer = FindingsWriter()
    if !asides.isEmpty {
      writer.blob.byte(Section.asides.rawValue)
      writer.list(asides) { $0.span($1) }
    }
    if !pages.isEmpty {
      writer.blob.byte(Section.pages.rawValue)
      writer.list(pages) { $0.span($1..<$1) }
    }
    if let officialBill {
      writer.blob.byte(Section.officialBill.rawValue)
      writer.official(officialBill)
    }
    if let prices {
      writer.blob.byte(Section.prices.rawValue)
      writer.prices(prices)
    }
    return Data(writer.blob.sealed())
  }

  /// Puts back what `encodedForm` stored. Every offset lies within the text.
  mutating func decodeForm(_ bytes: UnsafeRawBufferPointer) throws(MalformedBlob) {
    var reader = FindingsReader(blob: try BlobReader(sealed: bytes), version: 0, textLength: text.utf8.count)
    while !reader.blob.isAtEnd {
      guard let section = Section(rawValue: try reader.blob.byte()) else {
        throw MalformedBlob(detail: "a story has a form of an unknown kind")
      }
      switch section {
      case .asides: asides = try reader.spans()
      case .pages: pages = try reader.spans().map(\.lowerBound)
      case .officialBill: officialBill = try reader.official()
      case .prices: prices = try reader.prices()
      }
    }
  }
}

extension FindingsWriter {
  fileprivate mutating func span(_ span: Range<Int>) {
    blob.number(span.lowerBound)
    blob.number(span.count)
  }

  fileprivate mutating func optionalSpan(_ span: Range<Int>?) {
    flag(span != nil)
    if let span { self.span(span) }
  }

  fileprivate mutating func official(_ bill: OfficialBill) {
    text(bill.id)
    text(bill.number)
    text(bill.title)
    list(bill.aliases) { $0.text($1) }
    list(bill.partTitles) { $0.text($1) }
    text(bill.sponsor)
    text(bill.sponsorID)
    text(bill.jurisdiction)
    list(bill.steps) { writer, step in
      writer.text(step.stage.rawValue)
      writer.day(step.date)
      writer.span(step.span)
    }
    list(bill.mentions) { $0.span($1) }
    list(bill.asides) { $0.span($1) }
  }

  fileprivate mutating func prices(_ history: PriceHistory) {
    let series = history.series
    text(series.asset?.text)
    flag(series.asset?.isTicker == true)
    blob.byte(UInt8(clamping: series.asset?.evidence.rawValue ?? 0))
    text(series.quote)
    flag(series.isInMoney)
    blob.column(series.closes.map(\.day.daysSinceEpoch))
    blob.column(series.closes.map(\.price.bitPattern))
    optionalSpan(history.assetSpan)
    optionalSpan(history.fallSpan)
    list(history.moveSpans.sorted { $0.key < $1.key }) { writer, move in
      writer.day(move.key)
      writer.span(move.value)
    }
  }
}

extension FindingsReader {
  fileprivate mutating func spans() throws(MalformedBlob) -> [Range<Int>] {
    try list { (reader) throws(MalformedBlob) in try reader.span() }
  }

  fileprivate mutating func texts() throws(MalformedBlob) -> [String] {
    try list { (reader) throws(MalformedBlob) in try reader.text() }
  }

  fileprivate mutating func official() throws(MalformedBlob) -> OfficialBill {
    var bill = OfficialBill(id: try text(), number: try text(), title: try optionalText(), aliases: try texts(), partTitles: try texts())
    bill.sponsor = try optionalText()
    bill.sponsorID = try optionalText()
    bill.jurisdiction = try text()
    bill.steps = try list { (reader) throws(MalformedBlob) in
      OfficialBill.Step(stage: try reader.value(of: BillStage.self), date: try reader.optionalDay(), span: try reader.span())
    }
    bill.mentions = try spans()
    bill.asides = try spans()
    return bill
  }

  fileprivate mutating func prices() throws(MalformedBlob) -> PriceHistory {
    let name = try optionalText()
    let isTicker = try flag()
    guard let evidence = PriceSeries.Asset.Evidence(rawValue: Int(try blob.byte())) else {
      throw MalformedBlob(detail: "a price file’s asset has no known evidence")
    }
    let quote = try optionalText()
    let isInMoney = try flag()
    let days = try blob.column(of: Int32.self)
    let prices = try blob.column(of: UInt64.self)
    guard days.count == prices.count else { throw MalformedBlob(detail: "a price file’s days and prices do not go together") }
    let series = PriceSeries(
      asset: name.map { PriceSeries.Asset(text: $0, isTicker: isTicker, evidence: evidence) }, quote: quote, isInMoney: isInMoney,
      closes: zip(days, prices).map { .init(day: CalendarDay(daysSinceEpoch: $0), price: Double(bitPattern: $1)) })
    var history = PriceHistory(series: series)
    history.assetSpan = try flag() ? try span() : nil
    history.fallSpan = try flag() ? try span() : nil
    let moves = try list { (reader) throws(MalformedBlob) in (day: try reader.optionalDay(), span: try reader.span()) }
    for move in moves { if let day = move.day { history.moveSpans[day] = move.span } }
    return history
  }
}
