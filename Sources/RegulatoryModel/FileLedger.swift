/// How the last reading of a file ended. The raw value is its name in JSON.
package enum FileStatus: String, CaseIterable, Sendable, Hashable {
  case read, partly, skipped, failed

  /// In words, where "partly" alone would leave one asking.
  package var label: String { self == .partly ? "partly read" : rawValue }
}

/// One line of the file ledger: what became of a file, and why.
package struct FileRecord: Hashable, Sendable {
  /// Its number in the library; stays while the library has the file.
  package var id: Int64
  package var path: DocumentPath
  package var root: DocumentPath
  package var status: FileStatus
  /// Why it was skipped or failed; nil for a file that was read.
  package var reason: String?
  /// What could not be read of a file that was.
  package var notes: [String]
  package var reader: String
  /// In bytes.
  package var size: Int64
  package var stories: Int
  /// Its first story; nil where it has none.
  package var firstStory: Int64?
  /// The format it was read as, or that its name claims; nil where none was recognised.
  package var format: String?
  /// When it was read, in seconds since 1970.
  package var readAt: Int64
  /// How long reading and extraction took, in microseconds.
  package var micros: Int64

  package init(
    id: Int64 = 0, path: DocumentPath, root: DocumentPath, status: FileStatus, reason: String? = nil, notes: [String] = [], reader: String,
    size: Int64, stories: Int, firstStory: Int64? = nil, format: String? = nil, readAt: Int64 = 0, micros: Int64 = 0
  ) {
    self.id = id
    self.path = path
    self.root = root
    self.status = status
    self.reason = reason
    self.notes = notes
    self.reader = reader
    self.size = size
    self.stories = stories
    self.firstStory = firstStory
    self.format = format
    self.readAt = readAt
    self.micros = micros
  }

  /// Everything that kept it from being read whole: the reason, or the notes.
  package var troubles: [String] { reason.map { [$0] + notes } ?? notes }

  /// Its path below the watched folder, for people.
  package var pathBelowRoot: String {
    let prefix = root.bytes.last == 0x2F ? root.bytes.count : root.bytes.count + 1
    guard path.isInside(root), path.bytes.count > prefix else { return path.text }
    return String(decoding: path.bytes[prefix...], as: UTF8.self)
  }
}

/// A reason with what differs from file to file taken out, so that one trouble of many files is one line.
package enum ReasonPattern {
  /// Numbers, quoted words and file names become "…"; a type such as `.png` or `.mp3` stays, and so does "UTF-8".
  package static func of(_ reason: String) -> String {
    var result = ""
    result.reserveCapacity(reason.utf8.count)
    var rest = Substring(reason)
    while let first = rest.first {
      if let closing = closing(of: first), let end = rest.dropFirst().firstIndex(of: closing) {
        result += "\(first)…\(closing)"
        rest = rest[rest.index(after: end)...]
      } else if first.isWhitespace || closing(of: first) != nil {
        result.append(first)
        rest = rest.dropFirst()
      } else {
        let word = rest.prefix { !$0.isWhitespace && closing(of: $0) == nil }
        result += abstracted(word)
        rest = rest[word.endIndex...]
      }
    }
    return result
  }

  private static func closing(of opening: Character) -> Character? {
    switch opening {
    case "“": "”"
    case "\"": "\""
    default: nil
    }
  }

  /// One word: its numbers, or itself where it is a file's name.
  private static func abstracted(_ word: Substring) -> String {
    let isEdge: (Character) -> Bool = { ",;:()!?".contains($0) || $0 == "." }
    let head = word.prefix { ",;:()!?".contains($0) }
    let body = word[head.endIndex...]
    let tail = body.reversed().prefix(while: isEdge).count
    let core = body.dropLast(tail)
    let end = body.suffix(tail)
    if core.first == "." { return String(word) }
    if core.contains("/") || isFileName(core) { return head + "…" + end }
    if let digits = core.first, digits.isNumber, core.allSatisfy({ $0.isNumber || ".,:%-–".contains($0) || $0.isLetter }) {
      let number = core.prefix { $0.isNumber || $0 == "." || $0 == "," || $0 == ":" || $0 == "-" || $0 == "–" }
      return head + "…" + core[number.endIndex...] + end
    }
    return String(word)
  }

  /// `report.pdf`, `a.b.html`: letters or digits, a dot, and an ending of two to five.
  private static func isFileName(_ word: Substring) -> Bool {
    guard let dot = word.lastIndex(of: "."), dot != word.startIndex else { return false }
    let ending = word[word.index(after: dot)...]
    return (2...5).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber } && ending.contains { $0.isLetter }
      && !word.allSatisfy { $0.isNumber || $0 == "." }
  }
}
