import RegulatoryModel

/// The words by which English tells that a price moved.
enum MoveWords {
  typealias Direction = VolatilityNote.Direction

  static let upVerbs = KeywordSet(
    """
    rose risen rises rise rising gained gains gain gaining added adds add adding climbed climbs climb climbing jumped jumps jump jumping surged
    surges surge surging soared soars soar soaring rallied rallies rally rallying advanced advances advancing increased increases
    increasing spiked spikes spiking rocketed rockets rocketing skyrocketed skyrockets skyrocketing popped pops popping bounced bounces
    bouncing rebounded rebounds rebounding recovered recovers recovering leapt leaped leaps leaping appreciated appreciates appreciating
    ticked edged inched strengthened strengthens strengthening grew grown grows growing zoomed vaulted exploded ballooned pumped
    outperformed shot shoots shooting clawed recouped regained
    """)
  static let downVerbs = KeywordSet(
    """
    fell fallen falls fall falling dropped drops drop dropping lost loses lose losing slid slides slide sliding slipped slips slip slipping sank
    sunk sinks sink sinking plunged plunges plunge plunging plummeted plummets plummet plummeting tumbled tumbles tumble tumbling shed sheds
    shedding declined declines decline declining decreased decreases decreasing crashed crashes crash crashing collapsed collapses
    collapse collapsing slumped slumps slump slumping dipped dips dip dipping retreated retreats retreating cratered craters cratering
    nosedived nosedives nosediving shrank shrunk shrinks shrinking weakened weakens weakening depreciated depreciates depreciating
    pared dived dove dives diving tanked tanks tanking eased eases easing skidded skids skidding sagged dumped corrected
    swooned
    """)
  static let swingVerbs = KeywordSet(
    "swung swings swing swinging fluctuated fluctuates fluctuate fluctuating moved moves move moving oscillated whipsawed gyrated seesawed")
  /// With "gave": "gave up 11 per cent", "giving back 5%".
  static let givingVerbs = KeywordSet("gave give gives giving given")
  static let givingParticles = KeywordSet("up back")
  static let downAdverbs = KeywordSet("down off")
  /// Particles that follow a verb whose direction they give or keep: "shot up 55%", "ticked down 1%", "edged lower 2%".
  static let upParticles = KeywordSet("up higher")
  static let downParticles = KeywordSet("down lower off")

  static let upNouns = KeywordSet(
    """
    rise gain gains jump surge rally increase climb advance spike bounce rebound recovery uptick upswing pump appreciation leap
    rises jumps rallies increases upside
    """)
  static let downNouns = KeywordSet(
    """
    drop decline fall plunge slump loss losses slide dip tumble correction crash pullback retreat decrease drawdown downturn
    sell-off selloff collapse nosedive drops declines falls dips setback depreciation
    """)
  static let swingNouns = KeywordSet("swing swings move moves fluctuation fluctuations")

  static let upAfter = KeywordSet("higher stronger up dearer")
  static let downAfter = KeywordSet("lower weaker down cheaper")
  /// "27% below its record": the words that must come after "below", "under", "off", "from".
  static let peaks = KeywordSet("high highs record peak ath top peaks")
  static let troughs = KeywordSet("low lows bottom trough")

  static let doubling: KeywordTable<(direction: Direction, basisPoints: Int)> = KeywordTable([
    ("halved halves halving", (.down, 5000)), ("doubled doubles doubling", (.up, 10000)),
    ("tripled triples tripling trebled", (.up, 20000)),
    ("quadrupled", (.up, 30000)),
  ])

  static func verb(_ key: UInt64) -> Direction? {
    if upVerbs.contains(key) { return .up }
    if downVerbs.contains(key) { return .down }
    if swingVerbs.contains(key) { return .swing }
    return nil
  }

  static func noun(_ key: UInt64) -> Direction? {
    if upNouns.contains(key) { return .up }
    if downNouns.contains(key) { return .down }
    if swingNouns.contains(key) { return .swing }
    return nil
  }

  /// What can stand between a verb of movement and its size: "fell by another 5%", "dropped sharply 8%".
  static let beforeSize = KeywordSet(
    "by another a an further additional extra additionally total combined cumulative only just mere whopping staggering massive stunning hefty modest solid full"
  )
  /// Verbs that link a subject to its place: "was trading 8.9% weaker", "ended the month 18.4% down".
  static let linkVerbs = KeywordSet(
    """
    is are was were be been being has have had having traded trading trades trade closed closing closes close ended ending ends finished
    finishing finishes opened opening opens stood stands standing settled settling stayed remained remains remain sat sits sitting
    hovered hovering changed changing quoted seen left finish end did does do
    """)
  static let adverbs = KeywordSet(
    """
    then also still now later already briefly even only just again once since ever further back almost nearly about last today yesterday
    overnight meanwhile however instead too quickly sharply roughly around hardly soon together each both all itself first more less than
    as much so far over at least initially overall alone
    """)
  static let timeNouns = KeywordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night day days week weeks weekend month months
    quarter year years hour hours minute minutes session today yesterday january february march april may june july august september
    october november december early late mid intraday weekly daily monthly second third fourth half period cent cents ago fortnight
    """)
  static let articles = KeywordSet("the a an this that these those its their his her")
  static let prepositions = KeywordSet(
    """
    in on at of for with from to by per over under after before during since through amid despite against into between within
    around across above below via like following toward towards among until versus without about near as
    """)
  static let conjunctions = KeywordSet("and but or then yet before after while whereas as when although though because so nor if")
  static let relatives = KeywordSet("which that who")

  /// A price, or what stands for it, as the head of a subject: "the price of bitcoin", "bitcoin's value".
  static let priceNouns = KeywordSet("price prices value values quote quotes valuation spot worth token coin coins tokens")
  /// The coin spoken of before: "the coin", "the largest cryptocurrency", "the asset".
  static let coinNouns = KeywordSet("coin token cryptocurrency asset crypto altcoin memecoin cryptoasset")
  static let pronouns = KeywordSet("it they")

  /// "investors who hold bitcoin", "Americans own bitcoin": the asset is an object.
  static let handlers = KeywordSet(
    """
    own owns owned owning hold holds held holding buy buys bought buying sell sells sold selling use uses used using accept accepts accepted accepting
    mine mined mines want wants wanted prefer prefers stake list lists listed listing
    """)
  /// "lifted bitcoin 2%": verbs with the asset as their object.
  static let lifters = KeywordSet("lifted lifting lifts boosted boosting boosts buoyed buoying propelled propelling")
  static let dampers = KeywordSet("dented depressed denting")
  /// "extended its decline to 12%", "pared losses to 2%".
  static let extenders = KeywordSet(
    "extended extending widened widening trimmed trimming pared paring narrowed narrowing deepened deepening took taking brought bringing")
  /// "erased gains of 4%": the move is gone.
  static let erasers = KeywordSet("erased erasing erase erases reversed reversing retraced retracing retrace unwound gave recouped wiped")
  /// "wiped 8% off bitcoin's price".
  static let takers = KeywordSet(
    "wiped wiping knocked knocking took taking takes shaved shaving lopped sliced stripped cut cutting chopped erased")

  /// What is no price: a subject with one of these as its head has nothing to do with the price.
  static let otherQuantities = KeywordSet(
    """
    volume volumes fee fees flow flows inflow inflows outflow outflows holding holdings share shares stock stocks dominance supply
    hashrate hash rate revenue revenues yield yields interest stake stakes staked staking reserve reserves balance balances fund funds etf
    etfs etp etps trust trusts miner miners mining difficulty transactions transaction users user addresses wallets wallet demand
    traders trader investors investor holders holder treasury treasuries company companies firm firms futures options option premium
    discount spread funding liquidations profit profits sales earnings income cost costs deposits withdrawals exposure correlation
    volatility trading activity network tvl locked liquidity probability odds chance chances poll respondents adoption payments
    donations thefts losses hacks positions position bets leverage turnover circulation issuance emissions searches mentions
    """)

  /// Before or around a move that has not happened.
  static let hypothetical = KeywordSet(
    """
    could would may might should can if unless forecast forecasts forecasting predict predicts predicted predicting prediction expects
    expect expected expecting target targets likely unlikely possible potential potentially risk risks probability chance odds scenario
    hypothetical suppose assuming assume assumes bet bets betting hopes hope typically usually average averages tends tend whenever
    will shall imagine warned warns warn warning implies imply implied implying pricing envisions projected projects projecting anticipates anticipate
    """)
}
