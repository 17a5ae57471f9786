import RegulatoryModel

// The agency as the subject of a sentence: "The SEC, which …, on Tuesday sued Coinbase and fined Kraken".
extension ActionFinder {
  /// Where the verb may begin, if the agency may be what acts: not what a preposition governs ("a settlement with the SEC"), nor what
  /// is only said to have acted ("a false report that the SEC …").
  func predicateStart(_ group: AgencyGroup, _ sentence: Range<Int>) -> Int? {
    var index = group.range.lowerBound - 1
    var stripped = 0
    while index >= sentence.lowerBound, stripped < 6,
      words.is(index, ActionWords.described) || isPossessive(endingAt: index) || (stripped > 0 && isPossessiveOwner(index))
    {
      index -= 1
      stripped += 1
    }
    guard index >= sentence.lowerBound else { return group.range.upperBound }
    let token = words.tokens[index]
    if token.kind == .mark {
      return words.isMark(index, "'") || words.isMark(index, "/") || words.isMark(index, "(") || words.isMark(index, "$")
        ? nil : group.range.upperBound
    }
    if token.isNumber { return group.range.upperBound }
    if words.is(index, Self.froms) {
      // "officials from the SEC", "the enforcement staff of the SEC".
      return words.is(index - 1, ActionWords.units) ? group.range.upperBound : nil
    }
    // "In Seoul the Financial Intelligence Unit …".
    if token.isCapitalised, index > sentence.lowerBound, words.is(index - 1, Self.places), index - 1 == sentence.lowerBound {
      return group.range.upperBound
    }
    let isUnsure = (max(sentence.lowerBound, index - 12)...index).contains { words.is($0, ActionWords.untrue) }
    guard !isUnsure, words.is(index, ActionWords.beforeSubjects) || words.isAdverb(index) else { return nil }
    // "may" as a verb has no capital.
    return words.is(index, ActionWords.modals) && !token.isCapitalised ? nil : group.range.upperBound
  }

  private static let places = KeywordSet("in")
  private static let froms = KeywordSet("from of")

  private func isPossessive(endingAt index: Int) -> Bool {
    words.key(index) == Self.s && words.isMark(index - 1, "'") || (words.isMark(index, "'") && words.key(index + 1) == Self.s)
  }

  /// "South Korea" of "South Korea's".
  private func isPossessiveOwner(_ index: Int) -> Bool {
    words.tokens[index].isWord && words.tokens[index].isCapitalised
      && (isPossessive(endingAt: index + 1) || (isPossessive(endingAt: index + 2) && words.tokens[index + 1].isCapitalised))
  }

  static let s = WordKey.of("s")

  /// Reads what the agency did from behind its name.
  func predicate(_ group: AgencyGroup, from start: Int, _ sentence: Range<Int>, _ deeds: inout [Deed]) {
    guard let verb = verb(group, from: start, sentence, &deeds) else { return }
    var position = verb
    // "… and fined Kraken": the same subject goes on.
    var index = position
    while index < min(sentence.upperBound, position + 24) {
      if words.key(index) == Self.and || words.key(index) == Self.then, !words.tokens[index].isCapitalised {
        var next = index + 1
        while next < sentence.upperBound, words.is(next, Self.again) || words.isAdverb(next) { next += 1 }
        if next < sentence.upperBound, let deed = deed(ActionVerbs.active, at: next, sentence, from: next) {
          deeds.append(deed)
          position = deed.range.upperBound
          index = position
          continue
        }
      }
      index += 1
    }
  }

  private static let and = WordKey.of("and")
  private static let then = WordKey.of("then")
  private static let again = KeywordSet("also then later separately has")

  /// Goes from the name to the verb and adds what it tells; where to look for a second verb, or nil where none was found.
  private func verb(_ group: AgencyGroup, from start: Int, _ sentence: Range<Int>, _ deeds: inout [Deed]) -> Int? {
    var position = start
    // "the SEC's Division of Enforcement", "the SEC's enforcement staff".
    if words.isMark(position, "'"), words.key(position + 1) == Self.s {
      guard let end = partEnd(position + 2, sentence) else { return nil }
      position = end
    }
    // "the FDIC Board of Directors".
    if words.is(position, Self.boards), words.tokens[position].isCapitalised {
      position += 1
      while position < sentence.upperBound, words.key(position) == Self.of || words.is(position, Self.members) { position += 1 }
    }
    // "the CFTC under Chairman Behnam".
    if words.key(position) == Self.under, position + 1 < sentence.upperBound, words.tokens[position + 1].isCapitalised {
      position += 1
      while position < sentence.upperBound, words.tokens[position].isCapitalised || words.isMark(position, ".") { position += 1 }
    }
    var saidBefore = false
    var steps = 0
    while position < sentence.upperBound, steps < 24 {
      steps += 1
      let token = words.tokens[position]
      if token.isMark(",") || token.isMark("(") || words.isDash(position) {
        // "its regulator, the NYDFS, hit …": the agency itself is the insertion.
        if token.isMark(","), steps == 1, isInserted(group) || group.range.contains(where: { words.isMark($0, ",") }),
          words.is(position + 1, Self.haves) || ActionVerbs.active[words.key(position + 1)] != nil
        {
          position += 1
          continue
        }
        guard let end = afterInsertion(group, position, sentence, &deeds) else { return nil }
        position = end
        continue
      }
      if let deed = deed(ActionVerbs.active, at: position, sentence, from: group.range.lowerBound) {
        deeds.append(deed)
        return deed.range.upperBound
      }
      // "SEC, CFTC Sue Orchid Capital": of several, headlines use the plain form.
      if group.ids.count > 1, let deed = deed(ActionVerbs.plural, at: position, sentence, from: group.range.lowerBound) {
        deeds.append(deed)
        return deed.range.upperBound
      }
      if words.is(position, ActionVerbs.decisions) {
        var next = position + 1
        while next < min(sentence.upperBound, position + 8), words.key(next) != Self.to { next += 1 }
        guard words.key(next) == Self.to, let deed = deed(ActionVerbs.decided, at: next + 1, sentence, from: group.range.lowerBound) else {
          return nil
        }
        deeds.append(deed)
        return deed.range.upperBound
      }
      if words.key(position) == Self.is || words.key(position) == Self.are {
        var next = position + 1
        while next < sentence.upperBound, words.is(next, Self.again) || words.isAdverb(next) { next += 1 }
        guard let deed = deed(ActionVerbs.progressive, at: next, sentence, from: group.range.lowerBound) else { return nil }
        deeds.append(deed)
        return deed.range.upperBound
      }
      // "arrested and charged".
      if words.is(position, Self.arrests), words.key(position + 1) == Self.and {
        position += 2
        continue
      }
      if words.is(position, ActionWords.speech), !saidBefore {
        saidBefore = true
        position += 1
        continue
      }
      if saidBefore, words.is(position, ActionWords.pronouns) {
        position += 1
        continue
      }
      // "Attorney General Letitia James": the holder's name.
      if steps <= 4, isOffice(group), token.isCapitalised, token.isWord {
        position += 1
        continue
      }
      guard token.isNumber || words.is(position, ActionWords.skipped) || words.isAdverb(position) || isMonth(position) else { return nil }
      position += 1
    }
    return nil
  }

  private func isInserted(_ group: AgencyGroup) -> Bool {
    let before = group.range.lowerBound - 1
    return words.isMark(before, ",") || (words.key(before) == Self.the && words.isMark(before - 1, ","))
  }

  private static let haves = KeywordSet("has have had today yesterday on also")
  private static let boards = KeywordSet("board")
  private static let members = KeywordSet("directors governors commissioners")
  private static let under = WordKey.of("under")
  private static let arrests = KeywordSet("arrested arrests accused investigated")
  private static let to = WordKey.of("to")
  private static let `is` = WordKey.of("is")
  private static let are = WordKey.of("are")

  private func isMonth(_ index: Int) -> Bool { words.tokens[index].isCapitalised && DateWords.months[words.key(index)] != nil }

  private func isOffice(_ group: AgencyGroup) -> Bool { words.is(group.range.upperBound - 1, Self.offices) }
  private static let offices = KeywordSet("general attorney superintendent comptroller commissioner secretary")

  private func partEnd(_ start: Int, _ sentence: Range<Int>) -> Int? {
    var index = start
    var end: Int?
    while index < min(sentence.upperBound, start + 8) {
      if words.is(index, ActionWords.parts) {
        end = index + 1
      } else if !words.tokens[index].isCapitalised && words.key(index) != Self.of && !words.is(index, Self.partWords) {
        break
      }
      index += 1
    }
    guard let end else { return nil }
    // "Division of Enforcement": the name goes on.
    var last = end
    if words.key(last) == Self.of {
      last += 1
      while last < min(sentence.upperBound, end + 6), words.tokens[last].isCapitalised || words.key(last) == Self.and { last += 1 }
    }
    return last
  }

  private static let of = WordKey.of("of")
  private static let partWords = KeywordSet("enforcement crypto main fraud market markets criminal investigation new the")

  /// Over `, … ,`, `(…)` and `– … –` right after a subject; what a clause with "which" tells is added.
  private func afterInsertion(_ group: AgencyGroup, _ open: Int, _ sentence: Range<Int>, _ deeds: inout [Deed]) -> Int? {
    let limit = min(sentence.upperBound, open + 30)
    let isBracket = words.isMark(open, "(")
    var end = open + 1
    while end < limit {
      if isBracket ? words.isMark(end, ")") : words.isMark(open, ",") ? words.isMark(end, ",") : words.isDash(end) { break }
      end += 1
    }
    if words.isMark(open, ","), words.key(open + 1) == Self.which || words.key(open + 1) == Self.who {
      _ = verb(group, from: open + 2, sentence, &deeds)
    }
    return end < limit ? end + 1 : nil
  }

  static let which = WordKey.of("which")
  static let who = WordKey.of("who")

  /// "It" or "The agency" at the head of the sentence after: the tokens that stand for the agency.
  func standIn(after sentence: Range<Int>, acted: Bool) -> Range<Int>? {
    let first = sentence.upperBound
    guard first + 3 < words.tokens.count, words.paragraph(of: first) == words.paragraph(of: sentence.lowerBound) else { return nil }
    if words.key(first) == Self.it { return acted ? first..<first + 1 : nil }
    guard words.key(first) == Self.the, words.is(first + 1, Self.bodies) else { return nil }
    return first..<first + 2
  }

  private static let it = WordKey.of("it")
  private static let the = WordKey.of("the")
  private static let bodies = KeywordSet("agency regulator watchdog commission bureau authority department supervisor")
}
