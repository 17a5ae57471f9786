/// Takes out of a text the files that are written into it as "begin 644 name" … "end".
enum UUEncodedText {
  static func split(_ text: [UInt8]) -> (text: [UInt8], files: [(name: String, bytes: [UInt8])]) {
    guard text[...].starts(with: "begin ".utf8) || text[...].contains("\nbegin ") else { return (text, []) }
    var rest: [UInt8] = []
    var files: [(name: String, bytes: [UInt8])] = []
    var lines = LineReader(text[...])
    while let line = lines.next() {
      guard let name = fileName(line) else {
        rest += line + [0x0A]
        continue
      }
      // Without its end it is text after all; the lines are read again.
      let after = lines
      if let bytes = file(&lines) {
        files.append((name, bytes))
      } else {
        lines = after
        rest += line + [0x0A]
      }
    }
    return (rest, files)
  }

  /// "begin 644 report.txt"
  private static func fileName(_ line: Bytes) -> String? {
    guard line.starts(with: "begin ".utf8), line.count < 200 else { return nil }
    let words = line.words
    guard words.count >= 3, (3...4).contains(words[1].count), words[1].allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    return line[words[2].startIndex...].trimmed.text
  }

  private static func file(_ lines: inout LineReader) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let line = lines.next() {
      if line.trimmed.elementsEqual("end".utf8) { return bytes }
      guard let first = line.first, (0x20...0x60).contains(first) else { return nil }
      let count = Int((first &- 0x20) & 0x3F)
      let digits = Array(line.dropFirst())
      guard digits.count <= 66 else { return nil }
      var group: [UInt8] = []
      for place in stride(from: 0, to: (count + 2) / 3 * 4, by: 4) {
        let four = (0..<4).map { place + $0 < digits.count ? (digits[place + $0] &- 0x20) & 0x3F : 0 }
        group += [four[0] << 2 | four[1] >> 4, four[1] << 4 | four[2] >> 2, four[2] << 6 | four[3]]
      }
      bytes += group.prefix(count)
    }
    return nil
  }
}
