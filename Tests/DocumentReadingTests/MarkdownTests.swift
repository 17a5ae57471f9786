import DocumentReading
import RegulatoryModel
import Testing

@Suite struct MarkdownTests {
  @Test func frontMatterGivesTheFacts() throws {
    let found = try story(
      """
      ---
      title: "Reserve euphoria: it \\"lasts\\" a weekend"   # a comment
      date: 2025-03-03T21:15:00Z
      authors:
        - Ann Other
        - "Bob Smith"
      source: Ledger Street Notes
      tags: [bitcoin, 'white house']
      canonical_url: https://example.org/notes/1
      kind: press release
      lang: en-GB
      ---

      # Reserve euphoria: it "lasts" a weekend

      On Sunday a post named five tokens.
      """, as: "a.md")
    #expect(found.title == "Reserve euphoria: it \"lasts\" a weekend")
    #expect(found.text == "Reserve euphoria: it \"lasts\" a weekend\n\nOn Sunday a post named five tokens.")
    #expect(found.date == day("2025-03-03"))
    #expect(found.dateOrigin == .frontMatter)
    #expect(found.author == "Ann Other, Bob Smith")
    #expect(found.source == "Ledger Street Notes")
    #expect(found.url == "https://example.org/notes/1")
    #expect(found.kind == .pressRelease)
    #expect(found.language == "en")
  }

  @Test(arguments: [
    ("title: >\n  A title on\n  the next line\ndate: 2025-01-02", "A title on the next line", "2025-01-02"),
    ("title: 'It''s here'\npublished: 17 July 2025", "It's here", "2025-07-17"),
    ("title: Plain &#34;quoted&#34;\noriginal_published: 2021-01-15 00:00:00 +0000\ndate: 2026-02-05", "Plain \"quoted\"", "2021-01-15"),
    ("headline: Other key\npubDate: Thu, 17 Jul 2025 10:00:00 GMT", "Other key", "2025-07-17"),
  ])
  func frontMatterIsReadAsPeopleWriteIt(matter: String, title: String, date: String) throws {
    let found = try story("---\n\(matter)\n---\nThe text of it.", as: "a.md")
    #expect(found.title == title)
    #expect(found.date == day(date))
    #expect(found.text == title + "\n\nThe text of it.")
  }

  @Test func unclosedFrontMatterIsText() throws {
    #expect(try story("---\ntitle: x\n\nSome text that goes on.", as: "a.md").text.contains("Some text that goes on."))
  }

  @Test(arguments: [
    ("**Bold**, *italic*, __b__, _i_, ~~gone~~ and `code`.", "Bold, italic, b, i, gone and code."),
    ("A [link](https://example.org/a_(b)) and [ref][1], ![image](a.png)end.", "A link and ref, end."),
    ("5 * 3 * 2 and snake_case_name stay.", "5 * 3 * 2 and snake_case_name stay."),
    ("See <https://example.org/x> or <a href=\"x\">this</a>.", "See https://example.org/x or this."),
    ("Escaped \\*stars\\* and AT&amp;T &#8212; done.", "Escaped *stars* and AT&T — done."),
    ("A note.[^1]", "A note.[1]"), ("A line\nthat goes on.", "A line that goes on."), ("A break  \nhere.", "A break\nhere."),
    ("> Quoted\n> text.", "Quoted text."),
    ("- one\n- two\n  - deeper\n- three", "• one\n• two\n  • deeper\n• three"), ("1. one\n2. two", "1. one\n2. two"),
    ("## Heading\nText.", "Heading\n\nText."),
    ("| A | B |\n|---|:-:|\n| 1 | **2** |", "A | B\n1 | 2"), ("```swift\nlet a = *b*\n```", "let a = *b*"),
    ("Text.\n\n<!-- hidden\nstill -->\n\nMore.", "Text.\n\nMore."),
    ("Text.\n\n---\n\nMore.", "Text.\n\nMore."), ("{% hint style=\"info\" %}\nMind this.\n{% endhint %}", "Mind this."),
    ("Text.\n\n[1]: https://example.org", "Text."),
    ("[^1]: The [source](x).", "[1] The source."), ("Only ![](x.png)\n\n![](y.png)\n\nMore.", "Only\n\nMore."),
    ("2 < 3 & 4 > 1", "2 < 3 & 4 > 1"),
  ])
  func marksGoAndTextStays(source: String, expected: String) throws {
    #expect(try story("# The title\n\n\(source)", as: "a.md").body == expected, "\(source)")
  }

  @Test(arguments: [
    ("# The title\n\nText.", "The title"), ("The title\n=========\n\nText.", "The title"),
    ("The title of it\n\nJuly 17, 2025\n\nSome text that ends here.", "The title of it"),
  ])
  func theFirstHeadingIsTheTitle(source: String, title: String) throws {
    let found = try story(source, as: "a.md")
    #expect(found.title == title)
    #expect(found.text.hasPrefix(title + "\n\n"))
    #expect(!found.body.contains(title))
  }

  @Test func aDateBelowTheHeadingIsTheDocuments() throws {
    #expect(try story("# The title\n\nJuly 17, 2025\n\nSome text.", as: "a.md").date == day("2025-07-17"))
  }
}
