import RegulatoryModel

/// Finds the statements of a story that the price of a crypto-asset moved, or swung, by so much.
package struct VolatilityFinder: Sendable {
  private let assets: [AssetRow]

  package init(lexicon: Lexicon) { assets = lexicon.assets }

  package func find(in scan: TextScan) -> [VolatilityNote] { find(in: StoryWords(scan)) }

  package func find(in words: StoryWords) -> [VolatilityNote] {
    let places = AssetPlaces(words, assets: assets)
    var reader = StoryMoves(words: words, assets: places)
    for sentence in words.sentences { reader.read(sentence) }
    return reader.notes
  }
}

/// Reads one story's sentences in order, and remembers which asset the last one spoke of.
private struct StoryMoves {
  let words: StoryWords
  let assets: AssetPlaces
  private(set) var notes: [VolatilityNote] = []
  private var carried: AssetPlaces.Place?
  private var paragraph = -1
  private var noteOfMove: [Move: [Int]] = [:]

  private struct Move: Hashable {
    var asset: String
    var direction: VolatilityNote.Direction
    var basisPoints: Int
  }

  init(words: StoryWords, assets: AssetPlaces) {
    self.words = words
    self.assets = assets
  }

  private struct Told {
    var size: MoveSize
    var cue: MoveCue
    var places: [AssetPlaces.Place]
    /// Whether the sentence said that something other than a price moved.
    var isSomethingElse: Bool
  }

  mutating func read(_ sentence: StoryWords.Sentence) {
    let range = sentence.range
    if sentence.paragraph != paragraph {
      paragraph = sentence.paragraph
      carried = nil
    }
    let reference = carried ?? reference(in: range)
    let subjects = MoveSubject(words: words, assets: assets, remembered: reference, sentenceStart: range.lowerBound)
    let cues = MoveCueReader(words: words, assets: assets)
    let sizes = PercentScanner(words: words).sizes(in: range)
    var told: [Told] = []
    var pending: [MoveSize] = []
    for (number, size) in sizes.enumerated() {
      let previousEnd = number > 0 ? sizes[number - 1].range.upperBound : range.lowerBound
      guard let cue = cues.cue(of: size, in: range, after: previousEnd) else {
        if let listed = listed(size, after: told.last, in: range) {
          told.append(listed)
        } else if let paired = paired(size, &told, sizes, number) {
          told.append(paired)
        } else if let row = tabular(size, in: range) {
          told.append(row)
        } else {
          pending.append(size)
        }
        continue
      }
      told.append(judged(size, cue, subjects, previous: told.last, in: range))
    }
    addBareNumbers(to: &told, after: sizes, in: range)
    for entry in told where !entry.isSomethingElse {
      for place in entry.places { add(entry.size, entry.cue, place, in: range) }
    }
    readDoublings(range, subjects)
    if sizes.isEmpty { readPrices(range, subjects) }
    if let place = told.last(where: { !$0.places.isEmpty && !$0.isSomethingElse })?.places.last {
      carried = place
    } else if let last = assets.last(before: range.upperBound, notBefore: range.lowerBound) {
      carried = last
    }
  }

  /// The asset that "it" means where the paragraph has named none yet: the story's main one, unless the sentence names that itself.
  private func reference(in range: Range<Int>) -> AssetPlaces.Place? { assets.main }

  // MARK: Judging

  private func judged(
    _ size: MoveSize, _ cue: MoveCue, _ subjects: MoveSubject, previous: Told?, in range: Range<Int>
  ) -> Told {
    var told = Told(size: size, cue: cue, places: [], isSomethingElse: false)
    if HypotheticalMove(words: words).isHypothetical(cue, in: range) {
      told.isSomethingElse = true
      return told
    }
    if cue.rule == .noun {
      switch nounSubject(size, cue, subjects, in: range) {
      case .assets(let places): told.places = places
      case .somethingElse: told.isSomethingElse = true
      case .unknown:
        // "Bitcoin rebounded 4% after Monday's 7% plunge"
        if isDayOwned(cue, in: range), let previous, !previous.isSomethingElse { told.places = previous.places }
      }
      return told
    }
    switch subjects.subject(before: cue.verb, in: range) {
    case .assets(let places): told.places = places
    case .somethingElse: told.isSomethingElse = true
    case .unknown: if let place = subjectAfter(cue, in: range) { told.places = [place] }
    }
    // "the coin is up 4.4%, and ether is down": the coin is not the one named beside it.
    if told.places.count == 1, let place = told.places.first, !range.contains(place.range.lowerBound) {
      let namedAfter = assets.places(in: min(cue.range.upperBound, range.upperBound)..<range.upperBound)
      if namedAfter.contains(where: { $0.ticker == place.ticker }), let other = assets.mostNamed(except: place.ticker) {
        told.places = [other]
      }
    }
    return told
  }

  /// "Monday's 7% plunge", "last week's 5% gain".
  private func isDayOwned(_ cue: MoveCue, in range: Range<Int>) -> Bool {
    let index = cue.verb - 1
    return index - 2 >= range.lowerBound && words.key(index) == WordKey.of("s") && words.isMark(index - 1, "'")
      && words.is(index - 2, MoveWords.timeNouns)
  }

  private static let openers = KeywordSet("having after following despite")

  /// "Having lost 15% on Monday, ⟦bitcoin⟧ clawed back 6%"
  private func subjectAfter(_ cue: MoveCue, in range: Range<Int>) -> AssetPlaces.Place? {
    guard words.is(range.lowerBound, Self.openers), cue.verb - range.lowerBound <= 3 else { return nil }
    guard let comma = (cue.range.upperBound..<range.upperBound).first(where: { words.isMark($0, ",") }), comma + 1 < range.upperBound else { return nil }
    let next = words.is(comma + 1, MoveWords.articles) ? comma + 2 : comma + 1
    return assets.place(at: next)
  }

  private func isPriceNext(_ place: AssetPlaces.Place) -> Bool { words.is(place.range.upperBound, MoveWords.priceNouns) }

  private static let possessors = KeywordSet("in of for by on from off")
  private static let sufferers = KeywordSet(
    """
    suffered suffers suffering posted posts posting recorded records recording saw sees seen seeing booked notched registered marking marks logged
    experienced experiencing took takes taking enjoyed enjoying made making staged extending extended capping after despite had has with
    endured clocked scored added erased from
    """)

  /// Whose drop it was: "in bitcoin" after the noun, "Bitcoin's" before it, a coin between, or the subject of "suffered".
  private func nounSubject(_ size: MoveSize, _ cue: MoveCue, _ subjects: MoveSubject, in range: Range<Int>) -> MoveSubject.Answer {
    // "a 15% bitcoin drop"
    for index in size.range.upperBound..<cue.range.upperBound {
      if let place = assets.place(at: index) { return .assets([place]) }
    }
    if let start = cue.objectStart, words.is(start, Self.possessors) {
      var index = start + 1
      while index < range.upperBound, index < start + 6,
        words.is(index, MoveWords.articles) || words.is(index, MoveWords.priceNouns) || words.key(index) == DateWords.of
      {
        index += 1
      }
      if index < range.upperBound, let place = assets.place(at: index) {
        if subjects.isModifier(place), !isPriceNext(place) { return .somethingElse }
        return .assets([place])
      }
      if words.is(index, MoveWords.otherQuantities) { return .somethingElse }
      // "a 5% drop in trading volume"; "on Monday" and "from its high" say nothing of the kind.
      if words.key(start) == WordKey.of("in"), index < range.upperBound, !words.is(index, MoveWords.timeNouns),
        !words.tokens[index].isNumber,
        (index..<min(index + 4, range.upperBound)).contains(where: { words.is($0, MoveWords.otherQuantities) })
      {
        return .somethingElse
      }
    }
    // "Bitcoin's 15% decline", "bitcoin's recent 15% decline"
    var index = cue.verb - 1
    while index > range.lowerBound, cue.verb - index < 4, words.is(index, Self.recent) { index -= 1 }
    if words.key(index) == WordKey.of("s"), words.isMark(index - 1, "'"), index >= 2 {
      if let place = assets.place(at: index - 2) { return .assets([place]) }
      return words.is(index - 2, MoveWords.priceNouns) || words.is(index - 2, MoveWords.timeNouns) ? .unknown : .somethingElse
    }
    if words.is(index, Self.its), let carried { return .assets([carried]) }
    // "Bitcoin rose past $31,000, a gain of 3.4%"
    if index > range.lowerBound, words.isMark(index, ",") || words.isMark(index, ":") || words.isDash(index) {
      return subjects.subject(before: cue.verb, in: range)
    }
    guard index >= range.lowerBound, words.is(index, Self.sufferers) else { return .unknown }
    let answer = subjects.subject(before: index, in: range)
    return answer == .unknown ? subjects.clauseSubject(before: index, in: range) : answer
  }

  private static let its = KeywordSet("its")
  private static let recent = KeywordSet(
    "recent latest sharp own whopping staggering remarkable steep roughly nearly about more than over almost")

  // MARK: Lists and tables

  private static let listJoints = KeywordSet("and while with but")

  /// "…, ether 6.1%", "and BNB 5.6%".
  private func listed(_ size: MoveSize, after previous: Told?, in range: Range<Int>) -> Told? {
    guard size.sign == 0, let previous = previous ?? opening(of: size, in: range) else { return nil }
    var index = size.range.lowerBound - 1
    while index > range.lowerBound, words.is(index, MoveWords.beforeSize) || words.isMark(index, "(") { index -= 1 }
    guard let place = assets.place(at: index), !previous.isSomethingElse else { return nil }
    var before = place.range.lowerBound - 1
    if words.tokens[safe: before]?.isMark("(") == true { before -= 1 }
    // "Cardano's ADA 5%"
    guard before >= previous.size.range.upperBound - 1,
      words.isMark(before, ",") || words.isMark(before, ";") || words.isMark(before, ":") || words.is(before, Self.listJoints)
        || before < previous.size.range.upperBound
    else { return nil }
    var cue = previous.cue
    cue.range = place.range.lowerBound..<size.range.upperBound
    cue.rule = .listed
    return Told(size: size, cue: cue, places: [place], isSomethingElse: false)
  }

  private static let afterNumber = KeywordSet("to at in on both and")

  /// "Bitcoin has fallen 11 percent and ether 15": a list may leave out the sign.
  private func addBareNumbers(to told: inout [Told], after sizes: [MoveSize], in range: Range<Int>) {
    guard let last = told.last, !last.isSomethingElse, !last.places.isEmpty, last.size.sign == 0 else { return }
    for place in assets.places(in: last.size.range.upperBound..<max(last.size.range.upperBound, range.upperBound)) {
      let number = place.range.upperBound
      let before = place.range.lowerBound - 1
      guard number < range.upperBound, let value = words.value(at: number), value > 0, value < 100, number - last.size.range.upperBound < 14 else { continue }
      guard words.isMark(before, ",") || words.is(before, Self.listJoints), !sizes.contains(where: { $0.range.contains(number) }) else { continue }
      guard let next = words.tokens[safe: number + 1], next.kind == .mark ? !next.isMark("%") && !next.isMark("-") : words.is(number + 1, Self.afterNumber) else { continue }
      var cue = last.cue
      cue.range = place.range.lowerBound..<number + 1
      cue.rule = .listed
      let size = MoveSize(
        range: number..<number + 1, numberStart: number, basisPoints: Int((value * 100).rounded()), bound: .exact, sign: 0, isFraction: false)
      told.append(Told(size: size, cue: cue, places: [place], isSomethingElse: false))
    }
  }

  /// "Nearly all large tokens fell: bitcoin by 4%, …": the verb before the colon opens the list.
  private func opening(of size: MoveSize, in range: Range<Int>) -> Told? {
    guard let colon = (range.lowerBound..<size.range.lowerBound).first(where: { words.isMark($0, ":") }), colon > range.lowerBound else {
      return nil
    }
    guard let verb = (range.lowerBound..<colon).last(where: { MoveWords.verb(words.key($0)) != nil }),
      let direction = MoveWords.verb(words.key(verb)),
      !(range.lowerBound..<colon).contains(where: { words.is($0, MoveWords.otherQuantities) })
    else { return nil }
    let cue = MoveCue(direction: direction, verb: verb, range: verb..<colon, rule: .listed)
    if HypotheticalMove(words: words).isHypothetical(cue, in: range) { return nil }
    let head = MoveSize(range: verb..<verb + 1, numberStart: verb, basisPoints: 0, bound: .exact, sign: 0, isFraction: false)
    return Told(size: head, cue: cue, places: [], isSomethingElse: false)
  }

  /// "Bitcoin and ether fell 5% and 7%, respectively": the second size goes to the second asset.
  private func paired(_ size: MoveSize, _ told: inout [Told], _ sizes: [MoveSize], _ number: Int) -> Told? {
    guard let last = told.last, !last.isSomethingElse, last.cue.rule == .verb, last.places.count > 1, number > 0,
      last.size == sizes[number - 1]
    else { return nil }
    let between = sizes[number - 1].range.upperBound..<size.range.lowerBound
    guard between.count <= 2, between.allSatisfy({ words.isMark($0, ",") || words.is($0, Self.listJoints) }) else { return nil }
    var rest = last
    told[told.count - 1].places = [last.places[0]]
    rest.places.removeFirst()
    rest.size = size
    return rest
  }

  /// "| BTC | +11% |", "BTC −3.2%  ETH +1.1%".
  private func tabular(_ size: MoveSize, in range: Range<Int>) -> Told? {
    guard size.sign != 0, !range.contains(where: { words.is($0, MoveWords.otherQuantities) }) else { return nil }
    var index = size.range.lowerBound - 1
    var sawPrice = false
    var sawSeparator = false
    while index >= range.lowerBound, size.range.lowerBound - index < 9 {
      if assets.place(at: index) != nil { break }
      let token = words.tokens[index]
      if token.isNumber {
        sawPrice = true
      } else if token.isMark("|") || token.isMark(":") || token.isMark("(") {
        sawSeparator = true
      } else if !(token.kind == .mark && !token.isMark("%") && !token.isMark(";")) {
        return nil
      }
      index -= 1
    }
    guard index >= range.lowerBound, let place = assets.place(at: index), !sawPrice || sawSeparator else { return nil }
    let direction: VolatilityNote.Direction = size.sign > 0 ? .up : .down
    let cue = MoveCue(
      direction: direction, verb: place.range.lowerBound, range: place.range.lowerBound..<size.range.upperBound, rule: .table)
    if HypotheticalMove(words: words).isHypothetical(cue, in: range) { return nil }
    return Told(size: size, cue: cue, places: [place], isSomethingElse: false)
  }

  // MARK: Halved and doubled

  private static let notAfterDoubling = KeywordSet("down its their his her the a an three two four once twice as them")
  private static let moreThan = WordKey.of("than")
  private static let nearly = KeywordSet("nearly almost about roughly")

  private mutating func readDoublings(_ range: Range<Int>, _ subjects: MoveSubject) {
    for index in range {
      guard let doubling = MoveWords.doubling[words.key(index)],
        !words.is(index + 1, Self.notAfterDoubling) || words.key(index + 1) == WordKey.of("in")
      else {
        continue
      }
      // "doubled in value" is a price; "doubled the fee" is not.
      let cue = MoveCue(direction: doubling.direction, verb: index, range: index..<index + 1, rule: .doubled)
      guard !HypotheticalMove(words: words).isHypothetical(cue, in: range) else { continue }
      guard case .assets(let places) = subjects.subject(before: index, in: range) else { continue }
      var bound = VolatilityNote.Bound.exact
      if words.key(index - 1) == Self.moreThan { bound = .atLeast }
      if words.is(index - 1, Self.nearly) { bound = .about }
      let size = MoveSize(
        range: index..<index + 1, numberStart: index, basisPoints: doubling.basisPoints, bound: bound, sign: 0, isFraction: false)
      for place in places { add(size, cue, place, in: range) }
    }
  }

  // MARK: Two prices

  private mutating func readPrices(_ range: Range<Int>, _ subjects: MoveSubject) {
    for index in range {
      guard let pair = PricePair.read(words, at: index, before: range.upperBound) else { continue }
      var verb = index - 1
      while verb > range.lowerBound, index - verb < 4, MoveWords.verb(words.key(verb)) == nil { verb -= 1 }
      guard verb >= range.lowerBound, let told = MoveWords.verb(words.key(verb)) else { continue }
      let direction: VolatilityNote.Direction = told == .swing ? (pair.to > pair.from ? .up : .down) : told
      guard (direction == .up) == (pair.to > pair.from) else { continue }
      let cue = MoveCue(direction: direction, verb: verb, range: verb..<pair.range.upperBound, rule: .prices)
      guard !HypotheticalMove(words: words).isHypothetical(cue, in: range), pair.basisPoints > 0 else { continue }
      guard case .assets(let places) = subjects.subject(before: verb, in: range), let place = places.first, places.count == 1 else {
        continue
      }
      let size = MoveSize(
        range: pair.range, numberStart: pair.range.lowerBound, basisPoints: pair.basisPoints, bound: .exact, sign: 0, isFraction: false)
      add(size, cue, place, in: range, from: pair.from, to: pair.to)
    }
  }

  // MARK: Notes

  private static let present = KeywordSet("is are has have trades stands")

  private mutating func add(
    _ size: MoveSize, _ cue: MoveCue, _ place: AssetPlaces.Place, in range: Range<Int>, from: Double? = nil, to: Double? = nil
  ) {
    let window = MoveWindow(words: words).window(of: size.range, from: cue.verb, in: range)
    var low = min(cue.range.lowerBound, size.range.lowerBound)
    var high = max(cue.range.upperBound, size.range.upperBound)
    if range.contains(place.range.lowerBound) {
      low = min(low, place.range.lowerBound)
      high = max(high, place.range.upperBound)
    }
    var day =
      words.firstDate(in: size.range.upperBound..<min(range.upperBound, size.range.upperBound + 8), toward: .past)?.day
      ?? words.lastDate(in: MoveWindow.lead(words, before: size.range, from: cue.verb, in: range), toward: .past)?.day
    if let after = words.tokens[safe: size.range.upperBound], after.key == WordKey.of("since") { day = nil }
    if day == nil, (max(range.lowerBound, cue.verb - 4)...cue.verb).contains(where: { words.is($0, Self.present) }) {
      day = words.scan.story.date
    }
    let note = VolatilityNote(
      asset: place.ticker, name: place.name, direction: cue.direction, basisPoints: size.basisPoints, bound: size.bound, window: window,
      date: day, fromPrice: from, toPrice: to, span: words.span(low..<high), rule: cue.rule.id)
    // A title and its story tell the same move: one note, the one that knows more.
    let move = Move(asset: note.asset, direction: note.direction, basisPoints: note.basisPoints)
    if let same = noteOfMove[move]?.first(where: { notes[$0].window == nil || note.window == nil || notes[$0].window == note.window }) {
      if notes[same].window == nil && note.window != nil { notes[same] = note }
      return
    }
    noteOfMove[move, default: []].append(notes.count)
    notes.append(note)
  }
}
