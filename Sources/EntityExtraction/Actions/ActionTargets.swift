import RegulatoryModel

/// Tells whom an action was done to: an exchange, by its id, or somebody else, by name.
struct ActionTargets {
  /// The targets of one action; none where they are only described ("two brothers").
  struct Found {
    var names: [String]
    var end: Int
  }

  private let words: StoryWords
  /// Every mention of an exchange, as tokens, in order.
  private let exchanges: [(range: Range<Int>, id: String)]

  init(_ words: StoryWords, exchanges: [EntityFinding]) {
    self.words = words
    self.exchanges = exchanges.flatMap { finding in finding.mentions.map { (words.tokens(in: $0.span), finding.id) } }
      .filter { !$0.0.isEmpty }.sorted { $0.0.lowerBound < $1.0.lowerBound }
  }

  // MARK: After

  /// The targets that begin at a token; nil where none does. With `atOnce` a name has to stand there, perhaps after an article.
  func after(_ start: Int, before end: Int, atOnce: Bool = false) -> Found? {
    guard let first = phrase(start, before: end, atOnce: atOnce) else { return nil }
    var found = first
    var position = first.end
    var wasNamed = !first.names.isEmpty
    for _ in 0..<10 {
      // "…, Kraken and Gemini", "and its founder Jonas Pike".
      var next = position
      if words.isMark(next, ",") { next += 1 }
      if words.key(next) == Self.and, ActionVerbs.active[words.key(next + 1)] != nil { break }
      let hasAnd = words.key(next) == Self.and || words.isMark(next, "&")
      if hasAnd { next += 1 }
      guard next > position, next < end, let more = phrase(next, before: end, atOnce: !hasAnd),
        !doesSomething(more.end, before: end), hasAnd || !wasNamed || isListed(more.end, before: end)
      else { break }
      // "Orchid Capital, its founders, and Pike Trading": who has no name is passed over.
      wasNamed = !more.names.isEmpty
      if wasNamed {
        found.names += more.names.filter { !found.names.contains($0) }
        found.end = more.end
      }
      position = more.end
    }
    return found
  }

  /// Whether, after a comma and a name, the list goes on.
  private func isListed(_ index: Int, before end: Int) -> Bool {
    guard index < end else { return false }
    return words.key(index) == Self.and
      || (words.isMark(index, ",")
        && (words.key(index + 1) == Self.and || words.tokens[min(index + 1, words.tokens.count - 1)].isCapitalised))
  }

  private static let and = WordKey.of("and")
  private static let s = WordKey.of("s")

  /// Whether what follows a name makes it the subject of its own clause: "and Kraken settled".
  private func doesSomething(_ index: Int, before end: Int) -> Bool {
    guard index < end, words.tokens[index].isWord else { return false }
    if words.is(index, Self.finite) || ActionVerbs.active[words.key(index)] != nil { return true }
    let span = words.tokens[index].span
    return !words.tokens[index].isCapitalised && span.count > 4 && words.scan[span.upperBound - 1] == UInt8(ascii: "d")
      && words.scan[span.upperBound - 2] == UInt8(ascii: "e")
  }

  private static let finite = KeywordSet("was were is are has have had will would could may said says did does fell rose told won lost")

  /// One target with what describes it.
  private func phrase(_ start: Int, before end: Int, atOnce: Bool) -> Found? {
    var index = start
    var persons = false
    var steps = 0
    while index < end, steps < 12 {
      steps += 1
      let token = words.tokens[index]
      // Also with a capital, in a headline.
      if steps > 1, words.is(index, ActionWords.prepositions), exchange(at: index) == nil { break }
      if let (range, id) = exchange(at: index) {
        let after = range.upperBound
        let possessive = isPossessive(after) ? after + 2 : after
        if possessive > after || words.is(possessive, ActionWords.posts) {
          if let name = postHolder(possessive, before: end) { return name }
          if words.is(possessive, ActionWords.posts), words.is(possessive, ActionWords.persons) || possessive == after {
            return Found(names: [words.text(range.lowerBound..<endOfPosts(possessive, end))], end: endOfPosts(possessive, end))
          }
          return Found(names: [id], end: possessive)
        }
        return Found(names: [id], end: withSuffix(after, before: end))
      }
      if token.kind == .mark {
        guard token.isMark("-") || token.isMark("'") || token.isMark("\""), !words.isDash(index) else {
          return persons ? Found(names: [], end: index) : nil
        }
        index += 1
        continue
      }
      if token.isNumber {
        index += 1
        continue
      }
      if token.isCapitalised, !words.is(index, ActionWords.titles), !isHeadlineWord(index), !words.is(index, DateWords.all),
        let name = properName(at: index, before: end)
      {
        if isPlaceOrAgency(index..<name) {
          if isAgency(index..<name) { return nil }
          index = name
          continue
        }
        // "DeFi Protocol Operators Opyn": the name begins behind the common words, if there is one.
        if let described = describedEnd(index..<name) {
          persons = true
          if described == name, words.is(name - 1, ActionWords.posts), !(index..<name).allSatisfy({ words.is($0, ActionWords.common) }),
            !words.is(name - 1, ActionWords.persons)
          {
            return Found(names: [words.text(index..<name)], end: name)
          }
          index = described
          continue
        }
        if isPossessive(name) {
          if let holder = postHolder(name + 2, before: end) { return holder }
          index = name + 2
          continue
        }
        // "Florida man", "Texas-based".
        if words.isMark(name, "-"), name + 1 < end, words.key(name + 1) == Self.based {
          index = name + 2
          continue
        }
        if words.is(name, ActionWords.posts), !words.tokens[name].isCapitalised, let holder = postHolder(name, before: end) {
          return holder
        }
        if name - index == 1, words.is(name, ActionWords.persons), !words.tokens[name].isCapitalised {
          index = name
          continue
        }
        let last = withSuffix(name, before: end)
        return words.tokens[index].span.lowerBound + 3 <= words.tokens[last - 1].span.upperBound
          ? Found(names: [words.text(index..<last)], end: last) : nil
      }
      if steps > 1, ActionVerbs.active[words.key(index)] != nil, !words.is(index, Self.notVerbs) { break }
      if words.is(index, ActionWords.prepositions) || words.is(index, Self.states) { break }
      // "representatives of Kraken".
      if words.is(index, Self.delegates), words.is(index + 1, Self.ofs), index + 1 < end {
        index += 2
        continue
      }
      if words.is(index, ActionWords.persons) { persons = true }
      if atOnce, !words.is(index, Self.articles), !words.is(index, ActionWords.titles), !persons { return nil }
      index += 1
    }
    return persons ? Found(names: [], end: index) : nil
  }

  /// Where the common words of a run of capitals end: behind the last one that describes; nil where it is a name all through.
  private func describedEnd(_ run: Range<Int>) -> Int? {
    if run.allSatisfy({ words.is($0, ActionWords.common) || words.isMark($0, "-") }) { return run.upperBound }
    guard let last = run.last(where: { words.is($0, ActionWords.describers) }) else { return nil }
    if last + 1 < run.upperBound { return last == run.lowerBound || !words.is(last, Self.inNames) ? last + 1 : nil }
    return words.is(last, Self.inNames) ? nil : run.upperBound
  }

  /// Also stand in names of firms: "Gemini Trust Company", "Falcon Exchange Ltd".
  private static let inNames = KeywordSet("company exchange platform lender provider firm protocols principal")

  private static let based = WordKey.of("based")
  private static let articles = KeywordSet(
    "the a an its their his her crypto cryptocurrency exchange former two three four five six firm company lender")
  private static let delegates = KeywordSet("representatives executives officials lawyers employees staff leaders delegation")
  private static let ofs = KeywordSet("of from")
  private static let notVerbs = KeywordSet("fines licenses issues releases")
  private static let states = KeywordSet("was were is are has have had will would could said says")

  /// "its founder Jonas Pike", "former CEO Jonas Pike": the name after the post.
  private func postHolder(_ start: Int, before end: Int) -> Found? {
    let position = endOfPosts(start, end)
    guard position > start, position < end, words.tokens[position].isCapitalised, !isHeadlineWord(position), exchange(at: position) == nil,
      let name = properName(at: position, before: end)
    else { return nil }
    return Found(names: [words.text(position..<name)], end: name)
  }

  private func endOfPosts(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, position - start < 6,
      words.is(position, ActionWords.posts) || words.is(position, ActionWords.titles)
        || (words.isMark(position, "-") && words.is(position + 1, ActionWords.posts))
        || (position > start && words.key(position) == Self.and && words.is(position + 1, ActionWords.posts))
    {
      position += 1
    }
    return position
  }

  private func isHeadlineWord(_ index: Int) -> Bool { words.is(index, ActionWords.headlineWords) }

  /// The end of a run of capitalised words that begins here; nil for a word alone that is no name.
  private func properName(at start: Int, before end: Int) -> Int? {
    var position = start
    var lastWord = start
    while position < end, position - start < 10 {
      let token = words.tokens[position]
      if token.isWord, token.isCapitalised, position == start || !isHeadlineWord(position),
        position == start || token.followsSpace || isGlued(position)
      {
        if position > start, words.is(position, DateWords.all) || isCurrency(position) { break }
        position += 1
        lastWord = position
        // "J. Pike"
        if token.span.count == 1, words.isMark(position, "."), position + 1 < end { position += 1 }
      } else if token.isMark("&") || (token.isMark("-") && !token.followsSpace)
        || (token.isMark(".") && !token.followsSpace && isGlued(position + 1))
      {
        position += 1
      } else if words.is(position, Self.particles), position > start, position + 1 < end, words.tokens[position + 1].isCapitalised {
        position += 1
      } else {
        break
      }
    }
    return lastWord > start ? lastWord : nil
  }

  /// "AUD 8 m", "HK$ 1.5 million".
  private func isCurrency(_ index: Int) -> Bool {
    let token = words.tokens[index]
    guard token.isCapitalised, (1...3).contains(token.span.count), token.isAllCapitals || token.span.count == 1,
      index + 1 < words.tokens.count
    else { return false }
    return words.isMark(index + 1, "$") || (token.isAllCapitals && words.tokens[index + 1].isNumber)
  }

  private static let particles = KeywordSet("van der de von bin al del da")

  private func isGlued(_ index: Int) -> Bool { index > 0 && index < words.tokens.count && !words.tokens[index].followsSpace }

  /// Over ", Inc." and "Ltd.".
  private func withSuffix(_ index: Int, before end: Int) -> Int {
    if words.isMark(index, ","), words.is(index + 1, ActionWords.suffixes), index + 1 < end { return index + 2 }
    if words.is(index, ActionWords.suffixes), index < end, words.tokens[index].isCapitalised { return index + 1 }
    return index
  }

  private func isPossessive(_ index: Int) -> Bool {
    words.isMark(index, "'") && words.key(index + 1) == Self.s && index + 1 < words.tokens.count && !words.tokens[index + 1].followsSpace
  }

  private func isPlaceOrAgency(_ range: Range<Int>) -> Bool {
    let span = words.span(range)
    return words.scan.hits(in: span).contains { hit in
      hit.targets.contains { $0.kind == .agency || ($0.kind == .country && hit.span.upperBound >= span.upperBound) }
    }
  }

  private func isAgency(_ range: Range<Int>) -> Bool {
    words.scan.hits(in: words.span(range)).contains { hit in hit.targets.contains { $0.kind == .agency } }
  }

  // MARK: Back

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
        !words.is(index, ActionWords.prepositions) || words.key(index) == Self.and
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
      || words.is(index, Self.and2)
  }

  private static let and2 = KeywordSet("and which who to")

  private func startsSentence(_ index: Int) -> Bool {
    words.sentence(of: index).lowerBound == index && !(index + 1 < words.tokens.count && words.is(index + 1, Self.firmVerbs))
  }

  private static let firmVerbs = KeywordSet(
    "agreed agrees settled settles has had have will said paid pays received receives obtained obtains secured secures won wins got gets met meets reached reaches gained announced resolved gains lands"
  )

  /// The first exchange among some tokens.
  func exchange(in range: Range<Int>) -> String? {
    let place = firstExchange(at: range.lowerBound)
    return place < exchanges.count && exchanges[place].range.lowerBound < range.upperBound ? exchanges[place].id : nil
  }

  private func exchange(at index: Int) -> (range: Range<Int>, id: String)? {
    let place = firstExchange(at: index)
    return place < exchanges.count && exchanges[place].range.lowerBound == index ? exchanges[place] : nil
  }

  private func exchange(endingAt index: Int) -> (range: Range<Int>, id: String)? {
    let place = firstExchange(at: index + 1) - 1
    return place >= 0 && exchanges[place].range.contains(index) ? exchanges[place] : nil
  }

  private func firstExchange(at token: Int) -> Int {
    var low = 0
    var high = exchanges.count
    while low < high {
      let middle = (low + high) / 2
      if exchanges[middle].range.lowerBound >= token { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
