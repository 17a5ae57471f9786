import RegulatoryModel
import Testing

@testable import DocumentReading

/// The stories of a feed with these items.
func feed(_ items: String, head: String = "", named name: String = "feed.xml") throws -> Reading {
  let text = """
    <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Desk &amp;amp; Wire</title><link>https://desk.example/news/</link>\(head)\(items)</channel></rss>
    """
  return try readBytes(Array(text.utf8), as: name)
}

/// The only story of a feed with one item.
func item(_ inside: String, head: String = "") throws -> Story { try #require(feed("<item>\(inside)</item>", head: head).stories.first) }

@Suite struct FeedDialectTests {
  @Test(arguments: [
    (
      "<rss version=\"0.91\"><channel><title>F</title><item><title>T</title><link>https://a.example/1</link><description>Text.</description></item></channel></rss>",
      "RSS 0.91"
    ),
    (
      "<RDF:RDF xmlns:RDF=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>F</title></channel><item RDF:about=\"https://a.example/1\"><title>T</title><link>https://a.example/1</link><description>Text.</description></item></RDF:RDF>",
      "RDF, items beside the channel"
    ),
    (
      "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>F</title><entry><title>T</title><link rel=\"alternate\" href=\"https://a.example/1\"/><content type=\"text/html\" mode=\"escaped\">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>",
      "Atom 0.3, escaped"
    ),
    (
      "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>F</a:title><a:entry><a:title>T</a:title><a:link href=\"https://a.example/1\"/><a:content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Text.</p></div></a:content></a:entry></a:feed>",
      "Atom 1.0 under a prefix, XHTML"
    ),
    (
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><entry><title>T</title><link href=\"https://a.example/1\"/><content type=\"application/octet-stream\">PHA+\nVGV4dC48L3A+</content></entry></feed>",
      "Atom, Base64"
    ),
    (
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://a.example/x/\"><title>F</title><entry xml:base=\"../\"><title>T</title><link href=\"1\"/><summary>Text.</summary></entry></feed>",
      "addresses against xml:base"
    ),
  ])
  func everyDialectGivesTitleTextAddressAndSource(xml: String, note: String) throws {
    for name in ["feed.xml", "feed.rss", "saved"] {
      let reading = try readBytes(Array(xml.utf8), as: name)
      #expect(reading.format == .feed)
      let story = try #require(reading.stories.first, Comment(rawValue: note))
      #expect(story.text == "T\n\nText.", Comment(rawValue: note))
      #expect(story.url == "https://a.example/1", Comment(rawValue: note))
      #expect(story.source == "F", Comment(rawValue: note))
      #expect(reading.notes == [], Comment(rawValue: note))
    }
  }

  @Test(arguments: [
    ("<description>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;</description>", "One & two.\n\nThree.", "escaped"),
    ("<description><![CDATA[<p>One.</p><ul><li>Two</li></ul>]]></description>", "One.\n\n• Two", "CDATA"),
    (
      "<description>&amp;lt;p&amp;gt;Twice.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Yes.&amp;lt;/p&amp;gt;</description>", "Twice.\n\nYes.",
      "escaped twice"
    ),
    ("<description><p>Naked <b>markup</b>.</p></description>", "Naked markup.", "elements"),
    ("<description>AT&amp;T fell 5 &lt; 6 &#8217; &nbsp; &eacute;.</description>", "AT&T fell 5 < 6 ’   é.", "plain"),
    ("<description>The SEC said on Monday that […]</description>", "The SEC said on Monday that […]", "a teaser stays one"),
    (
      "<description>Start of it all […]</description><content:encoded>&lt;p&gt;Start of it all and the end.&lt;/p&gt;</content:encoded>",
      "Start of it all and the end.", "a teaser goes where the text is"
    ),
    (
      "<description>A standfirst of its own.</description><content:encoded>&lt;p&gt;The text says more on another thing.&lt;/p&gt;</content:encoded>",
      "A standfirst of its own.\n\nThe text says more on another thing.", "a standfirst stays"
    ),
    (
      "<content:encoded><![CDATA[<p>Text of it.</p><p>The post <a href=\"x\">T</a> appeared first on <a href=\"y\">Kraken Blog</a>.</p>]]></content:encoded>",
      "Text of it.", "WordPress's own line goes"
    ),
    (
      "<description>Text.</description><enclosure url=\"https://a.example/a.mp3\" type=\"audio/mpeg\" length=\"1\"/>", "Text.",
      "an enclosure is nothing"
    ),
    ("<description><![CDATA[<script>alert(1)</script><p onclick=\"x\">Text.</p>]]></description>", "Text.", "scripts go"),
  ])
  func anItemsTextIsReadHoweverItWasWritten(inside: String, expected: String, note: String) throws {
    let body = try item("<title>T</title>" + inside).body
    #expect(
      body.split(separator: " ").joined(separator: " ") == expected.split(separator: " ").joined(separator: " "), Comment(rawValue: note))
  }

  @Test(arguments: [
    ("<pubDate>Thu, 12 Sep 2024 23:30:00 EDT</pubDate>", "2024-09-12"), ("<pubDate>12 Sep 24 10:00 GMT</pubDate>", "2024-09-12"),
    ("<pubDate>Thursday, 12-Sep-24 10:00:00 GMT</pubDate>", "2024-09-12"),
    ("<pubDate>Thu Sep 12 10:00:00 PDT 2024</pubDate>", "2024-09-12"),
    ("<pubDate>Thu,12 Sep 2024</pubDate>", "2024-09-12"), ("<pubDate>Sept. 12, 2024 10 am</pubDate>", "2024-09-12"),
    ("<pubDate>2024-09-12 10:00:00.5</pubDate>", "2024-09-12"), ("<pubDate>1726135200</pubDate>", "2024-09-12"),
    ("<dc:date>2024-09-12T10:00:00+09:00</dc:date>", "2024-09-12"), ("<dc:date>2024-09</dc:date>", "2024-09-01"),
    ("<pubDate>20240912T100000Z</pubDate>", "2024-09-12"), ("<pubDate>2024-256</pubDate>", "2024-09-12"),
    ("<pubDate>soon</pubDate><dc:date>2024-09-12</dc:date>", "2024-09-12"),
  ])
  func datesAreReadInAllTheirForms(date: String, expected: String) throws {
    let story = try item("<title>T</title>" + date)
    #expect(story.date == day(expected), Comment(rawValue: date))
    #expect(story.dateOrigin == .metadata)
  }

  @Test func anItemWithoutDateHasItsFeeds() throws {
    let story = try item(
      "<title>T</title><description>Text</description>", head: "<lastBuildDate>Thu, 12 Sep 2024 10:00:00 GMT</lastBuildDate>")
    #expect(story.date == day("2024-09-12") && story.dateOrigin == .header)
  }

  @Test(arguments: [
    ("<dc:creator><![CDATA[Jane Doe]]></dc:creator>", "Jane Doe"), ("<author>jane@desk.example (Jane Doe)</author>", "Jane Doe"),
    ("<author>Jane Doe &lt;jane@desk.example&gt;</author>", "Jane Doe"), ("<author>jane@desk.example</author>", "jane@desk.example"),
    ("<author><name>Jane Doe</name><email>j@d.example</email></author>", "Jane Doe"),
    ("<dc:creator>A</dc:creator><dc:creator>B</dc:creator>", "A, B"),
  ])
  func authorsAreNamed(author: String, expected: String) throws {
    #expect(try item("<title>T</title>" + author).author == expected)
  }

  @Test(arguments: [
    ("<link>https://a.example/1</link><guid>g-1</guid>", "https://a.example/1", "g-1"),
    ("<guid>https://a.example/1</guid>", "https://a.example/1", "https://a.example/1"),
    ("<link>/2024/1</link>", "https://desk.example/2024/1", "https://desk.example/2024/1"),
    ("<link>1.html</link>", "https://desk.example/news/1.html", "https://desk.example/news/1.html"),
    ("<guid isPermaLink=\"false\">tag:a,1</guid>", nil, "tag:a,1"),
    ("<link>javascript:alert(1)</link><guid isPermaLink=\"false\">1</guid>", nil, "1"),
  ])
  func addressAndIdentityAreTheItems(inside: String, url: String?, identity: String) throws {
    let story = try item("<title>T</title>" + inside)
    #expect(story.url == url)
    #expect(story.identity == identity)
  }

  @Test func withoutIdAnItemIsKnownByTitleAndDateWhereverItStands() throws {
    let one = "<item><title>One</title><pubDate>2024-09-12</pubDate></item>"
    let two = "<item><title>Two</title><pubDate>2024-09-12</pubDate></item>"
    let before = try feed(one).stories
    let after = try feed(two + one).stories
    #expect(before[0].identity != nil && before[0].identity == after[1].identity && after[0].identity != after[1].identity)
  }

  @Test func anAggregatorsItemIsOfItsPublisher() throws {
    let story = try item("<title>SEC sues - Coin Paper</title><source url=\"https://coin.example\">Coin Paper</source>")
    #expect(story.source == "Coin Paper" && story.title == "SEC sues")
  }

  @Test func jsonFeedsAreRead() throws {
    let text = """
      {"version":"https://jsonfeed.org/version/1.1","title":"F","home_page_url":"https://a.example/","authors":[{"name":"Jane"}],
      "items":[{"id":7,"url":"/1","title":"T","content_html":"<p>One.</p><p>Two \\u00e9\\ud83d\\ude00.</p>","date_published":"2024-09-12T10:00:00Z"},
      {"id":"8","content_text":"Plain <b> stays.\\n\\nSecond."},{"id":"9"}]}
      """
    let reading = try readBytes(Array(text.utf8), as: "feed.json")
    #expect(reading.stories.map(\.text) == ["T\n\nOne.\n\nTwo é😀.", "Plain <b> stays.\n\nSecond."])
    #expect(reading.stories[0].identity == "7" && reading.stories[0].url == "https://a.example/1" && reading.stories[0].author == "Jane")
    #expect(reading.stories[0].date == day("2024-09-12") && reading.stories[0].source == "F")
    #expect(reading.notes == ["1 item without title, text or address was left out"])
  }
}
