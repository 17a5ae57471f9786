import RegulatoryModel

/// How an item is known again when its feed or export is downloaded anew.
enum StoryIdentity {
  /// Longer ones are stored by their digest.
  private static let longest = 500

  /// By its own id, else its address, else its title and date; nil where there is none of these.
  static func of(id: String?, url: String?, title: [UInt8], day: CalendarDay?) -> String? {
    for given in [id, url] {
      guard let given else { continue }
      let line = OneLine.collapsed(Array(given.utf8)[...])
      guard !line.isEmpty else { continue }
      return line.count <= longest ? String(decoding: line, as: UTF8.self) : digest(line)
    }
    guard !title.isEmpty else { return nil }
    return digest(title + Array("\n\(day.map { String($0.daysSinceEpoch) } ?? "")".utf8))
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    let digest = bytes.withUnsafeBytes { ContentDigest(of: $0) }
    return "digest:" + String(digest.high, radix: 16) + String(digest.low, radix: 16)
  }
}
