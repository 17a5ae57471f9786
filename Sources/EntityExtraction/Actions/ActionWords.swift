/// The small words by which the rules for actions find their way through a sentence.
enum ActionWords {
  /// May stand between an agency and its verb.
  static let skipped = KeywordSet(
    """
    also has have had recently today yesterday jointly separately first then later on in last this earlier week month year monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december jan feb aug sept oct nov dec
    already late early now itself morning afternoon evening at its the same day both staff officials commissioners prosecutors announced
    """)
  static let speech = KeywordSet("said says announced announces confirmed disclosed revealed stated")
  static let pronouns = KeywordSet("it they that")
  /// May stand right before an agency that acts, but for "the" and what describes it.
  static let beforeSubjects = KeywordSet(
    """
    and but as when after since because while where which that said says announced though although then so today yesterday week month year quarter
    day summer spring autumn winter fall earlier later recently also how once ago lawsuit suit complaint case charges action monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october november december meanwhile
    """)
  /// Describes an agency before its name.
  static let described = KeywordSet(
    """
    the us u.s federal regulator regulators watchdog supervisor agency agencies authority financial securities market markets banking central
    bank state national top country derivatives american british european french german dutch japanese indian korean australian canadian swiss
    singapore bermuda chinese brazilian italian spanish irish turkish thai texas
    """)
  static let units = KeywordSet("staff officials division office chair commissioners lawyers prosecutors unit branch")
  /// Parts of an agency, named after it.
  static let parts = KeywordSet(
    "division office unit arm branch bureau department force staff enforcement board officials lawyers commissioners section team")
  static let joiners = KeywordSet("and as well along together alongside the")
  static let untrue = KeywordSet(
    """
    false fake rumor rumour rumors rumours hoax denied denies erroneous wrong untrue hopes hoped fears feared unconfirmed speculation suggested
    allegation pretended imagine suppose wishes unlikely
    """)
  /// Makes an action one that has not happened, where it stands before the words for it.
  static let unreal = KeywordSet(
    """
    no not never any possible potential proposed without talks talk negotiate negotiating negotiations negotiated seeking seek seeks sought avoid
    avoided avoiding failed fails if would could may might will should can cannot must hoped hopes expects expected expecting considering weighing looming
    threatened threat threatens fears fear rejected rejects refused refuses declined unless whether awaiting await awaits pending applied applying apply
    plans planned planning wants want discuss discussed discussing near nearing close future prospective imminent before until denied denies neither nor
    """)
  static let auxiliaries = KeywordSet("was were been is are being got be")
  static let modals = KeywordSet("will would could may might should can must not never cannot t neither nor to if")
  /// Ends the search for a noun, a name or a target.
  static let clauseBreaks = KeywordSet(
    "that which who whom if after when because while whether although though but unless until where since")
  static let prepositions = KeywordSet(
    """
    for over with in on at by after about to that from under as because of and or but while against into amid alleging following than during
    through between before since which who who's when if though per via among despite without
    """)
  static let dueToTargets = KeywordSet("against on to with into of for upon")
  static let months = KeywordSet(
    "january february march april june july august september october november december jan feb aug sept sep oct nov dec")

  // MARK: Names

  /// Nouns for persons and firms: they make "charged two brothers" an action without a named target.
  static let persons = KeywordSet(
    """
    man men woman women brothers brother person people individuals individual couple national nationals resident residents citizen citizens trader
    traders promoter promoters executive executives employee employees firm firms company companies entities entity exchange exchanges operator
    operators platform platforms founder founders co-founder co-founders cofounder defendants defendant broker brokers adviser advisers advisor
    advisors bank banks lender lenders developer developers influencer influencers celebrities officials hacker hackers mixer mixers teenager
    issuer issuers members leaders addresses wallets network networks group groups fund funds businesses business providers provider
    """)
  /// Follow the name of a firm, and the person's name follows them.
  static let posts = KeywordSet(
    """
    founder founders co-founder co cofounder cofounders ceo cfo coo cto chief executive officer executives employee boss head chairman president owner trader manager
    former operator developer user users customer customers investor director insider lawyer
    """)
  static let titles = KeywordSet(
    "ceo cfo coo cto mr mrs ms dr former founder co-founder chief executive officer president chairman rapper influencer billionaire entrepreneur"
  )
  /// With capitals in headlines, and still no part of a name.
  static let headlineWords = KeywordSet(
    """
    with for over in and of to by as from after its on at against into amid alleging two three four five the a an his her their related
    fraud million billion illegal unregistered violations charges crypto bitcoin another former more who that
    """)
  /// Common nouns and adjectives that headlines write with capitals: they describe a target and are no part of its name.
  static let common = KeywordSet(
    """
    man men woman women brothers person persons people individual individuals trader traders promoter promoters executive executives employee employees
    firms companies entities entity operator operators founder founders co-founder co-founders cofounder defendants defendant broker brokers brokerage
    adviser advisers advisor advisors developer developers influencer influencers issuer issuers members leaders addresses mixer mixers principal principals
    successor affiliates participants officers former multiple affiliated ceo cco cfo coo cto creator creators owner owners digital asset assets virtual
    currency cryptocurrency crypto trading platform platforms prime defi protocol protocols notorious event-based event based swap swaps market markets company offering
    exchange individual's resident residents national nationals foreign unregistered fraudulent lender lenders provider providers giant startup
    hackers hacker teenager celebrities dealer dealers pool scheme ponzi several four five six seven eight nine ten dozens
    """)
  /// Common words of these kinds end what stands before a name: "DeFi Protocol Operators Opyn".
  static let describers = KeywordSet(
    """
    operators operator founder founders executive executives ceo cco cfo coo cto company companies firm firms mixer mixers protocols creator creators
    owner owners trader traders promoter promoters successor issuer issuers developer developers defendants individuals officer officers influencer
    platform exchange lender provider principal principals man woman adviser advisers
    """)
  static let suffixes = KeywordSet("inc llc ltd lp plc corp co limited sa ag gmbh bv nv pte pty")
  static let backward = KeywordSet("company firm exchange platform business bank")
}
