/// Finds the elements of a page that hold its article, as Mozilla's Readability does: paragraphs give points to what surrounds
/// them, links take them away, and the names of classes count for or against.
///
/// Every step is one walk over the flat tree, forwards or backwards; nothing recurses and nothing is quadratic.
struct ArticleCandidates {
  /// What a try leaves out or takes into account; each next try is more lenient.
  struct Rules: OptionSet, Sendable {
    let rawValue: UInt8
    static let dropUnlikely = Rules(rawValue: 1)
    static let weighNames = Rules(rawValue: 2)
    static let clean = Rules(rawValue: 4)
  }

  let tree: PageTree
  let measures: PageMeasures
  let rules: Rules
  /// Nodes that are left out, with everything in them.
  private(set) var removed: [Bool]
  private var scores: [Float]
  private var isScored: [Bool]

  init(_ tree: PageTree, _ measures: PageMeasures, rules: Rules, removed: [Bool]) {
    self.tree = tree
    self.measures = measures
    self.rules = rules
    self.removed = removed
    scores = [Float](repeating: 0, count: tree.nodes.count)
    isScored = [Bool](repeating: false, count: tree.nodes.count)
    if rules.contains(.dropUnlikely) { removeUnlikely() }
    measured = measures.totals(without: self.removed)
    score()
  }

  /// Text and link lengths without what was removed.
  private var measured = PageMeasures.Totals()

  private mutating func removeUnlikely() {
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if !removed[index], isUnlikely(node, index) {
        for place in index..<Int(node.end) { removed[place] = true }
        index = Int(node.end)
      } else {
        index += 1
      }
    }
  }

  private func isUnlikely(_ node: PageNode, _ index: Int) -> Bool {
    guard node.tag != .body, node.tag != .html, node.tag != .text else { return false }
    if node.marks.contains(.unlikelyRole) { return true }
    guard node.marks.contains(.unlikely), !node.marks.contains(.maybe), node.tag != .a else { return false }
    return !measures.isInTable[index]
  }

  // MARK: Points

  private mutating func score() {
    for index in tree.nodes.indices where !removed[index] {
      switch tree.nodes[index].tag {
      case .p, .td, .pre, .section, .h2, .h3, .h4, .h5, .h6: give(from: index, parent: Int(tree.nodes[index].parent))
      case .div, .custom, .center, .article, .main, .li:
        // Text that stands in a box by itself is a paragraph without its tag.
        if !measures.hasBlockChild[index] {
          if tree.nodes[index].tag != .li { give(from: index, parent: Int(tree.nodes[index].parent)) }
        } else if tree.nodes[index].tag != .li {
          give(loose: index)
        }
      default: break
      }
    }
    for index in scores.indices where isScored[index] { scores[index] *= 1 - density(index) }
  }

  private mutating func give(from index: Int, parent: Int) {
    give(length: Int(measured.text[index]), commas: Int(measured.commas[index]), to: parent)
  }

  /// Runs of text and inline elements between the blocks of a box.
  private mutating func give(loose index: Int) {
    var length = 0
    var commas = 0
    for child in tree.children(of: index) where !removed[child] {
      if tree.nodes[child].tag.isBlock || measures.hasBlockChild[child] {
        give(length: length, commas: commas, to: index)
        (length, commas) = (0, 0)
      } else {
        length += Int(measured.text[child])
        commas += Int(measured.commas[child])
      }
    }
    give(length: length, commas: commas, to: index)
  }

  private mutating func give(length: Int, commas: Int, to parent: Int) {
    guard length >= 25 else { return }
    let points = Float(2 + commas) + Float(min(length / 100, 3))
    var ancestor = parent
    var level = 0
    while ancestor >= 0, level < 5 {
      if !isScored[ancestor] {
        isScored[ancestor] = true
        scores[ancestor] = firstScore(ancestor)
      }
      scores[ancestor] += points / (level == 0 ? 1 : level == 1 ? 2 : Float(level * 3))
      ancestor = Int(tree.nodes[ancestor].parent)
      level += 1
    }
  }

  private func firstScore(_ index: Int) -> Float {
    let node = tree.nodes[index]
    var score: Float = rules.contains(.weighNames) ? Float(node.marks.weight) : 0
    if node.marks.contains(.body) { score += 25 }
    switch node.tag {
    case .article: score += 15
    case .main: score += 8
    case .div: score += 5
    case .pre, .td, .blockquote: score += 3
    case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: score -= 3
    case .h1, .h2, .h3, .h4, .h5, .h6, .th: score -= 5
    default: break
    }
    return score
  }

  private func density(_ index: Int) -> Float {
    let text = measured.text[index]
    return text == 0 ? 0 : Float(measured.links[index]) / Float(text)
  }

  // MARK: Choice

  /// The elements that together are the article, in the order of the page; empty where nothing has points.
  func chosen() -> [Int] {
    let ranked = scores.indices.filter { isScored[$0] && !removed[$0] && tree.nodes[$0].tag != .html }
      .sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(5)
    guard var top = ranked.first, tree.nodes[top].tag != .body else { return [] }
    top = common(ranked, top)
    top = widened(top)
    if let table = measures.dataTable(around: top) {
      // A part of a table is not an article; the page around the table may be.
      top = Int(tree.nodes[table].parent)
      if top < 0 || tree.nodes[top].tag == .body { return [] }
    }
    return joined(top)
  }

  /// Where several good candidates lie in one box, that box.
  private func common(_ ranked: ArraySlice<Int>, _ top: Int) -> Int {
    let close = ranked.filter { $0 != top && scores[$0] >= scores[top] * 0.75 }
    guard close.count >= 3 else { return top }
    var parent = Int(tree.nodes[top].parent)
    while parent >= 0, tree.nodes[parent].tag != .body {
      let end = Int(tree.nodes[parent].end)
      if close.count(where: { $0 > parent && $0 < end }) >= 3 { return parent }
      parent = Int(tree.nodes[parent].parent)
    }
    return top
  }

  /// A box around the candidate that is better still, or that holds nothing else.
  private func widened(_ start: Int) -> Int {
    var top = start
    var last = scores[top]
    let threshold = last / 3
    var parent = Int(tree.nodes[top].parent)
    while parent >= 0, tree.nodes[parent].tag != .body {
      if isScored[parent] {
        if scores[parent] < threshold { break }
        if scores[parent] > last {
          top = parent
          break
        }
        last = scores[parent]
      }
      parent = Int(tree.nodes[parent].parent)
    }
    parent = Int(tree.nodes[top].parent)
    while parent >= 0, tree.nodes[parent].tag != .body, elements(of: parent) == 1 {
      top = parent
      parent = Int(tree.nodes[top].parent)
    }
    return top
  }

  private func elements(of index: Int) -> Int {
    tree.children(of: index).count { tree.nodes[$0].tag != .text && !removed[$0] }
  }

  /// The candidate and those of its neighbours that read like parts of the same text.
  private func joined(_ top: Int) -> [Int] {
    let parent = Int(tree.nodes[top].parent)
    guard parent >= 0 else { return [top] }
    let threshold = max(10, scores[top] * 0.2)
    let name = tree.value(.class, of: top)
    return tree.children(of: parent).filter { child in
      if child == top { return true }
      guard !removed[child], tree.nodes[child].tag != .text else { return false }
      let isNamesake = name.map { !$0.isEmpty && tree.value(.class, of: child) == $0 } ?? false
      if isScored[child], scores[child] + (isNamesake ? scores[top] * 0.2 : 0) >= threshold { return true }
      guard tree.nodes[child].tag == .p else { return false }
      let length = measured.text[child]
      return length > 80 ? density(child) < 0.25 : length > 0 && measured.links[child] == 0 && endsSentence(child)
    }
  }

  private func endsSentence(_ index: Int) -> Bool {
    let line = tree.line(of: index, limit: 200)
    return line.contains(0x2E) && (line.last == 0x2E || line[...].contains(". "))
  }
}
