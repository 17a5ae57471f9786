import RegulatoryModel

/// Knows the files of a Maildir by their paths: `cur/1700000000.M1P2.host:2,S`, where what follows a dot is no extension.
///
/// Files in `tmp/` are still being written, and are none.
enum Maildir {
  static func holds(_ path: DocumentPath) -> Bool {
    let pieces = path.bytes.split(separator: 0x2F)
    guard let name = pieces.last, let folder = pieces.dropLast().last, folder.elementsEqual("cur".utf8) || folder.elementsEqual("new".utf8)
    else { return false }
    return hasFlags(name) || isStamped(name)
  }

  /// ":2,FRS": version two of the flags; file systems that know no colon get ";", "!" or "-" for it.
  private static func hasFlags(_ name: Bytes) -> Bool {
    guard let comma = name.lastIndex(of: 0x2C), comma >= name.startIndex + 2, name[comma - 1] == 0x32,
      [0x3A, 0x3B, 0x21, 0x2D].contains(name[comma - 2])
    else { return false }
    return name[(comma + 1)...].allSatisfy(\.isASCIILetter)
  }

  /// The time of delivery in seconds, a dot or underscore, and two more pieces.
  private static func isStamped(_ name: Bytes) -> Bool {
    let digits = name.prefix { $0.isDigit }
    guard (9...11).contains(digits.count), let separator = name.dropFirst(digits.count).first, separator == 0x2E || separator == 0x5F else {
      return false
    }
    return name.dropFirst(digits.count + 1).contains(0x2E)
  }
}
