// A canvas as text, to compare with a stored fixture.

extension Canvas {
  /// The text of each row, without blanks at its end.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = String.UnicodeScalarView()
      var end = line.endIndex
      for cell in cells[(row * size.columns)..<((row + 1) * size.columns)] where cell.width > 0 {
        line.append(contentsOf: cell.scalars)
        if cell.base != 0x20 || cell.markCount > 0 { end = line.endIndex }
      }
      return String(line[..<end])
    }
  }

  /// The styles as one letter per cell, `.` for plain, then an empty line and the legend.
  ///
  /// - Parameter name: what the legend calls a style; by default its description.
  package func styleLines(name: (Style) -> String = { $0.description }) -> [String] {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    var result: [String] = []
    for row in 0..<size.rows {
      var line = ""
      for cell in cells[(row * size.columns)..<((row + 1) * size.columns)] {
        if let letter = letters[cell.style] {
          line.append(letter)
          continue
        }
        let letter = legend.count < alphabet.count ? alphabet[legend.count] : "?"
        letters[cell.style] = letter
        legend.append("\(letter) = \(name(cell.style))")
        line.append(letter)
      }
      while line.last == "." { line.removeLast() }
      result.append(line)
    }
    return result + (legend.isEmpty ? [] : [""] + legend)
  }
}
