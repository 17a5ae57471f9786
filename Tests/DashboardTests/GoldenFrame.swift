import Dashboard
import Foundation
import TerminalCanvas
import Testing

/// A theme in which every scope has a colour of its own, so that the style layer of a frame can name scopes.
enum ScopeTheme {
  static let theme = Theme(
    name: "scopes", isDark: nil,
    styles: Dictionary(
      uniqueKeysWithValues: ThemeScope.all.enumerated().map { ($0.element.scope, Style(foreground: .indexed(UInt8($0.offset + 1)))) }))

  static func name(_ style: Style) -> String {
    var name = "?"
    if case .indexed(let index) = style.foreground { name = ThemeScope.all[Int(index) - 1].scope.rawValue }
    return name + (style.isBold ? " bold" : "")
  }
}

/// Compares a screen with its stored picture: text, then styles. `REGWATCH_RECORD=1` stores it anew.
func expectGolden(_ name: String, _ state: DashboardState, location: SourceLocation = #_sourceLocation) throws {
  let canvas = render(state, theme: ScopeTheme.theme).canvas
  let picture = (canvas.lines + ["", "styles:"] + canvas.styleLines(name: ScopeTheme.name)).joined(separator: "\n") + "\n"
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name).txt")
  if ProcessInfo.processInfo.environment["REGWATCH_RECORD"] == "1" {
    try picture.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let stored = try String(contentsOf: file, encoding: .utf8)
  guard stored != picture else { return }
  let (old, new) = (
    stored.split(separator: "\n", omittingEmptySubsequences: false), picture.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let differing = (0..<max(old.count, new.count)).filter { $0 >= old.count || $0 >= new.count || old[$0] != new[$0] }
  let report = differing.prefix(8).map {
    "line \($0 + 1)\n  stored \($0 < old.count ? old[$0] : "–")\n  now    \($0 < new.count ? new[$0] : "–")"
  }
  Issue.record(
    "\(name) looks different:\n\(report.joined(separator: "\n"))\n\n\(canvas.lines.joined(separator: "\n"))", sourceLocation: location)
}
