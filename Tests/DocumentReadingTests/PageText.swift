/// Writes pages as `pdftotext -bbox-layout` does. Lengths are points.
struct PageText {
  private(set) var text = "<head>\n"
  private var pages = ""

  init(title: String? = nil, created: String? = nil) {
    if let title { text += "<title>\(title)</title>\n" }
    if let created { text += "<meta name=\"CreationDate\" content=\"\(created)\"/>\n" }
    text += "</head>\n<doc>\n"
  }

  /// One page; each line is set with letters half as wide as high, so that its right edge follows from its text.
  mutating func page(_ lines: [Line], isWhole: Bool = true) {
    pages += "  <page width=\"612.000000\" height=\"792.000000\">\n"
    for line in lines { pages += line.text }
    if isWhole { pages += "  </page>\n" }
  }

  var output: String { text + pages + "</doc>\n" }
  var bytes: [UInt8] { Array(output.utf8) }

  struct Line {
    var words: String
    var left: Double = 72
    var top: Double
    var height: Double = 12
    var right: Double?

    init(_ words: String, left: Double = 72, top: Double, height: Double = 12, right: Double? = nil) {
      self.words = words
      self.left = left
      self.top = top
      self.height = height
      self.right = right
    }

    var text: String {
      let parts = words.split(separator: " ")
      // Spread over the given width, as justified lines are.
      let letters = parts.reduce(0) { $0 + $1.count }
      let end = right ?? left + Double(letters + parts.count - 1) * height / 2
      let blank = parts.count > 1 ? height / 2 : 0
      let letter = (end - left - blank * Double(parts.count - 1)) / Double(max(1, letters))
      var result = "<block xMin=\"0\">\n<line xMin=\"\(left)\">\n"
      var place = left
      for part in parts {
        let width = letter * Double(part.count)
        result += "<word xMin=\"\(place)\" yMin=\"\(top)\" xMax=\"\(place + width)\" yMax=\"\(top + height)\">\(part)</word>\n"
        place += width + blank
      }
      return result + "</line>\n</block>\n"
    }
  }
}
