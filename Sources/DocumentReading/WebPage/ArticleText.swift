/// Writes the chosen elements as plain text: paragraphs, lists with their marks, tables with a row on each line.
struct ArticleText {
  private(set) var output: [UInt8] = []
  private let tree: PageTree
  private let removed: [Bool]
  private let title: [[UInt8]]
  private let isDataTable: [Int: Bool]

  private enum Gap: Int { case none, blank, line, paragraph }
  private var gap = Gap.none
  private var lists: [(isOrdered: Bool, number: Int)] = []
  private var open: [Open] = []
  private var preformatted = 0
  /// For each open table whether it holds data.
  private var tables: [Bool] = []
  /// Open cells of tables of data.
  private var cells = 0
  private var isFirstCell = true
  /// After a bullet nothing breaks the line until there is text.
  private var isAfterMark = false
  private var itemDepth = 0
  private var droppedTitle = false

  private struct Open {
    var end: Int
    var tag: PageTag
    var isData: Bool
    var isLinkedNote: Bool
  }

  /// - Parameter title: the story's title, whose heading is left out, since the text begins with it.
  init(_ tree: PageTree, roots: [Int], removed: [Bool], title: [UInt8], tables: [Int: Bool]) {
    self.tree = tree
    self.removed = removed
    self.title = PageTitle.words(title)
    isDataTable = tables
    for root in roots {
      ask(.paragraph)
      write(root)
      ask(.paragraph)
    }
    while let last = output.last, last == 0x0A || last == 0x20 { output.removeLast() }
  }

  private mutating func write(_ root: Int) {
    var index = root
    let end = Int(tree.nodes[root].end)
    tree.text.withUnsafeBufferPointer { text in
      while index < end {
        while let last = open.last, last.end <= index { close() }
        let node = tree.nodes[index]
        if removed[index] || !droppedTitle && isTitle(index, node) {
          index = Int(node.end)
          continue
        }
        if node.tag == .text {
          append(text, Int(node.start)..<Int(node.stop))
        } else {
          begin(index, node)
        }
        index += 1
      }
    }
    while !open.isEmpty { close() }
  }

  private mutating func isTitle(_ index: Int, _ node: PageNode) -> Bool {
    guard node.tag == .h1 || node.tag == .h2 || node.tag == .h3 && output.isEmpty, !title.isEmpty else { return false }
    let words = PageTitle.words(tree.line(of: index))
    guard words == title || words.count >= 4 && title.starts(with: words) else { return false }
    droppedTitle = true
    return true
  }

  // MARK: Elements

  private mutating func begin(_ index: Int, _ node: PageNode) {
    var isData = false
    var isLinkedNote = false
    switch node.tag {
    case .br:
      gap = gap == .line || gap == .paragraph ? .paragraph : .line
      if itemDepth > 0 || cells > 0 { gap = cells > 0 ? .blank : .line }
    case .hr: ask(.paragraph)
    case .ul, .ol:
      ask(lists.isEmpty ? .paragraph : .line)
      let start = tree.value(.start, of: index).flatMap { Int($0.text) } ?? 1
      lists.append((node.tag == .ol, start))
    case .li:
      ask(.line)
      beginItem()
    case .table:
      ask(.paragraph)
      tables.append(isDataTable[index] ?? false)
    case .tr:
      ask(isInDataTable ? .line : .paragraph)
      isFirstCell = true
    case .td, .th:
      if isInDataTable {
        cells += 1
        isData = true
        if !isFirstCell { writeMark([0x20, 0x7C, 0x20]) }
        isFirstCell = false
      } else {
        ask(.paragraph)
      }
    case .thead, .tbody, .tfoot: ask(isInDataTable ? .line : .paragraph)
    case .pre:
      ask(.paragraph)
      preformatted += 1
    case .dd: ask(.line)
    case .sup:
      isLinkedNote = tree.children(of: index).contains { tree.nodes[$0].tag == .a && !removed[$0] }
      if isLinkedNote { output.append(0x5B) }
    case _ where node.tag.isBlock: ask(.paragraph)
    default: break
    }
    if node.end > index + 1 {
      open.append(Open(end: Int(node.end), tag: node.tag, isData: isData, isLinkedNote: isLinkedNote))
    } else {
      end(Open(end: 0, tag: node.tag, isData: isData, isLinkedNote: isLinkedNote))
    }
  }

  private mutating func close() { if let last = open.popLast() { end(last) } }

  private mutating func end(_ element: Open) {
    switch element.tag {
    case .ul, .ol:
      lists.removeLast()
      ask(lists.isEmpty ? .paragraph : .line)
    case .li:
      itemDepth -= 1
      isAfterMark = false
      ask(.line)
    case .tr, .thead, .tbody, .tfoot: ask(isInDataTable ? .line : .paragraph)
    case .table:
      tables.removeLast()
      ask(.paragraph)
    case .td, .th:
      if element.isData { cells -= 1 } else { ask(.paragraph) }
    case .pre:
      preformatted -= 1
      ask(.paragraph)
    case .sup: if element.isLinkedNote { output.append(0x5D) }
    case .br: break
    case .dt: ask(.line)
    case _ where element.tag.isBlock: ask(.paragraph)
    default: break
    }
  }

  private mutating func beginItem() {
    itemDepth += 1
    let depth = max(lists.count - 1, 0)
    var mark = [UInt8](repeating: 0x20, count: min(depth, 6) * 2)
    if let list = lists.last, list.isOrdered {
      mark += Array("\(list.number). ".utf8)
      lists[lists.count - 1].number &+= 1
    } else {
      mark += [0xE2, 0x80, 0xA2, 0x20]
    }
    pendingMark = mark
    isAfterMark = true
  }

  /// Written once there is text after it, so that an empty item leaves nothing.
  private var pendingMark: [UInt8] = []

  private var isInDataTable: Bool { tables.last ?? false }

  // MARK: Text

  private mutating func ask(_ wanted: Gap) {
    var wanted = wanted
    if isAfterMark { return }
    if cells > 0, wanted.rawValue > Gap.blank.rawValue { wanted = .blank }
    if itemDepth > 0, wanted == .paragraph { wanted = .line }
    if wanted.rawValue > gap.rawValue { gap = wanted }
  }

  private mutating func writeGap() {
    if !output.isEmpty {
      switch gap {
      case .none: break
      case .blank: if output.last != 0x20, output.last != 0x0A { output.append(0x20) }
      case .line, .paragraph:
        while output.last == 0x20 { output.removeLast() }
        output.append(0x0A)
        if gap == .paragraph { output.append(0x0A) }
      }
    }
    gap = .none
    if !pendingMark.isEmpty {
      output += pendingMark
      pendingMark = []
    }
    isAfterMark = false
  }

  private mutating func writeMark(_ mark: [UInt8]) {
    while output.last == 0x20 { output.removeLast() }
    gap = .none
    output += mark
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard preformatted == 0 else {
      appendPreformatted(text, range)
      return
    }
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] <= 0x20 {
        if gap == .none { gap = .blank }
        index &+= 1
        continue
      }
      var end = index
      // A run up to a double blank or line end is copied whole.
      while end < range.upperBound, text[end] > 0x20 || text[end] == 0x20 && end &+ 1 < range.upperBound && text[end &+ 1] > 0x20 {
        end &+= 1
      }
      writeGap()
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
      index = end
    }
  }

  private mutating func appendPreformatted(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    if gap.rawValue >= Gap.line.rawValue || output.isEmpty { while start < range.upperBound, text[start] == 0x0A { start += 1 } }
    guard start < range.upperBound else { return }
    writeGap()
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<range.upperBound]))
  }
}
