import DocumentReading
import Foundation
import RegulatoryModel
import SettingsText
import TOMLKit

/// What `config.toml` can say. A line that can't be understood is a warning with file and line, and the default stays.
struct Configuration: Equatable {
  /// Folders for the dashboard, `index` and `watch` where the command line names none.
  var folders: [String] = []
  var theme = "night"
  /// A preset of keys: `vim`, `newsboat` or `arrows`.
  var keys = "vim"
  var usesMouse = true
  /// Borders, sparklines and marks in plain ASCII.
  var isASCII = false
  /// How often a folder is looked at where the kernel can't tell of changes.
  var pollSeconds = 4.0
  var library: String?
  /// How much of a file is read, as `[limits]` says.
  var limits = ReadingLimits.standard

  /// One setting: its name, what it means, and how it is taken from its TOML value. The manual prints this table.
  struct Setting: Sendable {
    var name: String
    var help: String
    /// Returns false where the value is of the wrong sort.
    var apply: @Sendable (inout Configuration, any TOMLValueConvertible) -> Bool
  }

  static let settings: [Setting] = [
    Setting(name: "folders", help: "list of folders to load and watch") { configuration, value in
      guard let array = value.array else { return false }
      let folders = array.compactMap { $0.string }
      configuration.folders = folders
      return folders.count == array.count
    },
    Setting(name: "theme", help: "name of a theme, see regwatch themes") { configuration, value in
      guard let text = value.string else { return false }
      configuration.theme = text
      return true
    },
    Setting(name: "keys", help: "preset of keys: vim, newsboat or arrows") { configuration, value in
      guard let text = value.string, ["vim", "newsboat", "arrows"].contains(text) else { return false }
      configuration.keys = text
      return true
    },
    Setting(name: "mouse", help: "whether the mouse is used: true or false") { configuration, value in
      guard let flag = value.bool else { return false }
      configuration.usesMouse = flag
      return true
    },
    Setting(name: "ascii", help: "plain ASCII instead of box and block characters: true or false") { configuration, value in
      guard let flag = value.bool else { return false }
      configuration.isASCII = flag
      return true
    },
    Setting(name: "poll_seconds", help: "seconds between two looks at a network folder: 1 to 3600") { configuration, value in
      guard let seconds = value.double ?? value.int.map(Double.init), (1...3600).contains(seconds) else { return false }
      configuration.pollSeconds = seconds
      return true
    },
    Setting(name: "library", help: "path of the library file") { configuration, value in
      guard let text = value.string, !text.isEmpty else { return false }
      configuration.library = text
      return true
    },
    Setting(name: "limits", help: "table of how much of a file is read") { _, value in value.table != nil },
  ]

  /// Reads the file; without one, everything is as it comes.
  static func load(from path: String) -> (configuration: Configuration, warnings: [Problem]) {
    var configuration = Configuration()
    guard FileManager.default.fileExists(atPath: path) else { return (configuration, []) }
    let text: String
    do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
      return (configuration, [Problem("Cannot read \(path)", why: "it is not readable UTF-8 text", remedy: "the defaults are used")])
    }
    let file = SettingsFile(text: text, path: path)
    var warnings = file.problems
    for (name, value) in file.table {
      guard let setting = settings.first(where: { $0.name == name }) else {
        warnings.append(
          Problem(
            file.place(of: name), why: "there is no setting “\(name)”",
            remedy: NearestWord.nearest(to: name, among: settings.map(\.name)).map { "did you mean “\($0)”?" }
              ?? "known are \(settings.map(\.name).joined(separator: ", "))"))
        continue
      }
      var changed = configuration
      if setting.apply(&changed, value) {
        configuration = changed
        if let table = value.table { warnings += configuration.setLimits(table, in: file) }
      } else {
        warnings.append(Problem(file.place(of: name), why: "“\(name)” wants: \(setting.help)", remedy: "the default is used"))
      }
    }
    return (configuration, warnings)
  }

  /// Takes the `[limits]` as far as they are right; each wrong one is a warning, and keeps its default.
  private mutating func setLimits(_ table: TOMLTable, in file: SettingsFile) -> [Problem] {
    table.keys.sorted().compactMap { name in
      let place = file.place(of: name, in: "limits")
      guard let limit = ReadingLimit.all.first(where: { $0.name == name }) else {
        let names = ReadingLimit.all.map(\.name)
        return Problem(
          place, why: "there is no limit “\(name)”",
          remedy: NearestWord.nearest(to: name, among: names).map { "did you mean “\($0)”?" }
            ?? "known are \(names.joined(separator: ", "))")
      }
      if let value = table[name]?.int, limit.set(value, in: &limits) { return nil }
      return Problem(
        place, why: "“\(name)” (\(limit.meaning)) wants a whole number from \(limit.range.lowerBound) to \(limit.range.upperBound)",
        remedy: "the default, \(limit.value(in: .standard)), is used")
    }
  }
}
