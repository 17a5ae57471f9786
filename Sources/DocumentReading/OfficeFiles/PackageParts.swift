/// The parts of an Office document that a reader asks for, unpacked. Everything else in it (pictures, fonts) is stepped over.
struct PackageParts {
  /// By their path in the package, in lower case, without a slash before it.
  private(set) var parts: [String: [UInt8]] = [:]
  /// What a person should know: a damaged part, a limit.
  private(set) var notes: [String] = []
  private(set) var isEncrypted = false

  /// - Parameter isWanted: by the path; called with lower case.
  /// - Throws: `.damaged` where it can't be opened, `.notKnown` where what is wanted is over the limit of one member.
  static func read(
    _ source: DocumentSource, in context: ReadingContext, isWanted: (String) -> Bool
  ) throws(ReadingError) -> PackageParts {
    var result = PackageParts()
    var total = 0
    try ArchiveStream.read(source, in: context) { stream throws(ReadingError) in
      for _ in 0..<Self.mostEntries {
        var refusal: String?
        switch stream.next(&refusal) {
        case .end:
          if let refusal { result.notes.append(refusal) }
          return
        case .damaged(let how):
          result.notes.append("the file is damaged: \(how): read as far as it goes")
          return
        case .entry(let entry):
          let name = path(EntryName.text(entry.name, isZip: true))
          guard entry.isFile, isWanted(name), result.parts[name] == nil else { continue }
          guard !entry.isEncrypted else {
            result.isEncrypted = true
            continue
          }
          let contents = stream.contents()
          total += contents.bytes.count
          guard !contents.isTooLarge, total <= context.limits.memberBytes else {
            throw .notKnown(
              "a document that unpacks to more than \(context.limits.memberBytes >> 20) MB (limit “member_mb”); save it in parts")
          }
          if let how = contents.damage { result.notes.append("the file is damaged: \(how): read as far as it goes") }
          if !contents.bytes.isEmpty { result.parts[name] = contents.bytes }
          if let refusal = contents.refusal {
            result.notes.append(refusal)
            return
          }
        }
      }
      result.notes.append("only the first \(Self.mostEntries) parts of the file were looked at")
    }
    return result
  }

  private static let mostEntries = 100_000

  static func path(_ name: String) -> String {
    let name = name.lowercased()
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }

  /// A part as clean text, whatever character set it declares.
  func text(_ name: String) throws(ReadingError) -> [UInt8]? {
    guard let bytes = parts[name] else { return nil }
    return try Self.decoded(bytes)
  }

  static func decoded(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    let result = bytes.withUnsafeBytes { buffer -> Result<[UInt8], ReadingError> in
      do throws(ReadingError) {
        return .success(try CharacterDecoding(buffer, declared: XMLDocumentReader.declaredCharacterSet(buffer)).text.bytes)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// A path as one part gives it in another: relative to that one's folder, perhaps with "..", "%20" and a "#place".
  static func resolved(_ reference: String, from part: String) -> String {
    let plain = reference.prefix { $0 != "#" && $0 != "?" }
    var folders = plain.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for step in plain.split(separator: "/") {
      if step == ".." { _ = folders.popLast() } else if step != "." { folders.append(unescaped(step)) }
    }
    return path(folders.joined(separator: "/"))
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2, let value = UInt8(rest.prefix(2).text, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
