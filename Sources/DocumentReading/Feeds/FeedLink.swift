/// Addresses in feeds, made whole against the address of the feed.
enum FeedLink {
  /// Longer than this is no address.
  private static let longest = 4096

  /// Nil where the text is no address of a page.
  static func whole(_ link: String, against base: String?) -> String? {
    let link = String(decoding: Array(link.utf8)[...].trimmed.filter { $0 != 0x0A && $0 != 0x09 }, as: UTF8.self)
    guard !link.isEmpty, link.utf8.count <= longest else { return nil }
    if let scheme = scheme(of: link) { return ["javascript", "data", "vbscript"].contains(scheme) ? nil : link }
    guard let base, let origin = Origin(base) else { return link }
    if link.hasPrefix("//") { return origin.scheme + ":" + link }
    if link.hasPrefix("/") { return origin.root + normal(link) }
    if link.hasPrefix("#") || link.hasPrefix("?") { return origin.root + origin.path + link }
    let folder = origin.path.lastIndex(of: "/").map { String(origin.path[...$0]) } ?? "/"
    return origin.root + normal(folder + link)
  }

  /// In small letters; nil for a relative address.
  static func scheme(of link: String) -> String? {
    let bytes = Array(link.utf8)[...]
    let name = bytes.prefix { $0.isASCIILetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    guard !name.isEmpty, name.count <= 20, name.endIndex < bytes.endIndex, bytes[name.endIndex] == 0x3A, name.first?.isASCIILetter == true
    else { return nil }
    return name.text.lowercased()
  }

  /// Whether it is the address of a page.
  static func isWeb(_ link: String) -> Bool { scheme(of: link).map { $0 == "http" || $0 == "https" } ?? false }

  /// What to call what has no title, by the last part of its path: "sec-sues-kraken.html" as "Sec sues kraken"; by host and path where
  /// that is no name. Nil for what is no address of a page.
  static func name(_ link: String) -> [UInt8]? {
    guard isWeb(link), let origin = Origin(link) else { return nil }
    let host = Array(origin.root.utf8).drop { $0 != 0x2F }.drop { $0 == 0x2F }
    var path = Array(origin.path.utf8)[...]
    while path.last == 0x2F { path = path.dropLast() }
    var last = path.split(separator: 0x2F).last ?? [][...]
    if let dot = last.lastIndex(of: 0x2E), last.endIndex - dot <= 6 { last = last[..<dot] }
    let words = percentDecoded(last).map { [0x2D, 0x5F, 0x2B].contains($0) ? 0x20 : $0 }
    let name = words.withUnsafeBufferPointer { OneLine.collapsed(CleanText(utf8: $0).bytes[...]) }
    // A number is no name, nor is one short word.
    guard name.contains(0x20), name.contains(where: \.isASCIILetter) || name.contains(where: { $0 >= 0x80 }) else {
      return Array(host + path)
    }
    return name.first.map { [$0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0] + name.dropFirst() }
  }

  private static func percentDecoded(_ text: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x25, index + 2 < text.endIndex, let value = UInt8(text[(index + 1)...(index + 2)].text, radix: 16) {
        result.append(value)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private struct Origin {
    var scheme: String
    var root: String
    var path: String

    init?(_ base: String) {
      guard let mark = base.firstRange(of: "://"), let scheme = FeedLink.scheme(of: base) else { return nil }
      self.scheme = scheme
      let rest = base[mark.upperBound...]
      let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      root = String(base[..<mark.upperBound]) + host
      let path = rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
      self.path = path.isEmpty ? "/" : String(path)
    }
  }

  /// Without "." and ".." among its parts.
  private static func normal(_ path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var parts: [Substring] = []
    let given = path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (place, part) in given.enumerated() {
      let isLast = place == given.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        _ = parts.popLast()
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/") + path[end...]
  }
}
