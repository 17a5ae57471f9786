import DocumentReading
import RegulatoryModel
import Testing

@Suite struct WordDocumentTests {
  private func only(_ bytes: [UInt8], as name: String = "letter.docx") throws -> Story {
    let reading = try readFile(bytes, as: name)
    #expect(reading.format == .docx)
    return try #require(reading.stories.first)
  }

  private let first = OfficeFixture.p("Agency proposes custody rule", style: "Title")

  @Test(arguments: [
    (
      OfficeFixture.p("One paragraph of text.") + OfficeFixture.p("Another &amp; more."), "One paragraph of text.\n\nAnother & more.",
      "paragraphs"
    ),
    (
      OfficeFixture.p("Scope", style: "Heading2") + OfficeFixture.p("Who it is for.", style: "ListBullet")
        + OfficeFixture.p("And for whom not.", style: "ListBullet"),
      "Scope\n\n- Who it is for.\n- And for whom not.", "headings and lists"
    ),
    (
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>An item.</w:t></w:r></w:p>",
      "- An item.",
      "a numbered paragraph"
    ),
    (
      "<w:tbl><w:tr><w:tc>\(OfficeFixture.p("Exchange"))</w:tc><w:tc>\(OfficeFixture.p("Fine"))</w:tc></w:tr><w:tr><w:tc>\(OfficeFixture.p("Kraken"))</w:tc><w:tc>\(OfficeFixture.p("$30 million"))</w:tc></w:tr></w:tbl>",
      "Exchange | Fine\nKraken | $30 million", "a table's rows are lines"
    ),
    (
      "<w:tbl><w:tr><w:tc>\(OfficeFixture.p("A layout of one cell."))\(OfficeFixture.p("With paragraphs."))</w:tc></w:tr></w:tbl>",
      "A layout of one cell.\n\nWith paragraphs.", "a table for layout"
    ),
    (
      "<w:p><w:r><w:t>It will </w:t></w:r><w:ins><w:r><w:t>now </w:t></w:r></w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom><w:r><w:t>apply.</w:t></w:r></w:p>",
      "It will now apply.", "tracked changes"
    ),
    (
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE \\@ \"d\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>5 May</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:hyperlink><w:r><w:t xml:space=\"preserve\"> on sec.gov</w:t></w:r></w:hyperlink></w:p>",
      "5 May on sec.gov", "a field's result, a link's text"
    ),
    (
      "<w:p><w:r><w:t>Shown.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> Shown too.</w:t></w:r></w:p>",
      "Shown. Shown too.", "hidden text"
    ),
    (
      "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>The mark is hidden, the text is not.</w:t></w:r></w:p>",
      "The mark is hidden, the text is not.", "a hidden paragraph mark"
    ),
    (
      "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>\(OfficeFixture.p("In a box."))</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>\(OfficeFixture.p("In a box."))</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>",
      "In a box.\n\nAround it.", "a text box, once"
    ),
    (
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t></w:r></w:p>",
      "A B\nC-D", "tabs, breaks, hyphens"
    ),
    (OfficeFixture.p("Scope ........ 3", style: "TOC1") + OfficeFixture.p("Text."), "Text.", "a table of contents"),
  ])
  func theTextIsThatOfThePrintedDocument(body: String, expected: String, note: String) throws {
    let story = try only(OfficeFixture.word(first + body))
    #expect(story.title == "Agency proposes custody rule", Comment(rawValue: note))
    #expect(story.body == expected, Comment(rawValue: note))
  }

  @Test func notesStandAtTheEndUnderTheirNumbers() throws {
    let story = try only(
      OfficeFixture.word(
        first
          + "<w:p><w:r><w:t>The rule</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t xml:space=\"preserve\"> applies.</w:t></w:r></w:p>",
        footnotes:
          "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"7\">\(OfficeFixture.p("See 17 CFR 240."))</w:footnote><w:footnote w:id=\"8\">\(OfficeFixture.p("Not pointed to."))</w:footnote>"
      ))
    #expect(story.body == "The rule[1] applies.\n\n[1] See 17 CFR 240.")
  }

  @Test func headersAndFootersAreLeftOut() throws {
    #expect(try !only(OfficeFixture.word(first + OfficeFixture.p("Text."))).text.contains("Letterhead"))
  }

  @Test func propertiesFillInWhatTheTextDoesNotSay() throws {
    let core =
      "<dc:title>Document1</dc:title><dc:creator>Ann Other</dc:creator><dcterms:created>2019-01-02T10:00:00Z</dcterms:created><dcterms:modified>2025-05-06T10:00:00Z</dcterms:modified>"
    let story = try only(
      OfficeFixture.word(first + OfficeFixture.p("The commission said that it would look at custody again."), core: core))
    #expect(story.author == "Ann Other")
    #expect(story.date == day("2025-05-06"))
    #expect(story.dateOrigin == .metadata)
    let dated = try only(
      OfficeFixture.word(first + OfficeFixture.p("July 17, 2025") + OfficeFixture.p("The commission said so."), core: core))
    #expect(dated.date == day("2025-07-17"), "a day in the text counts more")
    let account = try only(
      OfficeFixture.word(first, core: "<dc:creator>Administrator</dc:creator><dcterms:modified>2999-05-06T10:00:00Z</dcterms:modified>"))
    #expect(account.author == nil)
    #expect(account.dateOrigin == .fileTime)
  }

  @Test func aDocumentWithoutATitleIsReadAsPlainText() throws {
    let story = try only(
      OfficeFixture.word(
        OfficeFixture.p("SEC Charges Exchange With Fraud")
          + OfficeFixture.p("WASHINGTON, July 17, 2025 — The SEC charged an exchange on Thursday.")))
    #expect(story.title == "SEC Charges Exchange With Fraud")
    #expect(story.date == day("2025-07-17"))
  }

  @Test(arguments: ["a.docx", "a.docm", "a.dotx", "a.zip", "a.odt"])
  func contentCountsMoreThanTheName(name: String) throws {
    #expect(try only(OfficeFixture.word(first), as: name).title == "Agency proposes custody rule")
  }

  @Test func theDocumentsPartMayHaveAnotherName() throws {
    #expect(try only(OfficeFixture.word(first, part: "word/document2.xml")).title == "Agency proposes custody rule")
  }

  @Test func oldAndLockedFilesSaySo() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    let error = #expect(throws: ReadingError.self) { try read(old, as: "a.docx") }
    #expect(error?.reason == "this is an old Office document, or one with a password; save it as .docx without one")
    #expect(ReadingError.unsupported(extension: "doc").reason == "files of type .doc are not read; save it as .docx")
    let sheet = ArchiveFixture.bytes([.init("[Content_Types].xml", "<Types/>"), .init("xl/workbook.xml", "<x/>")])
    #expect(throws: ReadingError.notKnown("an Office file without a Word document in it")) { try read(sheet, as: "a.docx") }
  }

  @Test func whatIsBrokenIsReadAsFarAsItGoes() throws {
    let whole = OfficeFixture.word(first + (0..<400).map { OfficeFixture.p("Paragraph number \($0).") }.joined())
    for length in stride(from: 1, to: whole.count, by: 97) { _ = try? read(Array(whole.prefix(length)), as: "a.docx") }
    let broken = try read(OfficeFixture.word(first + OfficeFixture.p("Text.") + "<w:p><w:r><w:t>Cut off"), as: "a.docx")
    #expect(broken.stories.first?.body == "Text.\n\nCut off")
    #expect(broken.notes.count == 1)
  }

  @Test func aBombInADocumentStopsAtTheLimit() {
    let bytes = OfficeFixture.word(first + String(repeating: "<w:p/>", count: 3_000_000))
    #expect(throws: ReadingError.self) { try read(bytes, as: "a.docx") { $0.memberBytes = 8 << 20 } }
  }

  @Test func deepNestingAndOpenFieldsLoseLittle() throws {
    let field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + OfficeFixture.p("After an open field.")
    #expect(try only(OfficeFixture.word(first + field)).body == "After an open field.")
    let deep = OfficeFixture.p("Before.") + String(repeating: "<w:p><w:r><w:txbxContent>", count: 50_000)
    #expect(try only(OfficeFixture.word(first + deep)).body == "Before.")
  }
}
