// The rows of the lexicon's tables. `Lexicon/README.md` says what each column means.

/// A name as a table lists it.
package struct Alias: Hashable, Sendable {
  package var text: String
  /// Written with a leading `?`: it counts only on evidence.
  package var isWeak: Bool
  /// Written with a leading `??`: a word of every day too, whose capital tells nothing where any word would have one.
  package var isEverydayWord = false
  /// A name that the thing no longer bears.
  package var isFormer: Bool
  package init(_ text: String, isWeak: Bool = false, isFormer: Bool = false) {
    self.text = text
    self.isWeak = isWeak
    self.isFormer = isFormer
  }

  /// Reads one entry of a list column.
  init(listed text: String, isFormer: Bool = false) {
    self.isFormer = isFormer
    isWeak = text.utf8.first == UInt8(ascii: "?")
    isEverydayWord = text.utf8.starts(with: "??".utf8)
    self.text = isWeak ? String(text.unicodeScalars.dropFirst(isEverydayWord ? 2 : 1)) : text
  }
}

/// Words that, near an ambiguous alias, speak for a thing or against it. Lower case.
package struct Cues: Hashable, Sendable {
  package var supporting: [String] = []
  package var opposing: [String] = []
  package init() {}

  init(listed: [String]) {
    for cue in listed where !cue.isEmpty {
      if cue.utf8.first == UInt8(ascii: "-") { opposing.append(String(cue.unicodeScalars.dropFirst())) } else { supporting.append(cue) }
    }
  }
}

/// A public body.
package struct AgencyRow: Sendable {
  package enum Role: String, CaseIterable, Sendable {
    case regulator, tax, court, legislature, other
    case centralBank = "central-bank"
    case financeMinistry = "finance-ministry"
    case lawEnforcement = "law-enforcement"
    case standardSetter = "standard-setter"
    case stateRegulator = "state-regulator"
    case attorneyGeneral = "attorney-general"
    case selfRegulator = "self-regulator"

    /// Whether a mention is reported; courts, legislatures and the like are known only so that they are not taken for something else.
    package var isReported: Bool {
      switch self {
      case .regulator, .tax, .centralBank, .financeMinistry, .lawEnforcement, .standardSetter, .stateRegulator, .attorneyGeneral: true
      case .court, .legislature, .selfRegulator, .other: false
      }
    }
  }

  package var id: String
  package var name: String
  package var country: String
  package var role: Role
  package var parent: String
  package var aliases: [Alias]
  package var cues: Cues
}

/// A venue on which crypto-assets are traded.
package struct ExchangeRow: Sendable {
  package enum VenueType: String, CaseIterable, Sendable { case spot, dex, derivatives, broker, lender, nft }
  package var id: String
  package var name: String
  package var type: VenueType
  package var country: String
  package var isDefunct: Bool
  package var aliases: [Alias]
  package var cues: Cues
  package var people: [String]
}

/// A crypto-asset, known by its ticker.
package struct AssetRow: Sendable {
  package var ticker: String
  package var name: String
  package var aliases: [Alias]
  package var cues: Cues
}

/// A member, sitting or former, of a legislature.
package struct LegislatorRow: Sendable {
  package var id: String
  package var name: String
  package var family: String
  /// `house`, `senate` or empty.
  package var chamber: String
  package var party: String
  package var state: String
  package var nicknames: [String]
  package var isCurrent: Bool
}

/// A bill or act that is known by a name.
package struct BillRow: Sendable {
  package var id: String
  package var number: String
  package var title: String
  package var aliases: [Alias]
  package var sponsor: String
  package var jurisdiction: String
  package var status: String
}

/// A country, its adjectives and its best known places.
package struct CountryRow: Sendable {
  /// ISO 3166, lower case.
  package var code: String
  package var name: String
  package var adjectives: [Alias]
  package var places: [Alias]
}

package enum LexiconKind: UInt8, CaseIterable, Sendable { case agency, exchange, asset, bill, legislator, country }

/// A row that an alias may mean.
package struct LexiconTarget: Hashable, Sendable {
  package var kind: LexiconKind
  package var isWeak: Bool
  package var isFormer: Bool
  package var isEverydayWord = false
  private var row: Int32
  /// The index of the row in its table.
  package var index: Int { Int(row) }
  package init(kind: LexiconKind, index: Int, isWeak: Bool = false, isFormer: Bool = false) {
    self.kind = kind
    row = Int32(truncatingIfNeeded: index)
    self.isWeak = isWeak
    self.isFormer = isFormer
  }
}

/// A place where the text bears a name of the lexicon, with every row it may mean.
package struct AliasHit: Hashable, Sendable {
  private var start: UInt32
  private var end: UInt32
  package var targets: [LexiconTarget]

  package init(span: Range<Int>, targets: [LexiconTarget]) {
    start = UInt32(truncatingIfNeeded: span.lowerBound)
    end = UInt32(truncatingIfNeeded: span.upperBound)
    self.targets = targets
  }

  /// UTF-8 byte offsets into the story's text.
  package var span: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
}
