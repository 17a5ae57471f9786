import DocumentReading
import RegulatoryModel
import Testing

/// Pages that browsers save with their pictures in one file.
@Suite struct PageBundleTests {
  private static let words = String(repeating: "The agency asked how brokers hold crypto assets. ", count: 8)

  private func bundle(_ parts: [String], head: String = "Subject: Custody – Desk", type: String = "type=\"text/html\"") -> String {
    "From: <Saved by Blink>\n\(head)\nDate: Wed, 4 Jun 2025 09:00:00 -0000\nMIME-Version: 1.0\n"
      + "Content-Type: multipart/related; \(type); boundary=\"B\"\n\n\n"
      + parts.map { "--B\n\($0)\n" }.joined() + "--B--\n"
  }

  private func page(_ title: String, _ body: String = words, id: String = "<a@x>") -> String {
    "Content-Type: text/html\nContent-ID: \(id)\nContent-Transfer-Encoding: 8bit\nContent-Location: https://desk.example/custody\n\n"
      + "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(title)</title></head><body><nav>Home</nav>"
      + "<article><h1>\(title)</h1><p>\(body)</p></article></body></html>"
  }

  private let picture =
    "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://desk.example/a.png\n\niVBORw0KGgo=\n"

  @Test(arguments: ["page.mhtml", "page.mht", "page.html"])
  func theArticleIsReadWithTheAddressThatItWasSavedFrom(name: String) throws {
    let reading = try readBytes(Array(bundle([page("Agency opens comment – on custody"), picture]).utf8), as: name)
    let story = try #require(reading.stories.first)
    #expect(reading.format == .html && reading.stories.count == 1 && reading.notes.isEmpty)
    #expect(story.title == "Agency opens comment – on custody")
    #expect(story.body.hasPrefix("The agency asked how") && !story.text.contains("Home"))
    #expect(story.url == "https://desk.example/custody" && story.source == "desk.example" && story.language == "en")
    #expect(story.date == day("2025-06-04") && story.dateOrigin == .fileTime, "the day of saving is no date of the page")
  }

  @Test func theBundleSaysWhichPageIsTheOuterOne() throws {
    let parts = [page("An advertisement in a frame", id: "<frame@x>"), page("The page", id: "<main@x>")]
    let text = bundle(parts, type: "start=\"<main@x>\"; type=\"text/html\"")
    #expect(try story(text, as: "a.mhtml").title == "The page")
    #expect(try story(bundle(parts), as: "a.mhtml").title == "An advertisement in a frame", "else the first")
  }

  @Test func theHeadsAddressCountsBeforeThePartsOne() throws {
    let head = "Snapshot-Content-Location: https://desk.example/2025/\n custody.html\nSubject: x"
    #expect(try story(bundle([page("A page")], head: head), as: "a.mhtml").url == "https://desk.example/2025/custody.html")
  }

  @Test func aBundleWithoutAPageAndATextWithHeadersAreNoPages() throws {
    #expect(throws: ReadingError.self) { try readBytes(Array(bundle([picture]).utf8), as: "a.mht").stories.first?.title }
    #expect(try story("From: a@b.example\nSubject: x\n\nJust words.", as: "a.html").text.contains("Just words."))
  }
}
