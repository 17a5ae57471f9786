/// A document in flat arrays, made of its stream: no objects for elements, no recursion, freed at once.
final class XMLTree {
  /// An element, or a run of text. A node's descendants are those from the next index up to `end`.
  struct Node {
    /// The number of the name in `names`; -1 for text.
    var name: Int32
    var end: Int32
    /// A text's bytes in `text`; of an element, its attributes in `attributes`.
    var start: Int32
    var stop: Int32
  }

  struct Attribute {
    var name: Int32
    var value: Range<Int32>
  }

  fileprivate(set) var nodes: [Node] = []
  fileprivate(set) var names: [String] = []
  /// All texts one after another, references resolved.
  fileprivate(set) var text: [UInt8] = []
  fileprivate(set) var attributes: [Attribute] = []
  fileprivate(set) var values: [UInt8] = []
  fileprivate(set) var notes: [String] = []
  /// Whether a mistake was met, so that elements may stand where they don't belong.
  fileprivate(set) var isBroken = false

  /// - Parameter source: clean UTF-8.
  static func read(_ source: consuming [UInt8], limits: ReadingLimits) -> XMLTree {
    let growing = GrowingTree(expected: source.count)
    let outcome = XMLStream.read(
      source, limits: limits,
      XMLStream.Events(
        opened: { growing.open($0, $1) }, closed: { growing.close() }, found: { growing.add($0) }))
    growing.tree.notes = outcome.notes
    growing.tree.isBroken = outcome.isBroken
    return growing.tree
  }

  /// The outermost element; nil where there is none.
  var root: XMLElement? { nodes.isEmpty ? nil : XMLElement(tree: self, index: 0) }
}

/// Takes a stream's events into a tree.
private final class GrowingTree {
  let tree = XMLTree()
  private var open: [Int] = []
  /// Whether the last node is a text that goes on: nothing was opened or closed since.
  private var isInText = false
  /// libxml2 keeps each name once, so that a name's address stands for it.
  private var numbers: [UnsafePointer<UInt8>: Int32] = [:]

  init(expected: Int) {
    tree.nodes.reserveCapacity(expected / 24)
    tree.text.reserveCapacity(expected / 2)
  }

  func open(_ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    isInText = false
    let first = Int32(tree.attributes.count)
    var place = 0
    while let list, let name = list[place] {
      let start = Int32(tree.values.count)
      if let value = list[place + 1] { append(value) }
      tree.attributes.append(XMLTree.Attribute(name: number(of: name), value: start..<Int32(tree.values.count)))
      place += 2
    }
    open.append(tree.nodes.count)
    tree.nodes.append(
      XMLTree.Node(name: number(of: name), end: Int32(tree.nodes.count + 1), start: first, stop: Int32(tree.attributes.count)))
  }

  func close() {
    isInText = false
    guard let index = open.popLast() else { return }
    tree.nodes[index].end = Int32(tree.nodes.count)
  }

  func add(_ piece: UnsafeBufferPointer<UInt8>) {
    let start = Int32(tree.text.count)
    tree.text.append(contentsOf: piece)
    if isInText {
      tree.nodes[tree.nodes.count - 1].stop = Int32(tree.text.count)
    } else {
      tree.nodes.append(XMLTree.Node(name: -1, end: Int32(tree.nodes.count + 1), start: start, stop: Int32(tree.text.count)))
      isInText = true
    }
  }

  private func number(of name: UnsafePointer<UInt8>) -> Int32 {
    if let number = numbers[name] { return number }
    let text = String(cString: name)
    let number = tree.names.firstIndex(of: text) ?? tree.names.count
    if number == tree.names.count { tree.names.append(text) }
    numbers[name] = Int32(number)
    return Int32(number)
  }

  /// A value, whose ampersands libxml2 wrote as references.
  private func append(_ value: UnsafePointer<UInt8>) {
    var place = 0
    while value[place] != 0 {
      tree.values.append(value[place])
      if value[place] == 0x26, value[place + 1] == 0x23, value[place + 2] == 0x33, value[place + 3] == 0x38, value[place + 4] == 0x3B {
        place += 5
      } else {
        place += 1
      }
    }
  }
}
