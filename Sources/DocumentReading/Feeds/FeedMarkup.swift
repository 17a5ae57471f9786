/// The markup inside an element of a feed, whether it was escaped, put into CDATA, written as elements, or encoded in Base64.
enum FeedMarkup {
  static func content(of element: XMLElement) -> [UInt8] {
    let children = element.contents
    var hasElements = false
    for case .element in children { hasElements = true }
    guard hasElements else { return decoded(element) }
    var markup: [UInt8] = []
    write(element, into: &markup)
    return markup
  }

  /// The address of the first picture or link in markup that was escaped or put into CDATA.
  static func address(in element: XMLElement) -> String? {
    let text = element.bytes
    for name in ["src=", "href="] as [StaticString] {
      guard let found = text[...].firstIndex(of: name) else { continue }
      let value = text[(found + name.utf8CodeUnitCount)...].drop { $0 == 0x22 || $0 == 0x27 }
      let address = value.prefix { $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && !$0.isSpace }
      if !address.isEmpty { return HTMLReference.resolved(Array(address))[...].text }
    }
    return nil
  }

  private static func decoded(_ element: XMLElement) -> [UInt8] {
    let text = element.bytes
    let type = element["type"]?.lowercased() ?? "text"
    let isText = type.hasPrefix("text") || type == "html" || type == "xhtml" || type.hasSuffix("xml")
    // Atom 1.0 encodes every other type, Atom 0.3 says so.
    guard element["mode"]?.lowercased() == "base64" || !isText && type.contains("/"), let data = Base64Text.decoded(text[...]) else {
      return text
    }
    let clean = data.withUnsafeBufferPointer { CleanText(utf8: $0) }
    return clean.wrongBytes + clean.controls == 0 ? clean.bytes : []
  }

  /// Elements written out again, in the order of the document and without recursion; what is text is escaped.
  private static func write(_ root: XMLElement, into markup: inout [UInt8]) {
    let tree = root.tree
    var open: [(end: Int, name: Substring)] = []
    var place = root.index + 1
    let end = Int(tree.nodes[root.index].end)
    func close(before place: Int) {
      while let last = open.last, last.end <= place {
        open.removeLast()
        markup += Array("</\(last.name)>".utf8)
      }
    }
    while place < end {
      close(before: place)
      let node = tree.nodes[place]
      if node.name < 0 {
        for byte in tree.text[Int(node.start)..<Int(node.stop)] {
          switch byte {
          case 0x3C: markup += Array("&lt;".utf8)
          case 0x3E: markup += Array("&gt;".utf8)
          case 0x26: markup += Array("&amp;".utf8)
          default: markup.append(byte)
          }
        }
      } else {
        let name = XMLElement(tree: tree, index: place).localName
        // What is no HTML (a module's element, an extension) is there for its text alone.
        if FeedContent.tags.contains(name.lowercased()) {
          markup += Array("<\(name)>".utf8)
          if !["br", "img", "hr", "input", "wbr"].contains(name) { open.append((Int(node.end), name)) }
        }
      }
      place += 1
    }
    close(before: end)
  }
}

/// Base64 as it stands in documents: with line breaks and blanks, with or without its last signs.
enum Base64Text {
  /// Nil where a sign is no Base64.
  static func decoded(_ text: Bytes) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D: continue
      case _ where byte.isSpace: continue
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count % 4 == 0 {
        result += [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits)]
        bits = 0
      }
    }
    switch count % 4 {
    case 2: result.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3: result += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    default: break
    }
    return result
  }
}

/// Who wrote an item, in the forms of RSS ("jane@desk.example (Jane Doe)") and Atom (an element with a name).
enum FeedAuthor {
  static func name(_ element: XMLElement, names: FeedNames) -> String? {
    let children = element.children
    for wanted in ["name", "atom:name", "email", "atom:email"] {
      if let line = children.first(where: { names.name(of: $0) == wanted })?.line { return cleaned(line) }
    }
    return children.isEmpty ? element.line.flatMap(cleaned) : nil
  }

  /// The name beside an address of mail; the address where it is alone.
  static func cleaned(_ text: String) -> String? {
    let line = OneLine.collapsed(HTMLReference.resolved(Array(text.utf8))[...])[...]
    guard line.contains(0x40) else { return line.isEmpty ? nil : line.text }
    if let open = line.firstIndex(of: 0x28), let close = line.lastIndex(of: 0x29), open < close {
      let name = line[(open + 1)..<close].trimmed
      // "Jane Doe (jane@desk.example)"
      let chosen = name.contains(0x40) ? line[..<open].trimmed : name
      if !chosen.isEmpty { return chosen.text }
    }
    if let open = line.firstIndex(of: 0x3C) {
      let name = line[..<open].filter { $0 != 0x22 }[...].trimmed
      if !name.isEmpty { return name.text }
    }
    return line.text
  }
}
