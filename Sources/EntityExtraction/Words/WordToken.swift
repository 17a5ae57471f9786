/// One word, number or mark of a story, with what rules ask of it most often.
struct WordToken: Sendable {
  enum Kind: UInt8, Sendable { case word, number, mark }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// The first letter is a capital.
    static let capitalised = Traits(rawValue: 1)
    /// Two letters or more, all of them capitals.
    static let allCapitals = Traits(rawValue: 2)
    /// An acronym with dots: `U.S.`, `H.R.`
    static let dotted = Traits(rawValue: 4)
    static let followsSpace = Traits(rawValue: 8)
    static let beginsLine = Traits(rawValue: 16)
    static let beginsParagraph = Traits(rawValue: 32)
    /// Stands in a Markdown heading.
    static let heading = Traits(rawValue: 128)
  }

  /// UTF-8 byte offsets into the story's text.
  var start: Int32
  var end: Int32
  var kind: Kind
  /// The ASCII character of a mark, with typographic ones made plain; `WordToken.longDash` for a dash; 0 for words and numbers.
  var mark: UInt8
  var traits: Traits
  var roles: WordRoles = []
  /// Equal keys mean equal words, whatever their capitals and the dots inside an acronym.
  var key: UInt64

  var span: Range<Int> { Int(start)..<Int(end) }
  var isCapitalised: Bool { traits.contains(.capitalised) }
  var isAllCapitals: Bool { traits.contains(.allCapitals) }
  var isDotted: Bool { traits.contains(.dotted) }
  var followsSpace: Bool { traits.contains(.followsSpace) }
  var isWord: Bool { kind == .word }
  var isNumber: Bool { kind == .number }

  func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark && mark == UInt8(truncatingIfNeeded: character.value) }

  /// The mark of a dash between clauses.
  static let longDash: UInt8 = 1
  /// The mark of any other symbol outside ASCII.
  static let otherSymbol: UInt8 = 2
}

/// FNV-1a over lower-case letters: fast, and with some thousand words of 64 bits a collision is out of the question.
enum WordKey {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  @inline(__always) static func adding(_ byte: UInt8, to key: UInt64) -> UInt64 { (key ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// The key of a word as `StoryWords` would give it.
  static func of(_ word: some StringProtocol) -> UInt64 {
    var key = seed
    for byte in word.utf8 { key = adding(LetterBytes.folded(byte), to: key) }
    return key
  }
}
