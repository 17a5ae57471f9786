import RegulatoryModel
import SettingsText
import TOMLKit
import TerminalCanvas

/// One theme file as written: nothing inherited, no colour looked up.
struct ThemeFile {
  /// For messages: "themes/mine.toml".
  let path: String
  var name: String
  var inherits: String?
  var isDark: Bool?
  var palette: [String: Color] = [:]
  var styles: [Entry] = []
  var problems: [Problem] = []

  /// A style with the line it stands on.
  struct Entry {
    let scope: ThemeScope
    let words: StyleWords
    let line: Int?
  }

  private static let topLevel = ["name", "inherits", "dark", "palette", "styles", "description"]
  private let lines: TOMLLines

  /// - Parameter defaultName: the name where the file gives none: its own, without `.toml`.
  init(source: String, path: String, defaultName: String) {
    self.path = path
    name = defaultName
    let file = SettingsFile(text: source, path: path)
    lines = file.lines
    problems = file.problems
    let table = file.table
    readTop(table)
    if let colors = table["palette"]?.table {
      readPalette(colors)
    } else if table["palette"] != nil {
      complain("palette", nil, "it must be a table")
    }
    if let styles = table["styles"]?.table {
      readStyles(styles, under: nil)
    } else if table["styles"] != nil {
      complain("styles", nil, "it must be a table")
    }
    styles.sort { ($0.line ?? 0, $0.scope.rawValue) < ($1.line ?? 0, $1.scope.rawValue) }
  }

  private mutating func readTop(_ table: TOMLTable) {
    for key in table.keys.sorted() {
      switch key {
      case "name":
        if let text = table[key]?.string, !text.isEmpty { name = text } else { complain(key, nil, "it must be a text") }
      case "inherits":
        if let text = table[key]?.string { inherits = text } else { complain(key, nil, "it must be the name of a theme") }
      case "dark":
        if let flag = table[key]?.bool { isDark = flag } else { complain(key, nil, "it must be true or false") }
      case "palette", "styles", "description": continue
      default: complain(key, nil, "there is no such setting", nearest: NearestWord.nearest(to: key, among: Self.topLevel))
      }
    }
  }

  private mutating func readPalette(_ table: TOMLTable) {
    for key in table.keys.sorted() {
      let value = table[key]
      if let text = value?.string {
        if let color = ColorName.color(text) { palette[key] = color } else { complain(key, "palette", "“\(text)” is no colour") }
      } else if let number = value?.int, let index = UInt8(exactly: number) {
        palette[key] = .indexed(index)
      } else {
        complain(key, "palette", "it must be “#rrggbb”, a number from 0 to 255 or one of the sixteen colours by name")
      }
    }
  }

  /// `"row.selected" = …`, or the same as nested tables.
  private mutating func readStyles(_ table: TOMLTable, under parent: String?) {
    for key in table.keys.sorted() {
      let name = parent.map { $0 + "." + key } ?? key
      if let inner = table[key]?.table {
        let (values, nested) = Self.split(inner, of: name)
        if !values.isEmpty || nested.isEmpty { readStyle(name, table: inner, keys: values) }
        let rest = TOMLTable()
        for nestedKey in nested { rest[nestedKey] = inner[nestedKey] }
        if !nested.isEmpty { readStyles(rest, under: name) }
      } else if let text = table[key]?.string {
        do throws(StyleWords.Complaint) { add(name, try StyleWords(text)) } catch {
          complain(name, "styles", error.text, nearest: error.nearest)
        }
      } else {
        complain(name, "styles", "it must be words like “bold blue” or a table like { fg = \"blue\" }")
      }
    }
  }

  /// The keys that make up a style, known or mistaken, and those that are scopes: `dim` can be either.
  private static func split(_ table: TOMLTable, of name: String) -> (values: [String], nested: [String]) {
    let keys = table.keys.sorted()
    let nested = keys.filter { key in
      if table[key]?.table != nil { return true }
      return table[key]?.string != nil && ThemeScope.all.contains { ($0.scope.rawValue + ".").hasPrefix("\(name).\(key).") }
    }
    return (keys.filter { !nested.contains($0) }, nested)
  }

  private mutating func readStyle(_ name: String, table: TOMLTable, keys: [String]) {
    var words = StyleWords()
    for key in keys {
      let value = table[key]
      if key == "fg" || key == "bg" {
        guard let color = value?.string ?? value?.int.map(String.init) else {
          complain(name, "styles", "\(key) must be a colour")
          continue
        }
        if key == "fg" { words.foreground = color } else { words.background = color }
      } else if let attribute = StyleWords.attributeNames[key] {
        guard let flag = value?.bool else {
          complain(name, "styles", "\(key) must be true or false")
          continue
        }
        words.attributes[keyPath: attribute] = flag
      } else {
        complain(
          name, "styles", "there is no “\(key)” in a style",
          nearest: NearestWord.nearest(to: key, among: ["fg", "bg"] + StyleWords.attributeNames.keys.sorted()))
      }
    }
    add(name, words)
  }

  private mutating func add(_ name: String, _ words: StyleWords) {
    let known = ThemeScope.all.map(\.scope.rawValue)
    // A general name that stands above known ones is good, too: `move` for `move.up` and `move.down`.
    guard known.contains(name) || known.contains(where: { $0.hasPrefix(name + ".") }) else {
      return complain(name, "styles", "there is no such scope", nearest: NearestWord.nearest(to: name, among: known))
    }
    styles.append(Entry(scope: ThemeScope(rawValue: name), words: words, line: lines.line(of: name, in: "styles")))
  }

  private mutating func complain(_ key: String, _ table: String?, _ why: String, nearest: String? = nil) {
    let line = lines.line(of: key, in: table)
    problems.append(
      Problem("\(path)\(line.map { ":\($0)" } ?? ""): \(key)", why: why, remedy: nearest.map { "did you mean “\($0)”?" }))
  }
}
