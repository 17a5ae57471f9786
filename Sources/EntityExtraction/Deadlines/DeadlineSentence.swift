import RegulatoryModel

/// Reads the deadlines of one sentence: a cue, and the day that stands behind it, else at the sentence's head.
struct DeadlineSentence {
  let words: StoryWords
  let range: Range<Int>
  /// The day on which the notice was published in the Federal Register, where the story says it.
  let published: CalendarDay?

  static var cues: [(PhraseSet, Deadline.Kind)] { DeadlineCues.all }
  static var needed: KeywordSet { DeadlineCues.needed }

  var deadlines: [Deadline] {
    var found: [Deadline] = []
    func add(_ kind: Deadline.Kind, _ day: CalendarDay, _ tokens: Range<Int>) {
      guard accepts(kind, day), !found.contains(where: { $0.kind == kind && $0.date == day }) else { return }
      found.append(Deadline(kind: kind, date: day, span: words.span(tokens), rule: Self.rule(kind)))
    }
    var index = range.lowerBound
    while index < range.upperBound {
      guard words.is(index, DeadlineCues.starts), let (kind, length) = cue(at: index) else {
        index += 1
        continue
      }
      let end = index + length
      let isBare = kind == .effective && length == 1
      // "announced his resignation effective January 19".
      if isBare, !isLaw(before: index) || (max(range.lowerBound, index - 4)..<index).contains(where: { words.is($0, Self.posts) }) {
        index = end
        continue
      }
      if let first = day(after: end, from: index, kind, isBare: isBare) {
        add(kind, first.day, index..<first.range.upperBound)
        // "apply from 30 December 2024, and those for issuers from 30 June 2024".
        if kind == .compliance || kind == .effective, let second = second(after: first) {
          add(kind, second.day, index..<second.range.upperBound)
        }
        index = first.range.upperBound
      } else if let relative = relativeDay(after: end), kind == .comment || kind == .effective || kind == .compliance {
        add(kind, relative.day, index..<relative.end)
        index = relative.end
      } else if !isBare, let before = day(before: index, kind) {
        add(kind, before.day, before.range.lowerBound..<end)
        index = end
      } else {
        index = end
      }
    }
    return found
  }

  private static func rule(_ kind: Deadline.Kind) -> RuleID {
    switch kind {
    case .comment: DeadlineRule.comment.id
    case .effective: DeadlineRule.effective.id
    case .compliance: DeadlineRule.compliance.id
    case .hearing: DeadlineRule.hearing.id
    }
  }

  private func cue(at index: Int) -> (Deadline.Kind, Int)? {
    for (phrases, kind) in DeadlineCues.all {
      guard let length = phrases.length(in: words, at: index, before: range.upperBound) else { continue }
      return (kind, length)
    }
    return nil
  }

  // MARK: Behind the cue

  private func day(after start: Int, from cue: Int, _ kind: Deadline.Kind, isBare: Bool) -> SpokenDate? {
    var found: SpokenDate?
    var index = start
    let stop = min(range.upperBound, start + (isBare ? 8 : kind == .comment ? 36 : 22))
    let direction = direction(cue..<start)
    while index < stop {
      if found == nil, words.isMark(index, ";") || isBreak(index, kind) { break }
      if index > start, words.is(index, DeadlineCues.starts), let (other, length) = self.cue(at: index), other != kind,
        !(other == .effective && length == 1)
      {
        break
      }
      guard let date = words.date(at: index, before: stop, toward: direction), date.isCalendarDate else {
        if isBare, found == nil, !words.is(index, Self.bareLeads), !words.isMark(index, ":"), !words.isMark(index, ","),
          !words.tokens[index].isNumber
        {
          break
        }
        index += 1
        continue
      }
      let lead = lead(of: index, after: start)
      if found == nil {
        if leads(lead, start, index, kind) { found = date }
      } else if isExtension,
        words.is(lead, DeadlineCues.to) || words.is(lead, Self.now) || (kind == .comment && words.is(lead, DeadlineCues.ends))
      {
        found = date
      } else if !isExtension || !isNear(date, found) {
        break
      }
      index = date.range.upperBound
    }
    return found
  }

  /// A bare "effective" tells of a rule at the head of its clause, behind a verb of being, or behind a word for a rule.
  private func isLaw(before index: Int) -> Bool {
    guard index > range.lowerBound else { return true }
    return words.tokens[index - 1].kind == .mark || words.is(index - 1, Self.lawWords) || words.tokens[index - 1].isNumber
  }

  private static let lawWords = KeywordSet(
    "be is are was become becomes became rule rules regulation regulations law act bill ordinance order date amendments changes requirements and designation"
  )
  private static let spans = KeywordSet("days months weeks")
  private static let posts = KeywordSet(
    "resignation resigned resigns retirement retired retires appointment appointed appoints named promoted departure stepped resign retire joined hired"
  )
  private static let bareLeads = KeywordSet("on as of from date upon immediately and beginning starting")
  private static let now = KeywordSet("closes close closing for by")

  private func isNear(_ date: SpokenDate, _ found: SpokenDate?) -> Bool { date.range.lowerBound - (found?.range.upperBound ?? 0) < 14 }

  /// Of "by 5:00 p.m. on Friday, June 1" the word "by": hours and "on" stand between.
  private func lead(of date: Int, after start: Int) -> Int {
    var lead = date - 1
    var sawHour = false
    while lead >= start {
      let token = words.tokens[lead]
      if token.isMark(":")
        && !(lead + 1 < words.tokens.count && words.tokens[lead + 1].isNumber && lead > start && words.tokens[lead - 1].isNumber)
      {
        break
      }
      if !token.isWord || words.is(lead, DeadlineCues.hours) {
        sawHour = sawHour || !token.isMark(",")
        lead -= 1
      } else if DateWords.weekdays[token.key] != nil || token.key == Self.the {
        lead -= 1
      } else if sawHour || words.is(lead - 1, DeadlineCues.hours) || words.is(lead - 1, Self.orBefore), words.is(lead, Self.on),
        words.is(lead - 1, DeadlineCues.hours) || words.tokens[max(0, lead - 1)].isNumber
      {
        lead -= 1
      } else {
        break
      }
    }
    return lead
  }

  private static let the = WordKey.of("the")
  private static let on = KeywordSet("on of")
  private static let orBefore = KeywordSet("p.m")

  private func leads(_ lead: Int, _ start: Int, _ date: Int, _ kind: Deadline.Kind) -> Bool {
    // Right behind the cue, or behind a colon.
    let cueWord = words.key(start - 1)
    if lead < start {
      return kind == .comment ? Self.atOnce.contains(cueWord) : kind == .compliance ? Self.atOnceToComply.contains(cueWord) : true
    }
    if words.isMark(lead, ":") { return true }
    let before = lead - 1
    let isOn = words.key(lead) == Self.onWord
    if isOn, words.is(before, DeadlineCues.past) || words.is(before - 1, DeadlineCues.past) { return false }
    if isExtension, words.key(lead) == Self.to { return true }
    switch kind {
    case .comment:
      if isOn, words.isMark(before, ","), (max(range.lowerBound, start - 2)..<lead).contains(where: { words.is($0, DeadlineCues.ends) }) {
        return true
      }
      if isOn { return words.is(before, DeadlineCues.ends) || (before < start && Self.atOnce.contains(words.key(before))) }
      if words.key(lead) == Self.to { return isExtension || (start..<lead).contains { words.is($0, Self.runs) } }
      if words.key(lead) == Self.is {
        return Range.from(start - 2, to: lead).contains { words.is($0, DeadlineCues.ends) && $0 != lead } || hasDeadline(before: start)
      }
      return words.is(lead, DeadlineCues.commentLeads)
    case .effective:
      // "effective date of the rule of May 2": only "as of" and "earlier of".
      if words.key(lead) == Self.of { return words.is(before, Self.beforeOf) }
      return words.is(lead, DeadlineCues.effectiveLeads) || (isExtension && words.is(lead, DeadlineCues.to))
    case .compliance:
      if isOn { return words.is(before, DeadlineCues.required) || (before < start && DeadlineCues.required.contains(words.key(before))) }
      if words.key(lead) == Self.of { return words.is(before, Self.beforeOf) }
      if words.key(lead) == Self.is || words.key(lead) == Self.from || Self.dates.contains(words.key(lead)) {
        return Self.dated.contains(cueWord) || (start - 3..<start).contains { words.is($0, Self.dates) } || hasDeadline(before: start)
          || words.is(before, Self.applies)
      }
      return words.is(lead, DeadlineCues.complianceLeads)
    case .hearing:
      if isExtension, words.is(lead, DeadlineCues.to) { return true }
      return words.is(lead, DeadlineCues.hearingLeads)
    }
  }

  private static let onWord = WordKey.of("on")
  private static let of = WordKey.of("of")
  private static let from = WordKey.of("from")
  private static let to = WordKey.of("to")
  private static let `is` = WordKey.of("is")
  private static let runs = KeywordSet("runs run ran open from extended")
  private static let beforeOf = KeywordSet("as date earlier later")
  private static let dates = KeywordSet("date dates deadline are")
  private static let dated = KeywordSet("date dates deadline from of period required begins on starting beginning")
  private static let applies = KeywordSet("apply applies applied applicable")
  private static let atOnce = KeywordSet("by closes ends due until deadline")
  private static let atOnceToComply = KeywordSet("by from of date dates deadline begins on required starting beginning")

  private func hasDeadline(before cue: Int) -> Bool { (max(range.lowerBound, cue - 5)..<cue).contains { words.is($0, Self.deadlines) } }
  private static let deadlines = KeywordSet("deadline deadlines")

  private func isBreak(_ index: Int, _ kind: Deadline.Kind) -> Bool {
    // "60 days after publication, on August 12": tells which day it is.
    guard words.is(index, DeadlineCues.breaks), !words.is(index - 1, Self.spans) else { return false }
    // "The consultation, which opened on 2 June, runs until …": the clause ends with the comma behind it.
    guard words.isMark(index - 1, ","), kind == .comment else { return true }
    return false
  }

  /// "will now close", "is extended", "was postponed": the day named last is the one that counts.
  private var isExtension: Bool { range.contains { words.is($0, DeadlineCues.extensions) } }

  private func direction(_ cue: Range<Int>) -> StoryWords.TimeDirection {
    (cue.lowerBound..<min(range.upperBound, cue.upperBound + 4)).contains { words.is($0, DeadlineCues.pastTense) } ? .past : .future
  }

  /// A second day, joined by "and" and led in by "from" or "on" like the first.
  private func second(after first: SpokenDate) -> SpokenDate? {
    let lead = words.key(first.range.lowerBound - 1)
    guard lead == Self.from || lead == Self.onWord else { return nil }
    var hasAnd = false
    for index in Range.from(first.range.upperBound, to: min(range.upperBound, first.range.upperBound + 12)) {
      if words.is(index, DeadlineCues.starts), cue(at: index) != nil { return nil }
      if words.is(index, DeadlineCues.breaks) || words.is(index, DeadlineCues.past) { return nil }
      if words.key(index) == Self.and { hasAnd = true }
      if hasAnd, words.key(index - 1) == lead, let date = words.date(at: index, before: range.upperBound, toward: .future),
        date.isCalendarDate
      {
        return date
      }
    }
    return nil
  }

  private static let and = WordKey.of("and")

  // MARK: Before the cue

  /// "By 1 October 2025, firms must comply"; "have until 30 September 2025 to comply".
  private func day(before cue: Int, _ kind: Deadline.Kind) -> SpokenDate? {
    let head = range.lowerBound
    // Right before: "until 30 September 2025 to comply", "a July 1, 2026 compliance date".
    for index in max(head, cue - 6)..<max(head, cue) {
      if words.is(index - 1, DeadlineCues.allowance), let date = words.date(at: index, before: cue, toward: .future), date.isCalendarDate,
        date.range.upperBound == cue
      {
        return date
      }
    }
    guard words.is(head, DeadlineCues.heads), cue - head < 26, canStandFirst(cue, kind),
      let date = words.date(at: head + 1, before: cue, toward: direction(cue..<cue + 1)), date.isCalendarDate
    else { return nil }
    switch kind {
    case .comment: return words.is(head, DeadlineCues.due) && isAsked(Range.from(date.range.upperBound, to: cue)) ? date : nil
    case .compliance: return words.key(head) != Self.onWord || Self.applies.contains(words.key(cue)) ? date : nil
    case .effective: return words.is(head, DeadlineCues.due) ? nil : date
    case .hearing: return words.key(head) == Self.onWord ? date : nil
    }
  }

  private func isAsked(_ range: Range<Int>) -> Bool { range.contains { words.is($0, Self.asking) } }
  private static let asking = KeywordSet("submit send provide file respond may should must can")

  /// The cue must be what happens on that day and not in a clause of its own.
  private func canStandFirst(_ cue: Int, _ kind: Deadline.Kind) -> Bool {
    if kind == .hearing, !(range.lowerBound..<cue).contains(where: { words.is($0, Self.holds) }) { return false }
    return !(range.lowerBound..<cue).contains { words.is($0, DeadlineCues.breaks) || words.is($0, Self.others) }
  }

  private static let holds = KeywordSet("hold holds held host hosts hosted convene convenes convened")
  private static let others = KeywordSet("that proposed announced published issued commented adopted about than")

  private func accepts(_ kind: Deadline.Kind, _ date: CalendarDay) -> Bool {
    let ahead = words.scan.story.date.days(until: date)
    return ahead > -1100 && ahead < 4000 && (kind != .hearing || ahead > -400)
  }
}
