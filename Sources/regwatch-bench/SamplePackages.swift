import CArchive
import Foundation

/// Office documents and archives of stories, written by libarchive.
enum SamplePackages {
  enum Packing { case zip, tarGzip }

  @Sendable static func word(_ stories: [SampleStory]) -> [UInt8] {
    let body = stories.map { $0.joined("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">", "</w:t></w:r></w:p>") }.joined()
    return packed(
      [
        (
          "[Content_Types].xml",
          "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/word/document.xml\" "
            + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
        ),
        (
          "_rels/.rels",
          "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r\" Target=\"word/document.xml\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>"
        ),
        (
          "word/document.xml",
          "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
        ),
      ], .zip)
  }

  @Sendable static func openDocument(_ stories: [SampleStory]) -> [UInt8] {
    let body = stories.map { $0.joined("<text:p text:style-name=\"P1\">", "</text:p>") }.joined()
    return packed(
      [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
          "content.xml",
          "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>\(body)</office:text>"
            + "</office:body></office:document-content>"
        ),
      ], .zip)
  }

  @Sendable static func book(_ stories: [SampleStory]) -> [UInt8] {
    let items = stories.indices.map { "<item id=\"c\($0)\" href=\"c\($0).xhtml\" media-type=\"application/xhtml+xml\"/>" }.joined()
    let spine = stories.indices.map { "<itemref idref=\"c\($0)\"/>" }.joined()
    let chapters = stories.enumerated().map { place, story in
      (
        "c\(place).xhtml",
        "<html><head><title>\(story.title)</title></head><body><h1>\(story.title)</h1>\(story.joined("<p>", "</p>\n"))</body></html>"
      )
    }
    return packed(
      [
        ("mimetype", "application/epub+zip"),
        (
          "META-INF/container.xml",
          "<?xml version=\"1.0\"?><container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\"><rootfiles>"
            + "<rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"
        ),
        (
          "book.opf",
          "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\">"
            + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>A book</dc:title></metadata>"
            + "<manifest>\(items)</manifest><spine>\(spine)</spine></package>"
        ),
      ] + chapters, .zip)
  }

  static func folder(_ stories: [SampleStory], _ packing: Packing) -> [UInt8] {
    packed(stories.enumerated().map { ("docs/\($0.offset).txt", FormatSample.plain($0.element)) }, packing)
  }

  private static func packed(_ entries: [(name: String, text: String)], _ packing: Packing) -> [UInt8] {
    let handle = archive_write_new()
    defer { archive_write_free(handle) }
    switch packing {
    case .zip:
      archive_write_set_format_zip(handle)
    case .tarGzip:
      archive_write_set_format_pax_restricted(handle)
      archive_write_add_filter_gzip(handle)
    }
    let room = entries.reduce(1 << 20) { $0 + $1.text.utf8.count + $1.name.utf8.count * 4 + 4096 }
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 16)
    defer { buffer.deallocate() }
    var used = 0
    archive_write_set_bytes_in_last_block(handle, 1)
    archive_write_open_memory(handle, buffer, room, &used)
    for entry in entries {
      let header = archive_entry_new()
      defer { archive_entry_free(header) }
      let bytes = Array(entry.text.utf8)
      archive_entry_set_pathname(header, entry.name)
      archive_entry_set_size(header, Int64(bytes.count))
      rw_archive_make_file(header)
      archive_entry_set_mtime(header, 1_736_150_400, 0)
      // What says which document it is stands first and unpacked.
      if packing == .zip, entry.name == "mimetype" {
        archive_write_zip_set_compression_store(handle)
      } else if packing == .zip {
        archive_write_zip_set_compression_deflate(handle)
      }
      archive_write_header(handle, header)
      _ = archive_write_data(handle, bytes, bytes.count)
    }
    archive_write_close(handle)
    return Array(UnsafeRawBufferPointer(start: buffer, count: used))
  }
}
