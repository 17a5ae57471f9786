import RegulatoryModel

// Whom the words before an action name: its subject, or the exchange that "it" and "the company" point back to.
extension ActionTargets {
  private static let andWord = WordKey.of("and")

  /// For "it" and "the company": the exchange named last before a token, in its paragraph.
  func named(before index: Int) -> String? {
    let place = firstExchange(at: index) - 1
    guard place >= 0, words.paragraph(of: exchanges[place].range.lowerBound) == words.paragraph(of: max(0, index - 1)) else { return nil }
    return exchanges[place].id
  }

  /// Whether "the company", "the exchange" or "it" stands at a token: its end.
  func backwardNoun(_ index: Int) -> Int? {
    if words.key(index) == Self.it { return index + 1 }
    guard words.key(index) == Self.the, words.is(index + 1, ActionWords.backward) else { return nil }
    let after = index + 2
    guard after >= words.tokens.count || !words.tokens[after].isCapitalised else { return nil }
    return after
  }

  private static let it = WordKey.of("it")
  private static let the = WordKey.of("the")

  /// The subject that ends before a token: over an insertion between commas; an exchange, else a proper name, else only persons.
  func before(_ end: Int, from start: Int) -> Found? {
    var last = end - 1
    if words.is(last, Self.relatives) { last -= 1 }
    var rounds = 0
    while rounds < 2, last > start, words.isMark(last, ",") || words.isMark(last, ")") {
      rounds += 1
      var open = last - 1
      if rounds == 1, words.isMark(last, ",") || words.isMark(last, ")") {
        let mark: Unicode.Scalar = words.isMark(last, ")") ? "(" : ","
        while open > start, last - open < 16, !words.isMark(open, mark) { open -= 1 }
        last = words.isMark(open, mark) ? open - 1 : last - 1
      } else {
        last -= 1
      }
    }
    guard last >= start else { return nil }
    var index = last
    var persons = false
    var steps = 0
    while index >= start, steps < 14 {
      steps += 1
      if let (range, id) = exchange(endingAt: index) { return Found(names: [id], end: range.lowerBound) }
      let token = words.tokens[index]
      if token.isWord, token.isCapitalised, !words.is(index, DateWords.all) {
        var first = index
        while first > start,
          words.tokens[first - 1].isCapitalised || (words.isMark(first - 1, "-") && !words.tokens[first].followsSpace)
            || words.isMark(first - 1, "&") || (words.isMark(first - 1, ",") && words.is(first, ActionWords.suffixes)),
          index - first < 8, !words.is(first - 1, DateWords.all), exchange(endingAt: first - 1) == nil
        {
          first -= 1
        }
        while first < index, words.is(first, ActionWords.titles) || isHeadlineWord(first) { first += 1 }
        guard !isPlaceOrAgency(first..<index + 1), !isHeadlineWord(first), !words.is(first, Self.noSubjects),
          words.span(first..<index + 1).count >= 3
        else { return persons ? Found(names: [], end: first) : nil }
        return Found(names: [words.text(first..<index + 1)], end: first)
      }
      if words.is(index, ActionWords.persons) { persons = true }
      // "Coinbase's payments arm", "the exchange Kraken", "Kraken and its founder"; no farther than one phrase.
      guard token.isWord || token.isMark("'") || token.isMark("-"),
        !words.is(index, ActionWords.prepositions) || words.key(index) == Self.andWord
      else { break }
      index -= 1
    }
    return persons ? Found(names: [], end: max(start, index)) : nil
  }

  private static let relatives = KeywordSet("which who")
  private static let noSubjects = KeywordSet("it he she they the this that these those a an")

  /// The exchange, else the proper name at the sentence's head, that an action towards an agency is told of.
  func subject(before end: Int, from start: Int) -> String? {
    let place = firstExchange(at: end) - 1
    if place >= 0, exchanges[place].range.lowerBound >= start { return exchanges[place].id }
    var index = start
    while index < end, index - start < 10 {
      let token = words.tokens[index]
      if token.isCapitalised, !isHeadlineWord(index), !words.is(index, DateWords.all), !words.is(index, Self.noSubjects),
        !words.is(index, ActionWords.titles),
        let name = properName(at: index, before: end), !isPlaceOrAgency(index..<name), words.span(index..<name).count >= 3,
        name - index > 1 || !startsSentence(index), isSubject(withSuffix(name, before: end))
      {
        return words.text(index..<withSuffix(name, before: end))
      }
      index += 1
    }
    return nil
  }

  /// Whether a name is followed by what it does, or by an insertion.
  private func isSubject(_ index: Int) -> Bool {
    guard index < words.tokens.count else { return false }
    return words.tokens[index].kind == .mark || words.is(index, Self.firmVerbs) || words.is(index, ActionWords.auxiliaries)
      || words.isAdverb(index)
      || words.is(index, Self.joins)
  }

  private static let joins = KeywordSet("and which who to")

  private func startsSentence(_ index: Int) -> Bool {
    words.sentence(of: index).lowerBound == index && !(index + 1 < words.tokens.count && words.is(index + 1, Self.firmVerbs))
  }

  private static let firmVerbs = KeywordSet(
    "agreed agrees settled settles has had have will said paid pays received receives obtained obtains secured secures won wins got gets met meets reached reaches gained announced resolved gains lands"
  )
}
