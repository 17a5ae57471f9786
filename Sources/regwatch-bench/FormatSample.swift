import Foundation
import RegulatoryModel

/// A story that documents of every format are made of.
struct SampleStory {
  let title: String
  let date: CalendarDay
  let paragraphs: [String]
  let number: Int

  init(_ source: inout GeneratedDocuments) {
    let (date, text) = source.next()
    let parts = text.split(separator: "\n\n").map { String($0.filter { $0 != "\n" }) }.filter { !$0.isEmpty }
    self.date = date
    title = parts.first ?? ""
    paragraphs = Array(parts.dropFirst())
    number = Int(date.daysSinceEpoch) * 1000 + text.utf8.count % 1000
  }

  /// In bytes.
  var size: Int { title.utf8.count + paragraphs.reduce(0) { $0 + $1.utf8.count } }

  func joined(_ before: String, _ after: String) -> String { paragraphs.map { before + $0 + after }.joined() }
}

/// One format as people's folders have it: how a file of it is made of stories. None of the documents has a fault.
struct FormatSample: Sendable {
  let name: String
  let ending: String
  /// How many stories one file holds, or is made of.
  let storiesOfOne: Int
  let make: @Sendable (_ stories: [SampleStory]) -> [UInt8]

  private init(_ name: String, _ ending: String, stories: Int = 1, _ make: @escaping @Sendable ([SampleStory]) -> String) {
    self.init(name, ending, stories: stories, bytes: { Array(make($0).utf8) })
  }

  private init(_ name: String, _ ending: String, stories: Int = 1, bytes: @escaping @Sendable ([SampleStory]) -> [UInt8]) {
    self.name = name
    self.ending = ending
    storiesOfOne = stories
    make = bytes
  }

  static let all: [FormatSample] = [
    FormatSample("plain text", "txt") { plain($0[0]) },
    FormatSample("markdown", "md") {
      "# \($0[0].title)\n\n" + $0[0].joined("**Note:** ", " See [the rule](https://example.org/rule).\n\n")
    },
    FormatSample("web page", "html") { page($0[0]) },
    FormatSample("bill status", "xml", bill),
    FormatSample("Federal Register XML", "xml", stories: 20, register),
    FormatSample("Federal Register JSON", "json", stories: 20) {
      "{\"count\":20,\"results\":[" + $0.map(answer).joined(separator: ",") + "]}"
    },
    FormatSample("RSS", "rss", stories: 20, feed),
    FormatSample("JSON lines", "jsonl", stories: 100) { $0.map { record($0) + "\n" }.joined() },
    FormatSample("CSV of stories", "csv", stories: 100) { stories in
      "title,date,source,text\n"
        + stories.map { "\"\($0.title)\",\($0.date),Wire,\"\($0.joined("", "\n"))\"\n" }.joined()
    },
    FormatSample("CSV of prices", "csv", stories: 100, prices),
    FormatSample("mail", "eml") { mail($0[0]) },
    FormatSample("mailbox", "mbox", stories: 100) { $0.map { "From wire@example.org Mon Jan  6 10:00:00 2025\n\(mail($0))\n" }.joined() },
    FormatSample("PDF", "pdf", stories: 10, bytes: SamplePDF.document),
    FormatSample("Word document", "docx", stories: 10, bytes: SamplePackages.word),
    FormatSample("OpenDocument text", "odt", stories: 10, bytes: SamplePackages.openDocument),
    FormatSample("rich text", "rtf", stories: 10) { stories in
      "{\\rtf1\\ansi\\deff0 {\\fonttbl{\\f0 Times;}}\n" + stories.map { $0.joined("\\pard\\b0 ", "\\par\n") }.joined() + "}"
    },
    FormatSample("book", "epub", stories: 20, bytes: SamplePackages.book),
    FormatSample("zip", "zip", stories: 50) { bytes in SamplePackages.folder(bytes, .zip) },
    FormatSample("tar.gz", "tar.gz", stories: 50) { bytes in SamplePackages.folder(bytes, .tarGzip) },
  ]

  // MARK: Texts

  static func plain(_ story: SampleStory) -> String { "\(story.title)\n\n" + story.joined("", "\n\n") }

  private static func page(_ story: SampleStory) -> String {
    let links = (0..<40).map { "<li class=\"nav-item\"><a href=\"/topic/\($0)\">Topic \($0)</a></li>" }.joined()
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(story.title) | Wire</title>
      <meta property="article:published_time" content="\(story.date)T10:00:00Z"></head><body><nav><ul>\(links)</ul></nav>
      <main><article><h1>\(story.title)</h1>\(story.joined("<p class=\"body\">", "</p>\n"))</article>
      <aside><h2>Related</h2><ul>\(links)</ul></aside></main><footer><p>All rights reserved.</p></footer></body></html>
      """
  }

  private static func mail(_ story: SampleStory) -> String {
    """
    From: Wire <wire@example.org>\nTo: Desk <desk@example.org>\nSubject: \(story.title)\nDate: Mon, 6 Jan 2025 10:00:00 +0000
    Message-ID: <\(story.number).\(story.size)@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit\n\n\(story.joined("", "\n\n"))
    """
  }

  // MARK: XML

  @Sendable private static func bill(_ stories: [SampleStory]) -> String {
    let actions = stories[0].joined(
      "<item><actionDate>2025-01-03</actionDate><type>IntroReferral</type><text>Referred to the House Committee on Financial Services: ",
      "</text></item>\n")
    let people = (0..<40).map { "<item><fullName>Rep. Member \($0)</fullName><party>D</party><state>OH</state></item>" }.joined()
    return """
      <?xml version="1.0" encoding="utf-8"?><billStatus><version>3.0.0</version><bill><number>\(1000 + stories[0].number % 7000)</number>
      <type>HR</type><congress>119</congress><introducedDate>2025-01-03</introducedDate><title>\(stories[0].title)</title>
      <cosponsors>\(people)</cosponsors><actions>\(actions)</actions>
      <summaries><summary><actionDate>2025-01-03</actionDate><text><![CDATA[\(stories[0].joined("<p>", "</p>"))]]></text></summary></summaries>
      </bill></billStatus>
      """
  }

  @Sendable private static func register(_ stories: [SampleStory]) -> String {
    let rules = stories.enumerated().map { place, story in
      """
      <RULE><PREAMB><AGENCY TYPE="S">SECURITIES AND EXCHANGE COMMISSION</AGENCY><CFR>17 CFR Part 240</CFR><SUBJECT>\(story.title)</SUBJECT>
      <AGY><HD SOURCE="HED">AGENCY:</HD><P>Securities and Exchange Commission.</P></AGY></PREAMB>
      <SUPLINF>\(story.joined("<P>", "</P>\n"))</SUPLINF><FRDOC>[FR Doc. 2025-\(10_000 + place) Filed 1-6-25; 8:45 am]</FRDOC></RULE>
      """
    }.joined()
    return "<?xml version=\"1.0\"?><FEDREG><DATE>Monday, January 6, 2025</DATE><RULES>\(rules)</RULES></FEDREG>"
  }

  @Sendable private static func feed(_ stories: [SampleStory]) -> String {
    let items = stories.map { story in
      """
      <item><title>\(story.title)</title><link>https://example.org/\(story.number)/\(story.size)</link><guid>\(story.number)-\(story.size)</guid>
      <pubDate>Mon, 06 Jan 2025 10:00:00 GMT</pubDate><description><![CDATA[\(story.joined("<p>", "</p>"))]]></description></item>\n
      """
    }.joined()
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title>\(items)</channel></rss>"
  }

  // MARK: Records

  private static func record(_ story: SampleStory) -> String {
    """
    {"title":"\(story.title)","date":"\(story.date)","url":"https://example.org/\(story.number)/\(story.size)","source":"Wire",\
    "text":"\(story.joined("", "\\n\\n"))"}
    """
  }

  private static func answer(_ story: SampleStory) -> String {
    """
    {"title":"\(story.title)","type":"Rule","abstract":"\(story.joined("", " "))","document_number":"2025-\(story.number % 90_000)",\
    "html_url":"https://www.federalregister.gov/documents/2025/01/06/2025-\(story.number % 90_000)/x","publication_date":"2025-01-06",\
    "agencies":[{"name":"Securities and Exchange Commission"}]}
    """
  }

  /// A day of prices for each story, many times over: prices are all that counts here.
  @Sendable private static func prices(_ stories: [SampleStory]) -> String {
    let first = CalendarDay(daysSinceEpoch: 10_000)
    let days = stories.reduce(0) { $0 + $1.size } / 40
    let rows = (0..<days).map { day in
      let price = 20_000 + day * 7 % 9_000
      return "\(first.adding(days: day % 9_000)),\(price).5,\(price + 90).25,\(price - 80).75,\(price + 3).5\n"
    }
    return "Date,Open,High,Low,Close\n" + rows.prefix(9_000).joined()
  }
}
