import RegulatoryModel

/// Finds date and byline around the heading of a page, also where they stand in a box that is no part of the article.
enum PageHead {
  /// How many nodes before and after the heading are looked at.
  private static let reach = (before: 40, after: 120)

  static func read(_ tree: PageTree, heading: Int, removed: [Bool], into draft: inout StoryDraft, _ dates: StatedDate) {
    let range = max(0, heading - reach.before)..<min(tree.nodes.count, heading + reach.after)
    var prose = 0
    for index in range where !removed[index] && tree.nodes[index].tag != .text {
      let node = tree.nodes[index]
      // Every line within reach is looked at once, by its smallest element.
      guard node.end - Int32(index) <= 24, holdsText(tree, index) else { continue }
      let line = tree.line(of: index, limit: 400)
      if line.count > 200 {
        prose += node.tag == .p ? 1 : 0
        if prose > 1 { return }
        continue
      }
      if draft.days[.header] == nil { draft.note(dates.inLine(line[...]), from: .header) }
      if draft.author == nil, line.count < 100, line[...].hasPrefix("by "), node.marks.contains(.byline) || node.tag == .p {
        draft.author = author(line[...])
      }
    }
  }

  /// Whether the element has text of its own, and is no mere box around another.
  private static func holdsText(_ tree: PageTree, _ index: Int) -> Bool {
    tree.children(of: index).contains {
      tree.nodes[$0].tag == .text && tree.text[Int(tree.nodes[$0].start)..<Int(tree.nodes[$0].stop)].contains { !$0.isSpace }
    }
  }

  /// "By Ann Other | 17 July 2025": up to the first sign or number.
  private static func author(_ line: Bytes) -> String? {
    let name = PageByline.withoutMonth(line.dropFirst(3).prefix { $0 != 0x7C && $0 != 0x2C && !$0.isDigit && $0 != 0xC2 }.trimmed)
    return name.isEmpty || name.words.count > 6 ? nil : name.text
  }
}
