/// What the environment and the user's settings say about the terminal.
package struct TerminalOptions: Equatable, Sendable {
  /// The name of the terminal's description.
  package var term: String
  /// False for `NO_COLOR`: attributes only.
  package var usesColor: Bool
  /// `COLORTERM` says that it takes any RGB colour. Used where a description with direct colour is installed, too.
  package var claimsTrueColor: Bool
  /// Whether clicks and the wheel come here instead of selecting text.
  package var usesMouse = false
  /// The size to believe where the terminal says none; nil takes 80×24.
  package var fallbackColumns: Int?
  package var fallbackRows: Int?

  package init(environment: [String: String]) {
    term = environment["TERM"] ?? ""
    usesColor = (environment["NO_COLOR"] ?? "").isEmpty
    claimsTrueColor = ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased() ?? "")
    fallbackColumns = environment["COLUMNS"].flatMap { Int($0) }
    fallbackRows = environment["LINES"].flatMap { Int($0) }
  }

  /// The descriptions to try, best first: a direct-colour sister of `term`, then itself.
  package var candidates: [String] {
    guard usesColor, claimsTrueColor, !term.hasSuffix("-direct") else { return [term] }
    let family = term.hasSuffix("-256color") ? String(term.dropLast("-256color".count)) : term
    return [family + "-direct", term]
  }
}
