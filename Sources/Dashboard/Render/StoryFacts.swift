import QueryLanguage
import RegulatoryModel

/// The lines below a story's title.
package enum StoryFacts {
  /// Bytes that are read in a minute: 230 words of 6.
  private static let bytesPerMinute = 1_380
  /// Lines at most: the text is what one came for.
  private static let mostLines = 2

  /// `20 Nov 2026 · Press release · SEC, Coinbase · 3 min · inbox/sec.html`, with what the person has set in front.
  ///
  /// Where that takes more than two lines, names and folders are left out, the last named first.
  package static func lines(of detail: StoryDetail, glyphs: Glyphs, width: Int) -> [String] {
    let names = detail.row.names
    let path = detail.row.path
    let file = path.split(separator: "/").last.map(String.init) ?? path
    var attempts = (0...names.count).reversed().map { line(of: detail, names: $0, path: path, glyphs: glyphs) }
    if file != path { attempts.append(line(of: detail, names: 0, path: "\(glyphs.ellipsis)/\(file)", glyphs: glyphs)) }
    attempts.append(line(of: detail, names: 0, path: file, glyphs: glyphs))
    var shortest: [String] = []
    for attempt in attempts {
      shortest = TextWrap.strings(of: attempt, width: width)
      if shortest.count <= mostLines { break }
    }
    // The dot between two facts is left out at a line's end.
    let separator = " \(glyphs.dot)"
    return shortest.prefix(mostLines).map { $0.hasSuffix(separator) ? String($0.dropLast(separator.count)) : $0 }
  }

  private static func line(of detail: StoryDetail, names: Int, path: String, glyphs: Glyphs) -> String {
    let row = detail.row
    var parts: [String] = []
    let tags = row.tags.map { "#\($0)" }.joined(separator: " ")
    let set = [row.isStarred ? glyphs.star : "", tags].filter { !$0.isEmpty }.joined(separator: " ")
    parts.append(set.isEmpty ? row.date.longText : "\(set) \(row.date.longText)")
    parts.append(row.kind.label)
    let left = row.names.count - names
    if names > 0 { parts.append(row.names.prefix(names).joined(separator: ", ") + (left > 0 ? " +\(left)" : "")) }
    parts.append("\(max(1, (detail.story.text.utf8.count + bytesPerMinute / 2) / bytesPerMinute)) min")
    parts.append(path)
    return parts.joined(separator: " \(glyphs.dot) ")
  }
}
