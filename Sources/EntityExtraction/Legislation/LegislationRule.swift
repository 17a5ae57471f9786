import RegulatoryModel

/// The rules that find bills and their stages, each with what it says in words; the reader shows them under "why".
package enum LegislationRule: String, CaseIterable, Sendable {
  case number = "bill.number"
  case numberList = "bill.number-list"
  case knownName = "bill.known-name"
  case actName = "bill.act-name"
  case definedName = "bill.defined-name"
  case unnamed = "bill.unnamed"
  case official = "bill.official"
  case stageVerb = "stage.verb"
  case stageTally = "stage.tally"
  case stageHeading = "stage.heading"
  case stageCarried = "stage.carried"
  case stageInForce = "stage.in-force"
  case stageOfficial = "stage.official"

  package var id: RuleID { RuleID(rawValue) }

  /// One sentence for the person who asks why.
  package var sentence: String {
    switch self {
    case .number: "A bill’s number, with its chamber before it."
    case .numberList: "A further number of a list that began with a bill’s number."
    case .knownName: "A name, or nickname, of a bill that regwatch knows."
    case .actName: "Capitalised words that end in Act, Bill, Regulation, Directive, Ordinance or Law."
    case .definedName: "A short name that the story itself gives to the bill."
    case .unnamed: "The story tells of legislation by this sponsor and gives it neither number nor name."
    case .official: "The story is the bill’s own official file."
    case .stageVerb: "A verb says that the bill got there, in the same clause as its number or name."
    case .stageTally: "The votes of a chamber are given for the bill."
    case .stageHeading: "The heading, or the word that leads the item, says where its bills stand."
    case .stageCarried: "The clause speaks of “it” or “the bill”: the bill named just before."
    case .stageInForce: "The text says that the bill is law, or in force."
    case .stageOfficial: "The official bill status file gives the action."
    }
  }
}
