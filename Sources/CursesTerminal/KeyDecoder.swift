import PrintableText
import TerminalCanvas

/// One thing that curses reads.
enum CursesInput: Equatable {
  /// A `KEY_…` number.
  case code(Int32)
  case scalar(UInt32)
}

/// What the user did, before the mouse is given its cells.
enum DecodedInput: Equatable {
  case key(Key)
  case paste(String)
  /// Curses has a mouse event waiting.
  case cursesMouse
  case sgrMouse(EscapeSequence.SGRMouse)
  /// Nothing to tell: resize codes, replies, unknown sequences.
  case nothing
}

/// Puts together what arrives in pieces: Alt keys, sequences that curses doesn't know, bracketed paste.
struct KeyDecoder {
  /// Of a paste; what comes beyond is read and dropped.
  static let maximumPasteBytes = 64 * 1024
  private static let maximumSequence = 64

  /// Reads the next; where `isExpected`, waits a moment for it. Nil where nothing comes.
  let next: (_ isExpected: Bool) -> CursesInput?
  let keyName: (Int32) -> String?
  let mouseCode: Int32
  let resizeCode: Int32

  /// One input; nil where there is none.
  func decode() -> DecodedInput? {
    switch next(false) {
    case nil: nil
    case .code(let code)?: decode(code: code)
    case .scalar(0x1B)?: decodeAfterEscape()
    case .scalar(let value)?: Self.key(value).map { .key($0) } ?? .nothing
    }
  }

  private func decode(code: Int32) -> DecodedInput {
    if code == mouseCode { return .cursesMouse }
    if code == resizeCode { return .nothing }
    return CursesKey.key(code: code, name: keyName(code)).map { .key($0) } ?? .nothing
  }

  /// Escape was pressed alone, or it begins something: curses has waited before it gave it to us, so the rest is here.
  private func decodeAfterEscape() -> DecodedInput {
    switch next(false) {
    case nil: return .key(.escape)
    case .code(let code)?: return decode(code: code)
    case .scalar(let value)? where value == 0x5B: return decodeSequence()
    case .scalar(let value)? where value == 0x4F:
      guard let following = next(false) else { return .key(.alt("O")) }
      guard case .scalar(let letter) = following, let scalar = Unicode.Scalar(letter) else { return .nothing }
      return Self.decoded(.ss3(Character(scalar)))
    case .scalar(0x1B)?: return .key(.escape)
    case .scalar(let value)?:
      guard let key = Self.key(value) else { return .nothing }
      if case .character(let character) = key { return .key(.alt(character)) }
      return .key(key)
    }
  }

  /// Reads up to the final byte of `ESC [ …`.
  private func decodeSequence() -> DecodedInput {
    guard let first = next(false) else { return .key(.alt("[")) }
    var body = ""
    var piece: CursesInput? = first
    while case .scalar(let value)? = piece, let scalar = Unicode.Scalar(value), (0x20...0x7E).contains(value) {
      body.unicodeScalars.append(scalar)
      let isIntroducer = body.utf8.count == 1 && value == 0x5B
      if value >= 0x40, !isIntroducer {
        let sequence = EscapeSequence.csi(body)
        return sequence == .pasteStart ? .paste(readPaste()) : Self.decoded(sequence)
      }
      if body.utf8.count >= Self.maximumSequence { return .nothing }
      piece = next(true)
    }
    return .nothing
  }

  private static func decoded(_ sequence: EscapeSequence) -> DecodedInput {
    switch sequence {
    case .key(let key): .key(key)
    case .mouse(let report): .sgrMouse(report)
    case .pasteStart, .ignored: .nothing
    }
  }

  /// Reads to `ESC [ 201 ~`, or to the end of what arrives.
  private func readPaste() -> String {
    var text = String.UnicodeScalarView()
    var size = 0
    let end: [UInt32] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var matched = 0
    func keep(_ value: UInt32) {
      guard size < Self.maximumPasteBytes, let scalar = Unicode.Scalar(value) else { return }
      size += UTF8.width(scalar)
      if size <= Self.maximumPasteBytes { text.append(scalar) }
    }
    while let piece = next(true) {
      guard case .scalar(let value) = piece else { continue }
      if value == end[matched] {
        matched += 1
        if matched == end.count { break }
        continue
      }
      for held in end[..<matched] { keep(held) }
      matched = value == end[0] ? 1 : 0
      if matched == 0 { keep(value) }
    }
    return Self.safePaste(String(text))
  }

  /// Terminals send a line end of a paste as a carriage return.
  static func safePaste(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        scalars.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        scalars.append(scalar)
      }
      previous = scalar
    }
    return PrintableText.safe(String(scalars), lines: true)
  }

  private static func key(_ value: UInt32) -> Key? {
    Unicode.Scalar(value).flatMap { Key.typed(Character($0)) }
  }
}
