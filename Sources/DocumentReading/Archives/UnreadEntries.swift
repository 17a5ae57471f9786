import PrintableText
import RegulatoryModel

/// Counts what was not read of an archive, and says it in few sentences.
struct UnreadEntries {
  private var kinds: [String: Int] = [:]
  private var encrypted: [String] = []
  private var encryptedCount = 0
  /// What readers said of single entries; the first of them, and how many more there were.
  private var sentences: [String] = []
  private var furtherSentences = 0
  private static let mostSentences = 40
  private static let mostKinds = 1000
  private static let shownKinds = 8

  /// An entry whose name says that no reader is made for it.
  mutating func note(kind claimed: String) {
    let kind =
      claimed.count <= 10 && claimed.utf8.allSatisfy { $0.isWordByte && $0 < 0x80 || $0 == 0x2B || $0 == 0x7E } ? "." + claimed : "other"
    kinds[kinds.count < Self.mostKinds || kinds[kind] != nil ? kind : "other", default: 0] += 1
  }

  mutating func note(encrypted name: String) {
    encryptedCount += 1
    if encrypted.count < 3 { encrypted.append(PrintableText.safe(name)) }
  }

  mutating func note(_ sentence: String) {
    if sentences.count < Self.mostSentences { sentences.append(sentence) } else { furtherSentences += 1 }
  }

  /// Whether there were entries that are locked, and nothing else was left out.
  var isOnlyEncrypted: Bool { encryptedCount > 0 && kinds.isEmpty && sentences.isEmpty }

  var notes: [String] {
    var notes = sentences
    if furtherSentences > 0 { notes.append("there are \(furtherSentences) more notes of this sort") }
    if encryptedCount > 0 {
      let names = encrypted.joined(separator: ", ") + (encryptedCount > encrypted.count ? " …" : "")
      notes.append(encryptedCount == 1 ? "1 entry is encrypted: \(names)" : "\(encryptedCount) entries are encrypted: \(names)")
    }
    let total = kinds.values.reduce(0, +)
    if total > 0 {
      let sorted = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      var list = sorted.prefix(Self.shownKinds).map { "\($0.key) (\($0.value))" }
      if sorted.count > Self.shownKinds { list.append("\(sorted.count - Self.shownKinds) more types") }
      let subject = total == 1 ? "1 entry of a type that is not read" : "\(total) entries of types that are not read"
      notes.append("\(subject): \(list.joined(separator: ", "))")
    }
    return notes
  }
}
