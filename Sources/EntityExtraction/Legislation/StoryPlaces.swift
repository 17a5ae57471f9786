import RegulatoryModel

/// Which country or state a place of a story speaks of.
struct StoryPlaces: Sendable {
  private struct Place {
    var range: Range<Int>
    var code: String
    var isState: Bool { code.hasPrefix("us-") }
  }

  private let words: StoryWords
  /// In the order of the text.
  private var places: [Place] = []
  private var mostNamedState: String?
  private var mostNamed: String?
  private var stateCount = 0

  /// How many places one looks back within a paragraph.
  private static let reach = 40

  init(words: StoryWords, countries: [CountryRow], agencies: [AgencyRow]) {
    self.words = words
    for hit in words.scan.hits {
      guard let target = hit.targets.first(where: { $0.kind == .country || ($0.kind == .agency && !$0.isWeak) }) else { continue }
      // A state's own bodies speak of the state, and a parliament of its country.
      let code = target.kind == .country ? countries[target.index].code : agencies[target.index].country
      let range = words.tokens(in: hit.span)
      let isPlace =
        target.kind == .country || code.hasPrefix("us-") || (agencies[target.index].role == .legislature && code != "us" && code != "int")
      if code == "us-wa", target.kind == .country, !Self.meansState(words, range) { continue }
      if !range.isEmpty, isPlace { places.append(Place(range: range, code: code)) }
    }
    mostNamed = most { _ in true }
    mostNamedState = most(\.isState)
    stateCount = Set(places.lazy.filter(\.isState).map(\.code)).count
  }

  private static let washington = KeywordSet("washington")
  private static let ofStates = KeywordSet("state house senate hb sb legislature")
  private static let stateWord = KeywordSet("state")
  private static let ofWord = KeywordSet("of")

  /// Washington by itself is the seat of the Congress, in datelines above all: the state only where the words beside it say so.
  private static func meansState(_ words: StoryWords, _ range: Range<Int>) -> Bool {
    guard range.count == 1, words.is(range.lowerBound, washington) else { return true }
    var next = range.upperBound
    if words.isMark(next, "'") || words.isMark(next, "’") { next += 2 }
    if words.is(next, ofStates) { return true }
    return words.is(range.lowerBound - 1, ofWord) && words.is(range.lowerBound - 2, stateWord)
  }

  /// `tx`: the state named in the sentence, else in the paragraph before it, else the one that the story names most.
  func state(near token: Int) -> String? {
    (nearest(token, where: \.isState) ?? mostNamedState).map { String($0.dropFirst(3)) }
  }

  /// The state that the paragraph has named before a token, in a story that names several states.
  func paragraphState(before token: Int) -> String? {
    guard stateCount > 1, let code = nearest(token, where: { $0.isState || $0.code == "us" }), code != "us" else { return nil }
    return String(code.dropFirst(3))
  }

  /// The state whose name a token belongs to.
  func state(at token: Int) -> String? {
    let index = firstIndex { $0.range.upperBound > token }
    guard index < places.count, places[index].range.contains(token), places[index].isState else { return nil }
    return String(places[index].code.dropFirst(3))
  }

  /// `uk`, `hk`, `us-tx`: what the sentence, the paragraph, or most of the story speaks of.
  func jurisdiction(near token: Int) -> String? { (nearest(token) { _ in true } ?? mostNamed).map(Self.jurisdiction) }

  /// ISO 3166 has `gb` where everybody, and this program, says `uk`.
  static func jurisdiction(_ code: String) -> String { code == "gb" ? "uk" : code }

  private func nearest(_ token: Int, where fits: (Place) -> Bool) -> String? {
    let sentence = words.sentence(of: token)
    let paragraph = words.paragraph(of: token)
    let next = firstIndex { $0.range.lowerBound > token }
    var before: Place?
    for index in stride(from: next - 1, through: max(0, next - Self.reach), by: -1) where index >= 0 {
      guard words.paragraph(of: places[index].range.lowerBound) == paragraph else { break }
      if fits(places[index]) {
        before = places[index]
        break
      }
    }
    if let before { return before.code }
    for index in next..<min(places.count, next + Self.reach) {
      guard sentence.contains(places[index].range.lowerBound) else { break }
      if fits(places[index]) { return places[index].code }
    }
    return nil
  }

  private func firstIndex(where holds: (Place) -> Bool) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if holds(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func most(_ fits: (Place) -> Bool) -> String? {
    var counts: [String: Int] = [:]
    for place in places where fits(place) { counts[place.code, default: 0] += 1 }
    // The first of those named most often, so that the answer doesn't hang on a dictionary's order.
    return places.lazy.filter(fits).map(\.code).reduce(nil as String?) { best, code in
      (counts[code] ?? 0) > (best.flatMap { counts[$0] } ?? 0) ? code : best
    }
  }
}
