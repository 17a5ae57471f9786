import Dashboard
import Foundation
import RegulatoryModel
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
    var problems: [Problem] = []
    var overrides: [(action: String, keys: [String])] = []
    do {
      let whole = try TOMLTable(string: text)
      for (name, value) in whole["keys"]?.table ?? whole {
        if let one = value.string {
          overrides.append((name, one.isEmpty ? [] : [one]))
        } else if let several = value.array, several.allSatisfy({ $0.string != nil }) {
          overrides.append((name, several.compactMap { $0.string }))
        } else {
          problems.append(
            Problem(
              "\(path):\(Configuration.line(of: name, in: text))", why: "“\(name)” wants a key or a list of keys",
              remedy: "the preset’s keys are used"))
        }
      }
    } catch let error as TOMLParseError {
      return (
        KeyMap(preset: preset),
        [Problem("\(path):\(error.source.begin.line)", why: error.description, remedy: "the preset’s keys are used")]
      )
    } catch {
      return (KeyMap(preset: preset), [Problem(path, why: "\(error)", remedy: "the preset’s keys are used")])
    }
    let (map, keyProblems) = KeyMap.made(preset: preset, overrides: overrides)
    return (map, problems + keyProblems.map { Problem("\(path): \($0.what)", why: $0.why, remedy: $0.remedy) })
  }
}
