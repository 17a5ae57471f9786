import CGMime
import Glibc
import RegulatoryModel

/// A message that GMime has taken apart. Owns everything in it; its parts must not outlive it.
final class MailMessage {
  private let message: OpaquePointer

  /// GMime is made ready once; the value has no other use.
  static let started: Void = rw_mail_start()

  /// Nil for what GMime can't make anything of.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    _ = Self.started
    let parsed = bytes.withMemoryRebound(to: CChar.self) { rw_mail_parse($0.baseAddress, $0.count) }
    guard let parsed else { return nil }
    message = parsed
  }

  deinit { rw_mail_free(message) }

  var root: MailPart? { MailPart(rw_mail_root(message)) }
  var headers: MailHeaders { MailHeaders(rw_mail_as_object(message), characterSet: root?.firstCharacterSet(depth: 0)) }
}

/// One node of a message's tree. Borrowed from its `MailMessage`.
struct MailPart {
  private let object: OpaquePointer

  enum Content {
    case part
    case multipart([MailPart])
    case message(root: MailPart?, headers: MailHeaders)
  }

  fileprivate init?(_ object: OpaquePointer?) {
    guard let object, rw_mail_kind_of(object) != RW_MAIL_NOTHING else { return nil }
    self.object = object
  }

  var content: Content {
    switch rw_mail_kind_of(object) {
    case RW_MAIL_MULTIPART:
      return .multipart((0..<max(0, Int(rw_mail_count(object)))).compactMap { MailPart(rw_mail_child(object, Int32($0))) })
    case RW_MAIL_MESSAGE:
      guard let inner = rw_mail_inner(object) else { return .multipart([]) }
      let root = MailPart(rw_mail_root(inner))
      return .message(root: root, headers: MailHeaders(rw_mail_as_object(inner), characterSet: root?.firstCharacterSet(depth: 0)))
    default: return .part
    }
  }

  /// "text/plain", in lower case.
  var type: String { "\(Self.lower(rw_mail_type(object)))/\(Self.lower(rw_mail_subtype(object)))" }

  func parameter(_ name: String) -> String? { Self.string(g_mime_object_get_content_type_parameter(object, name)) }

  /// The character set that the first text declares: programs that write bytes into their headers mean that one.
  fileprivate func firstCharacterSet(depth: Int) -> String? {
    if let named = parameter("charset") { return named }
    guard depth < 8, rw_mail_kind_of(object) == RW_MAIL_MULTIPART, rw_mail_count(object) > 0 else { return nil }
    return MailPart(rw_mail_child(object, 0))?.firstCharacterSet(depth: depth + 1)
  }

  /// "attachment", "inline", or nil.
  var disposition: String? { Self.string(g_mime_object_get_disposition(object))?.lowercased() }
  var hasContentID: Bool { g_mime_object_get_content_id(object) != nil }
  /// Without its angle brackets.
  var contentID: String? { Self.string(g_mime_object_get_content_id(object))?.filter { $0 != "<" && $0 != ">" } }
  var headers: MailHeaders { MailHeaders(object, characterSet: nil) }

  /// The file name that the part gives itself, without the folders it may name.
  var fileName: String? {
    guard rw_mail_kind_of(object) == RW_MAIL_PART, let name = Self.string(rw_mail_filename(object)) else { return nil }
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return last.isEmpty ? nil : last
  }

  /// The bytes without their transfer encoding; empty for none. Of a part only.
  var bytes: [UInt8] {
    guard rw_mail_kind_of(object) == RW_MAIL_PART, let array = rw_mail_content(object) else { return [] }
    defer { g_byte_array_unref(array) }
    guard let data = array.pointee.data else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String? { text.map { String(cString: $0) } }
  private static func lower(_ text: UnsafePointer<CChar>?) -> String { string(text)?.lowercased() ?? "" }
}

/// The headers of a message. Borrowed from its `MailMessage`.
struct MailHeaders {
  private let object: OpaquePointer?
  private static let longest = 1 << 16

  /// What bytes in the headers are taken for, where they are no UTF-8.
  private let characterSet: String?

  fileprivate init(_ object: OpaquePointer?, characterSet: String?) {
    self.object = object
    self.characterSet = characterSet
  }

  /// A header's value as it stands there; nil where there is none, or nothing in it.
  func raw(_ name: String) -> [UInt8]? {
    guard let object, let value = rw_mail_header(object, name) else { return nil }
    let bytes = UnsafeBufferPointer(start: value, count: strnlen(value, Self.longest)).map { UInt8(bitPattern: $0) }
    return bytes[...].trimmed.isEmpty ? nil : bytes
  }

  /// A header's words on one line, decoded: RFC 2047 in its right and wrong forms, and bytes in any character set.
  func text(_ name: String) -> [UInt8]? {
    guard let raw = raw(name) else { return nil }
    let line = Self.decoded(raw, characterSet)
    return line.isEmpty ? nil : line
  }

  static func decoded(_ raw: [UInt8], _ declared: String? = nil) -> [UInt8] {
    var known = raw.withUnsafeBytes { try? CharacterDecoding($0, declared: declared).text.bytes } ?? []
    if known.isEmpty { known = raw.withUnsafeBufferPointer { CleanText(utf8: $0).bytes } }
    guard known[...].contains("=?") else { return OneLine.collapsed(known[...]) }
    known.append(0)
    let decoded = known.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { g_mime_utils_header_decode_text(nil, $0.baseAddress) }
    }
    guard let decoded else { return OneLine.collapsed(known.dropLast()) }
    defer { g_free(decoded) }
    let text = UnsafeBufferPointer(start: decoded, count: strlen(decoded)).withMemoryRebound(to: UInt8.self) { CleanText(utf8: $0) }
    return OneLine.collapsed(text.bytes[...])
  }

  /// The first address of a header: the name shown with it, and the address itself.
  func address(_ header: String) -> (name: String?, address: String?)? {
    guard let raw = raw(header) else { return nil }
    var bytes = raw.withUnsafeBytes { try? CharacterDecoding($0, declared: characterSet).text.bytes } ?? raw
    bytes.removeAll { $0 == 0 }
    bytes.append(0)
    let list = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { rw_mail_addresses($0.baseAddress) }
    }
    defer { rw_mail_free_addresses(list) }
    guard let list, let first = rw_mail_first_address(list) else { return (Self.decoded(raw, characterSet)[...].text, nil) }
    let name = rw_mail_address_name(first).map { Self.name(String(cString: $0)) }
    let address = rw_mail_mailbox(first).map { String(cString: $0) }
    return (name?.isEmpty == false ? name : nil, address?.isEmpty == false ? address : nil)
  }

  /// A name without the quotation marks that some programs leave around it.
  private static func name(_ text: String) -> String {
    var bytes = OneLine.collapsed(Array(text.utf8)[...])[...]
    while let first = bytes.first, let last = bytes.last, bytes.count > 1, first == last, first == 0x22 || first == 0x27 {
      bytes = bytes.dropFirst().dropLast()
    }
    return bytes.trimmed.text
  }

  /// The day of the mail: from its Date header, else from the last server that it passed.
  func day(within bounds: DateBounds) -> CalendarDay? {
    for name in ["Date", "Received", "Resent-Date", "Delivery-Date"] {
      guard let raw = raw(name) else { continue }
      var stamp = raw[...]
      if name == "Received" { stamp = raw.lastIndex(of: 0x3B).map { raw[($0 + 1)...] } ?? raw[0..<0] }
      if let day = Self.day(stamp.prefix(200)), bounds.contains(day) { return day }
    }
    return nil
  }

  private static func day(_ stamp: Bytes) -> CalendarDay? {
    var text: [UInt8] = stamp.filter { $0 != 0 }
    text.append(0)
    var (year, month, day): (Int32, Int32, Int32) = (0, 0, 0)
    let isDate = text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { rw_mail_day($0.baseAddress, &year, &month, &day) }
    }
    if isDate == 1, let found = CalendarDay(year: Int(year), month: Int(month), day: Int(day)) { return found }
    return DateReader(order: nil).first(in: stamp)?.day
  }
}
