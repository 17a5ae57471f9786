import RegulatoryModel

/// Reads a passage told by its votes alone: "House 292-132 on 11 March", "and the House on July 17 by 308 to 122".
struct StageTally {
  let context: StageContext
  private var words: StoryWords { context.words }

  struct Found {
    var isSenate: Bool
    var date: CalendarDay?
    var range: Range<Int>
  }

  private static let by = WordKey.of("by")
  private static let on = WordKey.of("on")
  private static let to = WordKey.of("to")
  private static let the = WordKey.of("the")
  private static let votesWord = WordKey.of("votes")
  private static let prepositions = KeywordSet("in by of through to from into at for state")
  private static let followers = KeywordSet("followed did")
  private static let elliptic = KeywordSet("and then while")
  /// "confirmed by the Senate 53-43" is about a person.
  private static let confirmations = KeywordSet("confirmed confirmation nominee nominated nomination")

  init(_ context: StageContext) { self.context = context }

  func read(at index: Int, in range: Range<Int>) -> Found? {
    guard words.roles(index).contains(.chamber), words.tokens[index].isCapitalised else {
      return nil
    }
    let chambers = StageChamber(context)
    guard chambers.isChamber(index), let chamber = chambers.chamber(at: index, in: range), chamber == .house || chamber == .senate else {
      return nil
    }
    // "cleared a hurdle in the Senate on a 66-32 vote", "confirmed by the Senate": the chamber is no subject.
    let lead = words.key(index - 1) == Self.the ? index - 2 : index - 1
    if lead >= range.lowerBound, words.is(lead, Self.prepositions) { return nil }
    var next = index + 1
    if words.is(next, Self.followers) {
      next += 1
    } else if !(words.key(next) == Self.on || words.key(next) == Self.by || words.tokens[safe: next]?.isNumber == true) {
      return nil
    }
    if range.contains(where: { words.is($0, Self.confirmations) }) { return nil }
    let (date, votes, end) = details(from: next, before: min(range.upperBound, next + 14), in: range)
    guard date != nil || votes != nil else { return nil }
    if let votes, votes.yes <= votes.no { return nil }
    // "the House on July 17" without votes is the second half of a sentence, or nothing.
    if votes == nil, words.key(index + 1) == Self.on, words.key(index - 1) != Self.the || !words.is(index - 2, Self.elliptic) { return nil }
    return Found(isSenate: chamber == .senate, date: date, range: index..<end)
  }

  private func details(from start: Int, before stop: Int, in range: Range<Int>) -> (CalendarDay?, (yes: Int, no: Int)?, Int) {
    var day: CalendarDay?
    var votes: (yes: Int, no: Int)?
    var position = start
    while position < stop {
      if words.isMark(position, ";") || context.isAnchored(position) { break }
      if let date = words.date(at: position, before: stop, toward: .past) {
        if day == nil { day = date.day }
        position = date.range.upperBound
        continue
      }
      if votes == nil, let pair = Self.votes(words, at: position, before: stop) {
        votes = (pair.yes, pair.no)
        position = pair.end
        continue
      }
      if position > start,
        words.is(position, BillWords.chambersHouse) || words.is(position, BillWords.chambersSenate)
          || context.event(at: position, in: range) != nil
      {
        break
      }
      position += 1
    }
    return (day, votes, position)
  }

  /// "308-122", "294 to 134", "228 votes to 182".
  static func votes(_ words: StoryWords, at index: Int, before end: Int) -> (yes: Int, no: Int, end: Int)? {
    guard let yes = words.integer(at: index), yes < 1000 else { return nil }
    var next = index + 1
    if words.key(next) == votesWord { next += 1 }
    guard next + 1 < end, words.isMark(next, "-") || words.key(next) == to, let no = words.integer(at: next + 1), no < 1000 else {
      return nil
    }
    guard words.date(at: next + 1, before: end, toward: .past) == nil else { return nil }
    return (yes, no, next + 2)
  }
}
