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

/// A hash of 64 bits over a word's lower-case bytes: with some thousand words that rules look for, a collision is out of the question.
///
/// Eight bytes are taken in one step, so that most words cost one multiplication.
enum WordKey {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The key so far with up to eight more bytes, the first of them lowest.
  @inline(__always) static func adding(_ bytes: UInt64, to key: UInt64) -> UInt64 {
    let product = (key ^ bytes).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Takes bytes one by one.
  struct Maker {
    private var key = WordKey.seed
    private var bytes: UInt64 = 0
    private var shift: UInt64 = 0

    @inline(__always) mutating func add(_ byte: UInt8) {
      bytes |= UInt64(byte) << shift
      shift &+= 8
      if shift == 64 { flush() }
    }

    /// - Parameter count: how many of the bytes count; fewer than eight must be the last ones, or be followed by single bytes.
    @inline(__always) mutating func add(_ bytes: UInt64, count: Int) {
      self.bytes = bytes
      shift = UInt64(count) &* 8
      if count == 8 { flush() }
    }

    @inline(__always) private mutating func flush() {
      key = WordKey.adding(bytes, to: key)
      bytes = 0
      shift = 0
    }

    @inline(__always) var finished: UInt64 { shift == 0 ? key : WordKey.adding(bytes, to: key) }
  }

  /// The key of a word as `StoryWords` would give it.
  static func of(_ word: some StringProtocol) -> UInt64 {
    var maker = Maker()
    for byte in word.utf8 { maker.add(LetterBytes.folded(byte)) }
    return maker.finished
  }
}
