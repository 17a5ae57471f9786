/// The words of legislatures.
enum BillWords {
  /// Words that speak of bills wherever they stand, in lower case only where that matters.
  static let legislative = KeywordSet(
    """
    bill bills legislation lawmaker lawmakers congress congressional senate senator senators sponsor sponsored sponsors cosponsor
    cosponsors cosponsored legislature legislative governor parliament assembly lawmaking enacted enact markup statute resolution resolutions
    congressman congresswoman representatives assemblymember reps sens
    """)
  /// In the same sentence as a state's bill number these are evidence enough.
  static let steps = KeywordSet(
    "introduced passed passes house senate chamber rep sen gov signed signs vetoed vetoes committee filed sponsor assembly")
  static let crypto = KeywordSet(
    """
    crypto cryptocurrency cryptocurrencies bitcoin blockchain stablecoin stablecoins cbdc defi token tokens tokenization tokenized digital
    virtual cryptoasset cryptoassets keys coin coins ledger decentralized
    """)
  /// In a name these make it a crypto bill by themselves.
  static let cryptoInNames = KeywordSet(
    "crypto cryptocurrency cryptocurrencies bitcoin blockchain stablecoin stablecoins cbdc token tokens cryptoasset cryptoassets cryptos defi decentralized memecoin tokenization"
  )
  static let digital = KeywordSet("digital virtual")
  static let digitalThings = KeywordSet(
    "asset assets currency currencies commodity commodities token tokens coin coins dollar euro financial")

  static let heads = KeywordSet("act bill regulation directive ordinance law")
  /// What may stand inside a name in lower case.
  static let connectors = KeywordSet("of and for the to in on with through a an by from against etc")
  /// What may open a capitalised run without being a part of the name.
  static let notFirst = KeywordSet(
    """
    the a an this that these those under in on if when while senator sen senators sens rep reps representative representatives
    congressman congresswoman house senate congress president governor gov new proposed draft both and or but for with since after before by
    from to as at of its his her their our my your trump biden s passes passed signs signed introduces introduced vetoes reintroduces unveils introduce reintroduce unveil announce announces announced applauds applaud praises
    propose proposes sponsors cosponsor cosponsors joins lead leads
    advances clears approves backs opposes supports supporting urges calls kills rejects files files adopts reports why how what who where
    whether also although though because so then thus however meanwhile companion state landmark bipartisan so-called called named
    dubbed titled known whereas us u.s american republican democratic gop bill: section sections title chapter part subtitle division see cf
    violating violations violation existing amended amend amending amends section: like including such final key major
    """)
  static let chambersHouse = KeywordSet("house assembly")
  static let chambersSenate = KeywordSet("senate")
  static let bothChambers = KeywordSet("congress legislature")
  static let otherChambers = KeywordSet(
    "parliament commons lords bundestag bundesrat duma rada diet knesset sejm council deputies cortes riksdag folketing storting dail mps meps"
  )
  static let lawmakers = KeywordSet(
    "lawmakers legislators senators representatives members democrats republicans deputies assemblymembers congressmen")
  static let committee = KeywordSet("committee committees panel subcommittee subcommittees")
  /// Committees as they are called without the word: "Senate Banking", "House Financial Services".
  static let committeeNames = PhraseSet(
    """
    financial services|banking|agriculture|ways and means|judiciary|energy and commerce|finance|rules|appropriations|homeland security
    commerce|intelligence|armed services|foreign relations|foreign affairs|oversight|budget|ag
    """)
  static let executives = KeywordSet("president governor gov trump biden obama executive he she king mayor premier")
  static let white = WordKey.of("white")

  static let modals = KeywordSet("would could may might should can will must shall cannot won wouldn couldn shouldn")
  static let negations = KeywordSet("not never no nor without neither hasn hadn didn doesn haven wasn isn weren don")
  static let unreal = KeywordSet(
    """
    if unless until whether once hopes hope hoping hoped expects expected expect expecting urged urges urge urging wants want wanted wanting plans
    planned plan planning seeks seek seeking aims aim intends intended intend likely unlikely poised yet tries trying tried try failed fails fail
    failing refused refuses declined fight fights fighting race push pushing effort efforts attempt attempts bid try chance chances odds ready needs
    need needed should scheduled set due vows vowed pledged pledges promised promises threatened threatens threat calls called possible
    prospects ability goal deadline pressing pressed asked asks asking able opportunity preparing prepares prepare working
    drafting about wishes wished prefers
    """)
  /// Before "to pass" these make it true.
  static let licences = KeywordSet("voted votes vote voting helped helps helping moved agreed managed acted went proceeded did unanimously")

  static let bills = KeywordSet(
    "bill measure legislation act resolution law proposal regulation directive ordinance package text draft bills measures proposals")
  /// "the measure" points back to a bill; "the proposal" as often to a rule.
  static let pointing = KeywordSet("bill measure legislation act resolution law ordinance package bills measures")
  static let definite = KeywordSet("the this said following that his her its their those these both")
  static let pronouns = KeywordSet("it which that")
}
