/// Office documents made of their XML, for these tests.
enum OfficeFixture {
  private typealias Entry = ArchiveFixture.Entry

  /// - Parameter body: what stands in `w:body`.
  static func word(_ body: String, footnotes: String? = nil, core: String? = nil, part: String = "word/document.xml") -> [UInt8] {
    let names =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    var entries = [
      Entry("[Content_Types].xml", "<Types/>"),
      Entry(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"\(part)\"/></Relationships>"
      ),
      Entry(part, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \(names)><w:body>\(body)<w:sectPr/></w:body></w:document>"),
      Entry("word/header1.xml", "<w:hdr \(names)><w:p><w:r><w:t>Letterhead of the firm</w:t></w:r></w:p></w:hdr>"),
      Entry("word/media/image1.png", "no picture"),
    ]
    if let footnotes { entries.append(Entry("word/footnotes.xml", "<w:footnotes \(names)>\(footnotes)</w:footnotes>")) }
    if let core {
      entries.append(
        Entry(
          "docProps/core.xml",
          "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">\(core)</cp:coreProperties>"
        ))
    }
    return ArchiveFixture.bytes(entries)
  }

  /// A paragraph of Word with one run.
  static func p(_ text: String, style: String? = nil) -> String {
    "<w:p>" + (style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? "")
      + "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  private static let odfNames =
    "xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:table=\"urn:tb\" xmlns:style=\"urn:s\" xmlns:draw=\"urn:d\" xmlns:dc=\"urn:dc\" xmlns:meta=\"urn:m\" xmlns:svg=\"urn:svg\""

  static func openDocument(_ body: String, styles: String = "", meta: String = "", manifest: String = "") -> [UInt8] {
    ArchiveFixture.bytes(
      [
        Entry("mimetype", "application/vnd.oasis.opendocument.text"),
        Entry(
          "content.xml",
          "<office:document-content \(odfNames)><office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
        ),
        Entry("meta.xml", "<office:document-meta \(odfNames)><office:meta>\(meta)</office:meta></office:document-meta>"),
        Entry("styles.xml", "<office:document-styles \(odfNames)><text:p>Page header</text:p></office:document-styles>"),
        Entry("META-INF/manifest.xml", "<manifest>\(manifest)</manifest>"),
      ], stored: true)
  }

  static func flat(_ body: String, meta: String = "") -> [UInt8] {
    Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document \(odfNames)><office:meta>\(meta)</office:meta><office:master-styles><text:p>Page header</text:p></office:master-styles><office:body><office:text>\(body)</office:text></office:body></office:document>"
        .utf8)
  }

  static func book(
    chapters: [(name: String, page: String)], spine: [String]? = nil, metadata: String = "<dc:title>A Book</dc:title>",
    encryption: String? = nil
  ) -> [UInt8] {
    let manifest = chapters.enumerated().map {
      "<item id=\"c\($0.offset)\" href=\"\($0.element.name)\" media-type=\"application/xhtml+xml\"/>"
    }
    let references = spine ?? chapters.indices.map { "<itemref idref=\"c\($0)\"/>" }
    var entries = [
      Entry("mimetype", "application/epub+zip"),
      Entry("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/content.opf\"/></rootfiles></container>"),
      Entry(
        "OEBPS/content.opf",
        "<package xmlns:dc=\"d\" xmlns:opf=\"o\"><metadata>\(metadata)</metadata><manifest>\(manifest.joined())</manifest><spine>\(references.joined())</spine></package>"
      ),
    ]
    // In another order than they are read in.
    for chapter in chapters.reversed() { entries.append(Entry("OEBPS/" + chapter.name.replacing("%20", with: " "), chapter.page)) }
    if let encryption { entries.append(Entry("META-INF/encryption.xml", "<encryption>\(encryption)</encryption>")) }
    return ArchiveFixture.bytes(entries, stored: true)
  }
}
