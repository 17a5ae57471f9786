import RegulatoryModel
import TerminalCanvas

/// A style as it is written, before its colours are looked up in a palette.
struct StyleWords: Equatable {
  /// Colour names as written; nil leaves the terminal's own.
  var foreground: String?
  var background: String?
  var attributes = Style.plain

  static let attributeNames: [String: any WritableKeyPath<Style, Bool> & Sendable] = [
    "bold": \.isBold, "dim": \.isDim, "italic": \.isItalic, "underline": \.isUnderlined, "underlined": \.isUnderlined,
    "reverse": \.isReversed, "reversed": \.isReversed,
  ]

  init() {}

  /// "bold blue on #202020".
  /// - Throws: what is wrong with it, in words.
  init(_ text: String) throws(Complaint) {
    var words = text.split(separator: " ")[...]
    while let word = words.popFirst() {
      if let attribute = Self.attributeNames[word.lowercased()] {
        attributes[keyPath: attribute] = true
      } else if word.lowercased() == "on" {
        guard let color = words.popFirst() else { throw Complaint("nothing follows “on”") }
        guard background == nil else { throw Complaint("it has two backgrounds") }
        background = String(color)
      } else if word.lowercased() != "plain" {
        if let foreground { throw Complaint("it has two colours, “\(foreground)” and “\(word)”; a background follows “on”") }
        foreground = String(word)
      }
    }
  }

  /// The style with the colours of a palette; names that are in neither it nor the sixteen are told.
  func style(palette: [String: Color]) throws(Complaint) -> Style {
    var style = attributes
    if let foreground { style.foreground = try Self.color(foreground, palette) }
    if let background { style.background = try Self.color(background, palette) }
    return style
  }

  private static func color(_ name: String, _ palette: [String: Color]) throws(Complaint) -> Color {
    if let color = palette[name] ?? ColorName.color(name) { return color }
    let known = palette.keys.sorted() + ColorName.all.keys.sorted()
    throw Complaint("there is no colour “\(name)”", nearest: NearestWord.nearest(to: name, among: known))
  }

  /// What is wrong with a value, and a name that may have been meant.
  struct Complaint: Error, Equatable {
    var text: String
    var nearest: String?
    init(_ text: String, nearest: String? = nil) {
      self.text = text
      self.nearest = nearest
    }
  }
}
