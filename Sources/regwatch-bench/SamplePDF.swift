import Foundation

/// A small PDF document: pages of lines in Helvetica, nothing compressed.
enum SamplePDF {
  private static let lineWidth = 90
  private static let linesOfPage = 48

  @Sendable static func document(_ stories: [SampleStory]) -> [UInt8] {
    let lines = stories.flatMap { [$0.title, ""] + $0.paragraphs.flatMap { wrapped($0) + [""] } }
    let pages = stride(from: 0, to: lines.count, by: linesOfPage).map { Array(lines[$0..<min(lines.count, $0 + linesOfPage)]) }
    // Catalogue, list of pages and font come first, then a page and its contents by turns.
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for (place, page) in pages.enumerated() {
      let contents = "BT /F1 10 Tf 14 TL 60 740 Td\n" + page.map { "(\(escaped($0))) Tj T*\n" }.joined() + "ET"
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + 2 * place) 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(contents.utf8.count) >>\nstream\n\(contents)\nendstream")
    }
    var file = Array("%PDF-1.4\n".utf8)
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.count)
      file += Array("\(number + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let start = file.count
    let table = places.map { String(format: "%010d 00000 n \n", $0) }.joined()
    file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(table)".utf8)
    file += Array("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return file
  }

  private static func wrapped(_ paragraph: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.utf8.count + word.utf8.count >= lineWidth {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// ASCII alone: a dash becomes a hyphen.
  private static func escaped(_ line: String) -> String {
    String(
      line.flatMap { character -> [Character] in
        switch character {
        case "(", ")", "\\": ["\\", character]
        case _ where character.isASCII: [character]
        default: ["-"]
        }
      })
  }
}
