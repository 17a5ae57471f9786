import RegulatoryModel

// How the findings of one story are stored: one compact blob, since they are only ever read together, by the reader pane and by export.
// What questions need of them lies in the story's chunk. Twenty findings as rows with their indexes took longer to insert than the
// story's full text; as a blob they are 200 to 400 bytes.

extension Findings {
  /// 2 adds the bills before those that were re-introduced, and, after all the rest, the verbs of the quotations.
  private static let version: UInt8 = 2

  /// The stored form.
  func encoded() -> [UInt8] {
    var writer = FindingsWriter()
    writer.blob.byte(Self.version)
    for entities in [exchanges, agencies, assets] {
      writer.list(entities) { writer, entity in
        writer.text(entity.id)
        writer.text(entity.name)
        writer.mentions(entity.mentions)
      }
    }
    writer.list(legislation) { $0.bill($1) }
    writer.list(volatility) { $0.note($1) }
    writer.list(actions) { $0.action($1) }
    writer.list(deadlines) { writer, deadline in
      writer.text(deadline.kind.rawValue)
      writer.day(deadline.date)
      writer.mention(deadline.span, deadline.rule)
    }
    writer.list(quotes) { writer, quote in
      writer.text(quote.speaker)
      writer.text(quote.role)
      writer.text(quote.text)
      writer.mention(quote.span, quote.rule)
    }
    writer.list(quotes) { $0.text($1.verb) }
    return writer.blob.sealed()
  }

  /// Reads the stored form; every span lies within a text of that many bytes.
  init(encoded bytes: UnsafeRawBufferPointer, textLength: Int) throws(MalformedBlob) {
    self.init()
    var blob = try BlobReader(sealed: bytes)
    let version = try blob.byte()
    guard (1...Self.version).contains(version) else { throw MalformedBlob(detail: "findings of an unknown version") }
    var reader = FindingsReader(blob: blob, version: version, textLength: textLength)
    exchanges = try reader.entities()
    agencies = try reader.entities()
    assets = try reader.entities()
    legislation = try reader.bills()
    volatility = try reader.notes()
    actions = try reader.actions()
    deadlines = try reader.deadlines()
    quotes = try reader.quotes()
    guard version >= 2 else { return }
    let verbs = try reader.list { (reader) throws(MalformedBlob) in try reader.optionalText() }
    guard verbs.count == quotes.count else { throw MalformedBlob(detail: "quotations and their verbs differ in number") }
    for index in quotes.indices { quotes[index].verb = verbs[index] }
  }
}
