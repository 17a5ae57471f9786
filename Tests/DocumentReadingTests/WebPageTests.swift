import DocumentReading
import RegulatoryModel
import Testing

@Suite struct WebPageTests {
  private static let article = """
    <p>The House of Representatives on Thursday passed legislation that would divide the oversight of digital assets between two agencies, sending it to a Senate that is writing its own.</p>
    <p>The Digital Asset Market Clarity Act, H.R.&nbsp;3633, was approved 294 to 134, with seventy-eight Democrats joining all Republicans who voted, in the afternoon.</p>
    <p>Under the bill, tokens of a mature blockchain would be digital commodities, and the venues that trade them would register with the Commission.</p>
    """

  private static let expected = """
    The House of Representatives on Thursday passed legislation that would divide the oversight of digital assets between two agencies, sending it to a Senate that is writing its own.

    The Digital Asset Market Clarity Act, H.R. 3633, was approved 294 to 134, with seventy-eight Democrats joining all Republicans who voted, in the afternoon.

    Under the bill, tokens of a mature blockchain would be digital commodities, and the venues that trade them would register with the Commission.
    """

  private static func page(_ body: String, head: String = "<title>House passes the bill | The Courier</title>") -> String {
    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\(head)</head><body>\(body)</body></html>"
  }

  @Test(arguments: [
    "<nav><ul><li><a href=/a>Binance</a></li><li><a href=/b>Markets</a></li></ul></nav>",
    "<div id=cookie-consent><p>We and our partners store information on your device, and use it.</p></div>",
    "<header><a href=/>The Courier</a><div class=ticker>BTC +1.3% ETH +6.8%</div></header>",
    "<aside><h4>Trending</h4><p>FTX claims trade at 70 cents on the dollar, they say</p></aside>",
    "<section class=related><h3>More from the Courier</h3><ul><li><a href=x>Why Binance wants to come back</a></li></ul></section>",
    "<div><h3>Related stories</h3><ul><li><a href=x>Why Binance wants to come back</a></li><li><a href=y>Kraken</a></li></ul></div>",
    "<div class=comments><h3>2 Comments</h3><p>BTC to 100k, +120% by summer, you heard it here, moved everything to Gemini, and so on</p></div>",
    "<section id=newsletter><h3>Get the memo</h3><form><input type=email><button>Sign up</button></form></section>",
    "<div class=ad-slot>Advertisement</div>",
    "<footer>© 2025 The Courier. <a href=/terms>Terms</a></footer>",
    "<div style='display: none'>Hidden text that nobody sees, and that should not be found.</div>",
    "<p hidden>Hidden text that nobody sees, and that should not be found.</p>", "<script>var tags = ['Binance', 'FTX']</script>",
    "<style>p { color: red }</style>",
    "<noscript>Please enable JavaScript to go on</noscript>", "<template><p>A template of text</p></template>",
    "<svg><text>drawn</text></svg>",
    "<figure><img src=a.jpg><figcaption>The House at work. (Staff photo)</figcaption></figure>",
    "<div class=share-buttons><a href=x>Share</a> <a href=y>Tweet</a></div>",
    "<p>Read more: <a href=x>Why Binance wants to come back to America</a></p>",
    "<a class='visually-hidden skip-link' href=#main>Skip to main content</a>",
    "<ul class=menu><li><a href=a>News</a></li><li><a href=b>Prices</a></li><li><a href=c>Learn: What is Kraken?</a></li></ul>",
  ])
  func onlyTheArticleIsRead(clutter: String) throws {
    for body in [
      "<main><article><h1>House passes the bill</h1>\(Self.article)</article>\(clutter)</main>",
      "\(clutter)<main><article><h1>House passes the bill</h1>\(Self.article)</article></main>",
      "<div class=wrap><div class=entry><h1>House passes the bill</h1>\(Self.article)\(clutter)</div></div>",
    ] {
      let found = try story(Self.page(body), as: "a.html")
      #expect(found.title == "House passes the bill")
      #expect(found.text == "House passes the bill\n\n" + Self.expected, "\(body)")
    }
  }

  @Test func anArticleInALayoutTableIsFound() throws {
    let body = """
      <div id="nav"><a href="/">HOME</a> <a href="/about">ABOUT</a></div><table role="presentation"><tr><td id="content"><h1>House passes the bill</h1>\(Self.article)</td>
      <td id="side"><b>Recent news</b><br><a href="#">Alert on Binance</a><br><a href="#">Bittrex to pay</a></td></tr></table>
      """
    #expect(try story(Self.page(body), as: "a.html").body == Self.expected)
  }

  @Test(arguments: [
    ("<ul><li>One thing</li><li>Two <b>things</b><ul><li>deeper</li></ul></li></ul>", "• One thing\n• Two things\n  • deeper"),
    ("<ol start=3><li><p>Third</p></li><li>Fourth</li></ol>", "3. Third\n4. Fourth"),
    (
      "<table><tr><th>Bill</th><th>Step</th></tr><tr><td>H.R. 4763</td><td><p>Passed</p></td></tr></table>",
      "Bill | Step\nH.R. 4763 | Passed"
    ),
    ("<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree"), ("<pre>a  b\n  c</pre>", "a  b\n  c"),
    ("<blockquote><p>Quoted.</p></blockquote><p>After.</p>", "Quoted.\n\nAfter."),
    ("<h2>Heading</h2><p>Text &amp; more &mdash; &euro;5&hellip;</p>", "Heading\n\nText & more — €5…"),
    ("<p>The <b>SEC</b> <i>said</i>  so<span>, yes</span>.</p>", "The SEC said so, yes."),
    ("<dl><dt>Term</dt><dd>What it means</dd></dl>", "Term\nWhat it means"),
    ("<p>A note<sup><a href=#n>1</a></sup> here, 10<sup>6</sup>.</p>", "A note[1] here, 106."),
    ("<p>Unclosed <i>tag<p>next", "Unclosed tag\n\nnext"),
    ("<div>Loose text<p>in a box</p>and after</div>", "Loose text\n\nin a box\n\nand after"),
  ])
  func thePagesStructureIsKept(html: String, expected: String) throws {
    let found = try story(Self.page("<article><h1>House passes the bill</h1>\(Self.article)\(html)</article>"), as: "a.html")
    #expect(found.body == Self.expected + "\n\n" + expected, "\(html)")
  }

  @Test(
    arguments: [
      ("<title>House passes the bill | The Courier</title>", "House passes the bill", "The Courier"),
      ("<title>SEC.gov | House passes the bill</title><meta property=og:site_name content=SEC.gov>", "House passes the bill", "SEC.gov"),
      ("<title>x</title><meta property=og:title content='House passes the bill | CFTC'>", "House passes the bill", nil),
      (
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"no\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"House passes the bill\",\"publisher\":{\"name\":\"Courier &amp; Co\"}}]}</script>",
        "House passes the bill", "Courier & Co"
      ),
      ("<title>House passes the bill - What it means for exchanges</title>", "House passes the bill", nil),
    ] as [(String, String, String?)])
  func theTitleComesWithoutTheSite(head: String, title: String, source: String?) throws {
    let found = try story(Self.page("<article><h1>House passes the bill</h1>\(Self.article)</article>", head: head), as: "a.html")
    #expect(found.title == title)
    if let source { #expect(found.source == source) }
    #expect(found.body == Self.expected)
  }

  @Test func metadataGivesTheFacts() throws {
    let head = """
      <title>x</title><link rel="canonical" href="https://courier.example/2025/house"><meta property="og:title" content="House passes the bill">
      <meta property="og:site_name" content="The Courier"><meta name="author" content="Newsroom staff"><meta property="og:locale" content="de_DE">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"House passes the bill","datePublished":"2025-07-17T20:42:10Z","author":[{"name":"Ann Other"},{"name":"Bob"}]}</script>
      """
    let found = try story(Self.page("<article><h1>House passes the bill</h1>\(Self.article)</article>", head: head), as: "a.html")
    #expect(found.url == "https://courier.example/2025/house")
    #expect(found.source == "The Courier")
    #expect(found.author == "Ann Other, Bob")
    #expect(found.language == "en")
    #expect(found.date == day("2025-07-17"))
    #expect(found.dateOrigin == .structuredData)
  }

  @Test func aVisibleTimeGivesTheDate() throws {
    let body =
      "<article><h1>House passes the bill</h1><p class=meta>Desk <time datetime='2025-07-17T16:42:10-04:00'>July 17</time></p>\(Self.article)</article><div class=comment><time datetime='2025-07-19'>x</time></div>"
    let found = try story(Self.page(body), as: "a.html")
    #expect(found.date == day("2025-07-17"))
    #expect(found.dateOrigin == .header)
  }

  @Test func aConditionalCommentEndsWhereItDoes() throws {
    let page = Self.page("<!--[if lt IE 9]><p>Old browser</p><![endif]--><article><h1>House passes the bill</h1>\(Self.article)</article>")
    #expect(try story(page, as: "a.html").body == Self.expected)
  }

  @Test func dateAndBylineAreFoundWhereTheArticleLeavesThemOut() throws {
    let body =
      "<div class=entry><h1>House passes the bill</h1><div class='meta share'><span class=byline>By Ann Other</span> <span>July 17, 2025</span></div>\(Self.article)</div>"
    let found = try story(Self.page(body), as: "a.html")
    #expect(found.date == day("2025-07-17"))
    #expect(found.dateOrigin == .header)
    #expect(found.author == "Ann Other")
    #expect(found.body == Self.expected)
  }

  @Test func theDayBehindABylineIsNoPartOfTheName() throws {
    let body =
      "<div class=entry><h1>House passes the bill</h1><div class=FeatureByline>By <b>Ann Other</b><br/>March 25, 2015</div>\(Self.article)</div>"
    let found = try story(Self.page(body), as: "a.html")
    #expect(found.author == "Ann Other")
    #expect(found.date == day("2015-03-25"))
  }

  @Test func aPlainTextInAPageIsReadAsPlainText() throws {
    let text = """
      [Federal Register Volume 88, Number 203 (Monday, October 23, 2023)]
      [Proposed Rules]

      DEPARTMENT OF THE TREASURY

      Proposal of Special Measure Regarding Convertible Virtual Currency
      Mixing

      AGENCY: Financial Crimes Enforcement Network (FinCEN), Treasury.

      ACTION: Notice of proposed rulemaking.

      SUMMARY: FinCEN is issuing a notice of proposed rulemaking, under section 311 of
      the USA PATRIOT Act, that proposes requiring domestic institutions to implement
      certain recordkeeping &amp; reporting requirements.
      """
    let found = try story(
      "<html><head><title>Federal Register, Volume 88 Issue 203</title></head><body><pre>\(text)</pre></body></html>", as: "a.htm")
    #expect(found.title == "Proposal of Special Measure Regarding Convertible Virtual Currency Mixing")
    #expect(found.date == day("2023-10-23"))
    #expect(found.kind == .proposedRule)
    #expect(found.body.hasSuffix("domestic institutions to implement certain recordkeeping & reporting requirements."))
  }

  @Test func aFederalRegisterPageTellsItsActionBelowAHeading() throws {
    let body =
      "<main><h1>House passes the bill</h1><h2>AGENCY:</h2><p>Treasury.</p><h2>ACTION:</h2><p>Final rule.</p>\(Self.article)</main>"
    #expect(try story(Self.page(body), as: "a.html").kind == .rule)
  }

  @Test func aPageOfLinksIsReadAsItIs() throws {
    let found = try story(
      Self.page("<h2>Related</h2><ul><li><a href=x>First link</a></li></ul>", head: "<title>Links of the week</title>"), as: "a.html")
    #expect(found.text.contains("First link"))
  }

  @Test(
    arguments: [
      (
        "<!DOCTYPE html [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]><html><body><p>Before &b; after</p></body></html>",
        "Before &b; after"
      ),
      (
        "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><body><p>Before &x; after</p></body></html>",
        "Before &x; after"
      ),
      ("<html><body><p>Mark &#x202E;here&#x202C; &#27;[31m&#0;&#x110000;.</p></body></html>", nil),
      ("<html><body><!font size=1><![if !IE]><p>Text here.</p><![endif]></body></html>", "Text here."),
    ] as [(String, String?)])
  func entitiesLoadNothingAndHideNothing(html: String, expected: String?) throws {
    let found = try story(html, as: "a.html")
    if let expected { #expect(found.text == expected) }
    #expect(!found.text.unicodeScalars.contains { $0.value < 0x20 || (0x202A...0x202E).contains($0.value) })
  }
}
