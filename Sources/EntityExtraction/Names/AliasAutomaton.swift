/// Finds every pattern of a fixed set, as whole words, in one pass over UTF-8 bytes: an Aho-Corasick automaton.
///
/// Matches begin and end at word boundaries, so failure links lead only to suffixes that begin a word, and inside a word that
/// begins no pattern nothing is looked up at all. A run of blanks that holds no empty line matches one space, a no-break space
/// matches a space, curly apostrophes match straight ones, no-break and typographic hyphens match `-`, soft hyphens and
/// zero-width characters are passed over, and case is folded in ASCII and Latin-1. Time is linear in the text, whatever it is.
///
/// States are numbered breadth first, so that the children of one state lie next to each other: 17 bytes a state, where a dense
/// table would take 256. Only the root and the states below it have dense rows, for that is where text mostly is.
struct AliasAutomaton: Sendable {
  /// What a scan needs of a state at every byte.
  private struct State {
    /// The number of its first child, and in the highest bit whether a pattern ends here or on the chain of failures. The
    /// children end where those of the next state begin.
    var children: UInt32
    /// The longest suffix of its path that begins a word and is a state.
    var failure: UInt32

    static let reports: UInt32 = 0x8000_0000
    @inline(__always) var firstChild: UInt32 { children & ~Self.reports }
  }

  private var states: [State] = []
  /// State: the byte that leads to it.
  private var label: [UInt8] = []
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

  /// - Parameter patterns: their keys are normalised by `appendNormalised`, folded, without duplicates, in ascending order.
  init(_ patterns: AliasPatterns.Finished) {
    let count = patterns.keyStarts.count - 1
    wordCount.reserveCapacity(count)
    patterns.keys.withUnsafeBufferPointer { keys in
      patterns.keyStarts.withUnsafeBufferPointer { starts in
        for pattern in 0..<count {
          wordCount.append(UInt8(clamping: Self.words(in: keys[Int(starts[pattern])..<Int(starts[pattern + 1])])))
        }
        build(keys, starts)
      }
    }
    link()
  }

  /// Appends the form in which patterns are stored, capitals kept; false where it can't be matched (empty, too many words, no
  /// letter or digit first), and then what was appended must be taken away again.
  static func appendNormalised(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte > 32, byte < 0x80 {
        bytes.append(byte)
        position += 1
        continue
      }
      let symbol = symbol(in: text, at: position)
      position += symbol.width
      switch symbol.value {
      case nothing, lineBreak: continue
      case space: if bytes.count > start, bytes.last != 32 { bytes.append(32) }
      case latin: bytes += [0xC3, symbol.detail]
      default: bytes.append(UInt8(symbol.value))
      }
    }
    if bytes.count > start, bytes.last == 32 { bytes.removeLast() }
    return bytes.count > start && isWord(bytes[start], after: false) && words(in: bytes[start...]) <= maximumWords
  }

  private static func words(in bytes: some Sequence<UInt8>) -> Int {
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

  private mutating func build(_ keys: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<Int32>) {
    // A state stands for the patterns [low, high) that share its path of `depth` bytes.
    struct Pending { var low: Int32, high: Int32, depth: Int32 }
    let size = keys.count + 1
    states.reserveCapacity(size + 1)
    label.reserveCapacity(size)
    pattern.reserveCapacity(size)
    var queue: [Pending] = [Pending(low: 0, high: Int32(starts.count - 1), depth: 0)]
    queue.reserveCapacity(size)
    label.append(0)
    var state = 0
    while state < queue.count {
      let pending = queue[state]
      let depth = pending.depth
      var low = pending.low
      states.append(State(children: UInt32(queue.count), failure: 0))
      if low < pending.high, starts[Int(low) + 1] - starts[Int(low)] == depth {
        pattern.append(low)
        low += 1
      } else {
        pattern.append(-1)
      }
      while low < pending.high {
        let byte = keys[Int(starts[Int(low)] + depth)]
        var end = low + 1
        while end < pending.high, keys[Int(starts[Int(end)] + depth)] == byte { end += 1 }
        queue.append(Pending(low: low, high: end, depth: depth + 1))
        label.append(byte)
        low = end
      }
      state += 1
    }
    states.append(State(children: UInt32(queue.count), failure: 0))
    denseStates = states[1].firstChild
    dense = [UInt32](repeating: 0, count: Int(denseStates) * 256)
    for state in 0..<Int(denseStates) {
      for child in states[state].firstChild..<states[state + 1].firstChild { dense[state << 8 | Int(label[Int(child)])] = child }
    }
  }

  private mutating func link() {
    let count = label.count
    suffixWithPattern = [UInt32](repeating: 0, count: count)
    // Whether the path so far ends inside a word, so that no word begins with the next letter.
    var endsInWord = [Bool](repeating: false, count: count)
    for state in 0..<count {
      for child in Int(states[state].firstChild)..<Int(states[state + 1].firstChild) {
        let byte = label[child]
        let isWord = Self.isWord(byte, after: endsInWord[state])
        endsInWord[child] = isWord
        var target: UInt32 = 0
        var fallback = states[state].failure
        while state != 0 {
          if fallback == 0 {
            if isWord && !endsInWord[state] { target = dense[Int(byte)] }
            break
          }
          target = self.child(of: fallback, byte)
          if target != 0 { break }
          fallback = states[Int(fallback)].failure
        }
        states[child].failure = target
        suffixWithPattern[child] = pattern[Int(target)] >= 0 ? target : suffixWithPattern[Int(target)]
        if pattern[child] >= 0 || suffixWithPattern[child] != 0 { states[child].children |= State.reports }
      }
    }
  }

  private func child(of state: UInt32, _ byte: UInt8) -> UInt32 {
    if state < denseStates { return dense[Int(state) << 8 | Int(byte)] }
    let children = states[Int(state)].firstChild..<states[Int(state) + 1].firstChild
    for child in children where label[Int(child)] == byte { return child }
    return 0
  }

  // MARK: Matching

  /// Calls back for every match, in the order of their ends; at one end the longest first.
  func forEachMatch(in text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void) {
    // Where the last words began, by their number modulo 32.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.maximumWords) { wordStarts in
      states.withUnsafeBufferPointer { states in
        label.withUnsafeBufferPointer { label in
          dense.withUnsafeBufferPointer { dense in
            pattern.withUnsafeBufferPointer { pattern in
              suffixWithPattern.withUnsafeBufferPointer { suffixWithPattern in
                wordCount.withUnsafeBufferPointer { wordCount in
                  let tables = Tables(
                    states: states, label: label, dense: dense, denseStates: denseStates, pattern: pattern,
                    suffixWithPattern: suffixWithPattern, wordCount: wordCount)
                  tables.run(text, wordStarts, body)
                }
              }
            }
          }
        }
      }
    }
  }

  /// The automaton's arrays as they are for the length of one scan, free of reference counting.
  private struct Tables {
    let states: UnsafeBufferPointer<State>
    let label: UnsafeBufferPointer<UInt8>
    let dense: UnsafeBufferPointer<UInt32>
    let denseStates: UInt32
    let pattern: UnsafeBufferPointer<Int32>
    let suffixWithPattern: UnsafeBufferPointer<UInt32>
    let wordCount: UnsafeBufferPointer<UInt8>

    @inline(__always)
    func child(of state: UInt32, _ byte: UInt8) -> UInt32 {
      if state < denseStates { return dense[Int(state) << 8 | Int(byte)] }
      var child = states[Int(state)].firstChild
      let end = states[Int(state) + 1].firstChild
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
        state = states[Int(state)].failure
      }
      return beginsWord ? dense[Int(byte)] : 0
    }

    func run(_ text: UnsafeBufferPointer<UInt8>, _ wordStarts: UnsafeMutableBufferPointer<Int>, _ body: (Match) -> Void) {
      var position = 0
      var state: UInt32 = 0
      // Whether the byte before belongs to a word.
      var isInWord = false
      var words = 0
      let count = text.count
      while position < count {
        let byte = text[position]
        if state == 0, byte < 0x80 {
          // Nothing is under way: the rest of a word, and what stands between words, is passed over.
          let isWord = LetterBytes.isWord(byte)
          if isInWord || !isWord {
            isInWord = isWord
            position += 1
            continue
          }
        }
        let symbol = AliasAutomaton.symbol(in: text, at: position)
        let start = position
        position += symbol.width
        switch symbol.value {
        case AliasAutomaton.nothing: continue
        case AliasAutomaton.space, AliasAutomaton.lineBreak:
          let isEmptyLine = AliasAutomaton.passBlanks(text, &position, startsWithLineBreak: symbol.value == AliasAutomaton.lineBreak)
          isInWord = false
          state = isEmptyLine || state == 0 ? 0 : next(state, 32, beginsWord: false)
          continue
        case AliasAutomaton.latin:
          if !isInWord {
            wordStarts[words & 31] = start
            words += 1
          }
          state = next(state, 0xC3, beginsWord: !isInWord)
          isInWord = true
          state = state == 0 ? 0 : next(state, symbol.detail, beginsWord: false)
        default:
          let value = UInt8(symbol.value)
          let isWord = AliasAutomaton.isWord(value, after: isInWord)
          let beginsWord = isWord && !isInWord
          if beginsWord {
            wordStarts[words & 31] = start
            words += 1
          }
          state = next(state, value, beginsWord: beginsWord)
          isInWord = isWord
        }
        if states[Int(state)].children & State.reports != 0 {
          report(text, Int(state), wordStarts, words, end: position, body)
        }
      }
    }

    @inline(never)
    private func report(
      _ text: UnsafeBufferPointer<UInt8>, _ state: Int, _ wordStarts: UnsafeMutableBufferPointer<Int>, _ words: Int, end: Int,
      _ body: (Match) -> Void
    ) {
      var isPlural = false
      if AliasAutomaton.isWord(text, at: end) {
        guard text[end] | 0x20 == UInt8(ascii: "s"), !AliasAutomaton.isWord(text, at: end + 1) else { return }
        isPlural = true
      }
      var state = pattern[state] >= 0 ? state : Int(suffixWithPattern[state])
      while state != 0 {
        let found = Int(pattern[state])
        let start = wordStarts[(words - Int(wordCount[found])) & 31]
        body(Match(pattern: found, span: start..<end, isPlural: isPlural))
        state = Int(suffixWithPattern[state])
      }
    }

  }

  /// Passes over a run of blanks; whether an empty line is among them.
  @inline(__always)
  private static func passBlanks(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, startsWithLineBreak: Bool) -> Bool {
    var lineBreaks = startsWithLineBreak ? 1 : 0
    while position < text.count {
      let byte = text[position]
      if byte > 32, byte < 0x80 { break }
      let following = symbol(in: text, at: position)
      guard following.value == space || following.value == lineBreak || following.value == nothing else { break }
      if following.value == lineBreak { lineBreaks += 1 }
      position += following.width
    }
    return lineBreaks > 1
  }

  /// How many states it has, and how many bytes they take.
  var size: (states: Int, bytes: Int) { (label.count, label.count * 17 + dense.count * 4) }
}
