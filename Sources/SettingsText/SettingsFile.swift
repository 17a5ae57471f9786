import RegulatoryModel
import TOMLKit

/// A TOML file as far as it can be read: a line that is no TOML is told and left out, so that the others hold.
package struct SettingsFile {
  package let path: String
  package let table: TOMLTable
  package private(set) var problems: [Problem] = []
  package let lines: TOMLLines

  private static let maximumSyntaxErrors = 50

  /// - Parameter path: for messages.
  package init(text: String, path: String) {
    self.path = path
    // Neither a byte order mark, nor another system's line ends, are anything to the lines.
    let text = String(text.unicodeScalars.drop { $0 == "\u{FEFF}" }).replacing("\r\n", with: "\n")
    lines = TOMLLines(text)
    var source = text
    let headers = lines.faultyHeaders
    for line in Set(headers + lines.linesWithControls).sorted() {
      let why = headers.contains(line) ? "a table's name is letters, digits, “_” and “-”" : "there is a control character in it"
      problems.append(Problem("\(path):\(line)", why: "this is not TOML: \(why)"))
      source = TOMLLines(source).source(without: line) ?? source
    }
    for _ in 0..<Self.maximumSyntaxErrors {
      do {
        table = try TOMLTable(string: source)
        return
      } catch let error as TOMLParseError {
        let current = TOMLLines(source)
        guard let line = current.lastWritten(upTo: error.source.begin.line), let rest = current.source(without: line) else { break }
        problems.append(Problem("\(path):\(line)", why: "this is not TOML: \(Self.firstSentence(error.description))"))
        source = rest
      } catch {
        problems.append(Problem(path, why: "this is not TOML"))
        table = TOMLTable()
        return
      }
    }
    problems.append(Problem(path, why: "too much of it is not TOML"))
    table = TOMLTable()
  }

  /// The line, from 1, on which a key is given a value in a table (nil: before the first table); nil where it isn't found.
  package func line(of key: String, in table: String? = nil) -> Int? { lines.line(of: key, in: table) }

  /// `path:line`, or the path alone where the line isn't known.
  package func place(of key: String, in table: String? = nil) -> String { line(of: key, in: table).map { "\(path):\($0)" } ?? path }

  private static func firstSentence(_ text: String) -> String { String(text.prefix { $0 != "\n" }.prefix(200)) }
}
