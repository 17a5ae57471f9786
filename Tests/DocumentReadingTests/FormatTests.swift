import DocumentReading
import RegulatoryModel
import Testing

@Suite struct FormatTests {
  @Test(arguments: [
    ("a.txt", DocumentFormat.plainText), ("a.text", .plainText), ("README", .plainText), ("a.MD", .markdown), ("a.markdown", .markdown),
    ("a.htm", .html),
    ("a.xhtml", .html), ("a.html", .html), ("a.mhtml", .html), ("A.MHT", .html),
  ])
  func theExtensionNamesTheFormat(name: String, expected: DocumentFormat) throws {
    #expect(DocumentFormat(claimedBy: DocumentPath(name)) == expected)
  }

  @Test func noTwoFormatsShareAnExtension() {
    let all = DocumentFormat.allCases.flatMap(\.extensions)
    #expect(Set(all).count == all.count)
    #expect(DocumentFormat.allCases.allSatisfy { !$0.name.isEmpty && !$0.summary.isEmpty && !$0.extensions.isEmpty })
  }

  @Test(arguments: [
    ("<!DOCTYPE html><html><body><p>Saved page.</p></body></html>", "page.txt", DocumentFormat.html, "a page saved as .txt"),
    (
      "<?xml version=\"1.0\"?>\n<!-- x -->\n<html><body><p>Saved page.</p></body></html>", "page", .html,
      "with a declaration and a comment before it"
    ),
    ("\u{FEFF}<html><body><p>Saved page.</p></body></html>", "page.md", .html, "with a byte order mark"),
    ("Five < six, said the SEC.", "note.txt", .plainText, "an angle bracket makes no page"),
    ("Just text\nin two lines", "note.html", .plainText, "a page without a tag is text"),
  ])
  func contentBeatsTheExtensionWhereItIsPlain(text: String, name: String, expected: DocumentFormat, note: String) throws {
    #expect(try readBytes(Array(text.utf8), as: name).format == expected, Comment(rawValue: note))
  }

  @Test(arguments: [
    ("%PDF-1.7 and so on", "filing.html", "a PDF file named .html"),
    ("PK\u{3}\u{4}....", "filing.txt", "a ZIP archive or Office document named .txt"),
    ("{\\rtf1 hello}", "letter.txt", "an RTF document named .txt"), ("%PDF-1.4", "filing", "a PDF file"),
  ])
  func otherFilesAreNamedForWhatTheyAre(content: String, name: String, what: String) {
    #expect(throws: ReadingError.binary(what: what)) { try readBytes(Array(content.utf8), as: name) }
  }

  @Test func whatCannotBeReadSaysWhy() {
    #expect(throws: ReadingError.unsupported(extension: "log")) { try readBytes(Array("text".utf8), as: "server.log") }
    #expect(throws: ReadingError.empty) { try readBytes([], as: "a.txt") }
    #expect(throws: ReadingError.noText) { try readBytes(Array(" \n\n ".utf8), as: "a.txt") }
    #expect(throws: ReadingError.noText) { try readBytes(Array("<html><body></body></html>".utf8), as: "a.html") }
    #expect(throws: ReadingError.tooLarge(bytes: 11, limit: 10)) {
      try DocumentReader(limits: .with { $0.textBytes = 10 }).read(
        Array("hello world".utf8), path: DocumentPath("a.txt"), modified: testDay)
    }
    let errors: [ReadingError] = [
      .empty, .binary(what: "a PDF file"), .tooLarge(bytes: 500 << 20, limit: 64 << 20), .unsupported(extension: "log"), .noText,
      .damaged("cut off"),
      .notAFile, .cannotOpen("Permission denied"),
    ]
    for error in errors { #expect(!error.reason.isEmpty && !error.reason.hasSuffix(".")) }
    #expect(ReadingError.tooLarge(bytes: 500 << 20, limit: 64 << 20).reason.contains("500 MB"))
  }
}
