/// Finds who wrote a page in what it shows: the elements that it marks as byline or author, where no data says it.
enum PageByline {
  /// How far before the heading a byline may stand, in elements and texts.
  private static let reach = 60
  private static let mostLooks = 60
  private static let openings: [StaticString] = [
    "by ", "by:", "written by ", "posted by ", "author:", "authors:", "reported by ", "par ", "von ", "por ", "di ", "door ", "av ",
    "автор:",
    "от ", "文/", "作者:", "作者：", "記者",
  ]

  /// The first byline from the heading to the end of the article; nil where none is marked.
  static func author(_ tree: PageTree, heading: Int?, end: Int, removed: [Bool]) -> String? {
    var index = max(0, (heading ?? 0) - reach)
    var looks = 0
    while index < min(end, tree.nodes.count), looks < mostLooks {
      let node = tree.nodes[index]
      guard node.tag != .text, node.marks.contains(.byline), node.tag != .meta, node.tag != .link, node.tag != .body, !removed[index] else {
        index += 1
        continue
      }
      looks += 1
      // A byline in a box of bylines is found in the box: its smallest part may be "By" alone.
      if let name = name(tree.line(of: index, limit: 300)[...]) { return name }
      index += 1
    }
    return nil
  }

  /// The name in "By Ann Other and Bob | 17 July 2025"; nil for a line that is none.
  static func name(_ line: Bytes) -> String? {
    var rest = line.trimmed
    for opening in openings where rest.hasPrefix(opening) {
      rest = rest[(rest.startIndex + opening.utf8CodeUnitCount)...].trimmed
      break
    }
    rest = rest.prefix { $0 != 0x7C && !$0.isDigit && $0 != 0x40 && $0 != 0x28 && $0 != 0x5B }
    for sign: StaticString in ["·", "•", " – ", " — ", " - ", ": ", "published", "updated", "posted", "follow", "contributor"] {
      if let cut = rest.firstIndex(of: sign) { rest = rest[..<cut] }
    }
    rest = withoutMonth(rest.trimmed)
    while let last = rest.last, last == 0x2C || last == 0x3A || last == 0x2F || last == 0x3B || last == 0x2D || last.isSpace {
      rest = rest.dropLast()
    }
    guard (2...100).contains(rest.count), rest.words.count <= 12, !isNoName(rest) else { return nil }
    return rest.text
  }

  /// "Nathan Willis March" before "25, 2015".
  static func withoutMonth(_ line: Bytes) -> Bytes {
    guard let last = line.words.last, line.words.count > 2, MonthName.month(last) != nil else { return line }
    return line[..<last.startIndex].trimmed
  }

  private static func isNoName(_ line: Bytes) -> Bool {
    let others: [StaticString] = [
      "by", "author", "authors", "about the author", "about the authors", "written by", "staff", "share", "more", "read more", "comments",
      "on",
      "about", "the author", "view all posts", "see more", "last", "par", "von",
    ]
    return others.contains { line.isSame(as: $0) } || !line.contains { $0.isASCIILetter || $0 >= 0x80 } || line.contains(0x7B)
  }
}
