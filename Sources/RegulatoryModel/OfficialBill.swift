/// What an official file says of the one bill it is about: nothing of it has to be guessed from words.
package struct OfficialBill: Sendable, Equatable {
  /// A step that the file records, and the line of the story's text that says so.
  package struct Step: Sendable, Hashable {
    package var stage: BillStage
    /// Nil where the file gives no day.
    package var date: CalendarDay?
    package var span: Range<Int>
    package init(stage: BillStage, date: CalendarDay?, span: Range<Int>) {
      self.stage = stage
      self.date = date
      self.span = span
    }
  }

  /// `us/119/hr/3633`.
  package var id: String
  /// In the printed form, `H.R. 3633`.
  package var number: String
  /// The short title, else the official one.
  package var title: String?
  /// Its other short and popular titles, and the number of the law it became.
  package var aliases: [String]
  /// Titles of parts of the bill: names in its text that are no bills of their own.
  package var partTitles: [String]
  /// "J. French Hill".
  package var sponsor: String?
  /// The sponsor's number in the Biographical Directory of Congress: "H001072".
  package var sponsorID: String?
  /// `us`.
  package var jurisdiction: String
  /// In the order of the days.
  package var steps: [Step]
  /// Where the text names the bill.
  package var mentions: [Range<Int>]
  /// Parts of the text where other bills are named that the story isn't about: actions, related bills.
  package var asides: [Range<Int>]

  package init(
    id: String, number: String, title: String? = nil, aliases: [String] = [], partTitles: [String] = [], sponsor: String? = nil,
    sponsorID: String? = nil, jurisdiction: String = "us", steps: [Step] = [], mentions: [Range<Int>] = [], asides: [Range<Int>] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.aliases = aliases
    self.partTitles = partTitles
    self.sponsor = sponsor
    self.sponsorID = sponsorID
    self.jurisdiction = jurisdiction
    self.steps = steps
    self.mentions = mentions
    self.asides = asides
  }

  /// Whether it is no law: what its text sets days for binds nobody yet.
  package var isPending: Bool { !steps.contains { $0.stage == .enacted } }

  /// The same with every span moved: a reader of documents counts from where the text goes on after the title.
  package func shifted(by offset: Int) -> OfficialBill {
    func moved(_ span: Range<Int>) -> Range<Int> { span.lowerBound + offset..<span.upperBound + offset }
    var bill = self
    for index in bill.steps.indices { bill.steps[index].span = moved(steps[index].span) }
    bill.mentions = mentions.map(moved)
    bill.asides = asides.map(moved)
    return bill
  }
}

extension RuleID {
  /// The rule of a bill's own official file.
  package static let officialBill = RuleID("bill.official")
  /// The rule of a step that the bill's own official file records; it outweighs what any other story tells.
  package static let officialStage = RuleID("stage.official")
}
