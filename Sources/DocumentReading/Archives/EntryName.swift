import RegulatoryModel

/// An entry's name as the program uses it: text, not endless, and nothing but a label.
enum EntryName {
  /// Longer names are cut in the middle, so that folder and extension stay.
  static let longest = 400

  /// - Parameter isZip: a ZIP file's names are UTF-8 or, of old, in the code page of the first PCs.
  static func text(_ bytes: [UInt8], isZip: Bool) -> String {
    let whole = Array(shortened(bytes[...]))
    if let text = String(validating: whole, as: UTF8.self) { return text }
    if isZip, let old = whole.withUnsafeBufferPointer({ CharacterSetConversion.clean($0, from: "IBM437") }) { return old.bytes[...].text }
    return whole[...].text
  }

  private static func shortened(_ bytes: Bytes) -> [UInt8] {
    guard bytes.count > longest else { return Array(bytes) }
    var head = bytes.prefix(longest / 2)
    // No character is cut in two.
    while let last = head.last, last >= 0x80 { head = head.dropLast() }
    var tail = bytes.suffix(longest / 2)
    while let first = tail.first, first & 0xC0 == 0x80 { tail = tail.dropFirst() }
    return head + Array("…".utf8) + tail
  }

  /// The name of the file in a packed one: "page.html" of "page.html.gz".
  ///
  /// - Parameter stated: what the packed file itself says, which counts where its own name tells no type.
  static func unpacked(_ path: DocumentPath, stated: String) -> String {
    let name = path.name
    let inner = path.fileExtension.isEmpty ? name : String(name.dropLast(path.fileExtension.count + 1))
    let packed = ["tgz", "tbz2", "txz", "tzst"].contains(path.fileExtension) ? inner + ".tar" : inner
    let own = DocumentPath(stated)
    return DocumentPath(packed).fileExtension.isEmpty && !own.fileExtension.isEmpty ? own.name : packed
  }
}
