import ArgumentParser
import Dashboard
import EntityExtraction
import Foundation
import PrintableText
import QueryLanguage
import RegulatoryModel
import StoryLibrary

extension Regwatch {
  struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what each finding of a story rests on: sentence, place, rule and confidence.",
      discussion: """
        Confidence is a property of the rule, in three steps:
        \(Confidence.allCases.map { "  " + $0.sentence }.joined(separator: "\n"))

        What a line of your own lexicon made or took out is told with that line.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The story's number, as regwatch list prints it.")
    var story: Int64
    @OptionGroup var libraryOption: LibraryOption
    @Option(help: "How it is printed.")
    var format: Format = .text
    @Option(help: "Only these findings. May be given more than once.")
    var only: [StoryEvidence.Sort] = []
    @Option(help: "Only what was found of this thing, by its id: kraken, sec, BTC, us/119/hr/3633.")
    var id: String?

    func run() throws {
      let session = Session(library: libraryOption.library)
      session.tellWarnings()
      let library = try Querying.opening(session.openExistingLibrary)
      guard let detail = try Querying.asking({ () throws(LibraryError) in try library.detail(of: StoryID(story)) }) else {
        throw CommandFailure(
          Problem(
            "Cannot explain story \(story)", why: "the library has no story of that number", remedy: "regwatch list prints the numbers"))
      }
      let trace = CorrectionTracer(session.lexicon).trace(detail.story, detail.findings)
      let evidence = StoryEvidence(detail.story, detail.findings, trace: trace)
      let items = evidence.items.filter { item in
        (only.isEmpty || only.contains(item.sort)) && (id == nil || item.id?.lowercased() == id?.lowercased())
      }
      switch format {
      case .json: try StandardStreams.print(WhyReport.json(evidence, items, detail))
      case .text:
        let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"
        let lines = WhyReport.lines(evidence, items, detail, onTerminal: StandardStreams.isTerminal && !isDumb)
        try lines.forEach(StandardStreams.print)
      }
      try (items.isEmpty ? ExitStatus.incomplete : .done).end()
    }
  }
}

extension StoryEvidence.Sort: ExpressibleByArgument {}

/// The evidence as text and as JSON.
enum WhyReport {
  /// Terminal attributes are put in last: everything else in a line is made safe to print.
  static func lines(_ evidence: StoryEvidence, _ items: [StoryEvidence.Item], _ detail: StoryDetail, onTerminal: Bool) -> [String] {
    let story = evidence.story
    let (open, close) = onTerminal ? ("\u{1B}[1;7m", "\u{1B}[0m") : ("⟦", "⟧")
    var lines = [
      safe(story.title), safe(detail.fullPath), "",
      "Date \(story.date.longText), \(story.dateOrigin.words)",
      "Kind \(story.kind.label), \(StoryEvidence.kindFrom)",
      "Title: \(evidence.titleFrom)",
    ]
    var last: String?
    for item in items {
      if item.label != last { lines += ["", safe(item.label) + (item.id.map { "  [\(safe($0))]" } ?? "")] }
      last = item.label
      let (sentence, part) = evidence.sentence(of: item)
      let place = evidence.place(of: item)
      let bytes = Array(sentence.utf8)
      func piece(_ range: Range<Int>) -> String { safe(String(decoding: bytes[range], as: UTF8.self)) }
      lines.append(
        "  line \(place.line), column \(place.column): \(piece(0..<part.lowerBound))\(open)\(piece(part))\(close)\(piece(part.upperBound..<bytes.count))"
      )
      lines.append("    Rule: " + ExtractionRule.sentence(for: item.rule))
      lines.append("    " + ExtractionRule.confidence(of: item.rule).sentence)
      if let origin = item.origin { lines.append("    Corrected by \(safe(origin.text))") }
    }
    if items.isEmpty { lines += ["", "Nothing was found in it."] }
    return lines
  }

  private static func safe(_ text: String) -> String { PrintableText.safe(text) }

  static func json(_ evidence: StoryEvidence, _ items: [StoryEvidence.Item], _ detail: StoryDetail) -> String {
    JSONText.object { json in
      json.field("version", StoryJSON.version)
      json.field("id", Int(detail.row.id.rawValue))
      json.field("path", detail.fullPath)
      json.field("title", evidence.story.title)
      json.field("titleFrom", evidence.titleFrom)
      json.field("date", evidence.story.date.description)
      json.field("dateFrom", evidence.story.dateOrigin.rawValue)
      json.field("kind", evidence.story.kind.rawValue)
      json.field("kindFrom", StoryEvidence.kindFrom)
      json.field("findings") { json in json.array(items) { finding(&$0, $1, evidence) } }
    }
  }

  private static func finding(_ json: inout JSONText, _ item: StoryEvidence.Item, _ evidence: StoryEvidence) {
    let (sentence, part) = evidence.sentence(of: item)
    let place = evidence.place(of: item)
    let confidence = ExtractionRule.confidence(of: item.rule)
    json.object { json in
      json.field("type", item.type)
      json.field("id", item.id)
      json.field("label", item.label)
      json.field("start", item.span.lowerBound)
      json.field("end", item.span.upperBound)
      json.field("line", place.line)
      json.field("column", place.column)
      json.field("sentence", sentence)
      json.field("emphasis", [part.lowerBound, part.upperBound])
      json.field("rule", item.rule.rawValue)
      json.field("ruleText", ExtractionRule.sentence(for: item.rule))
      json.field("confidence", confidence.rawValue)
      json.field("confidenceText", confidence.sentence)
      json.field("removed", item.isRemoved)
      json.field("correctedBy") { json in
        guard let origin = item.origin else { return json.value(nil) }
        json.object { json in
          json.field("file", origin.file)
          json.field("line", origin.line)
        }
      }
    }
  }
}
