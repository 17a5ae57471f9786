import RegulatoryModel

/// Which country or state a place of a story speaks of.
struct StoryPlaces: Sendable {
  private struct Place {
    var token: Int
    var code: String
  }

  private let words: StoryWords
  private var places: [Place] = []

  init(words: StoryWords, countries: [CountryRow]) {
    self.words = words
    for hit in words.scan.hits {
      for target in hit.targets where target.kind == .country {
        let range = words.tokens(in: hit.span)
        guard !range.isEmpty else { continue }
        places.append(Place(token: range.lowerBound, code: countries[target.index].code))
      }
    }
  }

  /// `tx`: the state named in the sentence, else in the paragraph before it, else the only one of the story.
  func state(near token: Int) -> String? {
    nearest(token) { $0.hasPrefix("us-") }.map { String($0.dropFirst(3)) }
  }

  /// `uk`, `hk`, `us-tx`: what the sentence, the paragraph, or most of the story speaks of.
  func jurisdiction(near token: Int) -> String? { nearest(token) { _ in true }.map(Self.jurisdiction) }

  /// How often the story names a country or a place in it.
  func count(of jurisdiction: String) -> Int { places.filter { Self.jurisdiction($0.code) == jurisdiction }.count }

  /// ISO 3166 has `gb` where everybody, and this program, says `uk`.
  static func jurisdiction(_ code: String) -> String { code == "gb" ? "uk" : code }

  private func nearest(_ token: Int, where fits: (String) -> Bool) -> String? {
    guard !places.isEmpty else { return nil }
    let sentence = words.sentence(of: token)
    let paragraph = words.paragraph(of: token)
    let before = places.last { $0.token <= token && fits($0.code) && words.paragraph(of: $0.token) == paragraph }
    if let before, sentence.contains(before.token) { return before.code }
    if let after = places.first(where: { $0.token > token && sentence.contains($0.token) && fits($0.code) }) { return before?.code ?? after.code }
    if let before { return before.code }
    let codes = Set(places.filter { fits($0.code) }.map(\.code))
    return codes.count == 1 ? codes.first : mostNamed(fits)
  }

  private func mostNamed(_ fits: (String) -> Bool) -> String? {
    var counts: [String: Int] = [:]
    var best: String?
    for place in places where fits(place.code) {
      counts[place.code, default: 0] += 1
      if (counts[place.code] ?? 0) > (best.flatMap { counts[$0] } ?? 0) { best = place.code }
    }
    return best
  }
}
