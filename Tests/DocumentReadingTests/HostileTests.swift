import DocumentReading
import RegulatoryModel
import Testing

/// No input crashes, hangs or gets anything unprintable through.
@Suite struct HostileTests {
  private static let pieces = [
    "<p>", "</p>", "<div class=\"", "\">", "<", ">", "&", "&#", "&#x202E;", "&amp;", "<!--", "-->", "<![CDATA[", "<!DOCTYPE html [", "]>",
    "<table><tr><td>", "</div></b>", "<script>",
    "</script>", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"", "\\u", "\\ud83d", "[", "](", ")", "**",
    "_", "`", "```\n", "---\n", "title: ",
    "date: ", "- ", "# ", "> ", "| a | b |\n", "\n", "\n\n", "\r\n", "\t", " ", "July 17, 2025", "WASHINGTON, July 17 (", "2025-07-17",
    "99/99/9999", "By ", "AGENCY:",
    "ACTION: ", "[Federal Register Volume", "word ", "The SEC said. ", "日本", "é", "\u{202E}", "\u{FEFF}", "\u{0}", "<li>",
    "<ol start=99999999999999999999>", "<meta charset=", "{%", "{{", "\\",
    "<h1>", "<title>", "<br>", "<pre>", "</pre>", "<sup><a>", "<time datetime=2025-01-01>", "Date: ", "Subject: x\n", "[^1]: ", "<!x>",
  ]

  @Test(arguments: 0..<20)
  func noBytesCrashTheReader(block: UInt64) throws {
    for seed in (block * 100)..<(block * 100 + 100) {
      var generator = SeededGenerator(seed: seed)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        if Int.random(in: 0..<10, using: &generator) == 0 {
          for _ in 0..<Int.random(in: 1...12, using: &generator) { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
        } else {
          bytes += Array(Self.pieces.randomElement(using: &generator)?.utf8 ?? "".utf8)
        }
      }
      for name in ["a.txt", "a.md", "a.html"] { check(bytes, name, seed) }
    }
  }

  private func check(_ bytes: [UInt8], _ name: String, _ seed: UInt64) {
    guard let reading = try? readBytes(bytes, as: name) else { return }
    for story in reading.stories {
      #expect(isPrintable(story.text, lines: true), "seed \(seed) \(name)")
      #expect(!story.title.isEmpty && isPrintable(story.title), "seed \(seed) \(name)")
      #expect(story.bodyStart == 0 || story.text.hasPrefix(story.title), "seed \(seed) \(name)")
      #expect(story.bodyStart <= story.text.utf8.count, "seed \(seed) \(name)")
      for label in [story.source, story.author, story.url] {
        #expect(label.map { isPrintable($0) } ?? true, "seed \(seed) \(name)")
      }
    }
  }

  @Test(arguments: [
    ("<html><body>" + String(repeating: "<div>", count: 100_000) + "deep text", "deep.html"),
    ("<html><body>" + String(repeating: "<ul><li>x", count: 20_000), "lists.html"),
    ("<html><body>" + String(repeating: "<table><tr><td>x", count: 5000), "tables.html"),
    ("<html><body>" + String(repeating: "<div>", count: 15_000) + "text" + String(repeating: "</b>", count: 100_000), "stray.html"),
    ("<html><body><p " + (0..<50_000).map { "a\($0)=v" }.joined(separator: " ") + ">text</p>", "attributes.html"),
    ("<html><body><p>text</p><a href='x", "cut.html"), (String(repeating: "<", count: 100_000) + "p>text", "angles.html"),
    ("<html><body>" + String(repeating: "<h2>Related</h2><ul><li><a>y</a></ul>", count: 5000), "teasers.html"),
    ("<html><script type='application/ld+json'>" + String(repeating: "[", count: 100_000) + "</script><body>text", "json.html"),
    ("<html><body>" + (0..<200_000).map { "<e\($0)>x" }.joined(), "names.html"),
    ("<html><body>" + (0..<200_000).map { "<p a\($0)=1>x" }.joined(), "attribute-names.html"),
    ("<html><body>" + String(repeating: "<template>x", count: 20_000), "templates.html"),
    ("<html><body><script type=application/json>" + String(repeating: "{\"a\":[", count: 50_000) + "</script>text", "data.html"),
    ("<html><body>" + String(repeating: "<h1>x</h1><div class=pull-quote>a quote set apart, said again</div>", count: 5000), "quotes.html"),
    (String(repeating: "[", count: 100_000) + "text", "brackets.md"), (String(repeating: "[a](", count: 50_000), "links.md"),
    (String(repeating: "{%a", count: 50_000), "tags.md"),
    (String(repeating: "> ", count: 50_000) + "text", "quotes.md"), (String(repeating: "*a", count: 50_000), "stars.md"),
    (String(repeating: "a\n", count: 50_000), "lines.txt"),
    (String(repeating: "2025-", count: 50_000), "digits.txt"), (String(repeating: "January ", count: 50_000), "months.txt"),
  ])
  func nestingAndRepetitionCostNoMoreThanTheirSize(text: String, name: String) throws {
    let reading = try readBytes(Array(text.utf8), as: name)
    #expect(reading.stories.count == 1)
  }

  @Test func deepNestingKeepsItsText() throws {
    let found = try story("<html><body>" + String(repeating: "<div>", count: 100_000) + "deep text here", as: "a.html")
    #expect(found.text == "deep text here")
  }

  @Test func aPageBeyondTheLimitIsReadInPartAndSaysSo() throws {
    let page = "<html><body>" + String(repeating: "<p>Some text, and more of it.</p>", count: 200) + "</body></html>"
    let reading = try DocumentReader(limits: .with { $0.pageNodes = 100 }).read(
      Array(page.utf8), path: DocumentPath("a.html"), modified: testDay)
    #expect(reading.stories.first?.text.contains("Some text") == true)
    #expect(reading.notes.contains { $0.contains("first part") })
  }

  @Test func aLineOfFiftyMegabytesIsRead() throws {
    let line = [UInt8](repeating: 0x61, count: 50 << 20)
    let reading = try readBytes(Array("The SEC said. ".utf8) + line, as: "a.txt")
    #expect(reading.stories.first?.text.utf8.count == line.count + 14)
  }
}
