import RegulatoryModel
import Testing

@testable import DocumentReading

/// What feed readers forgive, and what no feed may do.
@Suite struct BrokenFeedTests {
  @Test(arguments: [
    (
      "<item><title>A</title><description><p>One<br>two <img src=x></description></item><item><title>B</title></item>",
      ["A\n\nOne\ntwo", "B"], "open tags in the text"
    ),
    (
      "<item><title>AT&T & Co &bogus; x</title></item><item><title>B</title></item>", ["AT&T & Co x", "B"],
      "bare ampersands and unknown entities"
    ),
    (
      "<item><title>A</title><description>x < y and <3</description></item><item><title>B</title></item>", ["A\n\nx < y and <3", "B"],
      "bare brackets"
    ),
    ("<item><title>A</title><link href=foo>x</link></item><item><title>B</title></item>", ["A", "B"], "a value without quotes"),
    ("<item><title>A</title><item><title>B</title></item>", ["A", "B"], "an item that isn't closed"),
    ("<item><title>A</title><description>One</item><item><title>B</title></item>", ["A\n\nOne", "B"], "a text that isn't closed"),
    ("<item><title>A</title></b></item></x><item><title>B</title></item>", ["A", "B"], "end tags of nothing"),
    ("<item><title>A</title><description><![CDATA[One]]</description></item>", ["A\n\nOne]]"], "CDATA that isn't closed"),
    ("<item><title>A\u{1}B</title></item><item><title>B</title></item>", ["A\u{FFFD}B", "B"], "a control character"),
  ])
  func brokenItemsAreReadAsFeedReadersDo(items: String, expected: [String], note: String) throws {
    let reading = try feed(items)
    let texts = reading.stories.map { $0.text.split(separator: " ").joined(separator: " ") }
    #expect(texts.count == expected.count, Comment(rawValue: note))
    for (text, expected) in zip(texts, expected) { #expect(text.hasPrefix(expected), Comment(rawValue: note)) }
    #expect(!reading.notes.isEmpty, Comment(rawValue: note))
  }

  @Test func aTruncatedFeedHasItsItemsAndANoteWithTheLine() throws {
    let text = "<rss><channel><title>F</title>\n<item><title>A</title></item>\n<item><title>B</title><description>Half a"
    let reading = try readBytes(Array(text.utf8), as: "a.rss")
    #expect(reading.stories.map(\.text) == ["A", "B\n\nHalf a"])
    #expect(reading.notes.count == 1 && reading.notes[0].contains("line 3"), "\(reading.notes)")
  }

  @Test func aWrongEncodingDeclarationIsSeenThrough() throws {
    let utf8 = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><item><title>Zürich – €</title></item></channel></rss>"
    #expect(try readBytes(Array(utf8.utf8), as: "a.rss").stories[0].title == "Zürich – €")
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><title>Z".utf8) + [0xFC]
      + Array("rich und B\u{61}nk</title></item></channel></rss>".utf8)
    #expect(try readBytes(latin, as: "a.rss").stories[0].title == "Zürich und Bank")
  }

  @Test func entitiesAreNeverExpandedAndNothingIsFetched() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>
      <rss><channel><item><title>T &c; &f;</title><description>&c;&f;</description></item></channel></rss>
      """
    let reading = try readBytes(Array(bomb.utf8), as: "a.rss")
    #expect(reading.stories.map(\.text) == ["T"])
    #expect(!reading.notes.isEmpty)
  }

  @Test func deepElementsEndTheReadingWithANote() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    for text in [
      "<rss><channel><item><title>A</title></item><item><title>B</title><description>" + deep + "</description></item></channel></rss>",
      "<rss><channel><item><title>A</title></item>" + deep + String(repeating: "</a>", count: 100_000) + "</channel></rss>",
      "<rss><channel><item><title>A</title><description><![CDATA[" + String(repeating: "<div>", count: 100_000)
        + "x]]></description></item></channel></rss>",
    ] {
      let reading = try readBytes(Array(text.utf8), as: "a.rss")
      #expect(reading.stories.first?.title == "A")
    }
  }

  @Test func moreItemsThanTheLimitEndWithANote() throws {
    let limits = ReadingLimits.with { $0.stories = 1000 }
    let text = "<rss><channel>" + String(repeating: "<item><title>A</title></item>", count: 30_000) + "</channel></rss>"
    let reading = try DocumentReader(limits: limits).read(Array(text.utf8), path: DocumentPath("a.rss"), modified: testDay)
    #expect(reading.stories.count == 1000)
    #expect(reading.notes.contains { $0.contains("first 1000 stories") })
  }

  @Test func aFeedWithoutItemsIsReadAndHasNoStory() throws {
    for (text, name) in [
      ("<rss version=\"2.0\"><channel><title>F</title></channel></rss>", "a.rss"),
      ("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "a.xml"),
      ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[]}", "a.json"),
    ] {
      let reading = try readBytes(Array(text.utf8), as: name)
      #expect(reading.stories.isEmpty && reading.notes.isEmpty, "\(name)")
    }
  }

  @Test(arguments: [
    ("<link>https://a.example/2025/sec-sues-kraken.html?x=1</link>", "Sec sues kraken", "words in the address"),
    ("<link>https://a.example/</link>", "a.example", "a host alone"),
    ("<link>https://a.example/news/12345</link>", "a.example/news/12345", "a number"),
    ("<guid>https://a.example/b%C3%B6rse_in_bonn</guid>", "Börse in bonn", "letters beyond ASCII"),
    ("<enclosure url=\"https://a.example/hearing-of-june.mp3\" length=\"1\"/>", "Hearing of june", "an enclosure"),
    ("<description>&lt;img src=\"https://a.example/a_b.png\"&gt;</description>", "A b", "a picture"),
  ])
  func anItemWithoutWordsIsCalledByItsAddress(item: String, title: String, note: String) throws {
    let story = try #require(try feed("<item>\(item)</item>").stories.first, Comment(rawValue: note))
    #expect(story.title == title, Comment(rawValue: note))
    #expect(story.url?.hasPrefix("https://a.example/") == true)
  }

  @Test func anItemWithNothingToShowIsToldOf() throws {
    let reading = try feed("<item><category>x</category></item><item><author>y</author></item>")
    #expect(reading.stories.isEmpty && reading.notes == ["2 items without title, text or address were left out"])
  }

  @Test func everyPrefixOfAFeedIsReadOrRefused() throws {
    let whole = Array(
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a 'b'>]><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title type=\"html\">A &lt;b&gt;</title><content type=\"xhtml\"><div><p a='1'>x<![CDATA[y]]></p></div></content></entry></feed>"
        .utf8)
    for end in whole.indices.dropFirst() {
      do {
        for story in try readBytes(Array(whole[..<end]), as: "a.atom").stories { #expect(isPrintable(story.text, lines: true)) }
      } catch { #expect(!error.reason.isEmpty) }
    }
  }
}
