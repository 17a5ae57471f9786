import DocumentReading
import RegulatoryModel
import Testing

// What the tests of this folder share: reading bytes under a name, and a seeded generator.

/// The day on which test files are taken to have been changed last.
let testDay = CalendarDay(daysSinceEpoch: 20_454)  // 2026-01-01

func readBytes(_ bytes: [UInt8], as name: String) throws(ReadingError) -> Reading {
  try DocumentReader().read(bytes, path: DocumentPath("inbox/\(name)"), modified: testDay)
}

/// The only story in a text.
func story(_ text: String, as name: String = "story.txt") throws -> Story {
  let reading = try readBytes(Array(text.utf8), as: name)
  return try #require(reading.stories.first)
}

func day(_ iso: String) -> CalendarDay? { CalendarDay(iso: iso) }

/// Whether nothing in the text can steer a terminal or hide what it says: written anew here, as a check on the program's own rule.
func isPrintable(_ text: String, lines: Bool = false) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0x0A, 0x09: lines
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
      false
    default: true
    }
  }
}

extension Story {
  /// The text after the title.
  var body: String { String(decoding: Array(text.utf8)[bodyStart...], as: UTF8.self) }
}

/// SplitMix64: the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
