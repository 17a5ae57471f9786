/// The kinds of JSON document that are read, known by their keys: one row each.
///
/// A further kind is a row here and a reader in a folder of its own.
struct JSONDocumentKind: Sendable {
  /// With its article.
  var name: String
  /// The stories of a document; nil where it is of another kind.
  var read: @Sendable (_ value: JSONValue, _ context: ReadingContext) -> [StoryDraft]?

  static let all: [JSONDocumentKind] = [
    JSONDocumentKind(name: "a Federal Register document or search result") { FederalRegisterAnswer.drafts($0, in: $1) }
  ]
}

/// Reads a JSON file as what its keys say it is; what is of no kind in the table may hold stories.
enum JSONDocumentReader {
  static func drafts(_ text: CleanText, in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> [StoryDraft] {
    if let drafts = try known(text, in: context, notes: &notes) { return drafts }
    return try JSONStories.read(text, in: context, notes: &notes)
  }

  /// The drafts where the file is of a kind in the table; nil where it isn't.
  private static func known(
    _ text: CleanText, in context: ReadingContext, notes: inout [String]
  ) throws(ReadingError) -> [StoryDraft]? {
    let body = text.bytes[...].trimmed
    guard let first = body.first, first == 0x7B || first == 0x5B, mayBeKnown(body) else { return nil }
    // Each value costs many times its bytes.
    guard text.bytes.reduce(0, { $1 == 0x2C || $1 == 0x5B || $1 == 0x7B ? $0 + 1 : $0 }) <= context.limits.jsonValues else {
      throw .notKnown("JSON of more than \(context.limits.jsonValues) values (limit “json_values”); split it into parts")
    }
    guard let value = JSONReader.read(body) else { return nil }
    for kind in JSONDocumentKind.all {
      guard let drafts = kind.read(value, context) else { continue }
      guard !drafts.isEmpty else { throw .noText }
      if body.last != (first == 0x7B ? 0x7D : 0x5D) { notes.append("the file ends in the middle: read as far as it goes") }
      return drafts
    }
    return nil
  }

  /// Whether it is worth the memory to look at it whole.
  private static func mayBeKnown(_ body: Bytes) -> Bool {
    let head = body.prefix(1 << 16)
    return body.count <= 4096 || head.contains("\"document_number\"") || head.contains("federalregister.gov")
  }

  /// Whether a file that claims to be something else is one of the kinds.
  static func isKnown(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = Array(bytes.prefix(8192))[...].drop { $0.isSpace || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard head.first == 0x7B || head.first == 0x5B else { return false }
    return head.contains("\"document_number\"") && head.contains("federalregister.gov") || head.prefix(400).contains("jsonfeed.org/version")
  }
}
