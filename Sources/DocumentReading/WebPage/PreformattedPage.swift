/// The Government Publishing Office, EDGAR and mailing lists put plain text into a page, in one `pre`: then it is read as plain text.
enum PreformattedPage {
  private static let leastBytes = 400

  /// The text of the page's `pre` elements, if nearly everything is in them.
  static func text(_ tree: PageTree, _ totals: PageMeasures.Totals) -> CleanText? {
    guard let body = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .body }) else { return nil }
    var bytes: [UInt8] = []
    var measured: Int32 = 0
    var index = body
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard node.tag == .pre else {
        index += 1
        continue
      }
      measured += totals.text[index]
      for place in index..<Int(node.end) where tree.nodes[place].tag == .text {
        bytes += tree.text[Int(tree.nodes[place].start)..<Int(tree.nodes[place].stop)]
      }
      bytes += [0x0A, 0x0A]
      index = Int(node.end)
    }
    guard bytes.count >= leastBytes, Int(measured) * 10 >= Int(totals.text[body]) * 8 else { return nil }
    return bytes.withUnsafeBufferPointer { CleanText(utf8: $0) }
  }
}
