import PrintableText

/// An element of a document: its name as written, its attributes, and what is in it.
struct XMLElement {
  let tree: XMLTree
  let index: Int

  /// With the prefix: "dc:title".
  var name: String { tree.names[Int(tree.nodes[index].name)] }
  /// Without the prefix.
  var localName: Substring { name.split(separator: ":").last ?? "" }

  /// An attribute's value, on one line, safe to print; nil where it is missing.
  subscript(_ attribute: String) -> String? {
    let node = tree.nodes[index]
    for place in Int(node.start)..<Int(node.stop) where tree.names[Int(tree.attributes[place].name)] == attribute {
      let range = tree.attributes[place].value
      return Self.line(tree.values[Int(range.lowerBound)..<Int(range.upperBound)])
    }
    return nil
  }

  // MARK: What is in it

  enum Content {
    case element(XMLElement)
    case text(Bytes)
  }

  /// Elements and texts, in order.
  var contents: some Sequence<Content> {
    var place = index + 1
    let end = Int(tree.nodes[index].end)
    return AnyIterator {
      guard place < end else { return nil }
      let node = self.tree.nodes[place]
      defer { place = Int(node.end) }
      if node.name >= 0 { return .element(XMLElement(tree: self.tree, index: place)) }
      return .text(self.tree.text[Int(node.start)..<Int(node.stop)])
    }
  }

  var children: [XMLElement] {
    var children: [XMLElement] = []
    for case .element(let child) in contents { children.append(child) }
    return children
  }

  /// The first child of a name.
  func first(_ name: String) -> XMLElement? {
    for case .element(let child) in contents where child.name == name { return child }
    return nil
  }

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The elements of a list: its children called `item`, else all.
  func items(_ name: String = "item") -> [XMLElement] { all(name) }

  /// The first element below at whatever depth, or all, of a name, in the order of the document.
  func firstBelow(_ name: String) -> XMLElement? { below(name).next() }
  func allBelow(_ name: String) -> [XMLElement] { Array(below(name)) }

  private func below(_ name: String) -> AnyIterator<XMLElement> {
    var place = index + 1
    let end = Int(tree.nodes[index].end)
    let wanted = tree.names.firstIndex(of: name).map(Int32.init)
    return AnyIterator {
      guard let wanted else { return nil }
      while place < end {
        defer { place += 1 }
        if self.tree.nodes[place].name == wanted { return XMLElement(tree: self.tree, index: place) }
      }
      return nil
    }
  }

  // MARK: Its text

  /// All text below, as it is.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for place in index..<Int(tree.nodes[index].end) where tree.nodes[place].name < 0 {
      bytes += tree.text[Int(tree.nodes[place].start)..<Int(tree.nodes[place].stop)]
    }
    return bytes
  }

  /// All text below on one line, safe to print; nil where there is none.
  var line: String? {
    let line = Self.line(bytes[...])
    return line.isEmpty ? nil : line
  }

  /// The text of the first child of a name; nil where it is missing or empty.
  func line(of name: String) -> String? { first(name)?.line }

  private static func line(_ bytes: Bytes) -> String {
    var text = RunningText()
    text.add(bytes)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
