extension AliasAutomaton {
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
                  beginnings.bits.withUnsafeBufferPointer { bits in
                    beginnings.entries.withUnsafeBufferPointer { entries in
                      let tables = Tables(
                        states: states, label: label, dense: dense, denseStates: denseStates, pattern: pattern,
                        suffixWithPattern: suffixWithPattern, wordCount: wordCount, bits: bits, entries: entries)
                      tables.run(text, wordStarts, body)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The automaton's arrays as they are for the length of one scan, free of reference counting.
  fileprivate struct Tables {
    let states: UnsafeBufferPointer<State>
    let label: UnsafeBufferPointer<UInt8>
    let dense: UnsafeBufferPointer<UInt32>
    let denseStates: UInt32
    let pattern: UnsafeBufferPointer<Int32>
    let suffixWithPattern: UnsafeBufferPointer<UInt32>
    let wordCount: UnsafeBufferPointer<UInt8>
    let bits: UnsafeBufferPointer<UInt64>
    let entries: UnsafeBufferPointer<WordBeginnings.Entry>

    /// The first eight letters and digits of the word that begins here, and the state after them where nothing else is under way: 0
    /// where no pattern begins so. Nil where each letter has to be looked at.
    @inline(__always)
    func beginning(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (count: Int, state: UInt32)? {
      guard position &+ 8 <= text.count else { return nil }
      let run = LetterRun(text, at: position)
      // Beyond ASCII more symbols than one may follow that leave the word as it is.
      if run.count < 8, run.byte(after: run.count) >= 0x80 { return nil }
      let word = run.folded(run.count)
      let hash = WordBeginnings.hash(word)
      let bit = WordBeginnings.bit(hash)
      if bits[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return (run.count, 0) }
      var slot = WordBeginnings.slot(hash, entries.count &- 1)
      while entries[slot].word != 0 {
        if entries[slot].word == word { return entries[slot].state == 0 ? nil : (run.count, entries[slot].state) }
        slot = (slot &+ 1) & (entries.count &- 1)
      }
      return (run.count, 0)
    }

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
            position &+= 1
            continue
          }
          if let beginning = beginning(text, at: position) {
            isInWord = true
            if beginning.state != 0 {
              wordStarts[words & 31] = position
              words += 1
              state = beginning.state
            }
            position &+= beginning.count
            if state != 0, states[Int(state)].children & State.reports != 0 {
              report(text, Int(state), wordStarts, words, end: position, body)
            }
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
          let wasUnderWay = state != 0
          state = next(state, value, beginsWord: false)
          isInWord = isWord
          if beginsWord {
            if state == 0 {
              // What was under way ends here: the word begins as any other.
              if wasUnderWay, byte < 0x80 {
                position = start
                isInWord = false
                continue
              }
              state = dense[Int(value)]
            }
            wordStarts[words & 31] = start
            words += 1
          }
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
}
