import DocumentReading
import RegulatoryModel
import Testing

/// A page as some publishing system lays it out, and what a reader must find in it.
struct PageLayout: Sendable, CustomTestStringConvertible {
  var name: String
  var html: String
  var title = WebPageLayoutTests.title
  var author: String?
  var day: String?
  var language: String?
  /// The whole text after the title; nil where only its parts are compared.
  var body: String? = WebPageLayoutTests.body
  var testDescription: String { name }
}

/// The article and nothing else, in the layouts of common sites.
@Suite struct WebPageLayoutTests {
  static let title = "Agency fines exchange over custody of client assets"
  static let first =
    "The agency said on Tuesday that the exchange had mixed the assets of its clients with its own for two years, in breach of the rules."
  static let second =
    "According to the order, the company kept no records, told its auditors nothing, and moved tokens between wallets, often at night."
  static let third = "The exchange, which neither admits nor denies the findings, will pay 12 million dollars, and keep separate accounts."
  static let body = [first, second, third].joined(separator: "\n\n")
  static let paragraphs = "<p>\(first)</p><p>\(second)</p><p>\(third)</p>"
  private static let teaser = "<a href=/x>Why a bank in Wyoming wants its master account back</a>"

  private static func page(_ body: String, head: String = "", lang: String = "en") -> String {
    "<!DOCTYPE html><html lang=\(lang)><head><meta charset=utf-8><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
  }

  private static let layouts: [PageLayout] = [
    PageLayout(
      name: "WordPress",
      html: page(
        """
        <div id=page><header id=masthead class=site-header><a href=/>The Ledger</a></header><main id=main class=site-main>
        <article class="post-12 post type-post hentry"><header class=entry-header><h1 class=entry-title>\(title)</h1><div class=entry-meta>
        <span class=posted-on><time class="entry-date published" datetime=2025-03-04T10:00:00Z>March 4, 2025</time><time class=updated
        datetime=2025-04-01T10:00:00Z>April 1, 2025</time></span> <span class=byline>by <a class="url fn n" href=/author/a>Ann Other</a></span>
        </div></header><div class=entry-content>\(paragraphs)<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a>X</a>
        </ul></div><div id=jp-relatedposts class=jp-relatedposts><h3>Related</h3>\(teaser)</div></div><footer class=entry-footer>Posted in
        <a href=/c>News</a></footer></article><nav class="navigation post-navigation">\(teaser)</nav><div id=comments class=comments-area>
        <h2>2 thoughts</h2><ol class=comment-list><li><p>They should all be shut down, every one of them, I say, and soon.</p></ol></div>
        </main><aside id=secondary class=widget-area><h2>Recent</h2>\(teaser)</aside></div>
        """), author: "Ann Other", day: "2025-03-04"),
    PageLayout(
      name: "Yoast data that refers to its author",
      html: page(
        "<article><h1>\(title)</h1>\(paragraphs)</article>",
        head: """
          <script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"\(title)","author":{"@id":"https://a.example/#p1"},
          "datePublished":"2025-03-04T10:00:00+00:00"},{"@type":"Person","@id":"https://a.example/#p1","name":"Ann Other"}]}</script>
          """), author: "Ann Other", day: "2025-03-04"),
    PageLayout(
      name: "Ghost",
      html: page(
        """
        <div class=gh-viewport><header class=gh-head><a href=/>The Ledger</a></header><main class=gh-main><article class="gh-article post">
        <header class=gh-article-header><h1 class=gh-article-title>\(title)</h1><aside class=gh-article-sidebar><h4 class=gh-author-name>
        <a rel=author href=/author/ann>Ann Other</a></h4></aside></header><section class="gh-content gh-canvas">\(paragraphs)<div
        class="kg-card kg-signup-card newsletter-signup"><h2>Subscribe to The Ledger</h2><form><input type=email><button>Join</button></form>
        </div></section></article><section class=gh-cta><h4>Read more</h4>\(teaser)</section></main></div>
        """, head: "<meta property=article:published_time content=2025-03-04T10:00:00.000Z>"), day: "2025-03-04"),
    PageLayout(
      name: "Substack",
      html: page(
        """
        <div id=entry><div class=main-menu><a href=/>Home</a></div><div class=single-post><article class="typography newsletter-post post">
        <div class=post-header><h1 class=post-title>\(title)</h1><div class="byline-wrapper"><a class=byline-names href=/@ann>Ann Other</a>
        <div>Mar 04, 2025</div></div></div><div class=available-content><div class="body markup">\(paragraphs)<div
        class="subscription-widget-wrap-editor subscribe-widget"><p>Thanks for reading! Subscribe for free to get new posts.</p></div></div>
        </div></article></div><div class=comments-section id=discussion><h4>Discussion</h4><p>Great piece, as always, thank you.</p></div></div>
        """), author: "Ann Other", day: "2025-03-04"),
    PageLayout(
      name: "Medium",
      html: page(
        """
        <div id=root><div class="a b c"><div class=d><a href=/>Open in app</a><a>Sign up</a></div><article><div class=l><section><div><div
        class="fq fr"><h1 class=pw-post-title>\(title)</h1><div><a rel="author" href=/@ann>Ann Other</a></div></div>
        <p class="pw-post-body-paragraph">\(first)</p><p class="pw-post-body-paragraph">\(second)</p><p
        class="pw-post-body-paragraph">\(third)</p></div></section></div></article><footer><p>Help</p></footer></div></div>
        """), author: "Ann Other"),
    PageLayout(
      name: "an agency on Drupal (SEC)",
      html: page(
        """
        <section class=usa-banner><p>Official websites use .gov</p></section><header class=usa-header role=banner><nav><a>About</a></nav></header>
        <main id=main-content><div class="layout-content"><div class="block-page-title-block"><h1 class=page-title__heading>\(title)</h1></div>
        <article class="node node--type-sec-article"><div class=field--name-field-release-number>2025-31</div>
        <div class="usa-prose field--name-body">\(paragraphs)</div><div class="field--name-field-publish-date">Last Reviewed or Updated:
        <time datetime=2025-03-04>March 4, 2025</time></div></article></div></main><footer class=usa-footer>Budget</footer>
        """), day: "2025-03-04", body: nil),
    PageLayout(
      name: "the Federal Reserve",
      html: page(
        """
        <div class=header-group><a href=/>Board of Governors</a></div><div id=content class="container container__main" role=main>
        <div class=row><div class="page-header"><ol class=breadcrumb><li><a>Home</a></ol></div><div id=article><div
        class="heading col-xs-12"><p class=article__time>March 04, 2025</p><h3 class=title>\(title)</h3><p class="releaseTime">For release at
        10:00 a.m. EST</p><div class="share"><a>Share</a></div></div><div class=col-md-8>\(paragraphs)</div></div></div></div>
        <div class="footer"><p>Last Update: March 05, 2025</p></div>
        """), day: "2025-03-04", body: nil),
    PageLayout(
      name: "tables of 2003",
      html: """
        <HTML><HEAD><TITLE>\(title)</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=600 BORDER=0><TR><TD COLSPAN=2><A HREF=/>Home</A> |
        <A HREF=/news>News</A> | <A HREF=/laws>Laws</A></TD></TR><TR><TD WIDTH=120 VALIGN=TOP><FONT SIZE=1><A HREF=a>Speeches</A><BR><A
        HREF=b>Testimony</A><BR></FONT></TD><TD><FONT FACE=Arial><B>\(title)</B></FONT><P><FONT FACE=Arial>\(first)</FONT><P><FONT
        FACE=Arial>\(second)</FONT><P><FONT FACE=Arial>\(third)</FONT></TD></TR></TABLE></BODY></HTML>
        """, body: nil),
    PageLayout(
      name: "gov.uk",
      html: page(
        """
        <a class=govuk-skip-link href=#content>Skip to main content</a><div id=global-cookie-message class=gem-c-cookie-banner role=region>
        <p>We use some essential cookies to make this website work, and others to know how you use it.</p></div><header role=banner>GOV.UK</header>
        <main id=content role=main><div class=gem-c-title><h1>\(title)</h1></div><div class=gem-c-metadata><dl><dt>From:</dt><dd><a href=/t>HM
        Treasury</a></dd><dt>Published</dt><dd>4 March 2025</dd></dl></div><div class="gem-c-govspeak govuk-govspeak">\(paragraphs)</div></main>
        <div class=gem-c-feedback><h2>Is this page useful?</h2></div><footer role=contentinfo>Crown copyright</footer>
        """, head: "<meta name=govuk:first-published-at content=2025-03-04T10:00:00+00:00><meta name=govuk:updated-at content=2025-05-01>"),
      day: "2025-03-04", body: nil),
    PageLayout(
      name: "AMP",
      html:
        "<!doctype html><html ⚡ lang=en><head><meta charset=utf-8><title>\(title)</title></head><body><amp-sidebar id=s><ul><li><a>News</a></ul>"
        + "</amp-sidebar><amp-consent id=c><div>We value your privacy and ask for your consent</div></amp-consent><article><h1>\(title)</h1>"
        + "<amp-img src=a></amp-img><p>\(first)</p><amp-ad>Buy now</amp-ad><p>\(second)</p><p>\(third)</p></article></body></html>"),
    PageLayout(
      name: "Next.js with markup in its data",
      html: page(
        """
        <div id=__next><div class=spinner>Loading</div></div><script id=__NEXT_DATA__ type="application/json">{"props":{"pageProps":{"post":
        {"title":"\(title)","excerpt":"\(first)","content":"<p>\(first)</p>\\n<p>\(second)</p>\\n<p>\(third)</p>\\n<p>\(first)</p>"},
        "menu":[{"label":"Home"}]}},"page":"/p"}</script>
        """), body: body + "\n\n" + first),
    PageLayout(
      name: "Next.js with blocks in its data",
      html: page(
        """
        <div id=__next></div><script id=__NEXT_DATA__ type="application/json">{"props":{"pageProps":{"article":{"body":[
        {"type":"paragraph","children":[{"text":"The agency said "},{"text":"on Tuesday","bold":true},{"text":"\(first.dropFirst(26))"}]},
        {"type":"paragraph","text":"\(second)"},{"type":"paragraph","text":"\(third)"},{"type":"heading","text":"Next"},
        {"type":"paragraph","text":"\(first)"}]},"footer":{"text":"All rights reserved"}}}}</script>
        """), body: body + "\n\nNext\n\n" + first),
    PageLayout(
      name: "the whole text only in schema.org data",
      html: page(
        "<h1>\(title)</h1><p>\(first)</p><div class=paywall>Subscribe to go on</div>",
        head: """
          <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(title)","author":{"name":"Ann Other"},
          "articleBody":"\(first)\\n\\n\(second)\\n\\n\(third)\\n\\n\(second)"}</script>
          """), author: "Ann Other", body: body + "\n\n" + second),
    PageLayout(
      name: "noscript holds the article",
      html: page("<div id=app></div><noscript><article><h1>\(title)</h1>\(paragraphs)</article></noscript>")),
    PageLayout(
      name: "a frameset with its text for those without frames",
      html:
        "<html><head><title>\(title)</title></head><frameset cols=20%,80%><frame src=a><frame src=b><noframes><body>\(paragraphs)</body>"
        + "</noframes></frameset></html>"),
    PageLayout(
      name: "saved as one file, with a shadow tree",
      html:
        "<!DOCTYPE html><html lang=en><!--\n Page saved with SingleFile \n url: https://a.example/fine \n saved date: Tue Mar 04 2025\n-->"
        + "<head><meta charset=utf-8><title>\(title)</title></head><body><news-article><template shadowrootmode=open><article><h1>\(title)</h1>"
        + "\(paragraphs)</article></template></news-article></body></html>"),
    PageLayout(
      name: "saved by a browser",
      html: "<!DOCTYPE html>\n<!-- saved from url=(0022)https://a.example/fine -->\n"
        + "<html><head><meta charset=utf-8><title>\(title)</title><script src=\"x_files/a.js\"></script></head><body><article><h1>\(title)</h1>"
        + "\(paragraphs)</article></body></html>"),
    PageLayout(
      name: "scrolling on loads further articles",
      html: page(
        "<div class=scroller><article><h1>\(title)</h1>\(paragraphs)</article><article><h1>Bank opens a branch on the moon, it says</h1>"
          + "<p>The bank, which has never been above the clouds, said that its branch would open in May, and serve all who come.</p>"
          + "<p>Analysts, asked about it, were silent, and then laughed, and went home, since it was Friday afternoon by then.</p>"
          + "<p>Shares of the bank, which had fallen on Monday, rose by a tenth, fell again, and closed where they had begun.</p></article></div>"
      )
    ),
    PageLayout(
      name: "a consent dialog first",
      html: page(
        "<div id=onetrust-consent-sdk><div role=dialog aria-modal=true><h2>We value your privacy</h2><p>We and our 842 partners store and access"
          + " information on a device, such as cookies, and process personal data.</p><button>Accept</button></div></div>"
          + "<div class=wrap><h1>\(title)</h1>\(paragraphs)</div>")),
    PageLayout(
      name: "paragraphs by breaks",
      html: page("<div class=story><h1>\(title)</h1>\(first)<br><br>\(second)<br/><br/>\(third)</div><div class=menu><a>Home</a></div>")),
    PageLayout(
      name: "paragraphs in boxes",
      html: page("<div class=wrap><h1>\(title)</h1><div><div>\(first)</div><div>\(second)</div><div>\(third)</div></div></div>")),
    PageLayout(
      name: "a quote set apart, said again",
      html: page(
        "<article><h1>\(title)</h1><p>\(first)</p><div class=pull-quote><p>“the company kept no records, told its auditors nothing”</p></div>"
          + "<p>\(second)</p><p>\(third)</p></article>")),
    PageLayout(
      name: "a quote set apart, said only there",
      html: page(
        "<article><h1>\(title)</h1><p>\(first)</p><blockquote class=pull-quote><p>“We did nothing wrong and regret it deeply”</p></blockquote>"
          + "<p>\(second)</p><p>\(third)</p></article>"),
      body: [first, "“We did nothing wrong and regret it deeply”", second, third].joined(separator: "\n\n")),
    PageLayout(
      name: "related links amid the text",
      html: page(
        "<article><h1>\(title)</h1><p>\(first)</p><div class=inline-related><h4>Related</h4><ul><li>\(teaser)</li></ul></div><p>\(second)</p>"
          + "<p><strong>Read more:</strong> \(teaser)</p><p>\(third)</p></article>")),
    PageLayout(
      name: "a ticker and captions",
      html: page(
        "<div class=ticker><span>BTC</span> <span>+2.4%</span></div><article><h1>\(title)</h1><figure><img src=a><figcaption>The building, by"
          + " night. (Photo: Staff)</figcaption></figure>\(paragraphs)</article>")),
    PageLayout(
      name: "text that nobody sees",
      html: page(
        "<article><h1>\(title)</h1><p>\(first)</p><p style='position:absolute; left:-9999px'>Buy cheap tokens</p><span class=hidden>Secret</span>"
          + "<p>\(second)</p><div class=d-none>Not shown</div><p>\(third)</p></article>")),
    PageLayout(
      name: "hidden on narrow screens only",
      html: page("<article><h1>\(title)</h1><p>\(first)</p><p class='hidden md:block'>\(second)</p><p>\(third)</p></article>")),
    PageLayout(
      name: "a live blog",
      html: page(
        "<main><h1>\(title)</h1><div class=liveblog><article class=entry><h2>10:15 Fine</h2><p>\(first)</p></article><article class=entry>"
          + "<h2>10:05 Order</h2><p>\(second)</p></article><article class=entry><h2>10:00 Start</h2><p>\(third)</p></article></div></main>"),
      body: nil),
    PageLayout(
      name: "a print version",
      html: "<html><head><title>\(title)</title></head><body onload='window.print()'><p><b>\(title)</b></p>\(paragraphs)</body></html>",
      body: nil),
    PageLayout(
      name: "footnotes and definitions",
      html: page(
        "<article><h1>\(title)</h1>\(paragraphs)<dl><dt>Token</dt><dd>A thing that is sold</dd></dl><ol class=footnotes><li>Order of the agency,"
          + " page 4.</li></ol></article>"), body: body + "\n\nToken\nA thing that is sold\n\n1. Order of the agency, page 4."),
  ]

  @Test(arguments: layouts)
  func onlyTheArticleIsRead(layout: PageLayout) throws {
    let found = try story(layout.html, as: "a.html")
    #expect(found.title == layout.title)
    if let body = layout.body { #expect(found.body == body) }
    for part in [Self.first, Self.second, Self.third] { #expect(found.body.contains(part)) }
    for other in [
      "Wyoming", "Home", "Subscribe", "privacy", "cookies", "moon", "Buy", "Secret", "Loading", "Sign up", "useful", "Speeches",
    ] {
      #expect(!found.body.contains(other), "\(other)")
    }
    if let author = layout.author { #expect(found.author == author) }
    if let day = layout.day { #expect(found.date == CalendarDay(iso: day)) }
    if let language = layout.language { #expect(found.language == language) }
    if layout.html.contains("a.example/fine") { #expect(found.url == "https://a.example/fine") }
  }

  @Test(
    arguments: [
      ("ja", "金融庁は火曜日、暗号資産交換業者に業務改善命令を出した。", "顧客の資産を自社の資産と混ぜて管理していたことが理由である。", "同社は再発防止に努めるとしている。"),
      ("zh", "监管机构周二宣布，对该交易所处以罚款。", "该公司在两年内混用客户资产，没有保留任何记录。", "交易所表示，将设立独立账户，并接受监督。"),
      ("ko", "금융위원회는 화요일에 거래소에 과징금을 부과했다고 밝혔다.", "회사는 이 년 동안 고객의 자산을 자기 자산과 섞어 관리했다.", "거래소는 별도의 계좌를 두겠다고 말했다."),
      (
        "ar", "أعلنت الهيئة يوم الثلاثاء فرض غرامة على منصة التداول.", "خلطت الشركة أصول العملاء بأصولها لمدة عامين، ولم تحتفظ بسجلات.",
        "ستدفع الشركة الغرامة وتفتح حسابات منفصلة للعملاء."
      ),
      (
        "he", "הרשות הודיעה ביום שלישי על קנס לבורסה.", "החברה ערבבה את נכסי הלקוחות בנכסיה במשך שנתיים.",
        "הבורסה תשלם את הקנס ותפתח חשבונות נפרדים."
      ),
    ])
  func everyScriptIsRead(language: String, first: String, second: String, third: String) throws {
    let page = """
      <html dir=auto><head><meta charset=utf-8><title>\(first)</title></head><body><ul class=nav><li><a href=a>\(third.prefix(4))</a></ul>
      <div class=wrap><h1>\(first)</h1><div class=text><p>\(second)</p><p>\(third)</p><p>\(second)</p></div></div>
      <div class=links><a href=b>\(first)</a> <a href=c>\(third)</a></div></body></html>
      """
    let found = try story(page, as: "a.html")
    #expect(found.title == first)
    #expect(found.body == [second, third, second].joined(separator: "\n\n"))
    #expect(found.language == language)
  }

  @Test func aPaywalledStubIsTheStub() throws {
    let page = Self.page(
      "<article><h1>\(Self.title)</h1><p>\(Self.first)</p><div class=paywall-prompt><h3>Subscribe to continue reading</h3></div></article>")
    #expect(try story(page, as: "a.html").body == Self.first)
  }
}
