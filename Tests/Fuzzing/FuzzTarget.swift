import DocumentReading
import EntityExtraction
import QueryLanguage
import RegulatoryModel
import SettingsText

/// One parser of outside bytes, under the fuzzer. Every document format is one by itself: a new row of its table needs nothing here but seeds.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable (UnsafeRawBufferPointer) -> Void

  static let all: [FuzzTarget] =
    DocumentFormat.allCases.map { format in
      let path = DocumentPath("fuzz/cur/input" + (format.extensions.first.map { "." + $0 } ?? ""))
      let reader = DocumentReader(limits: limits)
      return FuzzTarget(name: format.rawValue) { bytes in
        // Of PDF files, only what is ours: helper programs are not fuzzed here.
        let result =
          format == .pdf
          ? try? reader.readPageLayout(Array(bytes), path: path, modified: today) : try? reader.read(bytes, path: path, modified: today)
        guard let reading = result else { return }
        for story in reading.stories { check(story) }
      }
    } + [
      FuzzTarget(name: "extraction") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let story = Story(title: "", text: text, date: today, dateOrigin: .header)
        let length = text.utf8.count
        for mark in extractor.findings(in: story).marks {
          precondition(mark.mention.span.lowerBound >= 0 && mark.mention.span.upperBound <= length, "a mark beyond its text")
        }
      },
      FuzzTarget(name: "query") { bytes in
        guard let query = try? Query(parsing: String(decoding: bytes, as: UTF8.self), vocabulary: Vocabulary()) else { return }
        let again = try? Query(parsing: query.description, vocabulary: Vocabulary())
        precondition(again == query, "\(query) is read back as something else")
      },
      FuzzTarget(name: "settings") { bytes in _ = SettingsFile(text: String(decoding: bytes, as: UTF8.self), path: "a.toml") },
    ]

  private static let today = CalendarDay(daysSinceEpoch: 20_000)
  private static let extractor = Extractor()
  /// Small, so that the fuzzer reaches them.
  private static let limits = ReadingLimits.with {
    $0.members = 50
    $0.stories = 100
    $0.unpackedBytes = 16 << 20
    $0.memberBytes = 4 << 20
    $0.helperSeconds = 2
  }

  /// What every story of every reader owes the rest of the program.
  private static func check(_ story: Story) {
    let length = story.text.utf8.count
    precondition(story.bodyStart >= 0 && story.bodyStart <= length, "the body begins beyond the text")
    precondition(story.asides.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= length }, "an aside beyond the text")
    precondition(story.pages.allSatisfy { $0 >= 0 && $0 <= length }, "a page beyond the text")
    for part in [story.title, story.text] {
      precondition(
        part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }, "a control character")
    }
  }
}
