import RegulatoryModel

/// The size of a move as prose writes it: "15.2%", "five percent", "5-7 per cent", "a third", with its bound.
struct MoveSize: Sendable, Equatable {
  /// From the bounding words ("more than") or the sign to the percent sign.
  var range: Range<Int>
  /// Where the number itself begins.
  var numberStart: Int
  var basisPoints: Int
  var bound: VolatilityNote.Bound
  /// +1 or -1 where a sign or an arrow stands before the number.
  var sign: Int
  /// A fraction in words: it counts only right after a verb of movement.
  var isFraction: Bool
  /// Where a table's heading tells it for the column: "24h".
  var window: String?
}

/// Finds every size in a sentence, left to right.
struct PercentScanner {
  let words: StoryWords

  private static let percent = WordKey.of("percent")
  private static let shortForms = KeywordSet("percent pct pc")
  private static let per = WordKey.of("per")
  private static let cent = WordKey.of("cent")
  private static let points = KeywordSet("point points pp")
  private static let to = WordKey.of("to")
  private static let and = WordKey.of("and")
  private static let between = WordKey.of("between")
  private static let half = WordKey.of("half")
  private static let of = WordKey.of("of")
  private static let fractions = KeywordTable([
    ("third", 3300), ("quarter", 2500), ("fifth", 2000), ("tenth", 1000), ("sixth", 1700), ("eighth", 1250),
  ])
  private static let severalFractions = KeywordTable([("thirds", 3), ("quarters", 4), ("fifths", 5), ("tenths", 10)])
  /// No size is without one of these.
  static let signs = KeywordSet(
    shortForms.allKeys + fractions.allKeys + severalFractions.allKeys + [WordKey.of("%"), cent, half])
  /// What begins a fraction that no number begins.
  static let shares = KeywordSet("half a an one")
  private static let one = KeywordSet("a an one")

  private static let bounds: [(PhraseSet, VolatilityNote.Bound)] = [
    (PhraseSet("more than|at least|over|above|no less than|upwards of|upward of|in excess of|better than|well over|exceeding"), .atLeast),
    (PhraseSet("as much as|as high as|as low as|up to|at most|no more than|less than|under|a maximum of|as many as"), .atMost),
    (
      PhraseSet(
        "about|around|nearly|almost|roughly|some|approximately|close to|just under|just over|an estimated|circa|near|an average of"), .about
    ),
  ]

  func sizes(in sentence: Range<Int>) -> [MoveSize] {
    var found: [MoveSize] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard !words.tokens[index].roles.isDisjoint(with: [.number, .countWord, .share]) else {
        index += 1
        continue
      }
      if let size = percentage(at: index, before: sentence.upperBound) ?? fraction(at: index, before: sentence.upperBound) {
        found.append(bounded(size, from: max(sentence.lowerBound, found.last?.range.upperBound ?? 0)))
        index = size.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: Numbers

  private func percentage(at index: Int, before end: Int) -> MoveSize? {
    let first: Double
    var next: Int
    if let value = words.value(at: index) {
      first = value
      next = index + 1
    } else if let spoken = words.numberInWords(at: index) {
      first = Double(spoken.value)
      next = index + spoken.length
    } else {
      return nil
    }
    // A sum of money is no percentage; "$5" stands in "$5%" of nothing.
    if index > 0, words.tokens[index - 1].kind == .mark, !words.tokens[index].followsSpace,
      words.isMark(index - 1, "$") || words.tokens[index - 1].mark == WordToken.otherSymbol
    {
      return nil
    }
    var largest = first
    let firstSign = percentSign(at: next, before: end)
    if let firstSign { next = firstSign }
    // A range: "5-7%", "5% to 7%", "between 5% and 7%".
    var second = next
    let isBetween = words.key(index - 1) == Self.between
    if second < end, words.isMark(second, "-") || words.key(second) == Self.to || (isBetween && words.key(second) == Self.and) {
      second += 1
      var after: Int?
      var value: Double?
      if let number = words.value(at: second) {
        value = number
        after = percentSign(at: second + 1, before: end)
      } else if let spoken = words.numberInWords(at: second) {
        value = Double(spoken.value)
        after = percentSign(at: second + spoken.length, before: end)
      }
      if let value, let after {
        largest = max(first, value)
        return size(isBetween ? index - 1 : index, after, largest)
      }
    }
    guard firstSign != nil else { return nil }
    return size(index, next, largest)
  }

  private func size(_ start: Int, _ end: Int, _ value: Double) -> MoveSize? {
    guard value > 0, value < 1_000_000 else { return nil }
    return MoveSize(
      range: start..<end, numberStart: start, basisPoints: Int((value * 100).rounded()), bound: .exact, sign: 0, isFraction: false)
  }

  /// The token after `%`, `percent`, `per cent`, `pct`; nil where none stands there, or percentage points are meant.
  private func percentSign(at index: Int, before end: Int) -> Int? {
    guard index < end else { return nil }
    var next: Int
    if words.isMark(index, "%") || words.is(index, Self.shortForms) {
      next = index + 1
    } else if words.key(index) == Self.per, index + 1 < end, words.key(index + 1) == Self.cent {
      next = index + 2
    } else {
      return nil
    }
    let unit = words.isMark(next, "-") ? next + 1 : next
    return unit < end && words.is(unit, Self.points) ? nil : next
  }

  // MARK: Fractions

  private func fraction(at index: Int, before end: Int) -> MoveSize? {
    if words.key(index) == Self.half {
      // "half of its value", "by half"; not "half a million", "first half".
      return MoveSize(range: index..<index + 1, numberStart: index, basisPoints: 5000, bound: .exact, sign: 0, isFraction: true)
    }
    if words.is(index, Self.one), index + 1 < end {
      let noun = words.isMark(index + 1, "-") ? index + 2 : index + 1
      if noun < end, let share = Self.fractions[words.tokens[noun].key] {
        return MoveSize(range: index..<noun + 1, numberStart: index, basisPoints: share, bound: .exact, sign: 0, isFraction: true)
      }
    }
    if let count = words.numberInWords(at: index), count.value > 1 {
      let noun = words.isMark(index + count.length, "-") ? index + count.length + 1 : index + count.length
      if noun < end, let whole = Self.severalFractions[words.tokens[noun].key], count.value < whole {
        let percent = (Double(count.value) / Double(whole) * 100).rounded()
        return MoveSize(
          range: index..<noun + 1, numberStart: index, basisPoints: Int(percent) * 100, bound: .exact, sign: 0, isFraction: true)
      }
    }
    return nil
  }

  // MARK: Bounds and signs

  private func bounded(_ size: MoveSize, from start: Int) -> MoveSize {
    var size = size
    var low = size.range.lowerBound
    if low > start, words.tokens[low - 1].kind == .mark {
      // "+11%", "−3.2%", "▲ 4%": a minus between two numbers is a range or a score.
      let touches = !words.tokens[low].followsSpace
      switch words.tokens[low - 1].mark {
      case UInt8(ascii: "+"):
        size.sign = 1
        low -= 1
      case UInt8(ascii: "-")
      where touches && (low - 1 == start || !words.tokens[low - 2].isNumber || words.tokens[low - 1].followsSpace):
        size.sign = -1
        low -= 1
      case UInt8(ascii: "^"):
        size.sign = 1
        low -= 1
      case UInt8(ascii: "~"):
        // ASCII tilde means about; an arrow down has the same mark but is wider.
        if words.tokens[low - 1].span.count > 1 { size.sign = -1 } else { size.bound = .about }
        low -= 1
      default: break
      }
    }
    for _ in 0..<2 {
      var matched = false
      for (phrases, bound) in Self.bounds {
        for length in [3, 2, 1] where low - length >= start {
          if phrases.length(in: words, at: low - length, before: low) == length {
            if size.bound == .exact || bound != .about { size.bound = bound }
            low -= length
            matched = true
            break
          }
        }
        if matched { break }
      }
      if !matched { break }
    }
    size.range = low..<size.range.upperBound
    return size
  }
}
