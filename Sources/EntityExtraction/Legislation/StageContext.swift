import RegulatoryModel

/// A place in the text that stands for a bill: its number, its name, or both side by side.
struct BillAnchor: Sendable, Equatable {
  /// Tokens.
  var range: Range<Int>
  /// Which of the story's bills.
  var group: Int
}

/// What the stage rules need to know of a bill.
struct BillTraits: Sendable {
  /// Of the Congress or of a state: House and Senate are told apart.
  var isAmerican: Bool
  var beganInHouse: Bool?
  var isResolution: Bool
  /// Standing law: "it" and "the bill" don't mean it.
  var isGeneral = false
  /// Of a bill of the House or Senate.
  var congress: Int?

  /// The first and the last day of its Congress: earlier steps are those of a bill before it, later ones are misdated.
  var days: ClosedRange<CalendarDay>? {
    guard let congress, let first = CalendarDay(year: 1787 + congress * 2, month: 1, day: 3),
      let last = CalendarDay(year: 1789 + congress * 2, month: 1, day: 3)
    else { return nil }
    return first...last
  }
}

/// A story's text, its bills and its people, as the stage rules share them.
///
/// It never changes. A class, so that each of the rules holds all of it for the price of one reference.
final class StageContext: Sendable {
  let words: StoryWords
  /// In order; number and name of one bill, side by side, are one.
  let anchors: [BillAnchor]
  let traits: [BillTraits]
  let sponsors: [Sponsor]
  /// Token: the index of the anchor it lies in, plus one.
  private let anchorOfToken: TokenNumbers

  init(words: StoryWords, anchors: [BillAnchor], traits: [BillTraits], sponsors: [Sponsor]) {
    self.words = words
    self.anchors = Self.merged(anchors, words)
    self.traits = traits
    self.sponsors = sponsors
    var table = TokenNumbers(count: words.tokens.count)
    for (number, anchor) in self.anchors.enumerated() { for token in anchor.range { table[token] = Int32(number + 1) } }
    anchorOfToken = table
  }

  private static func merged(_ anchors: [BillAnchor], _ words: StoryWords) -> [BillAnchor] {
    let the = WordKey.of("the")
    var result: [BillAnchor] = []
    for anchor in anchors.sorted(by: { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }) {
      guard let last = result.last else {
        result.append(anchor)
        continue
      }
      let gap = last.range.upperBound..<max(last.range.upperBound, anchor.range.lowerBound)
      if last.group == anchor.group, gap.count <= 4,
        words.sentenceOfToken[last.range.lowerBound] == words.sentenceOfToken[anchor.range.lowerBound],
        gap.allSatisfy({ words.tokens[$0].kind == .mark || words.key($0) == the })
      {
        result[result.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, anchor.range.upperBound)
      } else if anchor.range.lowerBound >= last.range.upperBound {
        result.append(anchor)
      }
    }
    return result
  }

  func anchor(at token: Int) -> BillAnchor? {
    guard token >= 0, token < anchorOfToken.count, anchorOfToken[token] > 0 else { return nil }
    return anchors[Int(anchorOfToken[token]) - 1]
  }

  func isAnchored(_ token: Int) -> Bool { anchor(at: token) != nil }

  /// The first anchor that begins in a stretch of tokens.
  func firstAnchor(in range: Range<Int>) -> BillAnchor? {
    for token in range { if let anchor = anchor(at: token), anchor.range.lowerBound == token { return anchor } }
    return nil
  }

  /// The last anchor before a token that fits, of the hundred before it.
  func lastAnchor(before token: Int, where fits: (BillAnchor) -> Bool) -> BillAnchor? {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].range.upperBound > token { high = middle } else { low = middle + 1 }
    }
    return anchors[max(0, low - 100)..<low].last(where: fits)
  }

  func event(at index: Int, in range: Range<Int>) -> StageEvent? { StageVerbs.event(words, at: index, before: range.upperBound) }

  /// The person whose name begins at a token.
  func sponsor(startingAt token: Int) -> Sponsor? {
    let index = firstSponsor { $0.range.lowerBound >= token }
    return index < sponsors.count && sponsors[index].range.lowerBound == token ? sponsors[index] : nil
  }

  /// The last person named before a token, no further back than `limit`.
  func lastSponsor(before token: Int, notBefore limit: Int) -> Sponsor? {
    let index = firstSponsor { $0.range.upperBound > token } - 1
    return index >= 0 && sponsors[index].range.lowerBound >= limit ? sponsors[index] : nil
  }

  private func firstSponsor(where holds: (Sponsor) -> Bool) -> Int {
    var low = 0
    var high = sponsors.count
    while low < high {
      let middle = (low + high) / 2
      if holds(sponsors[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Small words

  private static let auxiliaries = KeywordSet("was were been being is are be got gets getting s")
  static let smallAdverbs = KeywordSet("first also then later now just not already again since ever soon last")

  /// "was introduced", "has been quietly passed".
  func isPassive(_ index: Int, in range: Range<Int>) -> Bool {
    var back = index - 1
    var steps = 0
    while back >= range.lowerBound, steps < 3 {
      if words.is(back, Self.auxiliaries) { return true }
      guard words.isAdverb(back) || words.is(back, Self.smallAdverbs) else { return false }
      back -= 1
      steps += 1
    }
    return false
  }
}
