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
  struct State: Sendable {
    /// The number of its first child, and in the highest bit whether a pattern ends here or on the chain of failures. The
    /// children end where those of the next state begin.
    var children: UInt32
    /// The longest suffix of its path that begins a word and is a state.
    var failure: UInt32

    static let reports: UInt32 = 0x8000_0000
    @inline(__always) var firstChild: UInt32 { children & ~Self.reports }
  }

  private(set) var states: [State] = []
  /// State: the byte that leads to it.
  private(set) var label: [UInt8] = []
  /// State: the pattern that ends there, or -1.
  private(set) var pattern: [Int32] = []
  /// State: the nearest state on the chain of failures where a pattern ends; 0 where none does.
  private(set) var suffixWithPattern: [UInt32] = []
  /// For the root (row 0) and its children (rows 1…): byte to child, 0 where there is none.
  private(set) var dense: [UInt32] = []
  private(set) var denseStates: UInt32 = 1
  /// Pattern: how many words it has.
  private(set) var wordCount: [UInt8] = []
  /// How patterns begin. Most words of a text are passed over by it.
  private(set) var beginnings = WordBeginnings()

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
        for pattern in 0..<count { addBeginning(of: keys[Int(starts[pattern])..<Int(starts[pattern + 1])]) }
      }
    }
    link()
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

  // MARK: Beginnings

  /// Notes how a pattern may begin in a text: by its first run of letters and digits, or that with the `s` of a plural.
  private mutating func addBeginning(of key: Slice<UnsafeBufferPointer<UInt8>>) {
    let run = key.prefix { LetterBytes.isWord($0) }.prefix(8)
    guard !run.isEmpty else { return }
    var word: UInt64 = 0
    var state: UInt32 = 0
    for (place, byte) in run.enumerated() {
      word |= UInt64(byte) << UInt64(place * 8)
      state = child(of: state, byte)
    }
    beginnings.insert(word, state)
    // The plural ends inside the run: there each letter has to be looked at.
    if run.count == key.count, run.count < 8 { beginnings.insert(word | UInt64(UInt8(ascii: "s")) << UInt64(run.count * 8), 0) }
  }

  /// How many states it has, and how many bytes they take.
  var size: (states: Int, bytes: Int) { (label.count, label.count * 17 + dense.count * 4 + beginnings.bytes) }
}
