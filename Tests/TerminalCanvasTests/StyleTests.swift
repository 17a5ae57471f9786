import TerminalCanvas
import Testing

@Suite struct StyleTests {
  @Test(arguments: [
    (Style(foreground: .indexed(2)), Style(foreground: .indexed(1), background: .indexed(4), isBold: true), "bold 2 on 4"),
    (Style(background: .rgb(1, 2, 3), isItalic: true), Style(foreground: .indexed(0)), "italic 0 on #010203"),
    (Style.plain, Style(foreground: .rgb(255, 0, 16), isDim: true), "dim #ff0010"),
    (Style(isReversed: true), Style(isReversed: true, isUnderlined: true), "reversed underlined"),
  ])
  func whatIsSetAboveWins(above: Style, below: Style, expected: String) {
    #expect(above.over(below).description == expected)
  }

  @Test func everyPartIsKept() {
    var style = Style(
      foreground: .rgb(255, 254, 253), background: .indexed(255), isBold: true, isDim: true, isItalic: true, isReversed: true,
      isUnderlined: true)
    #expect(style.foreground == .rgb(255, 254, 253) && style.background == .indexed(255))
    #expect(style.isBold && style.isDim && style.isItalic && style.isReversed && style.isUnderlined)
    style.foreground = .standard
    style.isDim = false
    #expect(style.description == "bold italic reversed underlined on 255")
    #expect(style.withoutColor == Style(isBold: true, isItalic: true, isReversed: true, isUnderlined: true))
    #expect(Style(foreground: .indexed(0)) != .plain, "black is a colour, too")
  }

  @Test func aScopeFallsBackToTheOneAboveIt() {
    let theme = Theme(name: "t", isDark: nil, styles: [.row: Style(isDim: true), .rowSelected: Style(isBold: true)])
    #expect(theme.style(.rowSelectedUnfocused) == Style(isBold: true))
    #expect(theme.style(.rowUnread) == Style(isDim: true))
    #expect(theme.style(.scrollbar) == .plain)
  }

  @Test func theTableOfScopesNamesEachOnce() {
    let names = ThemeScope.all.map(\.scope.rawValue)
    #expect(Set(names).count == names.count)
    #expect(ThemeScope.all.allSatisfy { !$0.help.isEmpty && !$0.help.hasSuffix(".") })
  }

  @Test(arguments: ThemeScope.all.map(\.scope).filter { $0.parent == .mark })
  func withoutColourAMarkStillShows(scope: ThemeScope) {
    #expect(Theme.plain.style(scope) != Theme.plain.style(.text))
    #expect(Theme.plain.style(scope).withoutColor == Theme.plain.style(scope))
  }

  @Test func withoutColourTheKindsOfMarksDiffer() {
    let styles = ThemeScope.all.map(\.scope).filter { $0.parent == .mark }.map { Theme.plain.style($0) }
    #expect(Set(styles).count == styles.count)
  }
}
