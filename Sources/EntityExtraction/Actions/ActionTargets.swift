import RegulatoryModel

/// Tells whom an action was done to: an exchange, by its id, or somebody else, by name.
struct ActionTargets {
  /// The targets of one action; none where they are only described ("two brothers").
  struct Found {
    var names: [String]
    var end: Int
  }

  let words: StoryWords
  /// Every mention of an exchange, as tokens, in order.
  let exchanges: [(range: Range<Int>, id: String)]

  init(_ words: StoryWords, exchanges: [EntityFinding]) {
    self.words = words
    // In the order of the text before their tokens are asked for: of a very long text these are cut again from front to back.
    self.exchanges = exchanges.flatMap { finding in finding.mentions.map { (span: $0.span, id: finding.id) } }
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
      .map { (words.tokens(in: $0.span), $0.id) }.filter { !$0.0.isEmpty }
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

  func isHeadlineWord(_ index: Int) -> Bool { words.is(index, ActionWords.headlineWords) }

  /// The end of a run of capitalised words that begins here; nil for a word alone that is no name.
  func properName(at start: Int, before end: Int) -> Int? {
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
  func withSuffix(_ index: Int, before end: Int) -> Int {
    if words.isMark(index, ","), words.is(index + 1, ActionWords.suffixes), index + 1 < end { return index + 2 }
    if words.is(index, ActionWords.suffixes), index < end, words.tokens[index].isCapitalised { return index + 1 }
    return index
  }

  private func isPossessive(_ index: Int) -> Bool {
    words.isMark(index, "'") && words.key(index + 1) == Self.s && index + 1 < words.tokens.count && !words.tokens[index + 1].followsSpace
  }

  func isPlaceOrAgency(_ range: Range<Int>) -> Bool {
    let span = words.span(range)
    return words.scan.hits(in: span).contains { hit in
      hit.targets.contains { $0.kind == .agency || ($0.kind == .country && hit.span.upperBound >= span.upperBound) }
    }
  }

  private func isAgency(_ range: Range<Int>) -> Bool {
    words.scan.hits(in: words.span(range)).contains { hit in hit.targets.contains { $0.kind == .agency } }
  }

  // MARK: Exchanges

  /// The first exchange among some tokens.
  func exchange(in range: Range<Int>) -> String? {
    let place = firstExchange(at: range.lowerBound)
    return place < exchanges.count && exchanges[place].range.lowerBound < range.upperBound ? exchanges[place].id : nil
  }

  func exchange(at index: Int) -> (range: Range<Int>, id: String)? {
    let place = firstExchange(at: index)
    return place < exchanges.count && exchanges[place].range.lowerBound == index ? exchanges[place] : nil
  }

  func exchange(endingAt index: Int) -> (range: Range<Int>, id: String)? {
    let place = firstExchange(at: index + 1) - 1
    return place >= 0 && exchanges[place].range.contains(index) ? exchanges[place] : nil
  }

  func firstExchange(at token: Int) -> Int {
    var low = 0
    var high = exchanges.count
    while low < high {
      let middle = (low + high) / 2
      if exchanges[middle].range.lowerBound >= token { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
