/// Takes the marks out of a line of Markdown: emphasis, links, images, code marks, HTML tags, escapes, footnote marks.
struct MarkdownInline {
  private let source: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// Brackets within brackets go no deeper than this.
  private static let deepest = 6
  /// How far the end of a link, tag or code is looked for; what is farther away belongs to something else.
  private static let reach = 2000

  /// Appends the plain text of `range` to `output`.
  static func append(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    MarkdownInline(source: source, end: range.upperBound).write(range.lowerBound, range.upperBound, 0, to: &output)
  }

  private func write(_ start: Int, _ end: Int, _ depth: Int, to output: inout [UInt8]) {
    var index = start
    var runStart = start
    func flush(_ upTo: Int) { if runStart < upTo { output.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<upTo])) } }
    while index < end {
      let byte = source[index]
      // Letters, digits, blanks: the bulk of it.
      guard Self.isSpecial[Int(byte)] else {
        index &+= 1
        continue
      }
      var next = index
      switch byte {
      case 0x5C:  // backslash
        if index + 1 < end, !source[index + 1].isWordByte, source[index + 1] > 0x20 {
          flush(index)
          runStart = index + 1
          next = index + 2
        }
      case 0x2A, 0x5F, 0x7E:  // * _ ~
        let run = runLength(index, end)
        if isEmphasis(index, run, start, end) {
          flush(index)
          runStart = index + run
        }
        next = index + run
      case 0x60:  // `
        let run = runLength(index, end)
        flush(index)
        runStart = index + run
        next = index + run
        // What stands between code marks stays as it is.
        if let close = codeEnd(index + run, end, run) {
          flush(close)
          runStart = close + run
          next = close + run
        }
      case 0x21:  // ![image](…)
        if index + 1 < end, source[index + 1] == 0x5B, let link = link(index + 1, end) {
          flush(index)
          runStart = link.end
          next = link.end
        }
      case 0x5B:  // [text](url), [text][ref], [^1]
        if index + 2 < end, source[index + 1] == 0x5E, let close = closing(index, end) {
          flush(index)
          output.append(0x5B)
          output.append(contentsOf: UnsafeBufferPointer(rebasing: source[(index + 2)...close]))
          runStart = close + 1
          next = close + 1
        } else if depth < Self.deepest, let link = link(index, end) {
          flush(index)
          write(index + 1, link.textEnd, depth + 1, to: &output)
          runStart = link.end
          next = link.end
        }
      case 0x3C:  // <tag>, <https://…>
        if let tag = tag(index, end) {
          flush(index)
          output.append(contentsOf: UnsafeBufferPointer(rebasing: source[tag.kept]))
          runStart = tag.end
          next = tag.end
        }
      case 0x26:  // &amp;
        if let (scalar, after) = CharacterReference.read(source, index, end) {
          flush(index)
          UTF8Scalar.append(scalar, to: &output)
          runStart = after
          next = after
        }
      case 0x7B:  // {% hint %}, {{ x }}, {#id}
        if index + 1 < end, [0x25, 0x7B, 0x23].contains(source[index + 1]),
          let close = source[index..<min(end, index + 300)].firstIndex(of: 0x7D)
        {
          flush(index)
          runStart = source[index + 1] == 0x7B && close + 1 < end ? close + 2 : close + 1
          next = runStart
        }
      default: break
      }
      index = max(next, index + 1)
    }
    flush(end)
  }

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\*_~`![<&{".utf8 { table[Int(byte)] = true }
    return table
  }()

  private func runLength(_ index: Int, _ end: Int) -> Int {
    var next = index
    while next < end, source[next] == source[index] { next += 1 }
    return next - index
  }

  /// Emphasis clings to a word on one side at least; `_` only from outside the word; `5 * 3` and `snake_case` stay.
  private func isEmphasis(_ index: Int, _ run: Int, _ start: Int, _ end: Int) -> Bool {
    guard run <= 3, source[index] != 0x7E || run == 2 else { return false }
    let before = index > start ? source[index - 1] : 0x20
    let after = index + run < end ? source[index + run] : 0x20
    if before.isSpace && after.isSpace { return false }
    return source[index] != 0x5F || !(before.isWordByte && after.isWordByte)
  }

  private func codeEnd(_ from: Int, _ end: Int, _ run: Int) -> Int? {
    var index = from
    let end = min(end, from + Self.reach)
    while index < end {
      if source[index] == 0x60 {
        let length = runLength(index, end)
        if length == run { return index }
        index += length
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The bracket that closes the one at `index`, within the reach of a link's text.
  private func closing(_ index: Int, _ end: Int) -> Int? {
    var open = 0
    for place in index..<min(end, index + Self.reach) {
      if source[place] == 0x5B, place == index || source[place - 1] != 0x5C {
        open += 1
        if open > Self.deepest { return nil }
      }
      if source[place] == 0x5D, source[place - 1] != 0x5C {
        open -= 1
        if open == 0 { return place }
      }
    }
    return nil
  }

  /// A link's text end and its own; nil for brackets that are none.
  private func link(_ index: Int, _ end: Int) -> (textEnd: Int, end: Int)? {
    guard let close = closing(index, end), close + 1 < end else { return nil }
    if source[close + 1] == 0x28 {
      var open = 0
      for place in (close + 1)..<min(end, close + Self.reach) {
        if source[place] == 0x28 {
          open += 1
          if open > Self.deepest { return nil }
        }
        if source[place] == 0x29 {
          open -= 1
          if open == 0 { return (close, place + 1) }
        }
      }
      return nil
    }
    if source[close + 1] == 0x5B, let second = closing(close + 1, end) { return (close, second + 1) }
    return nil
  }

  /// An HTML tag or comment, of which nothing is kept, or an address in angle brackets, of which the address is.
  private func tag(_ index: Int, _ end: Int) -> (kept: Range<Int>, end: Int)? {
    guard index + 2 < end else { return nil }
    let first = source[index + 1]
    guard first.isASCIILetter || first == 0x2F || first == 0x21 else { return nil }
    guard let close = source[(index + 1)..<min(end, index + Self.reach)].firstIndex(where: { $0 == 0x3E || $0 == 0x3C }),
      source[close] == 0x3E
    else { return nil }
    let inside = (index + 1)..<close
    let isAddress =
      first.isASCIILetter && !source[inside].contains(0x20) && (source[inside].contains(0x3A) || source[inside].contains(0x40))
    return (isAddress ? inside : close..<close, close + 1)
  }
}

/// `&amp;`, `&#8217;`, `&#x2019;`: the few named ones that occur outside web pages, and all numbers.
enum CharacterReference {
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘",
    "rsquo": "’",
    "ldquo": "“", "rdquo": "”", "sect": "§", "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£", "bull": "•", "middot": "·",
  ]

  static func read(_ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    let limit = min(end, index + 12)
    guard index + 2 < limit, let close = source[(index + 1)..<limit].firstIndex(of: 0x3B), close > index + 1 else { return nil }
    let name = String(decoding: UnsafeBufferPointer(rebasing: source[(index + 1)..<close]), as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let number, let scalar = Unicode.Scalar(number) else { return nil }
      return (scalar == "\u{A0}" ? " " : scalar, close + 1)
    }
    return named[name].map { ($0, close + 1) }
  }
}
