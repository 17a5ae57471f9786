import RegulatoryModel

/// Finds whose price a verb of movement speaks of, looking left from the verb.
struct MoveSubject {
  typealias Place = AssetPlaces.Place

  enum Answer: Equatable {
    /// The assets that moved, in the order of the text ("Bitcoin and ether fell").
    case assets([Place])
    /// Something else moved, and the sentence says what: volume, fees, shares.
    case somethingElse
    /// The words give no subject that is known.
    case unknown
  }

  let words: StoryWords
  let assets: AssetPlaces
  /// The asset that "it" and "the coin" point back to, where the sentence itself names none before.
  let remembered: Place?
  /// Where the sentence begins that is being read.
  let sentenceStart: Int

  static let currencies = KeywordSet("usd usdt usdc eur gbp krw jpy")
  static let whole = KeywordSet("market markets capitalisation capitalization cap value cryptocurrencies valuation")
  static let crypto = KeywordSet("crypto cryptocurrency cryptocurrencies digital coins tokens")
  static let marketHead = KeywordSet("market markets cryptocurrencies")
  static let sums = KeywordSet("value capitalisation capitalization cap")
  static let totals = KeywordSet("total overall combined")
  static let second = KeywordSet("second no2 2 two")
  static let laterRanks = KeywordSet("third fourth fifth sixth seventh eighth ninth tenth 3 4 5 6 7 8 9 10 three four five")
  static let foremost = KeywordSet("largest biggest leading top flagship oldest original dominant foremost valuable")
  /// What may stand between "largest" and "cryptocurrency": "the largest privacy coin" is another one.
  static let betweenRankAndCoin = KeywordSet("crypto digital virtual most valuable traded decentralised decentralized by market")
  static let with = WordKey.of("with")
  static let the = WordKey.of("the")
  static let its = KeywordSet("its the their")
  static let possessive = WordKey.of("s")

  /// - Parameter verb: the verb, or whatever the subject stands to the left of.
  func subject(before verb: Int, in sentence: Range<Int>) -> Answer {
    var end = verb
    var insertions = 0
    var mayBeOmitted = false
    for _ in 0..<6 {
      let start = segmentStart(before: end, in: sentence)
      var stop = strippedEnd(Range.from(start, to: end))
      if stop > start, words.isMark(stop - 1, "(") {
        // "Bitcoin slipped under $60,000 (down 3.5% since Friday)"
        stop -= 1
        // "NEAR and SOL (up 65% since March)": what stands right before the bracket.
        if stop > start, assets.place(at: stop - 1) != nil {
          let previous = (start..<stop).last { words.isMark($0, ")") }.map { $0 + 1 } ?? start
          let nearest = nounPhrase(previous..<stop)
          if nearest != .unknown { return nearest }
        }
        mayBeOmitted = true
      }
      if stop > start, words.is(stop - 1, MoveWords.conjunctions) {
        // "rose … and then lost": the subject is that of the verb before.
        while stop > start, words.is(stop - 1, MoveWords.conjunctions) { stop -= 1 }
        mayBeOmitted = true
      }
      // "Bitcoin accounts for 60% of the market, up 5%"
      if mayBeOmitted || stop == start,
        namesShare(start..<stop) || stop == start && start > sentence.lowerBound && namesShareBefore(start, in: sentence)
      {
        return .somethingElse
      }
      if stop > start {
        let answer = mayBeOmitted ? firstSubject(start..<stop) : nounPhrase(start..<stop)
        switch answer {
        case .assets, .somethingElse: return answer
        case .unknown:
          if words.is(stop - 1, MoveWords.relatives), start > sentence.lowerBound {
            end = start - 1
            continue
          }
          if isEmptyOfSubjects(start..<stop) {
            mayBeOmitted = true
          } else if insertions < 2, looksInserted(start..<stop) {
            insertions += 1
          } else {
            return .unknown
          }
        }
      } else if !mayBeOmitted, let nearest = apposed(start, in: sentence) {
        return .assets(nearest)
      } else if !mayBeOmitted, start > sentence.lowerBound, let outer = outerSubject(start, in: sentence) {
        // "BNB, the token linked to the exchange, fell"
        return outer
      } else {
        mayBeOmitted = true
      }
      guard start > sentence.lowerBound else { return .unknown }
      end = start - 1
    }
    return .unknown
  }

  /// "the standout was ⟦ALGO⟧, up 25%", "losses were led by ⟦SUI and APT⟧, down 12% and 9%": the assets that the clause ends with.
  private func apposed(_ start: Int, in sentence: Range<Int>) -> [Place]? {
    let end = start - 1
    guard end > sentence.lowerBound, words.isMark(end, ","), let place = assets.place(at: end - 1) else { return nil }
    let listed = list(endingWith: place, in: segmentStart(before: end, in: sentence)..<end)
    guard let first = listed.first?.range.lowerBound, first > sentence.lowerBound else { return nil }
    let before = first - 1
    if words.is(before, Self.onWords) { return words.is(before - 1, MoveWords.linkVerbs) ? listed : nil }
    if words.key(before) == Self.by { return words.is(before - 1, Self.leaders) ? listed : nil }
    return words.is(before, MoveWords.linkVerbs) || words.is(before, Self.singlingOut) ? listed : nil
  }

  private static let onWords = KeywordSet("on in")
  private static let by = WordKey.of("by")
  private static let leaders = KeywordSet("led headed paced topped followed driven")
  private static let singlingOut = KeywordSet("them including especially notably particularly mainly")

  /// "60% of the market": a percentage of something stands in the stretch, and not of a value.
  func namesShare(_ range: Range<Int>) -> Bool {
    range.contains { index in
      words.key(index) == DateWords.of && (words.isMark(index - 1, "%") || words.is(index - 1, Self.percentWords))
        && !(index + 1..<index + 4).contains { words.is($0, Self.worth) }
    }
  }

  private func namesShareBefore(_ start: Int, in sentence: Range<Int>) -> Bool {
    let end = start - 1
    return end > sentence.lowerBound && words.isMark(end, ",") && namesShare(segmentStart(before: end, in: sentence)..<end)
  }

  private static let percentWords = KeywordSet("percent cent pct")
  private static let worth = KeywordSet("value worth price")

  /// What "it" at a token means: the asset that the sentence has named first, else the one remembered.
  func referent(_ index: Int) -> Place? {
    if let named = assets.first(in: Range.from(sentenceStart, to: index)), named.range.upperBound <= index { return named }
    return remembered
  }

  // MARK: Segments

  /// Where the stretch between commas begins that ends at `end`. Brackets are no boundary.
  func segmentStart(before end: Int, in sentence: Range<Int>) -> Int {
    var index = end
    while index > sentence.lowerBound {
      let token = words.tokens[index - 1]
      if token.kind == .mark {
        switch token.mark {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|"): return index
        default: if words.isDash(index - 1) { return index }
        }
      }
      if index < end, words.is(index - 1, Self.clauseOpeners), !words.is(index, Self.afterAs) { return index }
      index -= 1
    }
    return index
  }

  /// Where the stretch between two commas, or two dashes, begins.
  func markStart(before end: Int, in sentence: Range<Int>) -> Int {
    var index = end
    while index > sentence.lowerBound, !isInsertionMark(index - 1), !words.isMark(index - 1, ";") { index -= 1 }
    return index
  }

  /// "as well", "as much".
  static let afterAs = KeywordSet("well much")
  static let clauseOpeners = KeywordSet("while whereas as when although though because")

  /// The end of the stretch without its trailing auxiliaries, adverbs and times.
  func strippedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let index = end - 1
      let token = words.tokens[index]
      if assets.place(at: index) != nil { break }
      // "finished 2022 some 64% down"
      if isYear(index), index > range.lowerBound {
        end -= 1
        continue
      }
      // "Bitcoin gained as well, adding 2%"
      if words.is(index, Self.afterAs), words.key(index - 1) == WordKey.of("as"), index - 1 >= range.lowerBound {
        end -= 2
        continue
      }
      // "Bitcoin BTC= slid"
      if token.isMark("="), index > range.lowerBound, assets.place(at: index - 1) != nil {
        end -= 1
        continue
      }
      // "finished July 18 up 3%"
      if token.isNumber, index > range.lowerBound, DateWords.months[words.key(index - 1)] != nil,
        words.integer(at: index).map({ $0 < 32 }) == true
      {
        end -= 1
        continue
      }
      if token.isMark(")"), let open = openBracket(index, from: range.lowerBound) {
        end = open
        continue
      }
      if token.isWord {
        // "later pared losses to trade 2.4% lower"
        if words.is(index, Self.pared), index - 1 >= range.lowerBound, words.is(index - 1, Self.parers) {
          end -= 2
          continue
        }
        if MoveWords.linkVerbs.contains(token.key) || MoveWords.adverbs.contains(token.key) || Self.goers.contains(token.key) {
          // "Bitcoin's" is no "is".
          end -= 1
          continue
        }
        if MoveWords.timeNouns.contains(token.key) {
          end -= 1
          while end > range.lowerBound, words.is(end - 1, Self.beforeTimes) { end -= 1 }
          continue
        }
        if words.isAdverb(index) {
          end -= 1
          continue
        }
      }
      // "the crypto market as a whole"
      if token.key == Self.wholeWord, index - 3 >= range.lowerBound, words.key(index - 1) == WordKey.of("a"),
        words.key(index - 2) == WordKey.of("as")
      {
        end -= 3
        continue
      }
      // "it's down 5%", "bitcoin's up 3%"
      if token.key == Self.possessive, words.isMark(index - 1, "'"), index >= range.lowerBound + 2, range.upperBound == end,
        assets.place(at: index - 2) != nil || words.is(index - 2, MoveWords.pronouns)
      {
        end -= 2
        continue
      }
      break
    }
    return end
  }

  static let wholeWord = WordKey.of("whole")
  static let parers = KeywordSet(
    "pared trimmed cut extended recouped erased gave some reversed paring trimming cutting extending erasing reversing recouping early earlier"
  )
  static let pared = KeywordSet("losses gains loss gain")
  static let goers = KeywordSet("went go goes going gone managed able started began continued to")
  static let beforeTimes = KeywordSet("on in the this last past over during at by that each every late early mid")

  func openBracket(_ close: Int, from start: Int) -> Int? {
    var index = close - 1
    while index >= start, close - index < 14 {
      if words.isMark(index, "(") { return index }
      index -= 1
    }
    return nil
  }
}

extension RandomAccessCollection where Index == Int {
  /// The element at an index, or nil outside.
  subscript(safe index: Int) -> Element? { index >= startIndex && index < endIndex ? self[index] : nil }
}
