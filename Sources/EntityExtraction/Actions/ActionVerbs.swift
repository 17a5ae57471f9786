import RegulatoryModel

/// The words for what agencies do.
enum ActionVerbs {
  /// What must follow a verb for it to tell an action.
  enum Object {
    /// The one that it is done to: an exchange or a proper name.
    case target
    /// A rule or the like.
    case rule
    /// A rule or the like, proposed if it is called a draft, else adopted.
    case publishedRule
    /// Guidance or the like.
    case guidance
    /// A licence or the like.
    case permission
    /// A product or application.
    case product
    /// Nothing in particular.
    case anything
  }

  struct Verb {
    var form: String
    var kind: AgencyAction.Kind
    var object: Object
    init(_ form: String, _ kind: AgencyAction.Kind, _ object: Object) {
      self.form = form
      self.kind = kind
      self.object = object
    }
  }

  /// Forms that follow their subject: past, perfect, and the present of headlines. One verb may have several meanings, told apart by
  /// what follows; the first that fits counts.
  static let active: [Verb] =
    verbs(["proposed", "proposes"], .proposed, .rule)
    + verbs(["adopted", "adopts", "finalized", "finalised", "finalizes", "finalises"], .adopted, .rule)
    + verbs(["issued", "issues", "published", "publishes", "released", "releases"], .guidance, .guidance)
    + verbs(["issued", "issues", "published", "publishes", "released", "releases"], .adopted, .publishedRule)
    + verbs(["sued", "sues"], .sued, .target) + verbs(["charged", "charges", "indicted", "indicts"], .charged, .target)
    + verbs(["fined", "fines", "penalized", "penalised", "penalizes"], .fined, .target)
    + verbs(["settled", "settles"], .settled, .target)
    + verbs(["sanctioned", "sanctions", "designated", "designates", "blacklisted"], .sanctioned, .target)
    + verbs(["licensed", "licenses", "authorised", "authorized", "registered"], .licensed, .target)
    + verbs(
      ["granted", "grants", "awarded", "awards", "approved", "approves", "issued", "issues", "gave", "gives"], .licensed, .permission)
    + verbs(["approved", "approves", "cleared", "clears", "greenlit", "greenlights"], .cleared, .product)
    + verbs(["cleared", "clears"], .cleared, .target)
    + verbs(["approved", "approves"], .adopted, .rule)
    + verbs(
      ["withdrew", "withdraws", "rescinded", "rescinds", "dropped", "drops", "dismissed", "dismisses", "abandoned", "scrapped"], .withdrew,
      .anything)
    + verbs(["met"], .met, .target)

  /// Several words that follow their subject.
  static let activePhrases: [Verb] =
    verbs(
      [
        "filed a lawsuit against", "filed suit against", "filed a complaint against", "filed a civil complaint against",
        "brought a lawsuit against",
        "brought a case against", "brought an action against", "filed an enforcement action against", "files lawsuit against",
        "files suit against",
        "filed a civil enforcement action against",
      ], .sued, .target)
    + verbs(
      [
        "filed charges against", "brought charges against", "announced charges against", "unsealed an indictment against",
        "files charges against",
      ],
      .charged, .target)
    + verbs(
      [
        "imposed a fine", "imposed a penalty", "imposed a civil penalty", "imposed a civil money penalty", "levied a fine",
        "assessed a civil money penalty", "assessed a civil penalty", "assessed a penalty", "assessed a fine",
      ],
      .fined, .anything)
    + verbs(
      [
        "reached a settlement with", "announced a settlement with", "reached an agreement with", "settled with", "settled charges against",
        "settles with",
      ], .settled, .target)
    + verbs(
      ["imposed sanctions on", "imposes sanctions on", "announced sanctions against", "announced sanctions on"], .sanctioned, .target)
    + verbs(["met with", "meets with", "held a meeting with", "held talks with"], .met, .target)
    + verbs(["put forward", "put out for comment", "opened a consultation on"], .proposed, .rule)

  /// Participles after "was", "were", "been", before "by" and the agency.
  static let passive: [Verb] =
    verbs(["proposed"], .proposed, .anything) + verbs(["adopted", "finalized", "finalised"], .adopted, .anything)
    + verbs(["sued"], .sued, .anything)
    + verbs(["charged", "indicted"], .charged, .anything) + verbs(["fined", "penalized", "penalised"], .fined, .anything)
    + verbs(["sanctioned", "designated", "blacklisted"], .sanctioned, .anything)
    + verbs(["licensed", "authorised", "authorized", "registered", "regulated"], .licensed, .anything).filter { $0.form != "regulated" }
    + verbs(["cleared", "approved"], .cleared, .anything) + verbs(["issued", "published"], .guidance, .anything)
    + verbs(["withdrawn", "rescinded", "dropped", "dismissed"], .withdrew, .anything)

  /// What others do with an agency, right before its name: "settled with the SEC".
  static let towards: [Verb] =
    verbs(["settled with", "settlement with", "settles with", "to settle with"], .settled, .anything)
    + verbs(["met with", "meets with", "meeting with"], .met, .anything)
    + verbs(
      [
        "licence from", "license from", "approval from", "registration from", "charter from", "authorisation from", "authorization from",
        "licenses from", "licences from", "permission from", "bitlicense from",
      ], .licensed, .anything)
    + verbs(["sued by", "lawsuit from", "lawsuit by"], .sued, .anything) + verbs(["charged by"], .charged, .anything)
    + verbs(["fined by"], .fined, .anything) + verbs(["sanctioned by"], .sanctioned, .anything)

  /// The last words of `towards`.
  static let towardsEndings = WordSet(["with", "from", "by"])

  static let activeByInitial = byInitial(active)
  static let activePhrasesByInitial = byInitial(activePhrases)
  static let passiveByInitial = byInitial(passive)

  /// First byte: the verbs that begin with it, in their order.
  private static func byInitial(_ verbs: [Verb]) -> [[Verb]] {
    var table = [[Verb]](repeating: [], count: 256)
    for verb in verbs { if let first = verb.form.utf8.first { table[Int(first)].append(verb) } }
    return table
  }

  private static func verbs(_ forms: [String], _ kind: AgencyAction.Kind, _ object: Object) -> [Verb] {
    forms.map { Verb($0, kind, object) }
  }

  /// Before an agency and one of `caseNouns`: "to settle SEC charges".
  static let settling = WordSet(["settle", "settled", "settles", "settling", "resolve", "resolved", "resolving"])
  static let caseNouns = WordSet([
    "charges", "allegations", "lawsuit", "case", "probe", "investigation", "claims", "suit", "complaint", "action", "inquiry",
    "enforcement",
  ])

  static let ruleNouns = WordSet([
    "rule", "rules", "rulemaking", "rulemakings", "regulation", "regulations", "amendment", "amendments", "framework", "regime",
    "requirement",
    "requirements", "standard", "standards", "legislation", "changes", "definition", "exemption", "repeal", "order", "guidelines",
    "directive",
  ])
  /// Words that make what is published a proposal.
  static let drafts = WordSet(["draft", "drafts", "proposed", "proposal", "proposals", "consultation", "discussion", "proposing"])
  static let guidanceNouns = WordSet([
    "guidance", "guidelines", "advisory", "advisories", "statement", "faqs", "faq", "bulletin", "circular", "letter", "letters",
    "interpretation",
    "warning",
    "alert", "notice", "recommendations", "report", "roadmap",
  ])
  static let permissionNouns = WordSet([
    "licence", "license", "licences", "licenses", "charter", "charters", "registration", "authorisation", "authorization", "bitlicense",
    "permission", "approval",
  ])
  static let productNouns = WordSet([
    "etf", "etfs", "etp", "etps", "application", "applications", "listing", "listings", "product", "products", "trust", "fund", "funds",
    "futures",
    "options", "merger", "acquisition", "conversion", "plan",
  ])
}
