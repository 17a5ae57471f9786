import CEmbedded
import Foundation
import Glibc
import RegulatoryModel
import TerminalCanvas

/// All themes there are, built-in ones first; a user's theme takes the place of a built-in one of its name.
package struct ThemeCatalog: Sendable {
  /// A theme and where it is from.
  package struct Entry: Equatable, Sendable {
    package let theme: Theme
    /// The user's file; nil for a built-in theme.
    package let path: String?
  }

  package private(set) var entries: [Entry] = []
  /// What was wrong in the user's files. Every theme can be used nevertheless.
  package private(set) var problems: [Problem] = []

  /// The name of the theme that is used where none is chosen.
  package static let defaultName = "night"
  private static let maximumBytes = 256 * 1024

  /// Only what is compiled in.
  package static let builtIn = ThemeCatalog(user: [])

  /// The built-in themes and every `*.toml` of a folder, which need not exist.
  package static func load(userFolder: String?) -> ThemeCatalog {
    guard let userFolder else { return builtIn }
    var problems: [Problem] = []
    let files = read(userFolder, &problems)
    var catalog = ThemeCatalog(user: files)
    catalog.problems = problems + catalog.problems
    return catalog
  }

  package var names: [String] { entries.map(\.theme.name) }

  /// The theme of a name, in any case.
  package func theme(named name: String) -> Theme? {
    (entries.first { $0.theme.name == name } ?? entries.first { $0.theme.name.lowercased() == name.lowercased() })?.theme
  }

  /// The theme that is used where none is chosen.
  package var standard: Theme { theme(named: Self.defaultName) ?? .plain }

  /// What to tell somebody who asked for a theme that doesn't exist.
  package func unknown(_ name: String) -> Problem {
    Problem(
      "There is no theme “\(name)”", why: "the themes are \(names.joined(separator: ", "))",
      remedy: NearestWord.nearest(to: name, among: names).map { "did you mean “\($0)”?" })
  }

  private init(user: [ThemeFile]) {
    let embedded = Self.embedded
    for file in embedded where !user.contains(where: { $0.name == file.name }) { add(file, path: nil, user: user, embedded: embedded) }
    var seen: Set<String> = []
    for file in user {
      guard seen.insert(file.name).inserted else {
        problems.append(
          Problem(file.path, why: "there is another theme “\(file.name)” in the folder", remedy: "give one of them another name"))
        continue
      }
      add(file, path: file.path, user: user, embedded: embedded)
    }
  }

  private mutating func add(_ file: ThemeFile, path: String?, user: [ThemeFile], embedded: [ThemeFile]) {
    let chain = chain(of: file, user: user, embedded: embedded)
    problems += file.problems
    var palette: [String: Color] = [:]
    for link in chain.reversed() { palette.merge(link.palette) { $1 } }
    var styles: [ThemeScope: Style] = [:]
    for link in chain.reversed() {
      for entry in link.styles {
        do throws(StyleWords.Complaint) {
          styles[entry.scope] = try entry.words.style(palette: palette)
        } catch {
          guard link.path == file.path else { continue }
          let place = entry.line.map { "\(file.path):\($0)" } ?? file.path
          problems.append(
            Problem("\(place): \(entry.scope.rawValue)", why: error.text, remedy: error.nearest.map { "did you mean “\($0)”?" }))
        }
      }
    }
    let isDark = chain.lazy.compactMap(\.isDark).first
    entries.append(Entry(theme: Theme(name: file.name, isDark: isDark, styles: styles), path: path))
  }

  /// The file and all it inherits from, itself first. A user's theme may inherit from the built-in one that it replaces.
  private mutating func chain(of file: ThemeFile, user: [ThemeFile], embedded: [ThemeFile]) -> [ThemeFile] {
    var chain = [file]
    while let last = chain.last, let name = last.inherits {
      let candidates = (user + embedded).filter { $0.name == name }
      guard let next = candidates.first(where: { candidate in !chain.contains { $0.path == candidate.path } }) else {
        let why = candidates.isEmpty ? "there is no theme “\(name)” to inherit from" : "“\(name)” inherits from itself"
        let known = (embedded + user).map(\.name)
        let nearest = candidates.isEmpty ? NearestWord.nearest(to: name, among: known) : nil
        problems.append(Problem("\(last.path): inherits", why: why, remedy: nearest.map { "did you mean “\($0)”?" }))
        break
      }
      chain.append(next)
    }
    return chain
  }

  private static let embedded: [ThemeFile] = (0..<rw_theme_count()).map { index in
    var count = 0
    let bytes = UnsafeBufferPointer(start: rw_theme_bytes(index, &count), count: count)
    return ThemeFile(source: String(decoding: bytes, as: UTF8.self), path: "built-in theme \(index + 1)", defaultName: "\(index + 1)")
  }

  private static func read(_ folder: String, _ problems: inout [Problem]) -> [ThemeFile] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }  // no folder: no user themes
    var files: [ThemeFile] = []
    for name in names.sorted() where name.hasSuffix(".toml") && !name.hasPrefix(".") {
      let path = folder + "/" + name
      var status = stat()
      // A pipe would be waited for until somebody writes to it.
      if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
        problems.append(Problem("Cannot read \(path)", why: "it is not a file"))
        continue
      }
      do {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        let data = try handle.read(upToCount: maximumBytes + 1) ?? Data()
        try handle.close()
        guard data.count <= maximumBytes else {
          problems.append(Problem(path, why: "it is larger than \(maximumBytes / 1024) KiB, which no theme is"))
          continue
        }
        files.append(ThemeFile(source: String(decoding: data, as: UTF8.self), path: path, defaultName: String(name.dropLast(5))))
      } catch {
        problems.append(Problem("Cannot read \(path)", why: error.localizedDescription))
      }
    }
    return files
  }
}
