import CArchive
import DocumentReading
import Foundation
import Glibc
import RegulatoryModel
import Testing

/// Archives made in memory by libarchive, for these tests and those of Office documents.
struct ArchiveFixture {
  struct Entry {
    var name: [UInt8]
    var bytes: [UInt8] = []
    /// Seconds since 1970; 17 July 2025.
    var modified = 1_752_710_400
    var type: UInt32 = 0o100000

    init(_ name: String, _ text: String, modified: Int = 1_752_710_400) {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
      self.modified = modified
    }

    init(name: [UInt8], bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  enum Packing: String, CaseIterable {
    case zip, tar, gzip, bzip2, xz, zstd
  }

  /// - Parameter password: encrypts a ZIP archive.
  static func bytes(_ entries: [Entry], _ packing: Packing = .zip, password: String? = nil, stored: Bool = false) -> [UInt8] {
    let handle = archive_write_new()
    defer { archive_write_free(handle) }
    // Names are given as bytes and go in as they are.
    let names = rw_archive_names_in_utf8()
    let before = uselocale(names)
    defer {
      uselocale(before)
      freelocale(names)
    }
    if packing == .zip {
      archive_write_set_format_zip(handle)
      if stored { archive_write_zip_set_compression_store(handle) }
      if let password {
        archive_write_set_options(handle, "zip:encryption=zipcrypt")
        archive_write_set_passphrase(handle, password)
      }
    } else {
      archive_write_set_format_pax_restricted(handle)
      switch packing {
      case .gzip: archive_write_add_filter_gzip(handle)
      case .bzip2: archive_write_add_filter_bzip2(handle)
      case .xz: archive_write_add_filter_xz(handle)
      case .zstd: archive_write_add_filter_zstd(handle)
      case .zip, .tar: break
      }
    }
    return written(handle, room: entries.reduce(1 << 20) { $0 + $1.bytes.count + $1.name.count * 4 + 4096 }) {
      for entry in entries {
        let header = archive_entry_new()
        defer { archive_entry_free(header) }
        archive_entry_set_pathname(header, entry.name.map { CChar(bitPattern: $0) } + [0])
        archive_entry_set_size(header, Int64(entry.bytes.count))
        archive_entry_set_filetype(header, entry.type)
        archive_entry_set_perm(header, 0o644)
        archive_entry_set_mtime(header, entry.modified, 0)
        if entry.type == 0o120000 { archive_entry_set_symlink(header, "/etc/passwd") }
        archive_write_header(handle, header)
        if !entry.bytes.isEmpty { _ = archive_write_data(handle, entry.bytes, entry.bytes.count) }
      }
    }
  }

  /// One file packed by itself.
  static func packed(_ bytes: [UInt8], _ packing: Packing = .gzip) -> [UInt8] {
    let handle = archive_write_new()
    defer { archive_write_free(handle) }
    archive_write_set_format_raw(handle)
    switch packing {
    case .bzip2: archive_write_add_filter_bzip2(handle)
    case .xz: archive_write_add_filter_xz(handle)
    case .zstd: archive_write_add_filter_zstd(handle)
    default: archive_write_add_filter_gzip(handle)
    }
    return written(handle, room: bytes.count + (1 << 20)) {
      let header = archive_entry_new()
      defer { archive_entry_free(header) }
      rw_archive_make_file(header)
      archive_write_header(handle, header)
      _ = archive_write_data(handle, bytes, bytes.count)
    }
  }

  private static func written(_ handle: OpaquePointer?, room: Int, _ write: () -> Void) -> [UInt8] {
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 16)
    defer { buffer.deallocate() }
    var used = 0
    archive_write_set_bytes_in_last_block(handle, 1)
    archive_write_open_memory(handle, buffer, room, &used)
    write()
    archive_write_close(handle)
    return Array(UnsafeRawBufferPointer(start: buffer, count: used))
  }

  static func text(_ title: String) -> String { "\(title)\n\nThe SEC and Kraken met in Washington on \(title.count) days.\n" }
}

func read(_ bytes: [UInt8], as name: String, _ change: (inout ReadingLimits) -> Void = { _ in }) throws(ReadingError) -> Reading {
  try DocumentReader(limits: .with(change)).read(bytes, path: DocumentPath("inbox/\(name)"), modified: testDay)
}

/// Reads from a file in a folder of its own, as the program does; the folder holds nothing else afterwards.
func readFile(_ bytes: [UInt8], as name: String) throws -> Reading {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("archives-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent(name)
  try Data(bytes).write(to: file)
  let path = DocumentPath(file.path)
  let loaded = try FileLoader().load(path)
  let reading = try DocumentReader().read(loaded, path: path)
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name], "nothing is unpacked to disk")
  return reading
}
