/// Turns the blocks of Markdown into plain paragraphs: headings, lists, tables and quotations keep their shape, the marks go.
struct MarkdownBody {
  private(set) var output: [UInt8] = []
  /// The first heading of the first level, as plain text.
  private(set) var firstHeading: [UInt8]?
  /// Whether that heading is the first thing in the document, so that it is its title.
  private(set) var headingIsFirst = false

  private let source: UnsafeBufferPointer<UInt8>
  private enum Block { case none, prose, item, lines }
  /// What the last line belonged to.
  private var block = Block.none
  /// Whether the next line begins a new paragraph.
  private var isApart = true
  private var fence: (mark: UInt8, length: Int)?
  private var isInComment = false
  private var lineBreak = false

  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.source = source
    output.reserveCapacity(source.count - start + 16)
    var index = start
    while index < source.count {
      let end = TextLines.end(in: source, from: index)
      read(index, end)
      index = end + 1
    }
  }

  private mutating func read(_ lineStart: Int, _ lineEnd: Int) {
    var (start, end) = (lineStart, lineEnd)
    while start < end, source[start].isBlank { start &+= 1 }
    while end > start, source[end &- 1].isBlank { end &-= 1 }
    let first = start < end ? source[start] : 0
    if readFence(start, end, first) || readComment(start, end) { return }
    guard start < end else {
      isApart = true
      block = .none
      return
    }
    let indent = start - lineStart
    switch first {
    case 0x23:  // # Heading
      if let (textStart, level) = headingStart(start, end) {
        writeHeading(textStart, end, level)
        return
      }
    case 0x3E:  // > quotation
      var inner = start
      while inner < end, source[inner] == 0x3E || source[inner].isBlank { inner += 1 }
      if inner < end {
        writeProse(inner, end)
      } else {
        isApart = true
      }
      return
    case 0x7C:  // | table |
      writeTableRow(start, end)
      return
    case 0x3D, 0x2D, 0x2A, 0x5F:  // ===, ---, ***
      if isRule(start, end) {
        markHeadingAbove(first)
        isApart = true
        block = .none
        return
      }
    case 0x5B:  // [ref]: address
      if let colon = referenceColon(start, end) {
        guard source[start + 1] == 0x5E else { return }  // a footnote's text stays, an address goes
        begin(.lines)
        output.append(0x5B)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: source[(start + 2)..<colon]))
        append(colon + 1, end)
        return
      }
    case 0x7B where end - start > 3 && source[start + 1] == 0x25 && source[end - 1] == 0x7D:  // {% hint %}
      isApart = true
      return
    default: break
    }
    if let item = itemStart(start, end, first) {
      begin(.item)
      for _ in 0..<min(indent, 12) { output.append(0x20) }
      if first.isDigit {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<item]))
      } else {
        output.append(contentsOf: [0xE2, 0x80, 0xA2, 0x20])
      }
      append(item, end)
      lineBreak = false
    } else {
      writeProse(start, end)
      lineBreak = lineEnd - end >= 2 || source[end - 1] == 0x5C
      if source[end - 1] == 0x5C, output.last == 0x5C { output.removeLast() }
    }
  }

  // MARK: Writing

  /// Makes the place for something that begins on a line of its own.
  private mutating func begin(_ kind: Block) {
    if !output.isEmpty {
      output.append(0x0A)
      if isApart || kind == .prose || block != kind { output.append(0x0A) }
    }
    block = kind
    isApart = false
  }

  /// A line of prose goes on with the paragraph, item or quotation before it.
  private mutating func writeProse(_ start: Int, _ end: Int) {
    if block == .prose || block == .item, !isApart {
      output.append(lineBreak ? 0x0A : 0x20)
    } else {
      begin(.prose)
    }
    append(start, end)
    lineBreak = false
  }

  private mutating func append(_ start: Int, _ end: Int) {
    let before = output.count
    MarkdownInline.append(start..<end, of: source, to: &output)
    // A line of nothing but an image or a tag leaves no trace.
    if output.count == before || output[before...].allSatisfy(\.isBlank) {
      output.removeSubrange(before...)
      while let last = output.last, last == 0x20 || last == 0x0A { output.removeLast() }
      if block == .prose { isApart = true }
    }
    while output.last == 0x20, output.count > before { output.removeLast() }
  }

  private mutating func writeHeading(_ start: Int, _ end: Int, _ level: Int) {
    let isFirst = output.isEmpty
    isApart = true
    begin(.prose)
    let place = output.count
    append(start, end)
    noteHeading(level, from: place, isFirst: isFirst)
    isApart = true
    block = .none
  }

  private mutating func noteHeading(_ level: Int, from place: Int, isFirst: Bool) {
    guard level == 1, firstHeading == nil, place <= output.count else { return }
    firstHeading = OneLine.collapsed(output[place...])
    headingIsFirst = isFirst
  }

  /// "Title" over "=====": the paragraph just written was a heading.
  private mutating func markHeadingAbove(_ mark: UInt8) {
    guard mark == 0x3D, block == .prose, !isApart else { return }
    let start = output.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    noteHeading(1, from: start, isFirst: start == 0)
  }

  private mutating func writeTableRow(_ start: Int, _ end: Int) {
    // |---|:--:| says only how columns are set.
    guard source[start..<end].contains(where: { ![0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }) else { return }
    begin(.lines)
    var cell = start + 1
    var isFirst = true
    var index = cell
    while index <= end {
      if index == end || source[index] == 0x7C && source[index - 1] != 0x5C {
        var (from, to) = (cell, index)
        while from < to, source[from].isBlank { from += 1 }
        while to > from, source[to - 1].isBlank { to -= 1 }
        if from < to || index < end {
          if !isFirst { output.append(contentsOf: [0x20, 0x7C, 0x20]) }
          MarkdownInline.append(from..<to, of: source, to: &output)
          isFirst = false
        }
        cell = index + 1
      }
      index += 1
    }
  }

  // MARK: Shapes

  /// Handles the lines of ``` blocks; their text stays as it is.
  private mutating func readFence(_ start: Int, _ end: Int, _ first: UInt8) -> Bool {
    let mark = first == 0x60 || first == 0x7E ? first : 0
    var length = 0
    if mark != 0 { while start + length < end, source[start + length] == mark { length += 1 } }
    if let open = fence {
      if mark == open.mark, length >= open.length {
        fence = nil
        isApart = true
        block = .none
      } else {
        begin(.lines)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
      }
      return true
    }
    guard length >= 3 else { return false }
    fence = (mark, length)
    isApart = true
    return true
  }

  private mutating func readComment(_ start: Int, _ end: Int) -> Bool {
    if isInComment {
      isInComment = !endsComment(start, end)
      return true
    }
    guard end - start >= 4, source[start] == 0x3C, source[start + 1] == 0x21, source[start + 2] == 0x2D, source[start + 3] == 0x2D else {
      return false
    }
    isInComment = !endsComment(start, end)
    return true
  }

  private func endsComment(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    return (start...(end - 3)).contains { source[$0] == 0x2D && source[$0 + 1] == 0x2D && source[$0 + 2] == 0x3E }
  }

  private func headingStart(_ start: Int, _ end: Int) -> (Int, Int)? {
    var index = start
    while index < end, source[index] == 0x23 { index += 1 }
    let level = index - start
    guard level <= 6, index < end, source[index].isBlank else { return nil }
    while index < end, source[index].isBlank { index += 1 }
    return (index, level)
  }

  private func isRule(_ start: Int, _ end: Int) -> Bool {
    var marks = 0
    for index in start..<end {
      if source[index] == source[start] { marks += 1 } else if !source[index].isBlank { return false }
    }
    return marks >= (source[start] == 0x3D ? 2 : 3)
  }

  private func referenceColon(_ start: Int, _ end: Int) -> Int? {
    guard let close = source[start..<min(end, start + 200)].firstIndex(of: 0x5D), close + 1 < end, source[close + 1] == 0x3A else {
      return nil
    }
    return close + 1
  }

  /// Where an item's text begins; for a numbered one its number stays.
  private func itemStart(_ start: Int, _ end: Int, _ first: UInt8) -> Int? {
    var index = start
    if [0x2D, 0x2A, 0x2B].contains(first) {
      index += 1
    } else if first.isDigit {
      while index < end, index - start < 9, source[index].isDigit { index += 1 }
      guard index < end, source[index] == 0x2E || source[index] == 0x29 else { return nil }
      index += 1
    } else {
      return nil
    }
    guard index < end, source[index].isBlank else { return nil }
    while index < end, source[index].isBlank { index += 1 }
    return index
  }
}
