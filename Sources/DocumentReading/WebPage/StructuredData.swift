/// A JSON value as pages embed it. Tolerant: what follows a mistake is lost, what came before it is kept.
indirect enum JSONValue: Sendable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number or a word, as it is written.
  case other(String)

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// A string; of an array its first; of an object its `name`, `@value`, `url` or `@id`.
  var text: String? {
    switch self {
    case .string(let text): text
    case .other(let text): text == "null" ? nil : text
    case .array(let values): values.first?.text
    case .object: (self["name"] ?? self["@value"] ?? self["url"] ?? self["@id"])?.text
    }
  }

  /// All names where several people or bodies are given.
  var names: [String] {
    if case .array(let values) = self { return values.compactMap(\.text) }
    return text.map { [$0] } ?? []
  }
}

/// Reads one JSON value from bytes.
struct JSONReader {
  private let bytes: Bytes
  private var index: Int
  private static let deepest = 64

  private init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  static func read(_ bytes: Bytes) -> JSONValue? {
    var reader = JSONReader(bytes)
    return reader.value(0)
  }

  /// The values of a script, also where some mistake stands between them.
  static func readAll(_ bytes: Bytes) -> [JSONValue] {
    var reader = JSONReader(bytes)
    var values: [JSONValue] = []
    for _ in 0..<50 {
      while reader.index < bytes.endIndex, bytes[reader.index] != 0x7B, bytes[reader.index] != 0x5B { reader.index += 1 }
      guard reader.index < bytes.endIndex else { break }
      let start = reader.index
      if let value = reader.value(0) { values.append(value) }
      if reader.index == start { reader.index += 1 }
    }
    return values
  }

  private mutating func value(_ depth: Int) -> JSONValue? {
    skip()
    guard depth < Self.deepest, index < bytes.endIndex else { return nil }
    switch bytes[index] {
    case 0x7B: return object(depth)
    case 0x5B: return array(depth)
    case 0x22: return string().map { .string($0) }
    default:
      let word = bytes[index...].prefix { $0.isWordByte || $0 == 0x2D || $0 == 0x2B || $0 == 0x2E }
      guard !word.isEmpty else { return nil }
      index = word.endIndex
      return .other(word.text)
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    index += 1
    while true {
      skip(0x2C)
      guard index < bytes.endIndex, bytes[index] == 0x22, let key = string() else { break }
      skip(0x3A)
      guard let value = value(depth + 1) else { break }
      members.append((key, value))
    }
    skip()
    if index < bytes.endIndex, bytes[index] == 0x7D { index += 1 }
    return .object(members)
  }

  private mutating func array(_ depth: Int) -> JSONValue {
    var values: [JSONValue] = []
    index += 1
    while true {
      skip(0x2C)
      guard index < bytes.endIndex, bytes[index] != 0x5D, let value = value(depth + 1) else { break }
      values.append(value)
    }
    if index < bytes.endIndex, bytes[index] == 0x5D { index += 1 }
    return .array(values)
  }

  private mutating func string() -> String? {
    index += 1
    var result: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 { return String(decoding: result, as: UTF8.self) }
      guard byte == 0x5C, index < bytes.endIndex else {
        result.append(byte)
        continue
      }
      let escaped = bytes[index]
      index += 1
      switch escaped {
      case 0x6E: result.append(0x0A)
      case 0x62, 0x66, 0x72, 0x74: result.append(0x20)
      case 0x75: UTF8Scalar.append(unicodeEscape(), to: &result)
      default: result.append(escaped)
      }
    }
    return nil
  }

  /// The four digits after `\u`, and a second escape where they are half of a pair.
  private mutating func unicodeEscape() -> Unicode.Scalar {
    guard let first = hexadecimal() else { return "\u{FFFD}" }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    guard index + 1 < bytes.endIndex, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return "\u{FFFD}" }
    index += 2
    guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, let value = UInt32(digits.text, radix: 16) else { return nil }
    index += 4
    return value
  }

  /// Skips white space and, between values, one kind of sign.
  private mutating func skip(_ sign: UInt8 = 0x20) {
    while index < bytes.endIndex, bytes[index].isSpace || bytes[index] == sign { index += 1 }
  }
}

/// What schema.org data in a page says of its article.
struct StructuredData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var authors: [String] = []
  /// The article itself, where the page has it in its data.
  private(set) var body: String?
  /// Names of people and bodies by the address under which others refer to them.
  private var namesByID: [String: String] = [:]
  private(set) var url: String?
  private(set) var type: String?
  /// How far the best object found was from an article.
  private var rank = 0
  private static let mostBytes = 1 << 20

  mutating func add(_ script: Bytes) {
    guard script.count <= Self.mostBytes else { return }
    let values = JSONReader.readAll(script)
    for value in values { noteNames(value, depth: 0) }
    for value in values { look(at: value, depth: 0) }
  }

  private mutating func noteNames(_ value: JSONValue, depth: Int) {
    guard depth < 4, namesByID.count < 500 else { return }
    switch value {
    case .array(let values): for value in values.prefix(200) { noteNames(value, depth: depth + 1) }
    case .object:
      if case .string(let id)? = value["@id"], case .string(let name)? = value["name"] { namesByID[id] = name }
      if let graph = value["@graph"] { noteNames(graph, depth: depth + 1) }
    case .string, .other: break
    }
  }

  /// The names of authors; one that is an address is looked up, else it is none.
  private func people(_ value: JSONValue?) -> [String] {
    (value?.names ?? []).compactMap { name in
      guard name.contains("://") || name.hasPrefix("#") || name.hasPrefix("/") else { return name.isEmpty ? nil : name }
      return namesByID[name]
    }
  }

  private mutating func look(at value: JSONValue, depth: Int) {
    guard depth < 8 else { return }
    switch value {
    case .array(let values): for value in values.prefix(200) { look(at: value, depth: depth + 1) }
    case .object:
      let rank = Self.rank(value["@type"]?.names ?? [])
      if rank > self.rank { take(value, rank) }
      for key in ["@graph", "mainEntity"] { if let inner = value[key] { look(at: inner, depth: depth + 1) } }
    case .string, .other: break
    }
  }

  private mutating func take(_ object: JSONValue, _ rank: Int) {
    self.rank = rank
    type = object["@type"]?.text
    headline = (object["headline"] ?? (rank > 1 ? object["name"] : nil))?.text
    published = (object["datePublished"] ?? object["dateCreated"] ?? object["uploadDate"])?.text
    publisher = people(object["publisher"] ?? object["sourceOrganization"]).first
    authors = people(object["author"] ?? object["creator"])
    body = object["articleBody"]?.text ?? body
    let main = object["mainEntityOfPage"]
    url = (main?["@id"] ?? main?["url"] ?? object["url"])?.text ?? main?.text
  }

  /// 2 for an article, 1 for a page that may say when it was published, 0 for all else.
  private static func rank(_ types: [String]) -> Int {
    if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0.hasSuffix("Report") || $0 == "Legislation" }) {
      return 2
    }
    return types.contains { $0.hasSuffix("WebPage") } ? 1 : 0
  }
}
