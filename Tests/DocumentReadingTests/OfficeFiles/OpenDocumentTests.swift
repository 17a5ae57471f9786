import DocumentReading
import RegulatoryModel
import Testing

@Suite struct OpenDocumentTests {
  private func only(_ bytes: [UInt8], as name: String = "letter.odt") throws -> Story {
    let reading = try readFile(bytes, as: name)
    #expect(reading.format == .odt)
    return try #require(reading.stories.first)
  }

  private let first = "<text:h text:outline-level=\"1\">Agency proposes custody rule</text:h>"

  @Test(arguments: [
    (
      "<text:p>One <text:span>paragraph</text:span>.</text:p><text:p>Another<text:line-break/>line.</text:p>",
      "One paragraph.\n\nAnother\nline.", "paragraphs"
    ),
    (
      "<text:list><text:list-item><text:p>One.</text:p></text:list-item><text:list-item><text:p>Two.</text:p></text:list-item></text:list>",
      "- One.\n- Two.", "a list"
    ),
    (
      "<table:table><table:table-row><table:table-cell><text:p>Kraken</text:p></table:table-cell><table:table-cell><text:p>$30 million</text:p></table:table-cell></table:table-row></table:table>",
      "Kraken | $30 million", "a table"
    ),
    (
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Kept.</text:p>",
      "Kept.", "deletions"
    ),
    (
      "<text:p>The rule<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See 17 CFR.</text:p></text:note-body></text:note> applies.</text:p>",
      "The rule[1] applies.\n\n[1] See 17 CFR.", "a footnote"
    ),
    (
      "<text:p>Text<office:annotation><dc:creator>X</dc:creator><text:p>A comment.</text:p></office:annotation> goes<text:s text:c=\"3\"/>on.</text:p>",
      "Text goes on.", "a comment"
    ),
    (
      "<text:p><draw:frame><svg:title>Picture</svg:title><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>Around it.</text:p>",
      "In a box.\n\nAround it.", "a text box"
    ),
    ("<text:table-of-content><text:p>Scope 3</text:p></text:table-of-content><text:p>Text.</text:p>", "Text.", "a table of contents"),
    (
      "<text:p>Shown.<text:span text:style-name=\"T9\">Hidden.</text:span></text:p><text:section text:display=\"none\"><text:p>Hidden.</text:p></text:section>",
      "Shown.", "hidden text"
    ),
  ])
  func theTextIsThatOfThePrintedDocument(body: String, expected: String, note: String) throws {
    let styles = "<style:style style:name=\"T9\"><style:text-properties text:display=\"none\"/></style:style>"
    let story = try only(OfficeFixture.openDocument(first + body, styles: styles))
    #expect(story.title == "Agency proposes custody rule", Comment(rawValue: note))
    #expect(story.body == expected, Comment(rawValue: note))
  }

  @Test func propertiesFillInWhatTheTextDoesNotSay() throws {
    let meta =
      "<meta:initial-creator>Ann Other</meta:initial-creator><dc:creator>Someone Else</dc:creator><meta:creation-date>2019-01-02T10:00:00</meta:creation-date><dc:date>2025-05-06T10:00:00</dc:date>"
    for (bytes, name) in [(OfficeFixture.openDocument(first, meta: meta), "a.odt"), (OfficeFixture.flat(first, meta: meta), "a.fodt")] {
      let story = try only(bytes, as: name)
      #expect(story.author == "Ann Other")
      #expect(story.date == day("2025-05-06"))
      #expect(story.text == "Agency proposes custody rule", "and nothing of the page's header")
    }
  }

  @Test func lockedFilesAndSheetsSaySo() {
    let locked = OfficeFixture.openDocument("", manifest: "<manifest:encryption-data/>")
    #expect(throws: ReadingError.notKnown("an encrypted OpenDocument file; save it without a password")) { try read(locked, as: "a.odt") }
    #expect(throws: ReadingError.self) { try read(OfficeFixture.openDocument(""), as: "a.odt") }
  }

  @Test func textNamedAsADocumentIsText() throws {
    #expect(try read(Array("A plain text\n\nIn a file with the wrong name.".utf8), as: "a.odt").format == .plainText)
  }
}
