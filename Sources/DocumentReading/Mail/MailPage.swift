/// Reads the web page that a mail is: everything in it, since a newsletter has many articles and its layout is made of tables.
///
/// Hidden text (preheaders) is left out; quoted history and signatures that mail programs mark as such become asides.
enum MailPage {
  /// Marks that no text has (noncharacters), put around an aside until the text is written.
  private static let opening: [UInt8] = [0xEF, 0xB7, 0x90]
  private static let closing: [UInt8] = [0xEF, 0xB7, 0x91]

  /// - Returns: the text, and the address at which the mail says that it stands on the web.
  static func marked(
    _ source: [UInt8], title: [UInt8], isForwarded: Bool, limits: ReadingLimits
  ) -> (text: MarkedText, webCopy: String?) {
    var tree = PageParser.parse(source, limits: limits, keepsLinks: true)
    guard !tree.nodes.isEmpty else { return (MarkedText(), nil) }
    let webCopy = WebCopy.address(in: tree)
    let measures = PageMeasures(tree)
    let clutter = PageClutter.removed(tree, measures.totals(without: [Bool](repeating: false, count: tree.nodes.count)))
    if !isForwarded { markQuotations(&tree, clutter) }
    let text = ArticleText(tree, roots: [0], removed: clutter, title: title, tables: measures.tables.isData).output
    return (withHistory(withoutMarks(text), isForwarded: isForwarded), webCopy)
  }

  // MARK: What mail programs mark

  private static let asides: [StaticString] = [
    "gmail_quote", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix", "zmail_extra", "tutanota_quote", "gmail_signature",
    "moz-signature", "protonmail_signature",
  ]

  private static func markQuotations(_ tree: inout PageTree, _ removed: [Bool]) {
    var index = 0
    while index < tree.nodes.count {
      guard tree.nodes[index].tag != .text, !removed[index], isQuotation(tree, index) else {
        index += 1
        continue
      }
      let end = Int(tree.nodes[index].end)
      let texts = (index..<end).filter { place in
        tree.nodes[place].tag == .text && !removed[place]
          && tree.text[Int(tree.nodes[place].start)..<Int(tree.nodes[place].stop)].contains { !$0.isSpace }
      }
      if let first = texts.first, let last = texts.last {
        put(opening, before: true, first, &tree)
        put(closing, before: false, last, &tree)
      }
      index = end
    }
  }

  private static func isQuotation(_ tree: PageTree, _ index: Int) -> Bool {
    if let name = tree.value(.class, of: index), name.contains(anyOf: asides) {
      return !tree.line(of: index, limit: 200).prefix(400).contains(anyOf: MailPhrases.forwards)
    }
    if tree.nodes[index].tag == .blockquote, let type = tree.value(.type, of: index), type.isSame(as: "cite") { return true }
    return tree.value(.id, of: index).map { $0.isSame(as: "signature") || $0.isSame(as: "applemailsignature") } ?? false
  }

  private static func put(_ mark: [UInt8], before: Bool, _ index: Int, _ tree: inout PageTree) {
    let words = Array(tree.text[Int(tree.nodes[index].start)..<Int(tree.nodes[index].stop)])
    let marked = before ? mark + words : words + mark
    tree.nodes[index].start = Int32(tree.text.count)
    tree.text += marked
    tree.nodes[index].stop = Int32(tree.text.count)
  }

  /// The text without the marks, and what stood between them.
  private static func withoutMarks(_ text: [UInt8]) -> MarkedText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var asides: [Range<Int>] = []
    var open: Int?
    var index = 0
    while index < text.count {
      if text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xB7, text[index + 2] == 0x90 || text[index + 2] == 0x91 {
        if text[index + 2] == 0x90 {
          open = open ?? bytes.count
        } else if let start = open {
          asides.append(start..<bytes.count)
          open = nil
        }
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return MarkedText(bytes, asides: asides)
  }

  // MARK: What only words mark

  /// Outlook and others leave the history without any mark but its headers.
  private static func withHistory(_ text: MarkedText, isForwarded: Bool) -> MarkedText {
    var text = text
    let lines = MailLines(text.bytes, isForwarded: isForwarded)
    text.mark(zip(lines.lines, lines.owners).filter { $0.1 != .sender && $0.1 != .quote }.map(\.0))
    return text
  }
}
