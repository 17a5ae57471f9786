/// Finds every pattern of a fixed set, as whole words, in one pass over UTF-8 bytes: an Aho-Corasick automaton.
///
/// Matches begin and end at word boundaries, so failure links lead only to suffixes that begin a word, and inside a word that
/// begins no pattern nothing is looked up at all. A run of blanks that holds no empty line matches one space, a no-break space
/// matches a space, curly apostrophes match straight ones, no-break and typographic hyphens match `-`, soft hyphens and
/// zero-width characters are passed over, and case is folded in ASCII and Latin-1. Time is linear in the text, whatever it is.
///
/// States are numbered breadth first, so that the children of one state lie next to each other: 13 bytes a state, where a dense
/// table would take 256. Only the root and the states below it have dense rows, for that is where text mostly is.
struct AliasAutomaton: Sendable {
  /// State: its first child. The children end where those of the next state begin.
  private var firstChild: [UInt32] = []
  /// State: the byte that leads to it.
  private var label: [UInt8] = []
  /// State: the longest suffix of its path that begins a word and is a state.
  private var failure: [UInt32] = []
  /// State: the pattern that ends there, or -1.
  private var pattern: [Int32] = []
  /// State: the nearest state on the chain of failures where a pattern ends; 0 where none does.
  private var suffixWithPattern: [UInt32] = []
  /// For the root (row 0) and its children (rows 1…): byte to child, 0 where there is none.
  private var dense: [UInt32] = []
  private var denseStates: UInt32 = 1
  /// Pattern: how many words it has.
  private var wordCount: [UInt8] = []

  /// The most words that a pattern may have.
  static let maximumWords = 32

  /// One match: a pattern, and where it stands.
  struct Match {
    var pattern: Int
    var span: Range<Int>
    /// The text has one more `s`: the span ends before it.
    var isPlural: Bool
  }

  /// - Parameter patterns: normalised by `normalised(_:)`, without duplicates, in ascending order of their bytes.
  init(sortedPatterns patterns: [[UInt8]]) {
    wordCount = patterns.map { UInt8(clamping: Self.words(in: $0)) }
    build(patterns)
    link()
  }

  /// The form in which patterns are stored; nil where it can't be matched (empty, too many words, no letter or digit first).
  static func normalised(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var text = text
    text.withUTF8 { text in
      var position = 0
      while position < text.count {
        let symbol = symbol(in: text, at: position)
        position += symbol.width
        switch symbol.value {
        case nothing, lineBreak: continue
        case space: if bytes.last != 32 { bytes.append(32) }
        case latin: bytes += [0xC3, symbol.detail]
        default: bytes.append(UInt8(symbol.value))
        }
      }
    }
    if bytes.last == 32 { bytes.removeLast() }
    guard let first = bytes.first, isWord(first, after: false), words(in: bytes) <= maximumWords else { return nil }
    return bytes
  }

  private static func words(in bytes: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      let isWord = isWord(byte, after: isInside)
      if isWord && !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }

  /// Whether a byte belongs to a word, where the one before does (`after`) or doesn't. Continuation bytes go with their lead.
  @inline(__always)
  private static func isWord(_ byte: UInt8, after isInWord: Bool) -> Bool {
    byte < 0x80 ? LetterBytes.isWord(byte) : LetterBytes.leadsLetter(byte) || (byte < 0xC0 && isInWord)
  }

  // MARK: Symbols

  private static let nothing = 256
  private static let space = 257
  private static let lineBreak = 258
  /// A Latin-1 letter of two bytes, folded: 0xC3 and the detail.
  private static let latin = 259

  /// What stands at a position: a byte value, or one of the symbols above, and how many bytes it takes.
  @inline(__always)
  private static func symbol(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (value: Int, width: Int, detail: UInt8) {
    let byte = text[position]
    if byte < 0x80 {
      if byte == 10 { return (lineBreak, 1, 0) }
      if byte <= 32 { return (space, 1, 0) }
      return (Int(LetterBytes.folded(byte)), 1, 0)
    }
    return wideSymbol(in: text, at: position)
  }

  @inline(never)
  private static func wideSymbol(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (value: Int, width: Int, detail: UInt8) {
    let lead = text[position]
    let second = position + 1 < text.count ? text[position + 1] : 0
    let third = position + 2 < text.count ? text[position + 2] : 0
    switch (lead, second, third) {
    case (0xC2, 0xA0, _): return (space, 2, 0)
    case (0xC2, 0xAD, _): return (nothing, 2, 0)
    case (0xC3, 0x80...0x9E, _) where second != 0x97: return (latin, 2, second | 0x20)
    case (0xC3, _, _): return (latin, second == 0 ? 1 : 2, second)
    case (0xCA, 0xBC, _): return (39, 2, 0)
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (nothing, 3, 0)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return (space, 3, 0)
    case (0xE2, 0x80, 0x90...0x92): return (45, 3, 0)
    case (0xE2, 0x80, 0x98...0x99): return (39, 3, 0)
    default: return (Int(lead), 1, 0)
    }
  }

  /// Whether a word goes on at this position: no match may end there.
  @inline(__always)
  private static func isWord(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position < text.count else { return false }
    let byte = text[position]
    return byte < 0x80 ? LetterBytes.isWord(byte) : LetterBytes.leadsLetter(byte)
  }

  // MARK: Building

  private mutating func build(_ patterns: [[UInt8]]) {
    // A state stands for the patterns [low, high) that share its path of `depth` bytes.
    struct Pending { var low: Int, high: Int, depth: Int }
    let size = patterns.reduce(1) { $0 + $1.count }
    firstChild.reserveCapacity(size + 1)
    label.reserveCapacity(size)
    pattern.reserveCapacity(size)
    var queue: [Pending] = [Pending(low: 0, high: patterns.count, depth: 0)]
    queue.reserveCapacity(size)
    label.append(0)
    var state = 0
    while state < queue.count {
      var (low, high, depth) = (queue[state].low, queue[state].high, queue[state].depth)
      firstChild.append(UInt32(queue.count))
      if low < high, patterns[low].count == depth {
        pattern.append(Int32(low))
        low += 1
      } else {
        pattern.append(-1)
      }
      while low < high {
        let byte = patterns[low][depth]
        var end = low + 1
        while end < high, patterns[end][depth] == byte { end += 1 }
        queue.append(Pending(low: low, high: end, depth: depth + 1))
        label.append(byte)
        low = end
      }
      state += 1
    }
    firstChild.append(UInt32(queue.count))
    denseStates = firstChild[1]
    dense = [UInt32](repeating: 0, count: Int(denseStates) * 256)
    for state in 0..<Int(denseStates) {
      for child in firstChild[state]..<firstChild[state + 1] { dense[state << 8 | Int(label[Int(child)])] = child }
    }
  }

  private mutating func link() {
    let count = label.count
    failure = [UInt32](repeating: 0, count: count)
    suffixWithPattern = [UInt32](repeating: 0, count: count)
    // Whether the path so far ends inside a word, so that no word begins with the next letter.
    var endsInWord = [Bool](repeating: false, count: count)
    for state in 0..<count {
      for child in Int(firstChild[state])..<Int(firstChild[state + 1]) {
        let byte = label[child]
        let isWord = Self.isWord(byte, after: endsInWord[state])
        endsInWord[child] = isWord
        guard state != 0 else { continue }
        var fallback = failure[state]
        var target: UInt32 = 0
        while true {
          if fallback == 0 {
            if isWord && !endsInWord[state] { target = self.child(of: 0, byte) }
            break
          }
          target = self.child(of: fallback, byte)
          if target != 0 { break }
          fallback = failure[Int(fallback)]
        }
        failure[child] = target
        suffixWithPattern[child] = pattern[Int(target)] >= 0 ? target : suffixWithPattern[Int(target)]
      }
    }
  }

  @inline(__always)
  private func child(of state: UInt32, _ byte: UInt8) -> UInt32 {
    if state < denseStates { return dense[Int(state) << 8 | Int(byte)] }
    for child in firstChild[Int(state)]..<firstChild[Int(state) + 1] where label[Int(child)] == byte { return child }
    return 0
  }

  // MARK: Matching

  /// Calls back for every match, in the order of their ends; at one end the longest first.
  func forEachMatch(in text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void) {
    var cursor = Cursor()
    firstChild.withUnsafeBufferPointer { firstChild in
      label.withUnsafeBufferPointer { label in
        failure.withUnsafeBufferPointer { failure in
          pattern.withUnsafeBufferPointer { pattern in
            suffixWithPattern.withUnsafeBufferPointer { suffixes in
              dense.withUnsafeBufferPointer { dense in
                let tables = Tables(
                  firstChild: firstChild, label: label, failure: failure, pattern: pattern, suffixes: suffixes, dense: dense,
                  denseStates: denseStates)
                run(text, tables, &cursor, body)
              }
            }
          }
        }
      }
    }
  }

  private struct Tables {
    let firstChild: UnsafeBufferPointer<UInt32>
    let label: UnsafeBufferPointer<UInt8>
    let failure: UnsafeBufferPointer<UInt32>
    let pattern: UnsafeBufferPointer<Int32>
    let suffixes: UnsafeBufferPointer<UInt32>
    let dense: UnsafeBufferPointer<UInt32>
    let denseStates: UInt32

    @inline(__always)
    func child(of state: UInt32, _ byte: UInt8) -> UInt32 {
      if state < denseStates { return dense[Int(state) << 8 | Int(byte)] }
      var child = firstChild[Int(state)]
      let end = firstChild[Int(state) + 1]
      while child < end {
        if label[Int(child)] == byte { return child }
        child += 1
      }
      return 0
    }

    /// The state after one more byte; `beginsWord` allows a new match to begin with it.
    @inline(__always)
    func next(_ state: UInt32, _ byte: UInt8, beginsWord: Bool) -> UInt32 {
      var state = state
      while state != 0 {
        let child = child(of: state, byte)
        if child != 0 { return child }
        state = failure[Int(state)]
      }
      return beginsWord ? dense[Int(byte)] : 0
    }
  }

  /// How far the scan has come.
  private struct Cursor {
    var state: UInt32 = 0
    /// Whether the byte before belongs to a word.
    var isInWord = false
    /// Where the last 32 words began, by their number modulo 32.
    var wordStarts = InlineArray<32, Int>(repeating: 0)
    var words = 0
  }

  private func run(_ text: UnsafeBufferPointer<UInt8>, _ tables: Tables, _ cursor: inout Cursor, _ body: (Match) -> Void) {
    var position = 0
    let count = text.count
    while position < count {
      let byte = text[position]
      if cursor.isInWord && cursor.state == 0 && LetterBytes.isWord(byte) {
        position += 1
        continue
      }
      let symbol = Self.symbol(in: text, at: position)
      let start = position
      position += symbol.width
      switch symbol.value {
      case Self.nothing: continue
      case Self.space, Self.lineBreak:
        var lineBreaks = symbol.value == Self.lineBreak ? 1 : 0
        while position < count {
          let following = Self.symbol(in: text, at: position)
          guard following.value == Self.space || following.value == Self.lineBreak || following.value == Self.nothing else { break }
          if following.value == Self.lineBreak { lineBreaks += 1 }
          position += following.width
        }
        cursor.isInWord = false
        cursor.state = lineBreaks > 1 || cursor.state == 0 ? 0 : tables.next(cursor.state, 32, beginsWord: false)
        continue
      case Self.latin:
        if !cursor.isInWord { beginWord(&cursor, at: start) }
        cursor.state = tables.next(cursor.state, 0xC3, beginsWord: !cursor.isInWord)
        cursor.isInWord = true
        cursor.state = cursor.state == 0 ? 0 : tables.next(cursor.state, symbol.detail, beginsWord: false)
      default:
        let value = UInt8(symbol.value)
        let isWord = Self.isWord(value, after: cursor.isInWord)
        let beginsWord = isWord && !cursor.isInWord
        if beginsWord { beginWord(&cursor, at: start) }
        cursor.state = tables.next(cursor.state, value, beginsWord: beginsWord)
        cursor.isInWord = isWord
      }
      if cursor.state != 0 { report(text, tables, cursor, end: position, body) }
    }
  }

  @inline(__always)
  private func beginWord(_ cursor: inout Cursor, at start: Int) {
    cursor.wordStarts[cursor.words & 31] = start
    cursor.words += 1
  }

  @inline(__always)
  private func report(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: Tables, _ cursor: borrowing Cursor, end: Int, _ body: (Match) -> Void
  ) {
    var state = Int(cursor.state)
    guard tables.pattern[state] >= 0 || tables.suffixes[state] != 0 else { return }
    var isPlural = false
    if Self.isWord(text, at: end) {
      guard text[end] | 0x20 == UInt8(ascii: "s"), !Self.isWord(text, at: end + 1) else { return }
      isPlural = true
    }
    if tables.pattern[state] < 0 { state = Int(tables.suffixes[state]) }
    while state != 0 {
      let found = Int(tables.pattern[state])
      let start = cursor.wordStarts[(cursor.words - Int(wordCount[found])) & 31]
      body(Match(pattern: found, span: start..<end, isPlural: isPlural))
      state = Int(tables.suffixes[state])
    }
  }

  /// How many states it has, and how many bytes they take.
  var size: (states: Int, bytes: Int) { (label.count, label.count * 17 + dense.count * 4) }
}
