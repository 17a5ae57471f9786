/// Writes JSON with its fields in the order given, on one line.
///
/// Foundation's encoder orders fields by itself; people read these lines, and scripts compare them.
struct JSONText {
  private(set) var text = ""
  private var needsComma = false

  static func object(_ body: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    json.object(body)
    return json.text
  }

  mutating func object(_ body: (inout JSONText) -> Void) {
    separate()
    text += "{"
    needsComma = false
    body(&self)
    text += "}"
    needsComma = true
  }

  mutating func array<Items: Sequence>(_ items: Items, _ each: (inout JSONText, Items.Element) -> Void) {
    separate()
    text += "["
    needsComma = false
    for item in items { each(&self, item) }
    text += "]"
    needsComma = true
  }

  mutating func field(_ name: String, _ body: (inout JSONText) -> Void) {
    key(name)
    body(&self)
    needsComma = true
  }

  mutating func field(_ name: String, _ value: String?) { field(name) { $0.value(value) } }
  mutating func field(_ name: String, _ value: Int) { field(name) { $0.raw(String(value)) } }
  mutating func field(_ name: String, _ value: Int64?) { field(name) { $0.raw(value.map { String($0) } ?? "null") } }
  mutating func field(_ name: String, _ value: Bool) { field(name) { $0.raw(value ? "true" : "false") } }
  mutating func field(_ name: String, _ value: Double?) { field(name) { $0.raw(value.map(Self.number) ?? "null") } }
  mutating func field(_ name: String, _ values: [String]) { field(name) { json in json.array(values) { $0.value($1) } } }
  mutating func field(_ name: String, _ values: [Int]) { field(name) { json in json.array(values) { $0.raw(String($1)) } } }

  mutating func value(_ value: String?) { raw(value.map(Self.quoted) ?? "null") }

  mutating func raw(_ literal: String) {
    separate()
    text += literal
    needsComma = true
  }

  private mutating func key(_ name: String) {
    separate()
    text += Self.quoted(name) + ":"
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  /// Whole numbers without a point; JSON has no infinities.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  /// RFC 8259, and what a terminal could obey (C1 controls, bidirectional controls, line separators) escaped as well: JSON is printed on terminals too.
  static func quoted(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0x0D: result += "\\r"
      case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: result += escape(UInt16(scalar.value))
      case 0xE0000...0xE0FFF:
        let offset = scalar.value - 0x10000
        result += escape(UInt16(0xD800 + (offset >> 10))) + escape(UInt16(0xDC00 + (offset & 0x3FF)))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
