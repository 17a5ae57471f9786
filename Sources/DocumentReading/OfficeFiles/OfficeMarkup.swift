import Glibc

/// What the elements of one kind of Office XML mean. A class, since it takes in a stream.
protocol OfficeMarkup: AnyObject {
  /// The elements that mean something, and one for all others.
  associatedtype Tag

  /// - Parameter name: without its prefix, for prefixes differ.
  static func tag(_ name: String) -> Tag
  /// Returns false where the element and all in it is left out; `closed` is then not called for it.
  func opened(_ tag: Tag, _ attributes: OfficeAttributes, inside: Tag?) -> Bool
  func closed(_ tag: Tag)
  func found(_ text: UnsafeBufferPointer<UInt8>)
}

/// An element's attributes, as libxml2 has them while the element is being opened.
struct OfficeAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The value of an attribute, by its name without the prefix.
  subscript(_ name: StaticString) -> String? {
    guard let list else { return nil }
    var place = 0
    while let key = list[place] {
      defer { place += 2 }
      guard let value = list[place + 1], Self.isSame(key, name) else { continue }
      // libxml2 writes ampersands of values as references.
      return String(cString: value).replacing("&#38;", with: "&")
    }
    return nil
  }

  private static func isSame(_ key: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    let length = strlen(key)
    let wanted = name.utf8CodeUnitCount
    guard length >= wanted, memcmp(key + (length - wanted), name.utf8Start, wanted) == 0 else { return false }
    return length == wanted || key[length - wanted - 1] == 0x3A
  }
}

/// Walks a document's XML for a markup: keeps the open elements, and leaves out those it does not want with all in them.
enum OfficeWalk {
  /// - Returns: what should be known of broken XML.
  static func read<Markup: OfficeMarkup>(_ source: [UInt8], limits: ReadingLimits, into markup: Markup) -> [String] {
    // libxml2 keeps each name once, so that a name's address stands for it.
    var known: [UnsafePointer<UInt8>: Markup.Tag] = [:]
    var open: [Markup.Tag] = []
    var leftOut = 0
    return XMLStream.read(
      source, limits: limits,
      XMLStream.Events(
        opened: { name, attributes in
          guard leftOut == 0 else {
            leftOut += 1
            return
          }
          let tag: Markup.Tag
          if let found = known[name] {
            tag = found
          } else {
            let local = strrchr(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), 0x3A).map { UnsafePointer($0 + 1) }
            tag = Markup.tag(local.map { String(cString: $0) } ?? String(cString: name))
            known[name] = tag
          }
          if markup.opened(tag, OfficeAttributes(list: attributes), inside: open.last) {
            open.append(tag)
          } else {
            leftOut = 1
          }
        },
        closed: {
          if leftOut > 0 {
            leftOut -= 1
          } else if let tag = open.popLast() {
            markup.closed(tag)
          }
        },
        found: { if leftOut == 0 { markup.found($0) } })
    ).notes
  }
}
