/// How much of one file is read, so that no file can take the program's memory or time.
package struct ReadingLimits: Sendable, Hashable {
  /// Largest file of a text format, in bytes; a larger one is refused before it is read.
  package var textBytes = 64 << 20
  /// Largest file of a format that is read piece by piece (archives, mailboxes, PDF), in bytes.
  package var containerBytes = 2 << 30
  /// Largest archive entry or attachment, unpacked, in bytes; a larger one is left out, and a note says so.
  package var memberBytes = 64 << 20
  /// Most bytes that one file may unpack to, all its members together; the rest is left out.
  package var unpackedBytes = 512 << 20
  /// Most bytes that one packed byte may become; beyond it a file is taken for a bomb, and the rest left out.
  package var expansion = 200
  /// How deep documents may lie in one another: archives in archives, mails in mails.
  package var nesting = 4
  /// Most entries of one archive, or parts of one mail.
  package var members = 10_000
  /// Most stories of one file; the rest is left out.
  package var stories = 20_000
  /// Most bytes of text that the stories of one file may have together; the rest is left out.
  package var storyBytes = 64 << 20
  /// How long a helper program may work on one file, in seconds.
  package var helperSeconds = 60
  /// How much memory a helper program may take, in bytes.
  package var helperBytes = 256 << 20
  /// Most nodes of one web page; the rest of a larger page is left out, and a note says so.
  package var pageNodes = 1_000_000
  /// Deepest nesting of one web page; what is nested deeper is read as if it stood at this depth.
  package var pageDepth = 1000
  /// Deepest nesting of an XML document; what comes after a deeper element is left out, and a note says so. libxml2 stops at 256.
  package var xmlDepth = 200
  /// Most elements of an XML document; the rest is left out, and a note says so.
  package var xmlElements = 2_000_000
  /// Most values in a JSON file; one with more is refused.
  package var jsonValues = 3_000_000

  package init() {}

  package static let standard = ReadingLimits()

  /// The standard limits with some changed.
  package static func with(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
    var limits = ReadingLimits.standard
    change(&limits)
    return limits
  }
}

/// One limit as people set and read it: the configuration, the documentation and the messages use this table.
package struct ReadingLimit: Sendable {
  /// Its name under `[limits]` in the configuration.
  package let name: String
  /// What it holds, with the unit.
  package let meaning: String
  /// In the unit of `meaning`.
  package let range: ClosedRange<Int>
  let unit: Int
  let keyPath: @Sendable () -> WritableKeyPath<ReadingLimits, Int>

  private init(
    _ name: String, _ meaning: String, _ range: ClosedRange<Int>, unit: Int = 1,
    _ keyPath: @escaping @Sendable () -> WritableKeyPath<ReadingLimits, Int>
  ) {
    self.name = name
    self.meaning = meaning
    self.range = range
    self.unit = unit
    self.keyPath = keyPath
  }

  /// Its value, in the unit of `meaning`.
  package func value(in limits: ReadingLimits) -> Int { limits[keyPath: keyPath()] / unit }

  /// What it is where nobody sets it, in the unit of `meaning`.
  package var standard: Int { value(in: .standard) }

  /// Sets it; false where the value is out of range, and nothing is changed.
  package func set(_ value: Int, in limits: inout ReadingLimits) -> Bool {
    guard range.contains(value) else { return false }
    limits[keyPath: keyPath()] = value * unit
    return true
  }

  /// The table as Markdown, for the documentation.
  package static var markdown: String {
    "| `[limits]` | what it holds | default | from, to |\n| --- | --- | ---: | ---: |\n"
      + all.map { "| `\($0.name)` | \($0.meaning) | \($0.standard) | \($0.range.lowerBound), \($0.range.upperBound) |\n" }.joined()
  }

  package static let all: [ReadingLimit] = [
    ReadingLimit("file_mb", "size of a text file (text, Markdown, web page, XML, JSON, CSV), in MB", 1...1024, unit: 1 << 20) {
      \.textBytes
    },
    ReadingLimit("container_mb", "size of an archive, mailbox or PDF, in MB", 1...65536, unit: 1 << 20) { \.containerBytes },
    ReadingLimit("member_mb", "size of an archive’s entry or an attachment, unpacked, in MB", 1...1024, unit: 1 << 20) { \.memberBytes },
    ReadingLimit("unpacked_mb", "size of everything that one file unpacks to, in MB", 1...65536, unit: 1 << 20) { \.unpackedBytes },
    ReadingLimit("expansion", "how many bytes one packed byte may become", 2...100_000) { \.expansion },
    ReadingLimit("nesting", "how deep documents may lie in one another", 1...16) { \.nesting },
    ReadingLimit("members", "entries of one archive, parts of one mail", 1...1_000_000) { \.members },
    ReadingLimit("stories", "stories of one file", 1...1_000_000) { \.stories },
    ReadingLimit("story_mb", "text of all stories of one file, in MB", 1...4096, unit: 1 << 20) { \.storyBytes },
    ReadingLimit("helper_seconds", "time that a helper program may take for one file, in seconds", 1...3600) { \.helperSeconds },
    ReadingLimit("helper_mb", "memory that a helper program may take, in MB", 64...65536, unit: 1 << 20) { \.helperBytes },
    ReadingLimit("page_nodes", "elements and texts of one web page", 1000...10_000_000) { \.pageNodes },
    ReadingLimit("page_depth", "nesting of elements in one web page", 16...10_000) { \.pageDepth },
    ReadingLimit("xml_elements", "elements of one XML document", 1000...20_000_000) { \.xmlElements },
    ReadingLimit("json_values", "values of one JSON file", 1000...50_000_000) { \.jsonValues },
  ]
}
