/// What a word, number or mark may lead to: the first question of each rule, asked of a token, a sentence or a story in one step.
///
/// Every word is looked up once, when it is cut; a sentence that holds nothing that a rule begins with is then passed over.
struct WordRoles: OptionSet, Sendable {
  let rawValue: UInt32

  static let number = WordRoles(rawValue: 1 << 0)
  /// "one" to "hundred".
  static let countWord = WordRoles(rawValue: 1 << 1)
  /// A percent sign or word, or a fraction: no size of a move is without one.
  static let size = WordRoles(rawValue: 1 << 2)
  /// "half", and the articles that may stand for one: "a third".
  static let share = WordRoles(rawValue: 1 << 3)
  static let doubling = WordRoles(rawValue: 1 << 4)
  static let from = WordRoles(rawValue: 1 << 5)
  static let dollar = WordRoles(rawValue: 1 << 6)
  static let volatilityIndex = WordRoles(rawValue: 1 << 7)
  /// Makes a story one on crypto-assets for the price moves; for the names of bills.
  static let crypto = WordRoles(rawValue: 1 << 8)
  static let cryptoInNames = WordRoles(rawValue: 1 << 9)
  static let digital = WordRoles(rawValue: 1 << 10)
  /// "Act", "Bill", "Regulation".
  static let billHead = WordRoles(rawValue: 1 << 11)
  /// "bill", "legislation": may be one without a name.
  static let billNoun = WordRoles(rawValue: 1 << 12)
  /// May stand before a bill's number: "H.R.", "Res", "House Bill No."
  static let billLead = WordRoles(rawValue: 1 << 13)
  /// Ends in a digit, or in one capital after a digit: "HR3633", "S6486D".
  static let endsInDigit = WordRoles(rawValue: 1 << 14)
  static let personTitle = WordRoles(rawValue: 1 << 15)
  static let courtesyTitle = WordRoles(rawValue: 1 << 16)
  /// "R", "D" or "I".
  static let party = WordRoles(rawValue: 1 << 17)
  /// Begins a verb or phrase of a bill's progress.
  static let stage = WordRoles(rawValue: 1 << 18)
  static let chamber = WordRoles(rawValue: 1 << 19)
  /// A word without which no deadline is told.
  static let deadline = WordRoles(rawValue: 1 << 20)
  static let month = WordRoles(rawValue: 1 << 21)
  /// Speaks of bills.
  static let legislative = WordRoles(rawValue: 1 << 22)
  /// Begins "Public Law", "Pub. L." or "P.L.".
  static let publicLaw = WordRoles(rawValue: 1 << 23)
  static let congress = WordRoles(rawValue: 1 << 24)
  /// Stands in the words that begin a bill's own text: "Be it enacted by the Senate".
  static let ownText = WordRoles(rawValue: 1 << 25)
  /// The bar between the cells of a table.
  static let bar = WordRoles(rawValue: 1 << 26)
  /// A day on which an agency acted is told by one of these.
  static let dayLead = WordRoles(rawValue: 1 << 27)
  /// May be the line of a notice that tells whose it is: "AGENCY:".
  static let agencyLine = WordRoles(rawValue: 1 << 28)
  /// "Federal Register": a day of publication is told with it.
  static let register = WordRoles(rawValue: 1 << 29)
}

/// The words that have roles: one look-up a word.
struct WordRoleTable: Sendable {
  /// Open addressing in memory of its own, which is never given back: every word of every text is looked up, on every thread.
  struct Slots: @unchecked Sendable {
    // Unchecked: nobody writes once it is made.
    fileprivate let slots: UnsafeMutablePointer<(key: UInt64, roles: WordRoles)>
    fileprivate let mask: Int

    /// A bit for each slot of a larger table that a word would have: most words of a text are told by it to have no role, without
    /// a look into the slots, which are too many to stay in the nearest cache.
    fileprivate let bits: UnsafeMutablePointer<UInt64>
    fileprivate static let bitCount = 1 << 14

    fileprivate init(size: Int) {
      slots = .allocate(capacity: size)
      slots.initialize(repeating: (0, []), count: size)
      mask = size - 1
      bits = .allocate(capacity: Self.bitCount / 64)
      bits.initialize(repeating: 0, count: Self.bitCount / 64)
    }

    @inline(__always)
    private static func bit(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 40) & (bitCount - 1) }

    fileprivate func insert(_ key: UInt64, _ role: WordRoles) {
      bits[Self.bit(key) >> 6] |= 1 << UInt64(Self.bit(key) & 63)
      var slot = Int(truncatingIfNeeded: key) & mask
      while slots[slot].key != 0 && slots[slot].key != key { slot = (slot &+ 1) & mask }
      slots[slot].key = key
      slots[slot].roles.formUnion(role)
    }

    @inline(__always)
    subscript(key: UInt64) -> WordRoles {
      let bit = Self.bit(key)
      if bits[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return [] }
      var slot = Int(truncatingIfNeeded: key) & mask
      while true {
        let found = slots[slot]
        if found.key == key { return found.roles }
        if found.key == 0 { return [] }
        slot = (slot &+ 1) & mask
      }
    }
  }

  let slots: Slots
  /// Mark: its key, and what it may lead to.
  let marks: [(key: UInt64, roles: WordRoles)]

  static let shared = WordRoleTable([
    (.countWord, StoryWords.numberWords.allKeys), (.size, PercentScanner.signs.allKeys), (.share, PercentScanner.shares.allKeys),
    (.doubling, MoveWords.doubling.allKeys), (.from, [WordKey.of("from")]), (.dollar, [WordKey.of("$")]),
    (.volatilityIndex, AssetPlaces.indexes.allKeys), (.crypto, AssetPlaces.cryptoWords.allKeys),
    (.cryptoInNames, BillWords.cryptoInNames.allKeys), (.digital, BillWords.digital.allKeys), (.billHead, BillWords.heads.allKeys),
    (.billNoun, UnnamedBills.nouns.allKeys), (.billLead, BillNumberSpelling.leads.allKeys),
    (.personTitle, SponsorFinder.senateTitles.allKeys), (.personTitle, SponsorFinder.houseTitles.allKeys),
    (.personTitle, SponsorFinder.otherTitles.allKeys), (.courtesyTitle, SponsorFinder.courtesy.allKeys),
    (.party, SponsorFinder.parties.allKeys), (.stage, StageVerbs.starts), (.chamber, BillWords.chambersHouse.allKeys),
    (.chamber, BillWords.chambersSenate.allKeys), (.deadline, DeadlineSentence.needed.allKeys), (.month, DateWords.months.allKeys),
    (.legislative, BillWords.legislative.allKeys), (.publicLaw, PublicLaws.starts.allKeys),
    (.congress, [BillNumberScanner.congressWord]), (.ownText, StageReader.ownWords.allKeys), (.bar, [WordKey.of("|")]),
    (.dayLead, ActionDates.leads.allKeys), (.agencyLine, ActionFinder.agencyLine.allKeys),
    (.register, DeadlineFinder.register.allKeys),
  ])

  init(_ lists: [(WordRoles, [UInt64])]) {
    var size = 64
    while size < lists.reduce(0, { $0 + $1.1.count }) * 3 { size *= 2 }
    let slots = Slots(size: size)
    for (role, list) in lists { for key in list { slots.insert(key, role) } }
    self.slots = slots
    marks = (0...255).map { mark in
      let key = WordKey.adding(UInt64(mark), to: WordKey.seed)
      return (key, slots[key])
    }
  }
}
