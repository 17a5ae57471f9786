/// What single UTF-8 bytes and short sequences are, for code that reads text byte by byte.
package enum LetterBytes {
  @inline(__always) package static func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
  @inline(__always) package static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
  @inline(__always) package static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  @inline(__always) package static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
  @inline(__always) package static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 || byte == 13 }
  /// A byte of an ASCII word: letter or digit. An underscore may be Markdown's emphasis, so it is none.
  @inline(__always) package static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  /// ASCII capitals to small letters; every other byte as it is.
  @inline(__always) package static func folded(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// Whether a sequence with this lead byte is a letter of a script that is written with spaces between words.
  ///
  /// Latin, Greek, Cyrillic, Hebrew and Arabic are; punctuation, emoji and Chinese are not, so that a name that stands
  /// between Chinese characters is a word by itself.
  @inline(__always) package static func leadsLetter(_ lead: UInt8) -> Bool { (lead >= 0xC3 && lead <= 0xDF) || lead == 0xE1 }
}
