import Glibc
import RegulatoryModel
import Testing

@testable import DocumentReading

/// Documents that become more than they are, or hold more than is wanted: each is bounded, and says so.
@Suite struct LargeDocumentTests {
  private func reading(_ bytes: [UInt8], as name: String, textBytes: Int) throws -> Reading {
    try DocumentReader(limits: .with { $0.textBytes = textBytes }).read(bytes, path: DocumentPath(name), modified: testDay)
  }

  /// Bytes of a Russian text in KOI8-R: half as many as in UTF-8.
  private static func russian(_ count: Int) throws -> [UInt8] {
    let text = Array("Центральный банк предупредил инвесторов о рисках криптовалюты. ".utf8).map { CChar(bitPattern: $0) }
    let converter = try #require(iconv_open("KOI8-R", "UTF-8"))
    defer { iconv_close(converter) }
    var source = text
    var result = [CChar](repeating: 0, count: text.count)
    var (left, room) = (source.count, result.count)
    source.withUnsafeMutableBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        _ = iconv(converter, &from, &left, &to, &room)
      }
    }
    let sentence = result.dropLast(room).map { UInt8(bitPattern: $0) }
    return (0..<(count / sentence.count)).flatMap { _ in sentence }
  }

  @Test func aTextThatGrowsWhenItIsDecodedIsReadUpToTheLimit() throws {
    let limit = 100_000
    let bytes = try Self.russian(limit - 1000)
    let reading = try reading(bytes, as: "a.txt", textBytes: limit)
    let text = try #require(reading.stories.first).text
    #expect(text.utf8.count <= limit && text.utf8.count > limit - 1000)
    #expect(!text.contains("\u{FFFD}"))
    #expect(reading.notes.contains { $0.hasSuffix("of its text are read (limit “file_mb”)") })
    #expect(try self.reading(bytes, as: "a.txt", textBytes: 2 * limit).notes == ["read as KOI8-R, a guess: the file does not say"])
  }

  @Test(arguments: ["windows-1252", "ISO-8859-15"])
  func aLineEndIsOneWhereverThePiecesOfAConversionEnd(name: String) throws {
    for length in 32_750..<32_780 {
      var bytes = [UInt8](repeating: 0x61, count: length)
      for _ in 0..<4 { bytes += Array("\r\ncaf".utf8) + [0xE9] }
      let text = try #require(bytes.withUnsafeBufferPointer { CharacterSetConversion.clean($0, from: name) })
      #expect(text.bytes == [UInt8](repeating: 0x61, count: length) + Array("\ncafé\ncafé\ncafé\ncafé".utf8), "\(length)")
    }
  }

  @Test func charactersEncodedTwiceAreMendedByTheThousand() throws {
    let sentence = "The agencyâ€™s order costs the firm millions â€“ and the office closes. "
    let reading = try readBytes(Array(String(repeating: sentence, count: 5000).utf8), as: "a.txt")
    #expect(reading.notes == ["10000 characters were encoded twice, and shown as meant"])
    #expect(reading.stories.first?.text.contains("â€") == false)
  }

  @Test func aCommentOfMegabytesHidesNothingBehindIt() throws {
    let page =
      "<html><body><p>The SEC charged the exchange on Monday.</p><!--" + String(repeating: "secret -> ", count: 400_000)
      + "--><p>Kraken denied it.</p></body></html>"
    let text = try #require(try readBytes(Array(page.utf8), as: "a.html").stories.first).text
    #expect(text.contains("The SEC charged") && text.contains("Kraken denied"))
    #expect(!text.contains("secret"))
  }

  @Test func whatIsOfADocumentWithoutTextIsSaidWhereItIsKnown() throws {
    let page = "<html><body>" + String(repeating: "<b></b>", count: 3000)
    let reader = DocumentReader(limits: .with { $0.pageNodes = 1000 })
    let error = #expect(throws: ReadingError.self) { try reader.read(Array(page.utf8), path: DocumentPath("a.html"), modified: testDay) }
    #expect(
      error?.reason
        == "this is a document without text that can be read: the page is too large or too badly formed: only its first part was read (limit “page_nodes”)"
    )
  }
}
