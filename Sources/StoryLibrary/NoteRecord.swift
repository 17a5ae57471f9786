import RegulatoryModel

/// A volatility note in 56 bytes without references, so that a chunk's notes are one block of memory.
struct NoteRecord: Equatable, Sendable, BitwiseCopyable {
  /// Terms: ticker, its name, the window (`none` for nil), the rule.
  var asset: UInt32
  var name: UInt32
  var window: UInt32
  var rule: UInt32
  var basisPoints: Int32
  /// In days since 1970; `noDay` for nil.
  var date: Int32
  var lower: UInt32
  var upper: UInt32
  /// Direction in the lowest byte, bound in the next.
  var form: UInt32
  private var unused: UInt32 = 0
  /// Bit patterns; not a number for nil.
  var fromPrice: UInt64
  var toPrice: UInt64

  static let none = UInt32.max
  static let noDay = Int32.min

  init(_ note: VolatilityNote, terms: inout TermTable) {
    asset = terms.add(Term(.word, note.asset))
    name = terms.add(Term(.word, note.name))
    window = note.window.map { terms.add(Term(.word, $0)) } ?? Self.none
    rule = terms.add(Term(.word, note.rule.rawValue))
    basisPoints = Int32(clamping: note.basisPoints)
    date = note.date?.daysSinceEpoch ?? Self.noDay
    lower = UInt32(clamping: note.span.lowerBound)
    upper = UInt32(clamping: note.span.upperBound)
    form = Self.code(note.direction) | Self.code(note.bound) << 8
    fromPrice = (note.fromPrice ?? .nan).bitPattern
    toPrice = (note.toPrice ?? .nan).bitPattern
  }

  /// Positive for a rise or a swing.
  var signedBasisPoints: Int { form & 0xFF == Self.code(.down) ? -Int(basisPoints) : Int(basisPoints) }

  /// The note in words again.
  func note(terms: TermTable) -> VolatilityNote {
    func price(_ bits: UInt64) -> Double? {
      let value = Double(bitPattern: bits)
      return value.isNaN ? nil : value
    }
    return VolatilityNote(
      asset: terms.text(asset), name: terms.text(name), direction: Self.direction(form & 0xFF), basisPoints: Int(basisPoints),
      bound: Self.bound(form >> 8 & 0xFF), window: window == Self.none ? nil : terms.text(window),
      date: date == Self.noDay ? nil : CalendarDay(daysSinceEpoch: date), fromPrice: price(fromPrice), toPrice: price(toPrice),
      span: Int(lower)..<Int(max(lower, upper)), rule: RuleID(terms.text(rule)))
  }

  private static func code(_ direction: VolatilityNote.Direction) -> UInt32 {
    switch direction {
    case .up: 0
    case .down: 1
    case .swing: 2
    }
  }

  private static func direction(_ code: UInt32) -> VolatilityNote.Direction { code == 0 ? .up : code == 1 ? .down : .swing }

  private static func code(_ bound: VolatilityNote.Bound) -> UInt32 {
    switch bound {
    case .exact: 0
    case .atLeast: 1
    case .atMost: 2
    case .about: 3
    }
  }

  private static func bound(_ code: UInt32) -> VolatilityNote.Bound {
    switch code {
    case 1: .atLeast
    case 2: .atMost
    case 3: .about
    default: .exact
    }
  }
}
