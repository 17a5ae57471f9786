import RegulatoryModel

/// What a verb says of a bill, before it is settled which bill and which chamber.
enum StageSense: Sendable, Equatable {
  case introduce, announce, refer, hear, report, pass, receive, send, sign, force, veto, override, fail, withdraw
}

/// A verb or phrase of progress at a token.
struct StageEvent: Sendable, Equatable {
  enum Form: Sendable { case past, present, base, participle, noun }
  var sense: StageSense
  var form: Form
  /// How many tokens it takes.
  var length: Int
}

/// The verbs and phrases by which prose tells of a bill's progress.
enum StageVerbs {
  private static let words: [(StageSense, StageEvent.Form, String)] = [
    (.introduce, .past, "introduced reintroduced filed refiled unveiled sponsored authored proposed submitted tabled"),
    (.introduce, .present, "introduces reintroduces files unveils"),
    (.introduce, .base, "introduce reintroduce file refile unveil release propose submit"),
    (.introduce, .participle, "introducing reintroducing filing unveiling"),
    (.announce, .past, "announced released drafted previewed circulated"),
    (.announce, .participle, "drafting writing preparing"),
    (.refer, .past, "referred"),
    (.hear, .noun, "hearing hearings"),
    (.report, .past, "reported discharged advanced left"),
    (.report, .present, "advances"),
    (.report, .base, "advance report"),
    (.report, .participle, "advancing"),
    (.pass, .past, "passed cleared approved adopted okayed ratified backed endorsed"),
    (.pass, .present, "passes clears approves adopts okays"),
    (.pass, .base, "pass clear approve adopt"),
    (.pass, .participle, "passing clearing approving adopting"),
    (.pass, .noun, "passage"),
    (.send, .past, "sent headed presented went gone moved"),
    (.send, .present, "sends heads goes moves"),
    (.send, .participle, "sending heading"),
    (.sign, .past, "signed inked"),
    (.sign, .present, "signs inks"),
    (.sign, .base, "sign"),
    (.sign, .participle, "signing"),
    (.force, .past, "enacted promulgated gazetted chaptered"),
    (.force, .noun, "enactment"),
    (.veto, .past, "vetoed"),
    (.veto, .present, "vetoes"),
    (.veto, .noun, "veto"),
    (.override, .past, "overrode overridden"),
    (.fail, .past, "defeated rejected killed"),
    (.fail, .present, "rejects defeats kills"),
    (.fail, .participle, "rejecting defeating killing"),
    (.withdraw, .past, "withdrew withdrawn pulled scrapped"),
    (.withdraw, .present, "withdraws pulls scraps"),
  ]

  /// Phrases that say it in several words, a line for each sense.
  private static let phrases: [(StageSense, StageEvent.Form, PhraseSet)] = [
    (
      .introduce, .past,
      PhraseSet(
        "put forward|brought forward|laid before parliament|put forth|first reading|brought back|brought in a|second reading|proposal for a regulation|proposal for a directive"
      )
    ),
    (.introduce, .base, PhraseSet("bring back|bring forward|bring in|bring up|offer|come back")),
    (
      .report, .past,
      PhraseSet(
        """
        ordered reported|ordered to be reported|reported favorably|reported favourably|favorably reported|reported out|voted out of|marked up and
        placed on the calendar|placed on the union calendar|placed on the senate legislative calendar|on the floor calendar|on the senate calendar|out of committee
        """)
    ),
    (
      .pass, .past,
      PhraseSet(
        """
        agreed to|voted for|voted in favor of|voted in favour of|gave final approval to|gave its approval to|won approval in|won approval from
        won passage in|completed its passage through|third reading|sailed through
        """)
    ),
    (
      .fail, .past,
      PhraseSet(
        """
        voted down|failed in|failed on the|failed on a|fell short of|failed by|failed a|fails in|falls short of|to the 41st day
        to the 41st legislative day|indefinitely postponed|postponed indefinitely|inexpedient to legislate
        """)
    ),
    (.receive, .past, PhraseSet("received in the|was received by the|transmitted to the")),
    (
      .force, .past,
      PhraseSet(
        """
        came into operation|comes into operation|in the official gazette|became public law|become public law|became law|become law|becomes law|is law|is now law|signed into law|signs into law|passed into law|royal assent|came into force|comes into force
        coming into force|entered into force|enters into force|entry into force|went into effect|goes into effect|came into effect|comes into effect
        took effect|takes effect|already in force|presidential assent|assented to|became act|becomes act|published in the official journal
        published in the eu ' s official journal|published in the eu official journal|entered the statute book|on the statute book
        in force since|in force from|been in force|is in force|fully in force|now in force|has applied|have applied|applies since
        applied since|applicable since|entered into application|became effective|became applicable|became fully applicable|been law since
        in effect since|been in effect|public law
        """)
    ),
    (
      .refer, .past,
      PhraseSet(
        """
        in committee|read twice and referred|marked up|marks up|pending before the|pending in the|before the committee|awaits a markup|awaiting a markup|awaiting markup|awaits markup|stuck in
        stalled in|languished in|languishes in|languishing in|sent to committee|assigned to the|sits in the|sits with the|is with the|remains in the|been before the|is before the|lies before the|gone to committee
        """)
    ),
    (
      .send, .past,
      PhraseSet(
        """
        on the president ' s desk|on trump ' s desk|on the governor ' s desk|awaits the president ' s|awaits the governor ' s
        awaiting the president ' s|awaiting the governor ' s|passed both chambers|passed both houses|cleared both chambers|cleared congress
        passed congress|passed the legislature|cleared the legislature|passes both chambers|clears congress
        """)
    ),
    (.announce, .past, PhraseSet("discussion draft|published a draft|released a draft|circulated a draft|draft text of")),
  ]

  private static let single = KeywordTable(words.map { sense, form, list in (list, StageEvent(sense: sense, form: form, length: 1)) })

  private struct Phrase {
    var keys: [UInt64]
    var event: StageEvent
  }

  /// All phrases by their first word: those of a sense in its turn, longest first.
  private static let phrasesByFirst: KeywordTable<[Phrase]> = {
    var table: [UInt64: [Phrase]] = [:]
    for (sense, form, set) in phrases {
      for first in set.firstKeys {
        table[first, default: []] += set.phrases(startingWith: first).map {
          Phrase(keys: $0, event: StageEvent(sense: sense, form: form, length: $0.count))
        }
      }
    }
    return KeywordTable(entries: table.map { ($0.key, $0.value) })
  }()

  /// The first words of all that tells of progress.
  static let starts = phrasesByFirst.allKeys + single.allKeys + [voted]

  private static let voted = WordKey.of("voted")
  private static let favour = PhraseSet("for|in favor of|in favour of")

  /// "voted 279 to 136 on Wednesday for": a vote with its tally, and what it was for.
  private static func votedFor(_ words: StoryWords, at index: Int, before end: Int) -> Int? {
    guard let votes = StageTally.votes(words, at: index + 1, before: end), votes.yes > votes.no else { return nil }
    for next in votes.end..<max(votes.end, min(end, votes.end + 6)) {
      if let length = favour.length(in: words, at: next, before: end) { return next + length - index }
    }
    return nil
  }

  static func isVerb(_ key: UInt64) -> Bool { single[key] != nil }

  /// The event at a token; phrases before single words.
  static func event(_ words: StoryWords, at index: Int, before end: Int) -> StageEvent? {
    let token = words.tokens[index]
    guard token.isWord, token.roles.contains(.stage) else { return nil }
    if token.key == voted, let length = votedFor(words, at: index, before: end) {
      return StageEvent(sense: .pass, form: .past, length: length)
    }
    for phrase in phrasesByFirst[token.key] ?? [] where index + phrase.keys.count <= end {
      var next = 1
      while next < phrase.keys.count, words.tokens[index + next].key == phrase.keys[next] { next += 1 }
      if next == phrase.keys.count { return phrase.event }
    }
    return single[token.key]
  }
}
