import DocumentReading
import RegulatoryModel
import Testing

@Suite struct BookTests {
  private let pages = [
    (name: "text/one.xhtml", page: "<html><head><title>x</title></head><body><h1>Chapter One</h1><p>How money moved.</p></body></html>"),
    (name: "text/two%20b.xhtml", page: "<html><body><h1>Chapter Two</h1><p>How it stopped.</p></body></html>"),
  ]

  @Test func chaptersStandInTheOrderOfTheSpine() throws {
    let reading = try readFile(
      OfficeFixture.book(
        chapters: pages,
        metadata:
          "<dc:title>Money &amp; Power</dc:title><dc:creator>Ann Other</dc:creator><dc:creator>Ben Second</dc:creator><dc:date>2024-03-01</dc:date><dc:language>en-GB</dc:language><dc:publisher>A House</dc:publisher>"
      ), as: "book.epub")
    let story = try #require(reading.stories.first)
    #expect(reading.format == .epub && reading.stories.count == 1 && reading.notes.isEmpty)
    #expect(story.text == "Money & Power\n\nChapter One\n\nHow money moved.\n\nChapter Two\n\nHow it stopped.")
    #expect(story.author == "Ann Other, Ben Second")
    #expect(story.source == "A House")
    #expect(story.language == "en")
    #expect(story.date == day("2024-03-01"))
  }

  @Test func theSpineDecidesWhatIsRead() throws {
    let bytes = OfficeFixture.book(
      chapters: pages, spine: ["<itemref idref=\"c1\"/>", "<itemref idref=\"c0\" linear=\"no\"/>", "<itemref idref=\"c1\"/>"])
    #expect(try read(bytes, as: "a.epub").stories.first?.body == "Chapter Two\n\nHow it stopped.")
  }

  @Test func aLockedBookSaysSoAndMaskedFontsLockNothing() throws {
    func data(_ method: String, _ path: String) -> String {
      "<enc:EncryptedData><enc:EncryptionMethod Algorithm=\"\(method)\"/><enc:CipherData><enc:CipherReference URI=\"\(path)\"/></enc:CipherData></enc:EncryptedData>"
    }
    let locked = OfficeFixture.book(
      chapters: pages, encryption: data("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/one.xhtml"))
    #expect(throws: ReadingError.notKnown("a book that is locked to one reader (DRM)")) { try read(locked, as: "a.epub") }
    let fonts = OfficeFixture.book(chapters: pages, encryption: data("http://www.idpf.org/2008/embedding", "OEBPS/font.otf"))
    #expect(try read(fonts, as: "a.epub").stories.count == 1)
  }

  @Test func aMissingChapterIsSaid() throws {
    let bytes = OfficeFixture.book(chapters: pages, spine: ["<itemref idref=\"c0\"/>", "<itemref idref=\"none\"/>"])
    #expect(try read(bytes, as: "a.epub").stories.count == 1)
    #expect(throws: ReadingError.self) { try read(ArchiveFixture.bytes([.init("a.xhtml", "<p>x</p>")]), as: "a.epub") }
  }
}
