import RegulatoryModel

/// A name of a thing that the user gave.
struct UserNameKey: Hashable, Sendable {
  var key: EntityKey
  var name: NameKey
}

extension LexiconTables {
  /// Remembers where the user gave which name, for those who ask why.
  mutating func noteNames(of entry: UserEntry, from origin: LexiconOrigin) {
    guard let kind = entry.kind.entityKind else { return }
    let key = EntityKey(kind, entry.id)
    for name in entry.aliases.map(\.text) + [entry["name"], entry["title"]].compactMap(\.self) {
      userNames[UserNameKey(key: key, name: NameKey(name))] = origin
    }
  }
}

extension UserEntry.Kind {
  var entityKind: EntityKind? {
    switch self {
    case .exchange: .exchange
    case .agency: .agency
    case .asset: .asset
    case .bill: .bill
    case .person, .deny: nil
    }
  }
}

extension Lexicon {
  /// The user's line that made this name mean that thing; nil where the built-in tables did.
  package func origin(of name: String, as key: EntityKey) -> LexiconOrigin? {
    userNames.isEmpty ? nil : userNames[UserNameKey(key: key, name: NameKey(name))]
  }

  /// Tells the tables compiled in from those of another version: what was extracted with those is extracted anew.
  package static let builtInDigest: UInt64 = LexiconTables.embeddedDigest
}

/// The hash function FNV-1a, of 64 bits: the same in every process, which Swift's own is not.
enum FNV {
  static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
