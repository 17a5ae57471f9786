import RegulatoryModel

/// When a price moved, as far as the text says: over what time, and the day on which that time ends.
struct MoveTime: Sendable, Equatable {
  var window: String?
  var day: CalendarDay?
}

/// Reads the time of a move from what follows its size, from what leads up to it, and from the words that open its sentence.
///
/// A wrong time is worse than none: what belongs to another clause, to a record or to a quoted event is left out.
struct MoveTimeReader {
  let words: StoryWords
  let assets: AssetPlaces

  private static let percents = KeywordSet("percent pct cent pc")
  /// Words that begin a clause of its own: "after the SEC sued on Monday".
  private static let clauses = KeywordSet(
    "while whereas but before after following ahead when although though as because despite which who where until that if")
  private static let and = WordKey.of("and")
  private static let of = DateWords.of
  private static let reporting = KeywordSet("said says say told reported wrote announced noted according sued ruled")
  private static let frameWords = KeywordSet(
    "on in over during for since at by late early last this between from the past year of and as to a h q1 q2 q3 q4 hrs previous")
  private static let inWord = WordKey.of("in")

  /// - Parameter size: the tokens of the percentage or the prices.
  func time(of size: Range<Int>, cue: MoveCue, in sentence: Range<Int>) -> MoveTime {
    let isReckoned = isReckoned(size.lowerBound)
    var time = read(tail(of: size, in: sentence), size, sentence, isReckoned)
    if time.window == nil, time.day == nil, let rest = listEnd(from: size.upperBound, in: sentence) {
      time = read(tail(of: rest..<rest, in: sentence), size, sentence, isReckoned)
    }
    if time.window == nil, let record = recordAfterComma(size.upperBound, in: sentence) { time.window = record }
    if time.window == nil || time.day == nil {
      let lead = read(lead(before: size, from: cue.verb, in: sentence), size, sentence, isReckoned, prefersLast: true)
      time.window = time.window ?? lead.window
      time.day = time.day ?? lead.day
    }
    if time.window == nil, time.day == nil, let frame = frame(of: sentence, before: min(cue.verb, size.lowerBound)),
      cue.rule == .listed || !hasPercent(Range.from(sentence.lowerBound, to: size.lowerBound))
        || !Range.from(frame.upperBound, to: size.lowerBound).contains(where: { words.is($0, Self.clauses) })
    {
      time = read(frame, size, sentence, isReckoned)
    }
    if time.window == nil { time.window = heading(of: sentence, before: size.lowerBound) }
    if let day = time.day, words.scan.story.date.days(until: day) > 1 { time.day = nil }
    return time
  }

  /// Whether the stretch names a year before the story's own, as in "has lost 65% in 2022".
  func namesPastYear(_ size: Range<Int>, cue: MoveCue, in sentence: Range<Int>) -> Bool {
    let this = words.scan.story.date.year
    return [tail(of: size, in: sentence), lead(before: size, from: cue.verb, in: sentence)].contains { range in
      range.contains { index in
        words.key(index - 1) == Self.inWord && words.integer(at: index).map { (1990..<this).contains($0) } == true
      }
    }
  }

  // MARK: The story's day

  /// Whether days without a year can be reckoned from the story's date.
  ///
  /// Not where that date is only the file's, nor in a quotation that an older day introduces: "an e-mail of October 28, 2021 said: “…”".
  func isReckoned(_ index: Int) -> Bool {
    guard words.scan.story.dateOrigin != .fileTime else { return false }
    var start = index
    var sawQuote = false
    while start > 0, index - start < 90, !words.tokens[start].traits.contains(.beginsParagraph) {
      start -= 1
      if words.isMark(start, "\"") { sawQuote = true }
      guard sawQuote, words.tokens[start].span.count == 4, let year = words.integer(at: start), (1990...2100).contains(year) else {
        continue
      }
      guard let date = words.lastDate(in: max(0, start - 4)..<start + 1, toward: .past), date.range.contains(start) else { continue }
      return date.day.days(until: words.scan.story.date) <= 31
    }
    return true
  }

  // MARK: Stretches

  /// What follows a size, up to the end of its clause.
  private func tail(of size: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    var end = size.upperBound
    while end < sentence.upperBound, end - size.upperBound < 14, !words.isMark(end, ";"), !words.isMark(end, "%"), !words.isMark(end, ",") {
      // "as of Friday" is a time.
      if words.is(end, Self.clauses), words.key(end + 1) != Self.of { break }
      // "between May 1 and June 3" is one time; "and ether 5%" is another move.
      if words.key(end) == Self.and, !joinsDays(end) { break }
      end += 1
    }
    return size.upperBound..<end
  }

  /// The end of a list of sizes that share what follows them: "2%, 4% and 6%, respectively, over 24 hours".
  private func listEnd(from index: Int, in sentence: Range<Int>) -> Int? {
    var index = index
    var sawPercent = false
    while index < sentence.upperBound {
      if let place = assets.place(at: index) {
        index = place.range.upperBound
        continue
      }
      if words.isMark(index, "%") || words.is(index, Self.percents) || words.is(index, Self.sharing) { sawPercent = true }
      guard
        words.tokens[index].isNumber || words.tokens[index].kind == .mark && !words.isMark(index, ";") || words.is(index, Self.listWords)
      else { break }
      index += 1
    }
    return sawPercent && index < sentence.upperBound ? index : nil
  }

  private static let sharing = KeywordSet("respectively each")
  private static let listWords = KeywordSet("and by percent per cent pct pc respectively each both about nearly more than s")

  /// What stands before a size and belongs to it: after another size only what follows the next comma or "and".
  private func lead(before size: Range<Int>, from verb: Int, in sentence: Range<Int>) -> Range<Int> {
    let latest = min(verb, size.lowerBound)
    var start = latest
    let limit = max(sentence.lowerBound, start - 20)
    var joint: Int?
    while start > limit {
      let index = start - 1
      if words.isMark(index, ";") { break }
      if words.isMark(index, "%") || words.is(index, Self.percents) {
        start = joint.map { $0 + 1 } ?? size.lowerBound
        break
      }
      if words.is(index, Self.clauses) || words.key(index) == Self.and && !joinsAssets(index) && !joinsDays(index) {
        if let joint, words.is(index, Self.clauses) { start = joint + 1 }
        break
      }
      if words.is(index, Self.reporting) {
        start = joint.map { $0 + 1 } ?? latest
        break
      }
      if words.isMark(index, ",") { joint = index }
      start = index
    }
    return min(start, size.lowerBound)..<size.lowerBound
  }

  private func joinsAssets(_ index: Int) -> Bool {
    assets.place(at: index + 1) != nil && (assets.place(at: index - 1) != nil || words.isMark(index - 1, ")"))
  }

  /// "Between January 1 and March 31"
  private func joinsDays(_ index: Int) -> Bool {
    words.tokens[safe: index - 1]?.isNumber == true
      && words.tokens[safe: index + 1].map { $0.isNumber || DateWords.months[$0.key] != nil } == true
  }

  /// "On Tuesday, …", "Over the past week, …": the time that opens a sentence holds for its first move.
  private func frame(of sentence: Range<Int>, before end: Int) -> Range<Int>? {
    guard let comma = Range.from(sentence.lowerBound, to: min(end, sentence.lowerBound + 12)).first(where: { words.isMark($0, ",") }),
      comma > sentence.lowerBound
    else { return nil }
    for index in sentence.lowerBound..<comma {
      let token = words.tokens[index]
      guard
        token.isNumber || token.kind == .mark || words.is(index, Self.frameWords) || words.is(index, MoveWords.timeNouns)
          || words.numberInWords(at: index) != nil
      else { return nil }
    }
    return sentence.lowerBound..<comma
  }

  /// "In the past 24 hours: …", "Price action (24h): …"
  private func heading(of sentence: Range<Int>, before end: Int) -> String? {
    guard let colon = Range.from(sentence.lowerBound, to: min(end, sentence.lowerBound + 14)).first(where: { words.isMark($0, ":") }),
      !hasPercent(sentence.lowerBound..<colon)
    else { return nil }
    let window = MoveWindow(words: words)
    for index in sentence.lowerBound..<colon {
      if words.is(index, MoveWindow.records) { return nil }
      if let found = window.window(at: index, before: colon) ?? window.length(at: index) { return found }
    }
    return nil
  }

  private func hasPercent(_ range: Range<Int>) -> Bool {
    range.contains { words.isMark($0, "%") || words.is($0, Self.percents) }
  }

  /// "fell 7%, its worst day in a year"
  private func recordAfterComma(_ index: Int, in sentence: Range<Int>) -> String? {
    guard index + 2 < sentence.upperBound, words.isMark(index, ","), words.is(index + 1, MoveWords.articles) else { return nil }
    return MoveWindow(words: words).record(at: index + 2, before: sentence.upperBound)
  }

  // MARK: Reading

  private func read(
    _ range: Range<Int>, _ size: Range<Int>, _ sentence: Range<Int>, _ isReckoned: Bool, prefersLast: Bool = false
  ) -> MoveTime {
    let window = MoveWindow(words: words)
    let periods = MovePeriod(words: words, isReckoned: isReckoned)
    var time = MoveTime()
    var index = range.lowerBound
    while index < range.upperBound {
      if words.is(index, MoveWindow.records) || words.key(index) == MoveWindow.first && words.key(index + 1) == MoveWindow.timeWord {
        // What follows a record measures the record and not the move.
        if time.window == nil { time.window = window.record(at: index, before: range.upperBound) }
        while index < range.upperBound, !words.isMark(index, ",") { index += 1 }
        continue
      }
      if let period = periods.period(at: index, before: range.upperBound, in: sentence) {
        if time.window == nil { time.window = period.time.window }
        if time.day == nil || prefersLast { time.day = period.time.day ?? time.day }
        index = period.end
        continue
      }
      if let date = words.date(at: index, before: sentence.upperBound, toward: .past) {
        if isReckoned || MovePeriod.hasYear(date, words), belongs(date, to: size), time.day == nil || prefersLast { time.day = date.day }
        index = date.range.upperBound
        continue
      }
      if time.window == nil { time.window = window.window(at: index, before: range.upperBound) }
      index += 1
    }
    return time
  }

  /// "Tuesday's vote" is the day of the vote; "Tuesday's session" and "Monday's 7% plunge" are of the move.
  private func belongs(_ date: SpokenDate, to size: Range<Int>) -> Bool {
    let next = date.range.upperBound
    guard words.isMark(next, "'") else { return true }
    let owned = words.key(next + 1) == WordKey.of("s") ? next + 2 : next + 1
    return words.is(owned, Self.sessions) || (owned...owned + 1).contains { size.contains($0) }
  }

  private static let sessions = KeywordSet("session trading trade close open")
}
