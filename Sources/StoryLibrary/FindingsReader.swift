import RegulatoryModel

/// Reads what `FindingsWriter` wrote, and trusts none of it: blobs come from a disk.
struct FindingsReader {
  var blob: BlobReader
  let textLength: Int
  /// Of the stored form; bills name no predecessor before the second.
  let version: UInt8
  private var texts: [String] = []

  init(blob: BlobReader, version: UInt8, textLength: Int) {
    self.blob = blob
    self.version = version
    self.textLength = textLength
  }

  mutating func list<Element>(
    _ read: (inout FindingsReader) throws(MalformedBlob) -> Element
  ) throws(MalformedBlob) -> [Element] {
    let count = try blob.count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  mutating func optionalText() throws(MalformedBlob) -> String? {
    let place = try blob.count()
    switch place {
    case 0: return nil
    case 1:
      let text = String(decoding: try blob.slice(try blob.count()), as: UTF8.self)
      texts.append(text)
      return text
    default:
      guard place - 2 < texts.count else { throw MalformedBlob(detail: "a finding refers to a missing name") }
      return texts[place - 2]
    }
  }

  mutating func text() throws(MalformedBlob) -> String {
    guard let text = try optionalText() else { throw MalformedBlob(detail: "a finding lacks a name") }
    return text
  }

  mutating func value<Value: RawRepresentable<String>>(of type: Value.Type) throws(MalformedBlob) -> Value {
    let raw = try text()
    guard let value = Value(rawValue: raw) else { throw MalformedBlob(detail: "a finding has the unknown value \(raw)") }
    return value
  }

  mutating func flag() throws(MalformedBlob) -> Bool { try blob.byte() == 1 }

  mutating func optionalDay() throws(MalformedBlob) -> CalendarDay? {
    try flag() ? CalendarDay(daysSinceEpoch: Int32(clamping: try blob.signed())) : nil
  }

  mutating func price() throws(MalformedBlob) -> Double? {
    guard try flag() else { return nil }
    return try blob.column(of: UInt64.self).first.map { Double(bitPattern: $0) }
  }

  mutating func span() throws(MalformedBlob) -> Range<Int> {
    let lower = try blob.integer()
    let length = try blob.integer()
    guard lower >= 0, length >= 0, lower <= textLength, length <= textLength - lower else {
      throw MalformedBlob(detail: "a finding lies outside its story's text")
    }
    return lower..<(lower + length)
  }

  mutating func rule() throws(MalformedBlob) -> RuleID { RuleID(try text()) }

  mutating func mentions() throws(MalformedBlob) -> [Mention] {
    try list { (reader) throws(MalformedBlob) in Mention(span: try reader.span(), rule: try reader.rule()) }
  }

  mutating func entities() throws(MalformedBlob) -> [EntityFinding] {
    try list { (reader) throws(MalformedBlob) in
      EntityFinding(id: try reader.text(), name: try reader.text(), mentions: try reader.mentions())
    }
  }

  mutating func bills() throws(MalformedBlob) -> [BillFinding] {
    try list { (reader) throws(MalformedBlob) in
      let id = try reader.text()
      let number = try reader.optionalText()
      let title = try reader.optionalText()
      let aliases = try reader.list { (reader) throws(MalformedBlob) in try reader.text() }
      let sponsor = try reader.optionalText()
      let jurisdiction = try reader.text()
      let stage = try reader.optionalText().flatMap(BillStage.init(rawValue:))
      let stageDate = try reader.optionalDay()
      let mentions = try reader.mentions()
      let claims = try reader.list { (reader) throws(MalformedBlob) in
        StageClaim(
          stage: try reader.value(of: BillStage.self), date: try reader.optionalDay(), span: try reader.span(), rule: try reader.rule())
      }
      return BillFinding(
        id: id, number: number, title: title, aliases: aliases, sponsor: sponsor, jurisdiction: jurisdiction, stage: stage,
        stageDate: stageDate, mentions: mentions, claims: claims, isGeneralLaw: try reader.flag(),
        predecessor: reader.version < 2 ? nil : try reader.optionalText())
    }
  }

  mutating func notes() throws(MalformedBlob) -> [VolatilityNote] {
    try list { (reader) throws(MalformedBlob) in
      VolatilityNote(
        asset: try reader.text(), name: try reader.text(), direction: try reader.value(of: VolatilityNote.Direction.self),
        basisPoints: Int(try reader.blob.signed()), bound: try reader.value(of: VolatilityNote.Bound.self),
        window: try reader.optionalText(), date: try reader.optionalDay(), fromPrice: try reader.price(), toPrice: try reader.price(),
        span: try reader.span(), rule: try reader.rule())
    }
  }

  mutating func actions() throws(MalformedBlob) -> [AgencyAction] {
    try list { (reader) throws(MalformedBlob) in
      AgencyAction(
        agency: try reader.text(), kind: try reader.value(of: AgencyAction.Kind.self), target: try reader.optionalText(),
        amount: try reader.flag() ? try reader.blob.signed() : nil, currency: try reader.optionalText(), date: try reader.optionalDay(),
        span: try reader.span(), rule: try reader.rule())
    }
  }

  mutating func deadlines() throws(MalformedBlob) -> [Deadline] {
    try list { (reader) throws(MalformedBlob) in
      Deadline(
        kind: try reader.value(of: Deadline.Kind.self), date: try reader.requiredDay(), span: try reader.span(), rule: try reader.rule())
    }
  }

  mutating func requiredDay() throws(MalformedBlob) -> CalendarDay {
    guard let day = try optionalDay() else { throw MalformedBlob(detail: "a deadline lacks its day") }
    return day
  }

  mutating func quotes() throws(MalformedBlob) -> [Quote] {
    try list { (reader) throws(MalformedBlob) in
      Quote(
        speaker: try reader.text(), role: try reader.optionalText(), text: try reader.text(), span: try reader.span(),
        rule: try reader.rule())
    }
  }
}
