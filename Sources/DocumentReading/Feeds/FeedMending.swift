/// Makes a broken feed well-formed, as feed readers do: what stands inside a title or a text is taken as its markup however wrong it is,
/// and an end tag closes what was left open within it.
///
/// One walk; at most `deepest` elements are open at a time, so that the time is linear whatever is in the file.
struct FeedMending {
  private static let deepest = 48
  private static let mostAttributes = 60
  private static let longestTag = 1 << 16

  /// Elements that hold text or markup: in them no element of the feed begins but an item.
  private static let holders: Set<String> = [
    "title", "description", "summary", "content", "content:encoded", "dc:description", "dc:title", "subtitle", "tagline", "rights",
    "copyright", "body", "fullitem", "itunes:summary", "media:description", "info", "abstract", "xhtml:body",
  ]
  /// Elements that end whatever item was left open before them.
  private static let items: Set<String> = ["item", "entry"]

  private let source: [UInt8]
  private var result: [UInt8] = []
  private var open: [String] = []
  /// How many elements are open around the text or markup that is being read; nil outside of one.
  private var holder: Int?

  /// - Parameter source: clean UTF-8.
  static func mended(_ source: [UInt8]) -> [UInt8] {
    var mending = FeedMending(source: source)
    mending.walk()
    return mending.result
  }

  private init(source: [UInt8]) {
    self.source = source
    result.reserveCapacity(source.count + source.count / 16)
  }

  private mutating func walk() {
    var index = source.firstIndex(of: 0x3C) ?? source.count
    while index < source.count {
      guard source[index] == 0x3C else {
        result.append(source[index])
        index += 1
        continue
      }
      let rest = source[index...]
      if rest.hasPrefix("<!--") {
        index = after("-->", index + 4)
      } else if rest.hasPrefix("<![cdata[") {
        let end = after("]]>", index + 9)
        let isClosed = source[..<end].hasSuffix("]]>")
        if isClosed { result += source[index..<end] } else { escape(source[(index + 9)...]) }
        index = end
      } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
        index = after(">", index + 2)
      } else if let tag = Tag(source, index) {
        take(tag)
        index = tag.end
      } else {
        result += Array("&lt;".utf8)
        index += 1
      }
    }
    while !open.isEmpty { closeLast() }
  }

  // MARK: Tags

  private mutating func take(_ tag: Tag) {
    let name = tag.name.lowercased()
    let local = FeedNames.local(name)
    if tag.isEnd {
      guard let place = open.lastIndex(where: { $0 == tag.name }) ?? open.lastIndex(where: { $0.lowercased() == name }) else {
        if holder != nil { escape(source[tag.start..<tag.end]) }
        return
      }
      // Within markup an end tag belongs to the markup, unless it ends the element that holds it, or the item.
      if let holder, place >= holder { return escape(source[tag.start..<tag.end]) }
      while open.count > place { closeLast() }
      return
    }
    if Self.items.contains(local) {
      if let place = open.firstIndex(where: { Self.items.contains(FeedNames.local($0)) }) { while open.count > place { closeLast() } }
      if let holder { while open.count >= holder { closeLast() } }
    } else if holder != nil {
      return escape(source[tag.start..<tag.end])
    }
    guard open.count < Self.deepest else { return }
    write(tag)
    guard !tag.isEmpty else { return }
    open.append(tag.name)
    if Self.holders.contains(name) || local == "encoded" { holder = open.count }
  }

  private mutating func closeLast() {
    guard let name = open.popLast() else { return }
    result += Array("</\(name)>".utf8)
    if let count = holder, open.count < count { holder = nil }
  }

  /// The tag with every attribute once, and its value quoted.
  private mutating func write(_ tag: Tag) {
    result += Array("<\(tag.name)".utf8)
    var seen: Set<String> = []
    for (name, value) in tag.attributes where seen.insert(name).inserted && seen.count <= Self.mostAttributes {
      result += Array(" \(name)=\"".utf8)
      for byte in source[value] {
        switch byte {
        case 0x22: result += Array("&quot;".utf8)
        case 0x3C: result += Array("&lt;".utf8)
        default: result.append(byte)
        }
      }
      result.append(0x22)
    }
    result += tag.isEmpty ? Array("/>".utf8) : [0x3E]
  }

  /// Markup as text: what it says is read when the item's text is.
  private mutating func escape(_ markup: Bytes) {
    for byte in markup {
      switch byte {
      case 0x3C: result += Array("&lt;".utf8)
      case 0x3E: result += Array("&gt;".utf8)
      default: result.append(byte)
      }
    }
  }

  private func after(_ mark: StaticString, _ start: Int) -> Int {
    let from = min(start, source.count)
    return source[from...].firstIndex(of: mark).map { $0 + mark.utf8CodeUnitCount } ?? source.count
  }

  /// One tag as it was written.
  private struct Tag {
    var start: Int
    var end: Int
    var name: String
    var isEnd = false
    var isEmpty = false
    var attributes: [(name: String, value: Range<Int>)] = []

    /// Nil where no tag begins at the index.
    init?(_ source: [UInt8], _ start: Int) {
      self.start = start
      var index = start + 1
      if index < source.count, source[index] == 0x2F {
        isEnd = true
        index += 1
      }
      guard index < source.count, source[index].isASCIILetter || source[index] == 0x5F else { return nil }
      let nameEnd = Self.endOfName(source, index)
      name = source[index..<nameEnd].text
      index = nameEnd
      let limit = min(source.count, start + FeedMending.longestTag)
      while index < limit, source[index] != 0x3E, source[index] != 0x3C {
        if source[index] == 0x2F {
          isEmpty = true
          index += 1
          continue
        }
        guard source[index].isASCIILetter || source[index] == 0x5F else {
          index += 1
          continue
        }
        isEmpty = false
        let attributeEnd = Self.endOfName(source, index)
        let attribute = source[index..<attributeEnd].text
        index = attributeEnd
        while index < limit, source[index].isSpace { index += 1 }
        guard index < limit, source[index] == 0x3D else { continue }
        index += 1
        while index < limit, source[index].isSpace { index += 1 }
        guard index < limit else { break }
        let quote = source[index]
        let from = quote == 0x22 || quote == 0x27 ? index + 1 : index
        var to = from
        while to < limit, quote == 0x22 || quote == 0x27 ? source[to] != quote : !source[to].isSpace && source[to] != 0x3E { to += 1 }
        attributes.append((attribute, from..<to))
        index = from > index && to < limit ? to + 1 : to
      }
      guard index < limit, source[index] == 0x3E else {
        // It was never closed: what follows is taken as text.
        return nil
      }
      end = index + 1
      if attributes.isEmpty, nameEnd == index { isEmpty = false }
    }

    private static func endOfName(_ source: [UInt8], _ start: Int) -> Int {
      var index = start
      while index < source.count, index - start < 200,
        source[index].isWordByte || source[index] == 0x3A || source[index] == 0x2D || source[index] == 0x2E || source[index] == 0x5F
      { index += 1 }
      // A name doesn't end in a colon or a dot.
      while index > start + 1, source[index - 1] == 0x3A || source[index - 1] == 0x2E { index -= 1 }
      return index
    }
  }
}
