import RegulatoryModel
import Testing

@testable import EntityExtraction

/// A text that carries its expectation: `"⟦exchange:Kraken⟧ and the ⟦agency:SEC⟧ met"`. `⟦agency/hm-treasury:Treasury⟧` asks for the
/// id too. Assets are compared only where one is marked.
struct MarkedText {
  struct Mark: Hashable, CustomStringConvertible {
    var kind: String
    var span: Range<Int>
    var text: String
    var id: String?
    var description: String { "\(kind)\(id.map { "/" + $0 } ?? ""):\(text)@\(span.lowerBound)" }
  }

  private(set) var text = ""
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      text += rest[..<open]
      let inside = rest[rest.index(after: open)..<close]
      guard let colon = inside.firstIndex(of: ":") else { preconditionFailure("a mark without a kind: \(inside)") }
      let label = inside[..<colon].split(separator: "/")
      let name = String(inside[inside.index(after: colon)...])
      let start = text.utf8.count
      text += name
      marks.append(
        Mark(kind: String(label[0]), span: start..<text.utf8.count, text: name, id: label.count > 1 ? String(label[1]) : nil))
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }

  var story: Story { Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata) }

  /// What differs between the marks and what the rules find; empty where nothing does.
  func differences(_ extractor: Extractor = sharedExtractor) -> [String] {
    let findings = extractor.findings(in: story)
    var found: [Mark] = []
    var kinds = [("exchange", findings.exchanges), ("agency", findings.agencies)]
    if marks.contains(where: { $0.kind == "asset" }) { kinds.append(("asset", findings.assets)) }
    let bytes = Array(text.utf8)
    for (kind, entities) in kinds {
      for entity in entities {
        for mention in entity.mentions {
          found.append(Mark(kind: kind, span: mention.span, text: String(decoding: bytes[mention.span], as: UTF8.self), id: entity.id))
        }
      }
    }
    var differences: [String] = []
    for mark in marks where !found.contains(where: { $0.kind == mark.kind && $0.span == mark.span && (mark.id == nil || mark.id == $0.id) })
    {
      differences.append("missed \(mark)")
    }
    for one in found where !marks.contains(where: { $0.kind == one.kind && $0.span == one.span && ($0.id == nil || $0.id == one.id) }) {
      differences.append("false \(one)")
    }
    return differences
  }
}

let sharedExtractor = Extractor(lexicon: .builtIn)
