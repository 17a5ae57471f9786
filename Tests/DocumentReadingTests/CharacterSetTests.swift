import DocumentReading
import RegulatoryModel
import Testing

@Suite struct CharacterSetTests {
  /// Text of one byte a character.
  private static func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  private static func utf16(_ text: String, bigEndian: Bool = false, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  private static let french = "La Commission a publié un règlement. Les émetteurs de jetons doivent être agréés à Paris."

  @Test(
    arguments: [
      (Array(french.utf8), french, "UTF-8"),
      ([0xEF, 0xBB, 0xBF] + Array(french.utf8), french, "UTF-8 with a mark"),
      (utf16(french, mark: true), french, "UTF-16LE with a mark"),
      (utf16(french, bigEndian: true, mark: true), french, "UTF-16BE with a mark"),
      (utf16(french, mark: false), french, "UTF-16LE without a mark"),
      ([0xFF, 0xFE, 0, 0] + french.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }, french, "UTF-32LE"),
      (latin(french), french, "iso-8859-1"),
      (
        latin("The regulator said ") + [0x93] + latin("no") + [0x94] + latin(" to the firm") + [0x92] + latin("s plan for tokens."),
        "The regulator said “no” to the firm’s plan for tokens.", "windows-1252 quotes"
      ),
      (
        // Регулятор предупредил инвесторов о рисках криптовалюты. Центральный банк.
        [
          0xD0, 0xE5, 0xE3, 0xF3, 0xEB, 0xFF, 0xF2, 0xEE, 0xF0, 0x20, 0xEF, 0xF0, 0xE5, 0xE4, 0xF3, 0xEF, 0xF0, 0xE5, 0xE4, 0xE8, 0xEB,
          0x20, 0xE8, 0xED,
          0xE2, 0xE5, 0xF1, 0xF2, 0xEE, 0xF0, 0xEE, 0xE2, 0x20, 0xEE, 0x20, 0xF0, 0xE8, 0xF1, 0xEA, 0xE0, 0xF5, 0x20, 0xEA, 0xF0, 0xE8,
          0xEF, 0xF2, 0xEE,
          0xE2, 0xE0, 0xEB, 0xFE, 0xF2, 0xFB, 0x2E, 0x20, 0xD6, 0xE5, 0xED, 0xF2, 0xF0, 0xE0, 0xEB, 0xFC, 0xED, 0xFB, 0xE9, 0x20, 0xE1,
          0xE0, 0xED, 0xEA, 0x2E,
        ], "Регулятор предупредил инвесторов о рисках криптовалюты. Центральный банк.", "windows-1251"
      ),
      (
        // 金融庁は暗号資産の規制を見直す。日本銀行
        [
          0x8B, 0xE0, 0x97, 0x5A, 0x92, 0xA1, 0x82, 0xCD, 0x88, 0xC3, 0x8D, 0x86, 0x8E, 0x91, 0x8E, 0x59, 0x82, 0xCC, 0x8B, 0x4B, 0x90,
          0xA7, 0x82, 0xF0,
          0x8C, 0xA9, 0x92, 0xBC, 0x82, 0xB7, 0x81, 0x42, 0x93, 0xFA, 0x96, 0x7B, 0x8B, 0xE2, 0x8D, 0x73,
        ], "金融庁は暗号資産の規制を見直す。日本銀行", "Shift_JIS"
      ),
    ] as [([UInt8], String, String)])
  func everyUsualCharacterSetIsRead(bytes: [UInt8], expected: String, note: String) throws {
    let reading = try readBytes(bytes, as: "note.txt")
    #expect(reading.stories.first?.text == expected, Comment(rawValue: note))
  }

  @Test(arguments: ["<meta charset=\"iso-8859-1\">", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>"])
  func aPageSaysItsCharacterSet(meta: String) throws {
    let page = Self.latin(
      "<html><head>\(meta)<title>Règlement publié</title></head><body><p>Les émetteurs ont été agréés.</p></body></html>")
    let reading = try readBytes(page, as: "page.html")
    #expect(reading.stories.first?.title == "Règlement publié")
    #expect(reading.stories.first?.body == "Les émetteurs ont été agréés.")
  }

  @Test func aPageThatIsUTF8IsReadSoWhateverItSays() throws {
    let page = "<html><head><meta charset=iso-8859-1><title>Règlement</title></head><body><p>Été.</p></body></html>"
    #expect(try story(page, as: "page.html").text == "Règlement\n\nÉté.")
  }

  @Test func aWrongByteIsReplacedAndNoted() throws {
    let reading = try readBytes(Array("Règlement — émis à Paris, été ".utf8) + [0xFF] + Array(" fin".utf8), as: "note.txt")
    #expect(reading.stories.first?.text == "Règlement — émis à Paris, été \u{FFFD} fin")
    #expect(reading.notes.contains { $0.contains("1 byte") })
  }

  @Test func aGuessedCharacterSetIsNoted() throws {
    #expect(try readBytes(Self.latin(Self.french), as: "note.txt").notes == ["read as windows-1252, a guess: the file does not say"])
  }

  @Test(arguments: [
    ("one\r\ntwo\rthree", "one\n\ntwo\n\nthree"), ("a\u{202E}b\u{200B}c\u{FEFF}d", "abcd"),
    ("H.R.\u{A0}3633 and\u{202F}more", "H.R. 3633 and more"),
    ("red \u{1B}[31mtext", "red \u{FFFD}[31mtext"), ("zero\u{0}byte in a line of text", "zero\u{FFFD}byte in a line of text"),
  ])
  func nothingUnprintableGetsThrough(text: String, expected: String) throws {
    // Written as one paragraph each, so that lines do not run together.
    let lines = text.replacing("\r\n", with: "\n\n").replacing("\r", with: "\r\r")
    #expect(try story(lines.unicodeScalars.elementsEqual(text.unicodeScalars) ? text : lines).text == expected)
  }

  @Test func binaryDataIsRefused() {
    #expect(throws: ReadingError.binary(what: "binary data")) { try readBytes([UInt8](repeating: 0, count: 100), as: "a.txt") }
    var generator = SeededGenerator(seed: 1)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(throws: ReadingError.self) { try readBytes(noise, as: "a.txt") }
  }
}
