import Foundation
import RegulatoryModel
import SettingsText
import TOMLKit

/// The user's own names: TOML files that extend the tables compiled in and overrule them.
///
/// ```toml
/// [[exchange]]
/// id = "kraken"                     # a known id adds to that row, a new one makes a row
/// name = "Kraken"
/// aliases = ["Payward", "?Krak"]    # `?`: counts only on evidence
/// cues = ["jesse powell", "-seattle"]
///
/// [[deny]]
/// kind = "agency"
/// id = "federal-reserve"
/// alias = "the Fed"                 # without it: all of the row
/// ```
/// `people = true`, above the first entry, lets those who lead an exchange stand for it.
///
/// The other kinds are `agency` (with `country`, `role`, `parent`), `asset` (its id is the ticker), `person` (with `chamber`,
/// `party`, `state`) and `bill` (with `number`, `sponsor`, `jurisdiction`, `status`). A bad entry is a problem with file and line and is
/// left out; the rest counts.
struct UserLexicon {
  private(set) var tables: LexiconTables
  private(set) var problems: [Problem] = []

  init(extending tables: LexiconTables) { self.tables = tables }

  /// Takes in one file; later files overrule earlier ones.
  mutating func add(file: String, text: String) {
    let settings = SettingsFile(text: text, path: file)
    problems += settings.problems
    let document = settings.table
    let lines = EntryLines(text)
    for kind in document.keys.sorted() {
      if kind == "people" {
        if let isWanted = document[kind]?.bool {
          tables.namesPeople = isWanted
        } else {
          report(file, line: lines.first(kind), "“people” must be true or false")
        }
        continue
      }
      guard let known = UserEntry.Kind(rawValue: kind) else {
        report(file, line: lines.first(kind), "“\(kind)” is none of \(UserEntry.Kind.allNames)")
        continue
      }
      guard let entries = document[kind]?.array else {
        report(file, line: lines.first(kind), "“\(kind)” must be written [[\(kind)]]")
        continue
      }
      for (number, value) in entries.enumerated() {
        let line = lines.line(of: kind, number: number)
        guard let table = value.table else {
          report(file, line: line, "each “\(kind)” must be a table")
          continue
        }
        switch UserEntry.read(table, kind: known) {
        case .success(let entry):
          let origin = LexiconOrigin(file: file, line: line)
          if let complaint = tables.apply(entry, from: origin) {
            report(file, line: line, complaint)
          } else {
            tables.userEntries.append(entry)
            tables.userOrigins.append(origin)
            tables.noteNames(of: entry, from: origin)
          }
        case .failure(let complaint): report(file, line: line, complaint.text)
        }
      }
    }
  }

  /// What of a text is no TOML.
  static func syntaxProblems(_ text: String, path: String) -> [Problem] { SettingsFile(text: text, path: path).problems }

  private mutating func report(_ file: String, line: Int, _ why: String) {
    problems.append(Problem("Cannot use all of \(file):\(line)", why: why, remedy: "that entry is left out"))
  }
}

/// On which line each `[[kind]]` stands, since the parser does not tell.
private struct EntryLines {
  private var lines: [String: [Int]] = [:]

  init(_ text: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let bare = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
      if bare.hasPrefix("[["), bare.hasSuffix("]]") {
        lines[String(bare.dropFirst(2).dropLast(2)), default: []].append(number + 1)
      } else if bare.hasPrefix("["), bare.hasSuffix("]") {
        lines[String(bare.dropFirst().dropLast()), default: []].append(number + 1)
      } else if let equals = bare.firstIndex(of: "=") {
        lines[String(bare[..<equals]), default: []].append(number + 1)
      }
    }
  }

  func first(_ kind: String) -> Int { lines[kind]?.first ?? 1 }

  func line(of kind: String, number: Int) -> Int {
    guard let found = lines[kind], number < found.count else { return first(kind) }
    return found[number]
  }
}

extension Lexicon {
  /// The tables compiled in with the user's files on top. Never fails: what can't be read or used is among `problems`.
  ///
  /// - Parameter userFiles: paths of TOML files, taken in this order.
  package static func extended(byFiles userFiles: [String]) -> Lexicon {
    var texts: [(file: String, text: String)] = []
    var unreadable: [Problem] = []
    for path in userFiles {
      do {
        texts.append((path, try String(contentsOfFile: path, encoding: .utf8)))
      } catch {
        unreadable.append(Problem("Cannot read \(path)", why: "it is not there, not readable, or not UTF-8"))
      }
    }
    return extended(byTexts: texts, problems: unreadable)
  }

  /// As `extended(byFiles:)`, with the `*.toml` files of a folder in the order of their names; a folder that isn't there has none.
  package static func extended(byFolder folder: String) -> Lexicon {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // Nothing there is no problem.
    return extended(byFiles: names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().map { folder + "/" + $0 })
  }

  static func extended(byTexts texts: [(file: String, text: String)], problems: [Problem] = []) -> Lexicon {
    if texts.isEmpty && problems.isEmpty { return .builtIn }
    var user = UserLexicon(extending: .embedded)
    for (file, text) in texts { user.add(file: file, text: text) }
    return Lexicon(user.tables, problems: problems + user.problems)
  }
}
