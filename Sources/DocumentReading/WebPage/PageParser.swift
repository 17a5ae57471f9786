import CXML2

/// Parses a page with libxml2 straight into a `PageTree`.
///
/// libxml2 calls back for each element and text, so no tree of its own is built, nothing is loaded, and no depth can overflow a stack.
/// An instance is used by one thread, for one page.
final class PageParser {
  private var tree = PageTree()
  private var open: [Int32] = []
  /// Open elements beyond the depth limit: their text counts for the last one within it.
  private var tooDeep = 0
  private let limits: ReadingLimits
  private let keepsLinks: Bool
  /// Outside the object, since libxml2's callbacks change the object while the address is lent to it.
  private let context = UnsafeMutablePointer<htmlParserCtxtPtr?>.allocate(capacity: 1)
  /// Marks by class and id, since a page repeats its few hundred names.
  private var known: [UInt64: PageMarks] = [:]
  /// Steps that libxml2 spends looking for the element that a stray end tag should close.
  private var strayWork = 0
  /// Data for scripts, of which a page has a few hundred kilobytes at most.
  private var scriptBytes = 0
  private static let mostScriptBytes = 8 << 20
  private static let mostStrayWork = 100_000_000

  /// libxml2 is made ready once; the value has no other use.
  private static let started: Void = rw_xml_start()

  private init(limits: ReadingLimits, keepsLinks: Bool) {
    self.keepsLinks = keepsLinks
    self.limits = limits
    context.initialize(to: nil)
  }

  deinit { context.deallocate() }

  /// - Parameters:
  ///   - source: clean UTF-8, without control characters; consumed, since libxml2 makes a copy of its own.
  ///   - keepsLinks: whether the tree has the addresses of links; the text of a page has no use for them.
  static func parse(_ source: consuming [UInt8], limits: ReadingLimits, keepsLinks: Bool = false) -> PageTree {
    _ = started
    let parser = PageParser(limits: limits, keepsLinks: keepsLinks)
    guard !source.isEmpty else { return parser.tree }
    PageDefusing.defuse(&source)
    parser.tree.text.reserveCapacity(source.count / 2)
    parser.tree.nodes.reserveCapacity(source.count / 40)
    let page = source.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { rw_html_begin($0.baseAddress, Int32(clamping: $0.count)) }
    }
    source = []
    withExtendedLifetime(parser) {
      let reader = Unmanaged.passUnretained(parser).toOpaque()
      rw_html_walk(
        page, reader, { reader, name, attributes in PageParser.from(reader)?.opened(name, attributes) },
        { reader, _ in PageParser.from(reader)?.closed() },
        { reader, bytes, count in PageParser.from(reader)?.found(bytes, count) },
        { reader, bytes, count in PageParser.from(reader)?.foundRaw(bytes, count) },
        { reader, error in PageParser.from(reader)?.mistook(error) }, parser.context)
    }
    parser.tooDeep = 0
    while parser.open.last != nil { parser.closed() }
    return parser.tree
  }

  private static func from(_ reader: UnsafeMutableRawPointer?) -> PageParser? {
    reader.map { Unmanaged<PageParser>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: What libxml2 tells

  private func opened(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let name, !tree.isCutOff else { return }
    guard tree.nodes.count < limits.pageNodes else {
      stop()
      return
    }
    guard open.count < limits.pageDepth else {
      tooDeep += 1
      return
    }
    var tag = PageTag(name: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    // What a component shows is saved as a template of its shadow tree.
    if tag == .inert, let list, Self.isShadowTree(list) { tag = .div }
    let first = Int32(tree.attributes.count)
    var marks: PageMarks = []
    if let list { marks = readAttributes(list, tag) }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      PageNode(tag: tag, marks: marks, parent: open.last ?? -1, end: index + 1, start: first, stop: Int32(tree.attributes.count)))
    open.append(index)
  }

  private func closed() {
    guard tooDeep == 0 else {
      tooDeep -= 1
      return
    }
    guard let index = open.popLast() else { return }
    tree.nodes[Int(index)].end = Int32(tree.nodes.count)
  }

  private func found(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let bytes, count > 0, !tree.isCutOff, let parent = open.last, tree.nodes[Int(parent)].tag != .dropped else { return }
    let start = Int32(tree.text.count)
    let piece = UnsafeBufferPointer(start: bytes, count: Int(count))
    if Self.isFixedSpace(piece) { tree.text.append(0x20) } else { tree.text.append(contentsOf: piece) }
    let end = Int32(tree.text.count)
    let last = tree.nodes.count - 1
    if tree.nodes[last].tag == .text, tree.nodes[last].parent == parent, tree.nodes[last].stop == start {
      tree.nodes[last].stop = end
    } else if tree.nodes.count < limits.pageNodes {
      tree.nodes.append(PageNode(tag: .text, marks: [], parent: parent, end: Int32(last + 2), start: start, stop: end))
    } else {
      stop()
    }
  }

  /// `&nbsp;` and its narrow kin, which come by themselves: the source has none left.
  private static func isFixedSpace(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    switch piece.count {
    case 2: piece[0] == 0xC2 && piece[1] == 0xA0
    case 3: piece[0] == 0xE2 && piece[1] == 0x80 && (piece[2] == 0xAF || piece[2] == 0x87)
    default: false
    }
  }

  /// The inside of script and style: only structured data is of use.
  private func foundRaw(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let parent = open.last else { return }
    if tree.nodes[Int(parent)].tag == .script {
      guard let type = tree.value(.type, of: Int(parent)), type.contains("json"), scriptBytes < Self.mostScriptBytes else { return }
      scriptBytes += Int(count)
    }
    found(bytes, count)
  }

  private func mistook(_ error: xmlErrorPtr?) {
    guard let error, error.pointee.code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue) else { return }
    strayWork += open.count + tooDeep
    if strayWork > Self.mostStrayWork { stop() }
  }

  private func stop() {
    tree.isCutOff = true
    rw_html_stop(context.pointee)
  }

  // MARK: Attributes

  private func readAttributes(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ tag: PageTag) -> PageMarks {
    var marks: PageMarks = []
    var names = (className: 0..<0, id: 0..<0)
    var place = 0
    while let name = list[place] {
      let value = list[place + 1]
      place += 2
      let bytes = UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
      if let flag = Self.flag(bytes, value) { marks.formUnion(flag) }
      guard let kept = Self.kept(bytes), let value, kept != .href || tag == .a || tag == .link else { continue }
      if kept == .href, tag == .a {
        if value[0] == 0x23 { marks.insert(.localLink) }
        if !keepsLinks { continue }
      }
      let start = tree.attributeBytes.count
      tree.attributeBytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
      let range = start..<tree.attributeBytes.count
      tree.attributes.append(PageAttribute(name: kept, range: Int32(start)..<Int32(range.upperBound)))
      if kept == .class { names.className = range }
      if kept == .id { names.id = range }
      marks.formUnion(Self.marks(kept, tree.attributeBytes[range]))
    }
    if !names.className.isEmpty || !names.id.isEmpty { marks.formUnion(nameMarks(names.className, names.id)) }
    return marks
  }

  private static func isShadowTree(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) -> Bool {
    var place = 0
    while let name = list[place], place < 40 {
      let bytes = UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
      if bytes.starts(with: "shadowroot".utf8) { return true }
      place += 2
    }
    return false
  }

  private func nameMarks(_ className: Range<Int>, _ id: Range<Int>) -> PageMarks {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in tree.attributeBytes[className] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ 0x1F) &* 0x0000_0100_0000_01B3
    for byte in tree.attributeBytes[id] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    if let marks = known[hash] { return marks }
    let marks = PageNameWords.marks(className: tree.attributeBytes[className], id: tree.attributeBytes[id])
    known[hash] = marks
    return marks
  }

  /// Attributes that hide an element.
  private static func flag(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafePointer<xmlChar>?) -> PageMarks? {
    switch name.count {
    case 5 where isSame(name, "style"):
      guard let value else { return nil }
      let style = UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))).prefix(500).filter { !$0.isSpace }.map(\.lowered)[...]
      if style.contains("display:none") || style.contains("visibility:hidden") { return .hidden }
      return style.contains("font-size:0;") || style.contains("left:-999") || style.contains("text-indent:-999") ? .unseen : nil
    case 6 where isSame(name, "hidden"): return .hidden
    case 11 where isSame(name, "aria-hidden"): return value.map { $0[0] == 0x74 } == true ? .hidden : nil
    case 10 where isSame(name, "aria-modal"): return value.map { $0[0] == 0x74 } == true ? .clutter : nil
    default: return nil
    }
  }

  private static func marks(_ name: PageAttributeName, _ value: Bytes) -> PageMarks {
    switch name {
    case .role:
      let roles: [StaticString] = [
        "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "banner", "contentinfo", "search",
      ]
      if roles.contains(where: { value.isSame(as: $0) }) { return .unlikelyRole }
      if value.isSame(as: "presentation") { return .layout }
      return value.isSame(as: "main") || value.isSame(as: "article") ? .body : []
    case .itemprop:
      return value.contains("articlebody")
        ? .body : value.contains("author", wholeWord: true) ? .byline : value.contains("datemodified") ? .changed : []
    case .rel: return value.isSame(as: "author") ? .byline : []
    default: return []
    }
  }

  private static func kept(_ name: UnsafeBufferPointer<UInt8>) -> PageAttributeName? {
    switch name.count {
    case 2: isSame(name, "id") ? .id : nil
    case 3: isSame(name, "rel") ? .rel : nil
    case 4:
      isSame(name, "role")
        ? .role
        : isSame(name, "name") ? .name : isSame(name, "type") ? .type : isSame(name, "href") ? .href : isSame(name, "lang") ? .lang : nil
    case 5: isSame(name, "class") ? .class : isSame(name, "start") ? .start : nil
    case 7: isSame(name, "content") ? .content : isSame(name, "colspan") ? .colspan : nil
    case 8:
      isSame(name, "property")
        ? .property : isSame(name, "itemprop") ? .itemprop : isSame(name, "datetime") ? .datetime : isSame(name, "xml:lang") ? .lang : nil
    default: nil
    }
  }

  @inline(__always) private static func isSame(_ name: UnsafeBufferPointer<UInt8>, _ other: StaticString) -> Bool {
    for place in 0..<name.count where name[place] != other.utf8Start[place] { return false }
    return true
  }
}
