import QueryLanguage
import RegulatoryModel

/// The line below a story's title.
package enum StoryFacts {
  /// Bytes that are read in a minute: 230 words of 6.
  private static let bytesPerMinute = 1_380

  /// `20 Nov 2026 · Press release · SEC, Coinbase · 3 min · inbox/sec.html`, with what the person has set in front.
  package static func line(of detail: StoryDetail, glyphs: Glyphs) -> String {
    let row = detail.row
    var parts: [String] = []
    let tags = row.tags.map { "#\($0)" }.joined(separator: " ")
    let set = [row.isStarred ? glyphs.star : "", tags].filter { !$0.isEmpty }.joined(separator: " ")
    parts.append(set.isEmpty ? row.date.longText : "\(set) \(row.date.longText)")
    parts.append(row.kind.label)
    if !row.names.isEmpty { parts.append(row.names.joined(separator: ", ")) }
    parts.append("\(max(1, (detail.story.text.utf8.count + bytesPerMinute / 2) / bytesPerMinute)) min")
    parts.append(row.path)
    return parts.joined(separator: " \(glyphs.dot) ")
  }
}
