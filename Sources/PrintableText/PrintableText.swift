import Glibc

/// Makes any text safe to print on a terminal.
package enum PrintableText {
  /// The same text without anything that a terminal could obey or that hides what it says.
  ///
  /// C0, DEL and C1 controls become `U+FFFD`; bidirectional controls, zero-width characters, BOM, variation
  /// selectors, tags, soft hyphens and other default-ignorables are dropped, and skin tones, which terminals don't agree to draw
  /// into the emoji before them. Newline and tab stay where `lines` is true, else become a space; CR LF is a newline.
  /// Returns the argument itself, without a copy, where it is safe already.
  package static func safe(_ text: String, lines: Bool = false) -> String {
    isSafe(text, lines: lines) ? text : cleaned(text, lines: lines)
  }

  /// Whether `safe` would return the text as it is.
  package static func isSafe(_ text: String, lines: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { isSafe(utf8: $0, lines: lines) }
  }

  /// As `isSafe` of the string that these bytes are.
  package static func isSafe(utf8 bytes: UnsafeBufferPointer<UInt8>, lines: Bool = false) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F {
        guard lines, byte == 0x0A || byte == 0x09 else { return false }
      } else if byte >= 0xC2, isSuspicious(bytes, at: index) {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether the scalar that begins here may need attention; may say yes too often, never too seldom.
  private static func isSuspicious(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0xC2: return next < 0xA0 || next == 0xAD  // C1, soft hyphen
    case 0xCD: return next == 0x8F  // combining grapheme joiner
    case 0xD8: return next == 0x9C  // Arabic letter mark
    case 0xE1: return next == 0x85 || next == 0x9E || next == 0xA0  // Hangul fillers, Khmer vowels, Mongolian selectors
    case 0xE2:
      guard next == 0x80 || next == 0x81, index + 2 < bytes.count else { return false }
      let last = bytes[index + 2]
      return next == 0x81 ? last >= 0xA0 : (0x8B...0x8F).contains(last) || (0xA8...0xAE).contains(last)
    case 0xE3: return next == 0x85
    case 0xEE: return true  // private use
    case 0xEF: return next >= 0xB7 || next < 0xA4  // selectors, BOM, fillers, specials, private use
    case 0xF0:
      if next == 0x9F { return index + 2 < bytes.count && bytes[index + 2] == 0x8F }  // skin tones
      return next == 0x9B || next == 0x9D  // shorthand and musical controls
    case 0xF3, 0xF4: return true  // tags, selectors, private use
    default: return false
    }
  }

  private static func cleaned(_ text: String, lines: Bool) -> String {
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar.value {
      case 0x0D where scalars[scalars.index(after: index)...].first == "\n": continue
      case 0x0A, 0x09: result.append(lines ? scalar : " ")
      case 0x00...0x1F, 0x7F...0x9F: result.append("\u{FFFD}")
      case 0x2028, 0x2029: result.append(lines ? "\n" : " ")
      case _ where isDropped(scalar): continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Characters that show nothing and change how others are read: https://www.unicode.org/reports/tr36/, default ignorables.
  package static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164,
      0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0x1F3FB...0x1F3FF,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
