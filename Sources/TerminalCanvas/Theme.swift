/// A style for each scope.
package struct Theme: Equatable, Sendable {
  package var name: String
  /// Whether it is made for a dark background; nil where it leaves that to the terminal.
  package var isDark: Bool?
  package var styles: [ThemeScope: Style]

  package init(name: String, isDark: Bool?, styles: [ThemeScope: Style]) {
    self.name = name
    self.isDark = isDark
    self.styles = styles
  }

  /// The style of a scope, else of the nearest scope above it, else plain.
  package func style(_ scope: ThemeScope) -> Style {
    if let found = styles[scope] { return found }
    guard let parent = scope.parent else { return .plain }
    return style(parent)
  }

  /// Attributes only: for `NO_COLOR` and terminals without colour. Nothing here or elsewhere is told by colour alone.
  package static let plain = Theme(
    name: "plain", isDark: nil,
    styles: [
      .text: .plain, .textDim: Style(isDim: true),
      .border: Style(isDim: true), .borderFocused: Style(isBold: true),
      .title: .plain, .titleFocused: Style(isBold: true, isReversed: true),
      .header: Style(isBold: true),
      .status: .plain, .statusError: Style(isBold: true, isReversed: true), .statusKey: Style(isBold: true),
      .row: .plain, .rowSelected: Style(isReversed: true), .rowSelectedUnfocused: Style(isUnderlined: true),
      .rowUnread: Style(isBold: true), .rowFiltered: Style(isBold: true, isUnderlined: true),
      .count: .plain, .countNew: Style(isBold: true), .spark: .plain,
      .ladderDone: Style(isBold: true), .ladderTodo: Style(isDim: true),
      .moveUp: .plain, .moveDown: Style(isBold: true), .moveSwing: Style(isItalic: true),
      .star: Style(isBold: true), .badge: Style(isReversed: true), .kind: Style(isItalic: true),
      .mark: Style(isUnderlined: true),
      .markExchange: Style(isUnderlined: true), .markAgency: Style(isBold: true),
      .markBill: Style(isBold: true, isUnderlined: true), .markAsset: Style(isItalic: true),
      .markVolatility: Style(isBold: true, isItalic: true), .markAction: Style(isReversed: true),
      .markDeadline: Style(isReversed: true, isUnderlined: true), .markQuote: Style(isItalic: true, isUnderlined: true),
      .markCurrent: Style(isBold: true, isReversed: true),
      .searchHit: Style(isBold: true, isReversed: true, isUnderlined: true),
      .prompt: Style(isBold: true), .promptError: Style(isReversed: true),
      .palette: .plain, .paletteSelected: Style(isReversed: true), .helpKey: Style(isBold: true),
      .progressDone: Style(isReversed: true), .progressTodo: Style(isDim: true), .scrollbar: Style(isDim: true),
    ])
}
