import CArchive
import Glibc
import PrintableText
import RegulatoryModel

/// One pass over the entries of an archive or packed file, from memory or from an open file.
///
/// A class, since libarchive calls it back. Everything it unpacks, also what is only skipped, is charged to the budget.
final class ArchiveStream {
  /// What lies at the place the stream has come to.
  struct Entry {
    /// As the archive has it: no path of the disk.
    var name: [UInt8]
    /// The day of the last change; nil where the archive says nothing that can be true.
    var modified: CalendarDay?
    /// Unpacked, in bytes, as the archive claims; nil where it doesn't.
    var size: Int?
    /// A regular file: no folder, link or device.
    var isFile: Bool
    var isEncrypted: Bool
    /// The file is no archive but one packed file.
    var isAlone: Bool
  }

  enum Step {
    case entry(Entry)
    case end
    /// Nothing more can be read; libarchive's words.
    case damaged(String)
  }

  /// An entry's bytes, or as many as there were.
  struct Contents {
    var bytes: [UInt8] = []
    /// Why there are no more; nil where this is all.
    var damage: String?
    /// Whether it was larger than may be.
    var isTooLarge = false
    /// The limit of the whole file that was reached.
    var refusal: String?
  }

  private let handle: OpaquePointer
  private let source: DocumentSource
  private let context: ReadingContext
  private var offset = 0
  private let buffer: UnsafeMutableRawPointer
  private var cannotRead = false
  /// Whether the entry's bytes were all read, or there are none.
  private var isPassed = true
  private var entrySize: Int?
  /// More ZIP entries than this are not taken into libarchive's list.
  private static let longestList = 200_000
  private static let pieceSize = 1 << 18

  /// Walks an archive with the body; `.damaged` where it can't even be opened.
  ///
  /// Names come in UTF-8 for that time, whatever the locale.
  static func read<Result>(
    _ source: DocumentSource, in context: ReadingContext, _ body: (ArchiveStream) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    let names = rw_archive_names_in_utf8()
    let before = names.flatMap { uselocale($0) }
    defer {
      if let before { uselocale(before) }
      if let names { freelocale(names) }
    }
    guard let handle = archive_read_new() else { throw .damaged("there was no memory left to read it") }
    let stream = ArchiveStream(handle, source, context)
    defer { stream.close() }
    try stream.open()
    return try body(stream)
  }

  private init(_ handle: OpaquePointer, _ source: DocumentSource, _ context: ReadingContext) {
    self.handle = handle
    self.source = source
    self.context = context
    buffer = .allocate(byteCount: Self.pieceSize, alignment: 16)
  }

  private func close() {
    archive_read_free(handle)
    buffer.deallocate()
  }

  private func open() throws(ReadingError) {
    // A ZIP file is never taken out of another packing, and nothing else is tried on one: each reader sees only what is made for it.
    if ZipTail.isZip(source) {
      archive_read_support_format_zip_streamable(handle)
      if ZipTail.mostEntries(source) <= Self.longestList { archive_read_support_format_zip_seekable(handle) }
    } else {
      guard LZMADictionary.isModest(source) else { throw .notKnown("an xz archive that takes too much memory to unpack") }
      archive_read_support_filter_gzip(handle)
      archive_read_support_filter_bzip2(handle)
      archive_read_support_filter_xz(handle)
      archive_read_support_filter_zstd(handle)
      archive_read_support_format_tar(handle)
      archive_read_support_format_raw(handle)
    }
    archive_read_set_callback_data(handle, Unmanaged.passUnretained(self).toOpaque())
    archive_read_set_read_callback(handle) { _, client, piece in ArchiveStream.from(client)?.read(into: piece) ?? -1 }
    archive_read_set_skip_callback(handle) { _, client, count in ArchiveStream.from(client)?.skip(Int(count)) ?? 0 }
    archive_read_set_seek_callback(handle) { _, client, offset, origin in
      ArchiveStream.from(client)?.seek(Int(offset), origin) ?? Int64(ARCHIVE_FATAL)
    }
    guard archive_read_open1(handle) >= ARCHIVE_WARN else { throw .damaged(trouble) }
  }

  // MARK: What libarchive asks for

  private static func from(_ client: UnsafeMutableRawPointer?) -> ArchiveStream? {
    client.map { Unmanaged<ArchiveStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(into piece: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    let wanted = min(Self.pieceSize, source.size - offset)
    guard wanted > 0 else { return 0 }
    switch source {
    case .memory(let bytes):
      piece?.pointee = bytes.baseAddress.map { $0 + offset }
      offset += wanted
      return wanted
    case .file(let file):
      var got = pread(file.descriptor, buffer, wanted, off_t(offset))
      while got < 0, errno == EINTR { got = pread(file.descriptor, buffer, wanted, off_t(offset)) }
      if got < 0 { cannotRead = true }
      piece?.pointee = UnsafeRawPointer(buffer)
      offset += max(0, got)
      return got
    }
  }

  private func skip(_ count: Int) -> Int64 {
    let step = max(0, min(count, source.size - offset))
    offset += step
    return Int64(step)
  }

  private func seek(_ wanted: Int, _ origin: Int32) -> Int64 {
    let start = origin == SEEK_CUR ? offset : origin == SEEK_END ? source.size : 0
    let (target, overflow) = start.addingReportingOverflow(wanted)
    guard !overflow, target >= 0, target <= source.size else { return Int64(ARCHIVE_FATAL) }
    offset = target
    return Int64(target)
  }

  // MARK: Entries

  /// Whether what is skipped has to be unpacked all the same.
  private var isFiltered: Bool { archive_filter_count(handle) > 1 }

  /// Goes to the next entry.
  ///
  /// - Parameter refusal: set to the reason where a limit of the whole file was reached on the way; then this is the end.
  func next(_ refusal: inout String?) -> Step {
    if let sentence = pass() {
      refusal = sentence
      return .end
    }
    var entry: OpaquePointer?
    var result = archive_read_next_header(handle, &entry)
    // What libarchive calls worth another try comes one after the other, so that this goes forward.
    var tries = 0
    while result == ARCHIVE_RETRY || result == ARCHIVE_FAILED, tries < 100 {
      tries += 1
      result = archive_read_next_header(handle, &entry)
    }
    if result == ARCHIVE_EOF { return .end }
    guard result >= ARCHIVE_WARN, let entry else { return .damaged(trouble) }
    // A header takes 512 bytes, also where an archive is nothing but headers.
    if isFiltered, let sentence = context.budget.unpack(512, of: source.size) {
      refusal = sentence
      return .end
    }
    let isAlone = archive_format(handle) == ARCHIVE_FORMAT_RAW
    entrySize = archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    isPassed = false
    return .entry(
      Entry(
        name: Self.name(of: entry), modified: day(of: entry), size: entrySize, isFile: isAlone || rw_archive_is_file(entry) != 0,
        isEncrypted: archive_entry_is_data_encrypted(entry) != 0, isAlone: isAlone))
  }

  /// Whether the file is neither an archive nor packed.
  var isPlain: Bool { archive_format(handle) == ARCHIVE_FORMAT_RAW && !isFiltered }

  private static func name(of entry: OpaquePointer) -> [UInt8] {
    guard let name = archive_entry_pathname(entry) else { return [] }
    return Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  /// Days before 1990 are what archivers write that know none; days long after the archive itself are no better.
  private func day(of entry: OpaquePointer) -> CalendarDay? {
    guard archive_entry_mtime_is_set(entry) != 0 else { return nil }
    let day = CalendarDay(secondsSinceEpoch: Int64(archive_entry_mtime(entry)))
    return DateBounds(modified: context.modified).contains(day) ? day : nil
  }

  // MARK: Bytes

  /// The entry's bytes, up to the limit of one member.
  func contents() -> Contents {
    var contents = Contents()
    let limit = context.limits.memberBytes
    guard (entrySize ?? 0) <= limit else {
      contents.isTooLarge = true
      return contents
    }
    contents.bytes.reserveCapacity(min(entrySize ?? 0, Self.pieceSize))
    while true {
      var problem: Int = 0
      let start = contents.bytes.count
      let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { room, filled in
        let got = archive_read_data(handle, room.baseAddress, room.count)
        filled = max(0, got)
        problem = min(0, got)
      }
      contents.bytes += piece
      if problem < 0 {
        contents.damage = trouble
        isPassed = true
        return contents
      }
      guard contents.bytes.count > start else {
        isPassed = true
        return contents
      }
      if let sentence = context.budget.unpack(piece.count, of: source.size) {
        contents.refusal = sentence
        return contents
      }
      guard contents.bytes.count <= limit else {
        contents.bytes = []
        contents.isTooLarge = true
        return contents
      }
    }
  }

  /// Gets behind the entry. What must be unpacked for that is charged, as bombs are made of what nobody reads.
  private func pass() -> String? {
    guard !isPassed else { return nil }
    isPassed = true
    // A ZIP file's entry of known size, or a tar file's, is stepped over.
    guard isFiltered || entrySize == nil else { return nil }
    while true {
      var block: UnsafeRawPointer?
      var count = 0
      var place: Int64 = 0
      guard archive_read_data_block(handle, &block, &count, &place) == ARCHIVE_OK else { return nil }
      if let sentence = context.budget.unpack(count, of: source.size) { return sentence }
    }
  }

  /// What went wrong, in libarchive's words, on one line.
  private var trouble: String {
    if cannotRead { return "the system could not read it" }
    guard let message = archive_error_string(handle) else { return "it is broken off or no archive" }
    let line = OneLine.collapsed(Array(UnsafeRawBufferPointer(start: message, count: strlen(message)))[...])[...]
    return PrintableText.safe(line.prefix(characters: 120).text)
  }
}

extension ArchiveStream.Entry {
  /// Whether it lies in one of the places that hold no documents: hidden files, what macOS adds.
  var isHidden: Bool {
    name.split(separator: 0x2F).contains { part in
      part.first == 0x2E && part != [0x2E] && part != [0x2E, 0x2E] || part.elementsEqual("__MACOSX".utf8)
        || part.elementsEqual("Thumbs.db".utf8) || part.elementsEqual("desktop.ini".utf8)
    }
  }
}
