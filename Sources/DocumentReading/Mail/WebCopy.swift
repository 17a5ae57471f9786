/// Where a bulletin says that it can be read on the web: "View this bulletin online".
enum WebCopy {
  /// Links looked at, and those around which the words are looked at as well.
  private static let reach = (links: 400, surroundings: 20)
  private static let linesOfText = 40

  /// The address behind such a link.
  static func address(in tree: PageTree) -> String? {
    var links = 0
    var nearest: String?
    for index in tree.nodes.indices where tree.nodes[index].tag == .a {
      links += 1
      guard links <= reach.links else { break }
      guard let address = tree.value(.href, of: index).flatMap(webAddress) else { continue }
      if tree.line(of: index, limit: 200)[...].contains(anyOf: MailPhrases.inBrowser) { return address }
      // "Trouble viewing this? Click here."
      let parent = Int(tree.nodes[index].parent)
      guard links <= reach.surroundings, nearest == nil, parent >= 0, Int(tree.nodes[parent].end) - parent < 30 else { continue }
      let around = tree.line(of: parent, limit: 300)
      if around.count <= 200, around[...].contains(anyOf: MailPhrases.inBrowser) { nearest = address }
    }
    return nearest
  }

  /// The address on such a line of a plain text, or on one of the next two.
  static func address(in text: Bytes) -> String? {
    var lines = LineReader(text)
    var left = 0
    for _ in 0..<linesOfText {
      guard let line = lines.next() else { break }
      if line.prefix(400).contains(anyOf: MailPhrases.inBrowser) { left = 3 }
      guard left > 0 else { continue }
      left -= 1
      for scheme in ["https://", "http://"] as [StaticString] {
        if let start = line.firstIndex(of: scheme), let address = webAddress(line[start...]) { return address }
      }
    }
    return nil
  }

  private static func webAddress(_ text: Bytes) -> String? {
    let text = text.trimmed
    guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
    var address = text.prefix { $0 > 0x20 && ![0x22, 0x3C, 0x3E, 0x5D].contains($0) }
    while let last = address.last, [0x2E, 0x2C, 0x29, 0x3B].contains(last) { address = address.dropLast() }
    return address.count > 10 && address.count <= 2000 ? address.text : nil
  }
}
