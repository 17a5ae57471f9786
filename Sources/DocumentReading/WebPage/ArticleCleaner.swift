/// Takes out of the chosen elements what is no part of the article: forms, boxes of links, teasers, captions, share bars.
///
/// One walk backwards, so that a box is judged by what is left in it. The conditions are Readability's.
struct ArticleCleaner {
  private let tree: PageTree
  private let isStrict: Bool
  private(set) var removed: [Bool]
  private var totals: [Counts]
  /// For each table whether it holds data.
  let isDataTable: [Int: Bool]
  /// Inside a table of data or code nothing is judged.
  private let isExempt: [Bool]
  /// The byline that was left out last.
  private var byline: Int?
  private static let farthestLink = 12

  private struct Counts {
    var text: Int32 = 0
    var links: Int32 = 0
    var commas: Int32 = 0
    var headingText: Int32 = 0
    var denseText: Int32 = 0
    var paragraphs: Int32 = 0
    var images: Int32 = 0
    var items: Int32 = 0
    var inputs: Int32 = 0
    var embeds: Int32 = 0

    static func += (sum: inout Counts, part: Counts) {
      sum.text &+= part.text
      sum.links &+= part.links
      sum.commas &+= part.commas
      sum.headingText &+= part.headingText
      sum.denseText &+= part.denseText
      sum.paragraphs &+= part.paragraphs
      sum.images &+= part.images
      sum.items &+= part.items
      sum.inputs &+= part.inputs
      sum.embeds &+= part.embeds
    }

    var linkDensity: Float { text == 0 ? 0 : Float(links) / Float(text) }
  }

  init(_ tree: PageTree, _ measures: PageMeasures, roots: [Int], removed: [Bool], isStrict: Bool) {
    self.tree = tree
    self.isStrict = isStrict
    self.removed = removed
    totals = [Counts](repeating: Counts(), count: tree.nodes.count)
    isDataTable = measures.tables.isData
    isExempt = measures.tables.isInside
    let own = measures.totals(without: removed)
    for root in roots.reversed() { clean(root, own) }
  }

  private mutating func clean(_ root: Int, _ own: PageMeasures.Totals) {
    for index in (root..<Int(tree.nodes[root].end)).reversed() where !removed[index] {
      let node = tree.nodes[index]
      if node.tag == .text {
        totals[index].text = own.text[index]
        totals[index].commas = own.commas[index]
      } else {
        finish(index, node)
        if index != root, shouldGo(index, node) {
          for place in index..<Int(node.end) { removed[place] = true }
          continue
        }
      }
      if index != root { totals[Int(node.parent)] += totals[index] }
    }
  }

  /// Adds what the element itself is to the sums over what is in it.
  private mutating func finish(_ index: Int, _ node: PageNode) {
    switch node.tag {
    case .a: totals[index].links = node.marks.contains(.localLink) ? totals[index].text * 3 / 10 : totals[index].text
    case .p: totals[index].paragraphs += 1
    case .img: totals[index].images += 1
    case .li: totals[index].items += 1
    case .input: totals[index].inputs += 1
    case .embed: totals[index].embeds += 1
    case .h1, .h2, .h3, .h4, .h5, .h6: totals[index].headingText = totals[index].text
    default: break
    }
    switch node.tag {
    case .span, .li, .td, .blockquote, .dl, .div, .img, .ol, .p, .pre, .table, .ul, .custom, .section:
      totals[index].denseText = totals[index].text
    default: break
    }
  }

  // MARK: Judgement

  private mutating func shouldGo(_ index: Int, _ node: PageNode) -> Bool {
    switch node.tag {
    case .footer, .aside, .nav, .input, .button, .embed, .figcaption, .dropped, .col: return true
    case .inert: return totals[index].text == 0
    default: break
    }
    let counts = totals[index]
    if node.marks.contains(.caption), counts.text < 600 { return true }
    if node.marks.contains(.share), counts.text < 500, node.tag != .a || counts.text < 30 { return true }
    // The box around the byline goes with it.
    if node.marks.contains(.byline), byline.map({ $0 > index && $0 < Int(node.end) }) ?? true, counts.text > 0, counts.text < 100,
      !isExempt[index]
    {
      byline = index
      return true
    }
    guard counts.text > 0 || counts.images > 0 else { return node.tag.isBlock && node.tag != .hr && node.tag != .td && node.tag != .th }
    if isTeaser(index, node, counts) { return true }
    guard isStrict, !isExempt[index] else { return false }
    switch node.tag {
    case .h1, .h2: return node.marks.weight < 0
    case .form, .fieldset, .ul, .ol, .div, .custom, .section: return isPoor(index, node, counts)
    case .table: return isDataTable[index] != true && isPoor(index, node, counts)
    // A column of links in a table that places things.
    case .td: return counts.linkDensity > 0.6 && counts.commas < 3 && counts.text > 10
    default: return false
    }
  }

  /// A heading that leads elsewhere goes, with the links after it, or with the box it heads.
  private mutating func isTeaser(_ index: Int, _ node: PageNode, _ counts: Counts) -> Bool {
    guard node.tag.isBlock || node.tag == .b, !isExempt[index] else { return false }
    if counts.text <= 60, node.tag != .li, node.tag != .td {
      guard TeaserWords.isTeaser(line(index)) else { return false }
      dropLinks(after: index)
      return true
    }
    if node.tag == .p, counts.linkDensity > 0.3, counts.text < 300 { return TeaserWords.leadsElsewhere(line(index)[...]) }
    guard node.tag.isContainer, counts.text < 1500, counts.linkDensity > 0.25 else { return false }
    guard let first = tree.children(of: index).first(where: { totals[$0].text > 0 || removed[$0] && tree.nodes[$0].tag.isHeading }) else {
      return false
    }
    return tree.nodes[first].tag.isHeading && TeaserWords.isTeaser(tree.line(of: first, limit: 200))
  }

  private mutating func dropLinks(after index: Int) {
    let parent = Int(tree.nodes[index].parent)
    var next = Int(tree.nodes[index].end)
    // A teaser's links follow it at once; looking on through all that follows would be quadratic.
    for _ in 0..<Self.farthestLink where parent >= 0 && next < Int(tree.nodes[parent].end) {
      let node = tree.nodes[next]
      if !removed[next], totals[next].text > 0 {
        guard totals[next].linkDensity > 0.5, node.tag != .text else { return }
        // Its share is in the parent's sums already.
        subtract(totals[next], from: parent)
        for place in next..<Int(node.end) { removed[place] = true }
      }
      next = Int(node.end)
    }
  }

  private mutating func subtract(_ counts: Counts, from parent: Int) {
    totals[parent].text -= counts.text
    totals[parent].links -= counts.links
    totals[parent].commas -= counts.commas
  }

  /// Readability's conditions for a box that is not prose.
  private func isPoor(_ index: Int, _ node: PageNode, _ counts: Counts) -> Bool {
    let weight = node.marks.weight
    if weight < 0 { return true }
    guard counts.commas < 10 else { return false }
    let isList = node.tag == .ul || node.tag == .ol
    let isInFigure = hasAncestor(index, .figure)
    let items = counts.items - 100
    let density = counts.linkDensity
    var goes = !isInFigure && counts.images > 1 && Float(counts.paragraphs) / Float(counts.images) < 0.5
    goes = goes || !isList && items > counts.paragraphs
    goes = goes || counts.inputs > counts.paragraphs / 3
    goes =
      goes
      || !isList && !isInFigure && Float(counts.headingText) < 0.9 * Float(counts.text) && counts.text < 25
        && (counts.images == 0 || counts.images > 2) && density > 0
    goes = goes || !isList && weight < 25 && density > 0.2
    goes = goes || weight >= 25 && density > 0.5
    goes = goes || counts.embeds > 1 || counts.embeds == 1 && counts.text < 75
    goes = goes || counts.images == 0 && counts.denseText == 0 && counts.headingText == 0
    return goes || isList && density > 0.7 && counts.text > 0
  }

  private func hasAncestor(_ index: Int, _ tag: PageTag) -> Bool {
    var parent = Int(tree.nodes[index].parent)
    for _ in 0..<3 where parent >= 0 {
      if tree.nodes[parent].tag == tag { return true }
      parent = Int(tree.nodes[parent].parent)
    }
    return false
  }

  private func line(_ index: Int) -> [UInt8] { tree.line(of: index, limit: 400) }
}

/// Tells tables of data from tables that only place things on the page.
struct DataTables {
  private(set) var isData: [Int: Bool] = [:]
  /// For each node whether it lies in a table of data, or in code.
  private(set) var isInside: [Bool]

  init(_ tree: PageTree) {
    isInside = [Bool](repeating: false, count: tree.nodes.count)
    guard tree.nodes.contains(where: { $0.tag == .table || $0.tag == .code || $0.tag == .pre }) else { return }
    var signs: [Int: (rows: Int, cells: Int, widest: Int, isMarked: Bool, isNested: Bool)] = [:]
    var open: [(index: Int, end: Int)] = []
    for index in tree.nodes.indices {
      while let last = open.last, last.end <= index { open.removeLast() }
      let node = tree.nodes[index]
      if node.tag == .table {
        if let outer = open.last?.index { signs[outer]?.isNested = true }
        signs[index] = (0, 0, 0, false, false)
        open.append((index, Int(node.end)))
      }
      guard let table = open.last?.index else { continue }
      switch node.tag {
      case .tr: signs[table]?.rows += 1
      case .td: signs[table]?.cells += 1
      case .th, .thead, .tfoot, .caption, .col: signs[table]?.isMarked = true
      default: break
      }
      if node.tag == .th { signs[table]?.cells += 1 }
    }
    for (index, sign) in signs {
      let isLayout = tree.nodes[index].marks.contains(.layout)
      let columns = sign.rows == 0 ? 0 : sign.cells / sign.rows
      isData[index] = !isLayout && (sign.isMarked || !sign.isNested && (sign.rows >= 10 || columns > 4 || sign.cells > 10))
    }
    for index in tree.nodes.indices {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      let tag = tree.nodes[parent].tag
      isInside[index] = isInside[parent] || isData[parent] == true || tag == .code || tag == .pre
    }
  }
}
