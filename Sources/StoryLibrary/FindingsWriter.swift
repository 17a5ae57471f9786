import RegulatoryModel

/// Writes a string once and refers to it from then on: rules, ids and names repeat within a story.
struct FindingsWriter {
  var blob = BlobWriter()
  private var places: [String: Int] = [:]

  mutating func list<Element>(_ elements: [Element], _ write: (inout FindingsWriter, Element) -> Void) {
    blob.number(elements.count)
    for element in elements { write(&self, element) }
  }

  /// 0 nil, 1 a new string, from 2 on one that was written before.
  mutating func text(_ text: String?) {
    guard let text else { return blob.byte(0) }
    if let place = places[text] { return blob.number(place + 2) }
    places[text] = places.count
    blob.byte(1)
    var copy = text
    copy.withUTF8 { bytes in
      blob.number(bytes.count)
      blob.raw(bytes)
    }
  }

  /// 0 nil, or 1 and the day.
  mutating func day(_ day: CalendarDay?) {
    guard let day else { return blob.byte(0) }
    blob.byte(1)
    blob.signed(Int64(day.daysSinceEpoch))
  }

  mutating func flag(_ flag: Bool) { blob.byte(flag ? 1 : 0) }

  mutating func price(_ price: Double?) {
    flag(price != nil)
    if let price { blob.column([price.bitPattern]) }
  }

  mutating func mention(_ span: Range<Int>, _ rule: RuleID) {
    blob.number(span.lowerBound)
    blob.number(span.count)
    text(rule.rawValue)
  }

  mutating func mentions(_ mentions: [Mention]) { list(mentions) { $0.mention($1.span, $1.rule) } }

  mutating func bill(_ bill: BillFinding) {
    text(bill.id)
    text(bill.number)
    text(bill.title)
    list(bill.aliases) { $0.text($1) }
    text(bill.sponsor)
    text(bill.jurisdiction)
    text(bill.stage?.rawValue)
    day(bill.stageDate)
    mentions(bill.mentions)
    list(bill.claims) { writer, claim in
      writer.text(claim.stage.rawValue)
      writer.day(claim.date)
      writer.mention(claim.span, claim.rule)
    }
    flag(bill.isGeneralLaw)
    text(bill.predecessor)
  }

  mutating func note(_ note: VolatilityNote) {
    text(note.asset)
    text(note.name)
    text(note.direction.rawValue)
    blob.signed(Int64(note.basisPoints))
    text(note.bound.rawValue)
    text(note.window)
    day(note.date)
    price(note.fromPrice)
    price(note.toPrice)
    mention(note.span, note.rule)
  }

  mutating func action(_ action: AgencyAction) {
    text(action.agency)
    text(action.kind.rawValue)
    text(action.target)
    flag(action.amount != nil)
    if let amount = action.amount { blob.signed(amount) }
    text(action.currency)
    day(action.date)
    mention(action.span, action.rule)
  }
}
