import RegulatoryModel

/// The document formats that regwatch reads: one row each, and help, coverage and documentation print this table.
///
/// A further format is a case here, a row in each of the properties below, and a reader in a file of its own.
package enum DocumentFormat: String, CaseIterable, Sendable {
  case plainText = "plain-text"
  case markdown
  case html
  case feed
  case xml
  case json
  case csv
  case pdf
  case mail
  case mailbox
  case archive
  case docx
  case odt
  case rtf
  case epub

  /// As a person calls it.
  package var name: String {
    switch self {
    case .plainText: "Plain text"
    case .markdown: "Markdown"
    case .html: "Web page"
    case .feed: "Feed"
    case .xml: "XML of Congress and the Federal Register"
    case .json: "JSON of stories, feeds or the Federal Register"
    case .csv: "Table of stories or prices"
    case .pdf: "PDF"
    case .mail: "Mail"
    case .mailbox: "Mailbox"
    case .archive: "Archive"
    case .docx: "Word document"
    case .odt: "OpenDocument text"
    case .rtf: "Rich text"
    case .epub: "Book"
    }
  }

  /// Lower case, without the dot. The first is the usual one.
  package var extensions: [String] {
    switch self {
    case .plainText: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml", "mhtml", "mht"]
    case .feed: ["rss", "atom", "rdf"]
    case .xml: ["xml"]
    case .json: ["json", "jsonl", "ndjson"]
    case .csv: ["csv", "tsv"]
    case .pdf: ["pdf"]
    case .mail: ["eml"]
    case .mailbox: ["mbox"]
    case .archive: ["zip", "tar", "tgz", "gz", "tbz2", "bz2", "txz", "xz", "tzst", "zst"]
    case .docx: ["docx", "docm", "dotx", "dotm"]
    case .odt: ["odt", "ott", "fodt"]
    case .rtf: ["rtf"]
    case .epub: ["epub"]
    }
  }

  /// One line for help and documentation.
  package var summary: String {
    switch self {
    case .plainText: "any character set; a file without an extension is tried as this"
    case .markdown: "with or without YAML front matter"
    case .html: "the article alone, without menus, banners, related links and comments; also of pages saved with their pictures (MHTML)"
    case .feed: "RSS 0.9 to 2.0, RDF and Atom, also where named .xml: a story for each item"
    case .xml: "bill status, bill and law texts, Federal Register documents and daily issues; known by the first element, whatever the name"
    case .json:
      "JSON Feed, lists and lines of stories as news services give them, documents and search results of the FederalRegister.gov API"
    case .csv:
      "a story for each row, by the names of the columns; or prices: Yahoo, CoinGecko, CoinMarketCap, Investing.com, Binance, or any date and close"
    case .pdf: "by pdftotext (Debian package poppler-utils); scanned pages are listed, not read"
    case .mail: "one message with its attachments; the files of a Maildir too, whatever they are called"
    case .mailbox: "all messages of an mbox file, also of one without an extension that begins with “From ”"
    case .archive: "as a folder: every document in it, archives in archives too; also a single packed file such as page.html.gz"
    case .docx: "its text as it stands, with all tracked changes accepted; no headers, footers, comments or hidden text"
    case .odt: "its text as it stands, with all tracked changes accepted; also templates and flat files"
    case .rtf: "its text, in whatever code page, without headers, footers and pictures"
    case .epub: "the whole book as one story, chapter after chapter"
    }
  }

  /// Whether it is read piece by piece from the file and not from memory, since it may be large.
  var isReadPiecewise: Bool {
    switch self {
    case .plainText, .markdown, .html, .feed, .xml, .json, .csv: false
    case .pdf, .mail, .mailbox, .archive, .docx, .odt, .rtf, .epub: true
    }
  }

  /// Whether what is read of it depends on helper programs, also by documents that lie in it.
  package var usesHelpers: Bool {
    switch self {
    case .plainText, .markdown, .html, .feed, .xml, .json, .csv, .docx, .odt, .rtf, .epub: false
    case .pdf, .mail, .mailbox, .archive: true
    }
  }

  /// The format that a file's extension claims; nil for an unknown one. A file without an extension counts as plain text,
  /// a file of a Maildir as mail, whatever follows the dots in its name.
  package init?(claimedBy path: DocumentPath) {
    if Maildir.holds(path) {
      self = .mail
      return
    }
    let claimed = path.fileExtension
    guard !claimed.isEmpty else {
      self = .plainText
      return
    }
    guard let format = Self.allCases.first(where: { $0.extensions.contains(claimed) }) else { return nil }
    self = format
  }
}
