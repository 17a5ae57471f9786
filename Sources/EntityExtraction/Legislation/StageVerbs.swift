import RegulatoryModel

/// What a verb says of a bill, before it is settled which bill and which chamber.
enum StageSense: Sendable, Equatable {
  case introduce, announce, refer, hear, report, pass, send, sign, force, veto, override, fail, withdraw
}

/// The verbs and phrases by which prose tells of a bill's progress.
enum StageVerbs {
  enum Form: Sendable { case past, present, base, participle, noun }

  struct Entry: Sendable {
    var sense: StageSense
    var form: Form
  }

  private static let words: [(StageSense, Form, String)] = [
    (.introduce, .past, "introduced reintroduced filed unveiled"),
    (.introduce, .present, "introduces reintroduces files unveils"),
    (.introduce, .base, "introduce reintroduce file unveil"),
    (.introduce, .participle, "introducing reintroducing filing unveiling"),
    (.introduce, .past, "sponsored authored"),
    (.announce, .past, "announced drafted previewed circulated"),
    (.announce, .participle, "drafting"),
    (.refer, .past, "referred"),
    (.hear, .noun, "hearing hearings"),
    (.report, .past, "reported discharged"),
    (.report, .past, "advanced"),
    (.report, .present, "advances"),
    (.pass, .past, "passed cleared approved adopted okayed ratified"),
    (.pass, .present, "passes clears approves adopts okays"),
    (.pass, .base, "pass clear approve adopt"),
    (.pass, .participle, "passing clearing approving adopting"),
    (.pass, .noun, "passage"),
    (.send, .past, "sent headed presented"),
    (.send, .present, "sends heads goes"),
    (.send, .participle, "sending heading"),
    (.sign, .past, "signed inked"),
    (.sign, .present, "signs inks"),
    (.sign, .base, "sign"),
    (.sign, .participle, "signing"),
    (.force, .past, "enacted promulgated gazetted"),
    (.veto, .past, "vetoed"),
    (.veto, .present, "vetoes"),
    (.veto, .noun, "veto"),
    (.override, .past, "overrode overridden"),
    (.fail, .past, "defeated rejected killed"),
    (.fail, .present, "rejects defeats kills"),
    (.withdraw, .past, "withdrew withdrawn pulled scrapped"),
    (.withdraw, .present, "withdraws pulls scraps"),
  ]

  static let table: [UInt64: Entry] = {
    var table: [UInt64: Entry] = [:]
    for (sense, form, list) in words {
      for word in list.split(separator: " ") { table[WordKey.of(word)] = Entry(sense: sense, form: form) }
    }
    return table
  }()

  /// Phrases that say it in several words.
  static let phrases: [(PhraseSet, StageSense, Form)] = [
    (PhraseSet("put forward|brought forward|laid before parliament|put forth|first reading"), .introduce, .past),
    (PhraseSet("bring back|put forward a|bring forward|bring up|offer|introduce again|come back"), .introduce, .base),
    (PhraseSet("ordered reported|ordered to be reported|reported favorably|reported favourably|reported out|voted out of|marked up and|placed on the calendar|placed on the senate legislative calendar|on the floor calendar|on the senate calendar|out of committee"), .report, .past),
    (PhraseSet("agreed to|voted for|voted in favor of|voted in favour of|gave final approval to|gave its approval to|won approval in|won approval from|won passage in|third reading|sailed through"), .pass, .past),
    (PhraseSet("voted down|failed in|failed on the|fell short of|failed by|failed a|fails in|falls short of"), .fail, .past),
    (PhraseSet("became law|become law|becomes law|is law|is now law|signed into law|passed into law|royal assent|came into force|comes into force|entered into force|enters into force|went into effect|goes into effect|took effect|takes effect|in force since|in force from|has been in force|has applied|have applied|applies since|applied since|entered into application|became effective|been law since|public law"), .force, .past),
    (PhraseSet("in committee|pending before the|pending in the|before the committee|awaits a markup|awaiting a markup|awaiting markup|awaits markup|stuck in|stalled in|languished in|languishes in|languishing in|sent to committee|assigned to the|sits in the|sits with the|is with the"), .refer, .past),
    (PhraseSet("on the president ' s desk|on trump ' s desk|on the governor ' s desk|to the president ' s desk|to trump ' s desk|to the governor ' s desk|to president trump ' s desk|to the president for|to the governor for|to the president|to the governor|to president|to gov|to the white house|to biden ' s desk|awaits the president ' s|awaits the governor ' s|awaiting the president ' s|awaiting the governor ' s|passed both chambers|passed both houses|cleared both chambers|cleared congress|passed congress|passed the legislature|cleared the legislature"), .send, .past),
    (PhraseSet("discussion draft|published a draft|released a draft|circulated a draft|draft text of"), .announce, .past),
  ]

  /// The first words of all phrases, so that most tokens cost one look-up.
  static let phraseStarts: KeywordSet = KeywordSet(
    """
    put brought laid first bring offer introduce come ordered reported voted marked placed on out agreed gave won third sailed failed fell fails
    falls became become becomes is signed passed royal came comes entered enters went goes took takes in has have applies applied been public
    pending before awaits awaiting stuck stalled languished languishes languishing sent assigned sits to cleared discussion published released
    circulated draft
    """)
}
