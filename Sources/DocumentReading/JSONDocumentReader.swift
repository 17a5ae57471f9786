/// The kinds of JSON document that are read, known by their keys: one row each.
///
/// A further kind (JSON Feed, say) is a row here and a reader in a folder of its own.
struct JSONDocumentKind: Sendable {
  /// With its article.
  var name: String
  /// The stories of a document; nil where it is of another kind.
  var read: @Sendable (_ value: JSONValue, _ context: ReadingContext) -> [StoryDraft]?

  static let all: [JSONDocumentKind] = [
    JSONDocumentKind(name: "a Federal Register document or search result") { FederalRegisterAnswer.drafts($0, in: $1) }
  ]
}

/// Reads a JSON file as what its keys say it is.
enum JSONDocumentReader {
  static func drafts(_ text: CleanText, in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> [StoryDraft] {
    // Each value costs many times its bytes.
    guard text.bytes.reduce(0, { $1 == 0x2C || $1 == 0x5B || $1 == 0x7B ? $0 + 1 : $0 }) <= context.limits.jsonValues else {
      throw .notKnown("JSON of more than \(context.limits.jsonValues) values; split it into parts")
    }
    let body = text.bytes[...].trimmed
    guard let first = body.first, first == 0x7B || first == 0x5B, let value = JSONReader.read(body) else {
      throw .damaged("it is named .json and is no JSON object or list")
    }
    if body.last != (first == 0x7B ? 0x7D : 0x5D) { notes.append("the file ends in the middle: read as far as it goes") }
    for kind in JSONDocumentKind.all {
      if let drafts = kind.read(value, context) {
        guard !drafts.isEmpty else { throw .noText }
        return drafts
      }
    }
    throw .notKnown("JSON of a kind that is not read")
  }

  /// Whether a file that claims to be something else is one of the kinds.
  static func isKnown(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = Array(bytes.prefix(8192))[...].drop { $0.isSpace || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard head.first == 0x7B || head.first == 0x5B else { return false }
    return head.contains("\"document_number\"") && head.contains("federalregister.gov")
  }
}
