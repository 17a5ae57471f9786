import Foundation
import QueryLanguage

/// One line of a dump.
enum MarksLine {
  case story(marks: [String], digest: Data, item: String, path: Data)
  case filter(SavedFilter)

  static func parse(_ text: String) throws(LibraryError) -> [MarksLine] {
    var lines: [MarksLine] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let parsed = MarksLine(fields) else {
        throw .notMarks(line: index + 1, reason: "expected \"story\" with four fields, or \"filter\" with two, separated by tabs")
      }
      lines.append(parsed)
    }
    return lines
  }

  private init?(_ fields: [Substring]) {
    if fields.count == 5, fields[0] == "story" {
      let marks = fields[1].split(separator: " ").compactMap { PercentText.decoded($0) }.map { String(decoding: $0, as: UTF8.self) }
      let known = marks.filter { Mark(rawValue: $0) != nil || MarkSetName.tag(in: $0) != nil }
      guard !marks.isEmpty, known.count == marks.count, let digest = Hexadecimal.decoded(fields[2]),
        let item = PercentText.decoded(fields[3]),
        let path = PercentText.decoded(fields[4]), !path.isEmpty
      else { return nil }
      self = .story(marks: marks, digest: Data(digest), item: String(decoding: item, as: UTF8.self), path: Data(path))
    } else if fields.count == 3, fields[0] == "filter", let name = PercentText.decoded(fields[1]),
      let query = PercentText.decoded(fields[2])
    {
      self = .filter(SavedFilter(name: String(decoding: name, as: UTF8.self), query: String(decoding: query, as: UTF8.self)))
    } else {
      return nil
    }
  }
}
