/// One element or text of a page. Nodes stand in the order of the page, so a node's descendants are those from the next index up to `end`.
struct PageNode {
  var tag: PageTag
  var marks: PageMarks
  /// -1 for the outermost.
  var parent: Int32
  /// The index after its last descendant.
  var end: Int32
  /// A text's bytes in `PageTree.text`; of an element, the attributes it has in `PageTree.attributes`.
  var start: Int32
  var stop: Int32
}

/// The attributes that are kept.
enum PageAttributeName: UInt8, CaseIterable, Sendable {
  case `class`, id, role, itemprop, datetime, content, name, property, type, rel, href, lang, start, colspan
}

struct PageAttribute {
  var name: PageAttributeName
  var range: Range<Int32>
}

/// A parsed page in four flat arrays: no objects, no recursion, freed at once.
struct PageTree {
  var nodes: [PageNode] = []
  /// All texts one after another, as they are in the page, entities resolved.
  var text: [UInt8] = []
  var attributes: [PageAttribute] = []
  var attributeBytes: [UInt8] = []
  /// Whether the page went beyond the limits, and the rest was left out.
  var isCutOff = false

  /// The value of an element's attribute.
  func value(_ name: PageAttributeName, of index: Int) -> Bytes? {
    let node = nodes[index]
    guard node.tag != .text else { return nil }
    for place in Int(node.start)..<Int(node.stop) where attributes[place].name == name {
      return attributeBytes[Int(attributes[place].range.lowerBound)..<Int(attributes[place].range.upperBound)]
    }
    return nil
  }

  /// All text below an element, on one line, up to a limit in bytes.
  func line(of index: Int, limit: Int = 2000) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = index
    while place < Int(nodes[index].end), bytes.count < limit {
      let node = nodes[place]
      if node.tag == .text {
        bytes += text[Int(node.start)..<Int(node.stop)]
      } else if node.tag.isBlock || node.tag == .br {
        bytes.append(0x20)
      } else if node.tag == .dropped || node.tag == .inert && place > index || node.tag == .script {
        place = Int(node.end)
        continue
      }
      place += 1
    }
    return OneLine.collapsed(bytes[...])
  }

  /// The index of each child element or text.
  func children(of index: Int) -> PageChildren { PageChildren(nodes: nodes, place: index + 1, end: Int(nodes[index].end)) }
}

/// Walks the children of a node.
struct PageChildren: Sequence, IteratorProtocol {
  let nodes: [PageNode]
  var place: Int
  let end: Int

  mutating func next() -> Int? {
    guard place < end else { return nil }
    defer { place = Int(nodes[place].end) }
    return place
  }
}
