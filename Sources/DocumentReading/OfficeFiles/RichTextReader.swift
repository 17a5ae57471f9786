import RegulatoryModel

/// Reads an RTF document: groups, control words, and bytes in the code page of their font.
///
/// One walk, without recursion: groups may be nested without end. https://interoperability.blob.core.windows.net/files/Archive_References/%5bMSFT-RTF%5d.pdf
enum RichTextReader {
  static func draft(_ bytes: consuming [UInt8], in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> StoryDraft {
    var walk = RichTextWalk()
    bytes.withUnsafeBufferPointer { walk.read($0) }
    bytes = []
    if !walk.isWhole { notes.append("the file ends in the middle: read as far as it goes") }
    let facts = walk.facts
    let blocks = walk.blocks
    walk = RichTextWalk()
    return facts.draft(consume blocks, in: context)
  }
}

/// The walk over an RTF document, with all that is open.
struct RichTextWalk {
  /// Where text goes.
  enum Sink { case body, footnote, title, author, fontTable, nowhere }

  /// What a group begins with from the one around it, and what ends with it.
  struct Group {
    var sink = Sink.body
    var isHidden = false
    /// How many characters stand after `\u` for programs that don't know it.
    var fallback = 1
    var font = -1
    /// Whether `\*` was just read: a word that is not known leaves the group out.
    var isOptional = false
  }

  private(set) var facts = OfficeFacts()
  var body = RichTextBlocks()
  var group = Group()
  private var groups: [Group] = []
  /// Groups deeper than `deepest`, which are no longer told apart.
  private var overflow = 0
  private static let deepest = 1000
  var codePage = "CP1252"
  /// Code pages by font, where they differ.
  var fonts: [Int: String] = [:]
  private static let mostFonts = 10_000
  /// Bytes that wait for being converted.
  var pending: [UInt8] = []
  var title: [UInt8] = []
  var author: [UInt8] = []
  var toSkip = 0
  var highSurrogate: UInt32 = 0
  private var time = (year: 0, month: 0, day: 0)
  /// Whether the last group was closed.
  private(set) var isWhole = false

  var blocks: [OfficeBlock] { body.all }

  mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      switch byte {
      case 0x7B: open()
      case 0x7D:
        close()
        if groups.isEmpty, overflow == 0 {
          isWhole = true
          index = source.count
        }
      case 0x5C: index = control(source, index)
      case 0x0A, 0x0D, 0: break
      default: character(byte)
      }
    }
    flush()
    body.finish()
    facts.title = Self.line(title)
    facts.author = Self.line(author)
  }

  private static func line(_ bytes: [UInt8]) -> String? {
    let line = OneLine.collapsed(bytes[...])
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  // MARK: Groups

  private mutating func open() {
    flush()
    toSkip = 0
    guard groups.count < Self.deepest else {
      overflow += 1
      return
    }
    groups.append(group)
    group.isOptional = false
  }

  private mutating func close() {
    flush()
    toSkip = 0
    guard overflow == 0 else {
      overflow -= 1
      return
    }
    guard let outer = groups.popLast() else { return }
    if group.sink == .footnote, outer.sink != .footnote { body.endNote() }
    group = outer
  }

  // MARK: Control words

  /// Reads what follows a backslash, and returns where the text goes on.
  private mutating func control(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start < source.count else { return start }
    var index = start
    guard source[index].isASCIILetter else { return symbol(source, index) }
    while index < source.count, source[index].isASCIILetter, index - start < 40 { index += 1 }
    let name = String(decoding: source[start..<index], as: UTF8.self)
    var value: Int?
    let isNegative = index < source.count && source[index] == 0x2D
    if isNegative { index += 1 }
    while index < source.count, source[index].isDigit {
      let next = (value ?? 0) * 10 + Int(source[index] & 0x0F)
      value = min(next, 1 << 40)
      index += 1
    }
    if isNegative { value = value.map { -$0 } }
    // One blank belongs to the word.
    if index < source.count, source[index] == 0x20 { index += 1 }
    if name == "bin" {
      if let value, value > 0 { index = min(source.count, index + value) }
      return index
    }
    word(name, value)
    return index
  }

  private mutating func symbol(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch source[index] {
    case 0x27:  // \'hh: a byte
      guard index + 2 < source.count, let high = Self.digit(source[index + 1]), let low = Self.digit(source[index + 2]) else {
        return index + 1
      }
      character(high << 4 | low)
      return index + 3
    case 0x2A: group.isOptional = true
    case 0x7E: put(0x20)
    case 0x5F: put(0x2D)
    case 0x5C, 0x7B, 0x7D: character(source[index])
    case 0x0A, 0x0D: end { $0.endParagraph() }
    case 0x09: put(0x20)
    default: break
    }
    return index + 1
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }

  private mutating func word(_ name: String, _ value: Int?) {
    let isOptional = group.isOptional
    group.isOptional = false
    if let destination = Self.destinations[name] {
      flush()
      if group.sink != .nowhere { enter(destination) }
      return
    }
    if isOptional, !Self.optionalWithText.contains(name) {
      flush()
      group.sink = .nowhere
      return
    }
    if let text = Self.characters[name] {
      if toSkip > 0 { toSkip -= 1 } else { put(text) }
      return
    }
    switch name {
    case "par", "sect", "page", "column": end { $0.endParagraph() }
    case "line", "softline": end { $0.breakLine() }
    case "cell", "nestcell": end { $0.endCell() }
    case "row", "nestrow": end { $0.endRow() }
    case "intbl": end { $0.isInTable = true }
    case "pard":
      end {
        $0.isInTable = false
        $0.style = .plain
      }
    case "outlinelevel": if let value, (0..<9).contains(value) { end { $0.style = .heading(value + 1) } }
    case "tab": put(0x20)
    case "u": unicode(value ?? 0)
    case "uc": group.fallback = max(0, min(value ?? 1, 100))
    case "v", "deleted": turn(hidden: value != 0)
    case "plain": turn(hidden: false)
    case "f": setFont(value ?? 0)
    case "fcharset":
      if group.sink == .fontTable, fonts.count < Self.mostFonts, let page = Self.codePage(ofCharacterSet: value ?? 0) {
        fonts[group.font] = page
      }
    case "ansicpg": if let value, value > 0 { codePage = Self.codePage(value) }
    case "mac": codePage = "MACINTOSH"
    case "pc": codePage = "IBM437"
    case "pca": codePage = "IBM850"
    case "creatim", "revtim": time = (0, 0, 0)
    case "yr": time.year = value ?? 0
    case "mo": time.month = value ?? 0
    case "dy": noteTime(value ?? 0)
    default: break
    }
  }

  private mutating func enter(_ destination: Destination) {
    switch destination {
    case .skipped: group.sink = .nowhere
    case .fonts: group.sink = .fontTable
    case .title: group.sink = .title
    case .author: group.sink = .author
    case .footnote:
      if group.sink == .body {
        body.beginNote()
        group.sink = .footnote
      }
    case .list:
      end { $0.style = .item }
      group.sink = .nowhere
    case .created:
      isCreation = true
      time = (0, 0, 0)
      group.sink = .nowhere
    case .revised:
      isCreation = false
      time = (0, 0, 0)
      group.sink = .nowhere
    }
  }

  // MARK: Facts

  private var isCreation: Bool?

  /// `\yr2025\mo7\dy17`, in this order.
  private mutating func noteTime(_ day: Int) {
    guard let isCreation, let found = CalendarDay(year: time.year, month: time.month, day: day) else { return }
    let (year, month, day) = found.components
    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    if isCreation { facts.created = text } else { facts.modified = text }
    self.isCreation = nil
  }
}
