import RegulatoryModel

/// Finds the days that a reader must not miss: comments close, rules take effect, compliance begins, hearings are held.
package struct DeadlineFinder: Sendable {
  package init() {}

  package func find(in scan: TextScan) -> [Deadline] { find(in: StoryWords(scan)) }

  package func find(in words: StoryWords) -> [Deadline] {
    var found: [Deadline] = []
    var seen: Set<Day> = []
    guard words.roles.contains(.deadline) else { return [] }
    for sentence in words.sentences where sentence.roles.contains(.deadline) && !sentence.roles.isDisjoint(with: [.month, .number]) {
      for deadline in DeadlineSentence(words: words, range: sentence.range).deadlines
      where seen.insert(Day(kind: deadline.kind, date: deadline.date)).inserted {
        found.append(deadline)
      }
    }
    return found
  }
}

private struct Day: Hashable {
  var kind: Deadline.Kind
  var date: CalendarDay
}

/// Reads the deadlines of one sentence: a cue, and the day that stands after it, else before it.
struct DeadlineSentence {
  let words: StoryWords
  let range: Range<Int>

  static let cues: [(PhraseSet, Deadline.Kind)] = [
    (
      PhraseSet(
        """
        comments are due|comments due|comments must be received|comments must be submitted|comments should be received|comments should be submitted
        comments will be accepted|comments may be submitted|comments on or before|comments by|comment period closes|comment period ends
        comment period will close|comment period will end|comment period runs|comment period is open|comment deadline|comment period closed
        comment period ended|comment period has been extended|comment period is extended|comment period to|comments no later than
        comment period until|comment window closes|comment window closed|consultation runs|consultation closes|consultation ends
        consultation is open|responses are due|responses by|submissions are due|comments are requested|comments close|comments is|
        comment period for|comment period on|submit comments|submit written comments|written comments|comment period|
        receive comments|receipt of comments|consider comments|comments received|comment closes|consultation|comments are accepted
        """), .comment
    ),
    (
      PhraseSet(
        """
        effective date|is effective|are effective|becomes effective|become effective|became effective|will be effective|shall be effective|takes effect|take effect|took effect
        will take effect|goes into effect|go into effect|comes into force|come into force|came into force|enters into force|enter into force|entered into force
        effective on|effective
        """), .effective
    ),
    (
      PhraseSet(
        """
        compliance date|compliance is required|compliance by|must comply|mandatory compliance|comply by|comply with|compliance deadline|deadline for compliance
        compliance with
        """), .compliance
    ),
    (
      PhraseSet(
        """
        hearing will be held|hearing is scheduled|hearing to be held|will hold a hearing|hearing on|public hearing|meeting will be held|meeting is scheduled|will hold a public
        meeting will take place|hearing will take place|is scheduled for|roundtable on|roundtable will be held|will meet on|will hold an open meeting|will hold a meeting
        will testify on|will be held
        """), .hearing
    ),
  ]
  private static let starts = KeywordSet(
    """
    comments comment consultation responses submissions effective is are becomes become became will shall takes take took goes go comes come came
    enters enter entered compliance must mandatory comply deadline hearing public meeting roundtable submit written receive receipt consider
    """)
  /// Each cue has one of these.
  static let needed = KeywordSet(
    """
    comments comment consultation responses submissions effective effect force compliance comply hearing meeting roundtable scheduled public meet
    testify held
    """)
  /// The day named after one of these is the one that counts: "extended from 2 May to June 1".
  private static let to = KeywordSet("to until through")
  private static let published = KeywordSet("published dated issued adopted fr register announced proposed signed filed comments's")
  private static let dueWords = KeywordSet(
    "by before due until than through on to is ends end closes close closed ended runs extended extends")

  var deadlines: [Deadline] {
    var found: [Deadline] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard words.is(index, Self.starts), let (kind, length) = cue(at: index) else {
        index += 1
        continue
      }
      if let (date, last) = day(after: index + length, kind), accepts(kind, index, index + length, date) {
        let rule: DeadlineRule =
          switch kind {
          case .comment: .comment
          case .effective: .effective
          case .compliance: .compliance
          case .hearing: .hearing
          }
        if !found.contains(where: { $0.kind == kind && $0.date == date }) {
          found.append(Deadline(kind: kind, date: date, span: words.span(index..<last), rule: rule.id))
        }
        index = last
      } else {
        index += length
      }
    }
    return found
  }

  private func cue(at index: Int) -> (Deadline.Kind, Int)? {
    for (phrases, kind) in Self.cues {
      if let length = phrases.length(in: words, at: index, before: range.upperBound) { return (kind, length) }
    }
    return nil
  }

  /// The day after a cue: the last one of "extended from … to …", else the first that a word such as "by" leads in.
  private func day(after start: Int, _ kind: Deadline.Kind) -> (CalendarDay, Int)? {
    var found: (SpokenDate, isLed: Bool)?
    var index = start
    let stop = min(range.upperBound, start + 40)
    while index < stop {
      if index > start, words.is(index, Self.starts), let (other, _) = cue(at: index), other != kind { break }
      guard let date = words.date(at: index, before: stop, toward: .future), date.isCalendarDate else {
        index += 1
        continue
      }
      var lead = index - 1
      // "by 5:00 p.m. on Friday, June 1": hours and "on" stand between.
      while lead > start, !words.tokens[lead].isWord || words.is(lead, Self.fillers) { lead -= 1 }
      let isExtended = kind == .comment && (words.is(lead, Self.to) || (found != nil && isExtension))
      let isPublished = (max(start - 3, index - 5)..<index).contains { words.is($0, Self.published) }
      let isLed = words.is(lead, Self.dueWords) || lead < start || kind != .comment
      if found == nil || isExtended { if !isPublished || isExtended { found = (date, isLed || isExtended) } }
      index = date.range.upperBound
    }
    guard let found, found.isLed else { return nil }
    return (found.0.day, found.0.range.upperBound)
  }

  /// "will now close", "is extended": the last day named is the one that counts.
  private var isExtension: Bool { range.contains { words.is($0, Self.extensions) } }
  private static let extensions = KeywordSet("extended extends extending extension reopened reopens reopening instead now")
  private static let fillers = KeywordSet(
    "on the p.m pm am eastern time monday tuesday wednesday thursday friday saturday sunday midnight close of business et noon or")

  /// Effective needs a subject that can be so; a hearing must lie ahead of, or on, the story's day.
  private func accepts(_ kind: Deadline.Kind, _ start: Int, _ end: Int, _ date: CalendarDay) -> Bool {
    let today = words.scan.story.date
    switch kind {
    case .comment, .compliance: return today.days(until: date) > -400
    case .effective: return today.days(until: date) > -400 && !(end - start == 1 && !isNextToDate(end))
    case .hearing: return date >= today
    }
  }

  private static let leads = KeywordSet("on as of from date")

  /// "effective July 1": the bare word counts only right before the day, or before "on", "as of".
  private func isNextToDate(_ index: Int) -> Bool {
    var index = index
    var steps = 0
    while steps < 3, words.is(index, Self.leads) || words.isMark(index, ":") || words.isMark(index, ",") {
      index += 1
      steps += 1
    }
    return words.date(at: index, before: min(range.upperBound, index + 6), toward: .future) != nil
  }
}
