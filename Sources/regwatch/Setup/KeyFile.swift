import Dashboard
import Foundation
import RegulatoryModel
import SettingsText
import TOMLKit

/// The user's own keys, from `keys.toml`: `mark-read = "m"` or `back = ["q", "Backspace"]`, under `[keys]` or at the top.
enum KeyFile {
  static func load(from path: String, preset: KeyPreset) -> (map: KeyMap, problems: [Problem]) {
    guard FileManager.default.fileExists(atPath: path) else { return (KeyMap(preset: preset), []) }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      return (
        KeyMap(preset: preset), [Problem("Cannot read \(path)", why: "it is not readable UTF-8 text", remedy: "the preset’s keys are used")]
      )
    }
    let file = SettingsFile(text: text, path: path)
    var problems = file.problems
    var overrides: [(action: String, keys: [String])] = []
    let (keys, section) = file.table["keys"]?.table.map { ($0, String?("keys")) } ?? (file.table, String?.none)
    for (name, value) in keys {
      if let one = value.string {
        overrides.append((name, one.isEmpty ? [] : [one]))
      } else if let several = value.array, several.allSatisfy({ $0.string != nil }) {
        overrides.append((name, several.compactMap { $0.string }))
      } else {
        problems.append(
          Problem(file.place(of: name, in: section), why: "“\(name)” wants a key or a list of keys", remedy: "the preset’s keys are used"))
      }
    }
    let (map, keyProblems) = KeyMap.made(preset: preset, overrides: overrides)
    return (map, problems + keyProblems.map { Problem("\(path): \($0.what)", why: $0.why, remedy: $0.remedy) })
  }
}
