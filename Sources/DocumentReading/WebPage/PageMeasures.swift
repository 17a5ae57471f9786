/// Lengths and counts of every element of a page, each made in one walk.
struct PageMeasures {
  /// Characters of text, white space run together; of texts alone, before anything is removed.
  private let ownText: [Int32]
  private let ownCommas: [Int32]
  /// Whether an element has a block somewhere below it.
  let hasBlockChild: [Bool]
  let isInTable: [Bool]
  let tables: DataTables
  private let tree: PageTree

  /// The outermost table of data in which an element lies, or which it is.
  func dataTable(around index: Int) -> Int? {
    var found: Int?
    var place = index
    for _ in 0..<200 where place >= 0 {
      if tables.isData[place] == true { found = place }
      place = Int(tree.nodes[place].parent)
    }
    return found
  }

  struct Totals {
    var text: [Int32] = []
    var links: [Int32] = []
    var commas: [Int32] = []
  }

  init(_ tree: PageTree) {
    self.tree = tree
    tables = DataTables(tree)
    let count = tree.nodes.count
    var text = [Int32](repeating: 0, count: count)
    var commas = [Int32](repeating: 0, count: count)
    var hasBlock = [Bool](repeating: false, count: count)
    var inTable = [Bool](repeating: false, count: count)
    tree.text.withUnsafeBufferPointer { bytes in
      for index in tree.nodes.indices where tree.nodes[index].tag == .text {
        let parent = Int(tree.nodes[index].parent)
        // Data for scripts is no text of the page.
        if parent >= 0, tree.nodes[parent].tag == .script { continue }
        (text[index], commas[index]) = Self.measure(bytes, Int(tree.nodes[index].start)..<Int(tree.nodes[index].stop))
      }
    }
    for index in tree.nodes.indices {
      let parent = Int(tree.nodes[index].parent)
      if parent >= 0 { inTable[index] = inTable[parent] || tree.nodes[parent].tag == .table || tree.nodes[parent].tag == .code }
    }
    for index in tree.nodes.indices.reversed() {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      if hasBlock[index] || Self.breaksParagraph(tree.nodes[index].tag) { hasBlock[parent] = true }
    }
    ownText = text
    ownCommas = commas
    hasBlockChild = hasBlock
    isInTable = inTable
  }

  /// Sums over what isn't removed.
  func totals(without removed: [Bool]) -> Totals {
    var totals = Totals(text: ownText, links: [Int32](repeating: 0, count: ownText.count), commas: ownCommas)
    for index in tree.nodes.indices.reversed() where !removed[index] {
      let node = tree.nodes[index]
      if node.tag == .a { totals.links[index] = node.marks.contains(.localLink) ? totals.text[index] * 3 / 10 : totals.text[index] }
      let parent = Int(node.parent)
      guard parent >= 0 else { continue }
      totals.text[parent] += totals.text[index]
      totals.commas[parent] += totals.commas[index]
      totals.links[parent] += totals.links[index]
    }
    return totals
  }

  private static func breaksParagraph(_ tag: PageTag) -> Bool {
    switch tag {
    case .blockquote, .dl, .div, .img, .ol, .p, .pre, .table, .ul, .section, .article, .main, .custom, .figure, .h1, .h2, .h3, .h4: true
    default: false
    }
  }

  private static func measure(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (Int32, Int32) {
    var length: Int32 = 0
    var commas: Int32 = 0
    var wasSpace = true
    for index in range {
      let byte = bytes[index]
      if byte <= 0x20 {
        if !wasSpace { length &+= 1 }
        wasSpace = true
      } else {
        // A Chinese, Japanese or Korean character says what several letters do.
        if byte & 0xC0 != 0x80 { length &+= byte >= 0xE3 && byte < 0xEE ? 2 : 1 }
        wasSpace = false
        if byte == 0x2C || byte == 0xEF && index &+ 2 < range.upperBound && bytes[index &+ 1] == 0xBC && bytes[index &+ 2] == 0x8C
          || byte == 0xE3 && index &+ 2 < range.upperBound && bytes[index &+ 1] == 0x80 && bytes[index &+ 2] &- 0x81 <= 1
          || byte == 0xD8 && index &+ 1 < range.upperBound && bytes[index &+ 1] == 0x8C
        {
          commas &+= 1
        }
      }
    }
    if wasSpace, length > 0 { length &-= 1 }
    return (length, commas)
  }
}
