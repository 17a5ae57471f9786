/// The address that browsers write into a comment at the beginning of a page that they save.
enum SavedFrom {
  private static let headBytes = 4096

  /// "saved from url=(0034)https://…" of Internet Explorer and Chrome, " url: https://…" of SingleFile.
  static func address(in source: [UInt8]) -> String? {
    let head = source.prefix(headBytes)
    let start: Int
    if let saved = head.firstIndex(of: "saved from url=(") {
      guard let close = head[saved...].firstIndex(of: 0x29) else { return nil }
      start = close + 1
    } else if let saved = head.firstIndex(of: "saved with singlefile"), let key = head[saved...].firstIndex(of: "url: ") {
      start = key + 5
    } else {
      return nil
    }
    let address = head[start...].prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    return address.hasPrefix("http://") || address.hasPrefix("https://") ? address.text : nil
  }
}
