/// What is looked for in a record, and the names under which services and scrapers give it, best first.
///
/// Names are compared in small letters and without signs: "published_at" is `publishedat`. A further name is a word here.
enum StoryField: CaseIterable, Sendable {
  case title, text, summary, url, date, updated, source, author, id, language

  var names: [String] {
    switch self {
    case .title:
      [
        "title", "headline", "articletitle", "newstitle", "storytitle", "webtitle", "posttitle", "pagetitle", "titel", "titre", "titulo",
        "subject", "heading", "header", "name",
      ]
    case .text:
      [
        "fulltext", "text", "content", "body", "articletext", "articlebody", "bodytext", "contenttext", "maintext", "storytext", "article",
        "fullcontent", "fullarticle", "articlecontent", "rawtext", "cleantext", "plaintext", "newstext", "bodyhtml", "contenthtml",
        "contentencoded", "rawcontent", "textbody", "selftext", "story", "html", "texte", "inhalt", "message", "post",
      ]
    case .summary:
      [
        "description", "summary", "abstract", "excerpt", "snippet", "lead", "leadparagraph", "standfirst", "trailtext", "teaser", "dek",
        "shortdescription", "contentsnippet", "subtitle", "intro", "highlights", "metadescription",
      ]
    case .url:
      [
        "url", "link", "href", "permalink", "articleurl", "weburl", "htmlurl", "canonicalurl", "originalurl", "sourceurl", "newsurl",
        "storyurl", "pageurl", "shareurl", "documentidentifier", "externalurl", "uri",
      ]
    case .date:
      [
        "publishedat", "published", "pubdate", "publishdate", "publisheddate", "publicationdate", "datepublished", "datepublish",
        "publishedon", "publishedtime", "publisheddatetime", "publishedutc", "firstpublished", "webpublicationdate", "displaydate", "date",
        "datetime", "seendate", "timestamp", "time", "pubdatetime", "articledate", "newsdate", "postdate", "releasedate", "issued",
        "dateissued", "posted", "postedat", "createdat", "created", "createdutc", "createdtime", "datecreated", "sqldate", "dateadded",
        "crawldate", "datum", "isodate", "day",
      ]
    case .updated: ["updatedat", "updated", "datemodified", "modified", "lastmodified", "modifiedat", "dateupdated", "lastupdated"]
    case .source:
      [
        "source", "sourcename", "publisher", "publication", "newssite", "outlet", "site", "sitename", "sourcetitle", "newssource",
        "sourcecommonname", "provider", "agency", "media", "newspaper", "feedtitle", "feed", "domain", "sourcedomain", "website", "host",
      ]
    case .author:
      ["author", "authors", "byline", "creator", "dccreator", "writer", "writers", "journalist", "reporter", "authorname", "by"]
    case .id:
      [
        "id", "guid", "uuid", "articleid", "newsid", "storyid", "docid", "documentid", "itemid", "postid", "recordid", "globaleventid",
        "gkgrecordid", "slug",
      ]
    case .language: ["language", "lang", "languagecode", "inlanguage", "locale", "langcode"]
    }
  }

  /// Names that may as well mean something else: then the notes say what was taken.
  var doubtful: Set<String> {
    switch self {
    case .title: ["subject", "heading", "header", "name"]
    case .text: ["html", "message", "post", "story"]
    case .date: ["day", "time", "dateadded", "crawldate"]
    default: []
    }
  }

  /// In small letters, without blanks and signs.
  static func key(_ name: [UInt8]) -> String {
    String(decoding: name.prefix(64).map(\.lowered).filter { $0.isASCIILetter || $0.isDigit || $0 >= 0x80 }, as: UTF8.self)
  }

  /// The field of a name, and how good a name it is: 0 is best.
  static let ranks: [String: (field: StoryField, rank: Int)] = {
    var ranks: [String: (field: StoryField, rank: Int)] = [:]
    for field in allCases { for (rank, name) in field.names.enumerated() where ranks[name] == nil { ranks[name] = (field, rank) } }
    return ranks
  }()
}
