import RegulatoryModel

/// What must follow a verb for it to tell an action, and the action it then tells.
enum ActionObject: Sendable {
  /// The one that it is done to, at once: "sued Coinbase".
  case target(AgencyAction.Kind)
  /// The same, but the verb may be a noun ("charges", "sanctions"), so a name must follow at once.
  case name(AgencyAction.Kind)
  /// The one that it is done to, then one of the nouns: "hit Kraken with a fine", "ordered Paxos to pay".
  case targetThen(AgencyAction.Kind, KeywordSet)
  /// A noun that heads the object, and perhaps a target behind a preposition: "filed a lawsuit against Binance".
  case noun(AgencyAction.Kind, KeywordSet, needsTarget: Bool)
  /// "with" and a target: "met with", "settled with".
  case with(AgencyAction.Kind)
  /// An infinitive at once: "proposed to amend".
  case infinitive(AgencyAction.Kind)
}

/// The words for what agencies do.
enum ActionVerbs {
  /// Forms that follow their subject: past, perfect, and the present of headlines. The first object that fits counts.
  static let active = table([
    ("proposed proposes", [.noun(.proposed, measures, needsTarget: false), .infinitive(.proposed)]),
    ("adopted adopts finalized finalised finalizes finalises enacted", [.noun(.adopted, rules, needsTarget: false)]),
    (
      "issued issues published publishes released releases unveiled unveils",
      [
        .noun(.withdrew, dismissals, needsTarget: false), .noun(.fined, fines, needsTarget: true),
        .noun(.proposed, drafts, needsTarget: false),
        .noun(.guidance, guidance, needsTarget: false), .noun(.adopted, rules, needsTarget: false),
        .noun(.licensed, permissions, needsTarget: true), .noun(.cleared, noAction, needsTarget: false),
        .noun(.sanctioned, stopOrders, needsTarget: true),
      ]
    ),
    ("sued sues", [.target(.sued)]), ("charged indicted indicts", [.target(.charged)]), ("charges", [.name(.charged)]),
    (
      "filed files brought brings lodged initiated announced announces unsealed unseals launched launches commenced",
      [
        .noun(.withdrew, dismissals, needsTarget: true), .noun(.charged, charges, needsTarget: true),
        .noun(.sued, suits, needsTarget: true),
        .noun(.settled, settlements, needsTarget: true),
        .noun(.fined, fines, needsTarget: true), .noun(.sanctioned, sanctions, needsTarget: true),
        .noun(.proposed, consultations, needsTarget: false),
      ]
    ),
    ("fined penalized penalised penalizes penalises", [.target(.fined)]), ("fines", [.name(.fined)]),
    ("ordered orders", [.targetThen(.fined, payments)]), ("hit hits slapped slaps handed hands", [.targetThen(.fined, fines)]),
    (
      "imposed imposes levied levies assessed assesses secured obtained",
      [.noun(.fined, fines, needsTarget: true), .noun(.sanctioned, sanctions, needsTarget: true)]
    ),
    (
      "settled settles resolved resolves",
      [.noun(.settled, cases, needsTarget: true), .with(.settled)]
    ),
    ("reached reaches entered", [.noun(.settled, settlements, needsTarget: true)]),
    ("sanctioned designated designates blacklisted barred banned bans", [.target(.sanctioned)]), ("sanctions", [.name(.sanctioned)]),
    ("licensed authorised authorized", [.target(.licensed)]), ("licenses authorises authorizes registered", [.name(.licensed)]),
    (
      "granted grants awarded awards gave gives",
      [.noun(.licensed, permissions, needsTarget: true), .noun(.cleared, noAction, needsTarget: false)]
    ),
    (
      "approved approves",
      [
        .noun(.licensed, permissions, needsTarget: true), .noun(.cleared, products, needsTarget: false),
        .noun(.adopted, rules, needsTarget: false),
      ]
    ),
    ("cleared clears greenlit greenlights", [.noun(.cleared, products, needsTarget: false), .name(.cleared)]),
    (
      "dropped drops dismissed dismisses abandoned ended ends",
      [
        .noun(.withdrew, suitsAndCharges, needsTarget: true), .noun(.cleared, probes, needsTarget: true),
        .noun(.withdrew, proposals, needsTarget: false),
      ]
    ),
    ("closed closes concluded concludes terminated", [.noun(.cleared, probes, needsTarget: true)]),
    (
      "withdrew withdraws rescinded rescinds scrapped scraps repealed repeals revoked revokes",
      [
        .noun(.withdrew, permissions, needsTarget: true), .noun(.withdrew, suitsAndCharges, needsTarget: true),
        .noun(.withdrew, proposals, needsTarget: false),
      ]
    ),
    ("met meets", [.with(.met)]),
    ("held holds", [.noun(.met, meetings, needsTarget: true)]),
    ("opened opens", [.noun(.proposed, consultations, needsTarget: false)]),
  ])

  /// After "is", "are": how notices tell what they do.
  static let progressive = table([
    ("proposing", [.noun(.proposed, rules, needsTarget: false), .infinitive(.proposed)]),
    ("adopting finalizing finalising", [.noun(.adopted, rules, needsTarget: false)]),
    (
      "issuing publishing releasing",
      [
        .noun(.proposed, drafts, needsTarget: false), .noun(.guidance, guidance, needsTarget: false),
        .noun(.adopted, rules, needsTarget: false),
      ]
    ),
    ("withdrawing rescinding repealing", [.noun(.withdrew, proposals, needsTarget: false)]),
  ])

  /// What several agencies do in a headline.
  static let plural = table([
    ("sue", [.target(.sued)]), ("charge", [.name(.charged)]), ("fine", [.name(.fined)]), ("sanction", [.name(.sanctioned)]),
    ("propose", [.noun(.proposed, measures, needsTarget: false)]), ("adopt finalize", [.noun(.adopted, rules, needsTarget: false)]),
    (
      "issue publish release",
      [
        .noun(.proposed, drafts, needsTarget: false), .noun(.guidance, guidance, needsTarget: false),
        .noun(.adopted, rules, needsTarget: false),
      ]
    ),
    (
      "drop dismiss withdraw rescind",
      [.noun(.withdrew, suitsAndCharges, needsTarget: true), .noun(.withdrew, proposals, needsTarget: false)]
    ),
    ("settle", [.with(.settled)]),
  ])

  /// After "voted to", "agreed to", "moved to".
  static let decided = table([
    ("adopt finalize finalise approve", [.noun(.adopted, rules, needsTarget: false), .noun(.cleared, products, needsTarget: false)]),
    ("propose", [.noun(.proposed, rules, needsTarget: false)]),
    (
      "dismiss drop withdraw rescind end",
      [.noun(.withdrew, suitsAndCharges, needsTarget: true), .noun(.withdrew, proposals, needsTarget: false)]
    ),
    ("settle", [.noun(.settled, cases, needsTarget: true), .with(.settled)]),
  ])
  static let decisions = KeywordSet("voted votes agreed agrees moved decided")

  /// Participles after "was", "were", "been": what is done by the agency, and which noun the subject must have where it is no target.
  static let passive = KeywordTable<(kind: AgencyAction.Kind, subject: KeywordSet?)>([
    ("sued", (.sued, nil)), ("charged indicted", (.charged, nil)), ("fined penalized penalised", (.fined, nil)),
    ("sanctioned designated blacklisted barred banned", (.sanctioned, nil)), ("licensed authorised authorized", (.licensed, nil)),
    ("proposed", (.proposed, rules)), ("adopted finalized finalised", (.adopted, rules)), ("cleared approved", (.cleared, products)),
    ("issued published released", (.guidance, guidance)), ("withdrawn rescinded repealed", (.withdrew, proposals)),
    ("imposed levied assessed", (.fined, fines)), ("dropped dismissed", (.withdrew, suitsAndCharges)),
  ])

  // MARK: Nouns

  static let suits = KeywordSet("lawsuit lawsuits suit suits complaint complaints case cases action actions proceedings")
  static let dismissals = KeywordSet("dismissal withdrawal")
  static let charges = KeywordSet("charges indictment indictments")
  static let suitsAndCharges = KeywordSet("lawsuit lawsuits suit suits complaint case cases charges appeal action enforcement claims")
  static let cases = KeywordSet(
    "charges allegations lawsuit lawsuits case cases claims suit complaint action actions enforcement matter proceedings")
  static let probes = KeywordSet("investigation investigations probe probes inquiry inquiries review")
  static let settlements = KeywordSet("settlement settlements agreement agreements")
  static let fines = KeywordSet("fine fines penalty penalties")
  static let payments = KeywordSet("pay")
  static let sanctions = KeywordSet("sanctions")
  static let meetings = KeywordSet("meeting meetings talks")
  static let rules = KeywordSet(
    """
    rule rules rulemaking rulemakings regulation regulations amendment amendments framework regime requirement requirements standard standards
    legislation changes definition exemption repeal nprm directive rulebook rulebooks
    """)
  static let measures = KeywordSet(rules.allKeys + KeywordSet("measure measures guidelines guidance limits caps ban restrictions").allKeys)
  static let drafts = KeywordSet(
    "draft drafts proposed proposal proposals consultation consultations nprm anprm proposing")
  static let consultations = KeywordSet("consultation consultations")
  static let guidance = KeywordSet(
    """
    guidance guidelines guideline advisory advisories faqs faq bulletin circular interpretation interpretations interpretive warning warnings alert
    alerts recommendations statement statements handbook
    """)
  static let permissions = KeywordSet(
    """
    licence license licences licenses charter charters registration authorisation authorization bitlicense permission approval permit
    authorisations authorizations
    """)
  static let noAction = KeywordSet("no-action noaction")
  static let stopOrders = KeywordSet("cease cease-and-desist desist")
  static let products = KeywordSet(
    "etf etfs etp etps application applications listing listings product products trust fund funds futures options merger acquisition conversion plan"
  )
  static let proposals = KeywordSet(
    """
    rule rules proposal proposals guidance guidelines statement statements bulletin letter letters regulation regulations amendment amendments policy advisory
    interpretation order requirement requirements
    """)
}

extension ActionVerbs {
  private static func table(_ rows: [(String, [ActionObject])]) -> KeywordTable<[ActionObject]> { KeywordTable(rows) }
}
