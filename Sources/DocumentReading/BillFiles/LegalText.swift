/// Writes the body of a bill or law as plain text: a heading by itself for each section and what stands above it, and a line for each
/// subsection, paragraph and clause with its number before it.
struct LegalText {
  private(set) var text: RunningText
  /// Open cells of the table row being written.
  private var cells = 0

  init(_ text: RunningText) { self.text = text }

  /// What an element does to the lines.
  private enum Layout {
    /// Its number and heading are a paragraph by themselves.
    case section
    /// It begins a line that leads with its number.
    case level
    case paragraph
    case line
    case row
    case cell
    case quoted
    case left
  }

  private static let layouts: [String: Layout] = {
    var table: [String: Layout] = [:]
    func add(_ names: String, _ layout: Layout) { for name in names.split(separator: " ") { table[String(name)] = layout } }
    add("section title subtitle chapter subchapter part subpart division subdivision article subarticle appendix compiledAct", .section)
    add("appropriations appropriations-major appropriations-intermediate appropriations-small", .section)
    add("subsection paragraph subparagraph clause subclause item subitem subsubitem level listItem list-item", .level)
    add(
      "p continuation continuation-text recital whereas preamble enactingFormula resolvingClause quotedContent quoted-block block",
      .paragraph)
    add("after-quoted-block signatures signature attestation attestor graphic editorialNote note footnote longTitle docTitle", .paragraph)
    add("officialTitle main legis-body resolution-body component", .paragraph)
    add("table caption ttitle tgroup list br notation endMarker", .line)
    add("tr row", .row)
    add("td th entry", .cell)
    add("quote short-title-quote", .quoted)
    // Told above already, or of no use in running text.
    add("toc meta preface form metadata endorsement slugLine colspec officialTitle docTitle longTitle page distributionCode", .left)
    return table
  }()

  mutating func write(_ element: XMLElement) {
    switch Self.layouts[element.name] {
    case .left: return
    case .section:
      text.paragraph()
      writeSection(element)
      text.paragraph()
    case .level:
      text.line()
      writeLevel(element)
      text.line()
    case .paragraph:
      text.paragraph()
      writeMarked(element)
      text.paragraph()
    case .line:
      text.line()
      writeContents(element)
      text.line()
    case .row:
      text.line()
      cells = 0
      writeContents(element)
      text.line()
    case .cell:
      if cells > 0 { text.add(" | ") }
      cells += 1
      writeContents(element)
    case .quoted:
      text.add("“")
      writeContents(element)
      text.add("”")
    case nil: writeContents(element)
    }
  }

  private mutating func writeContents(_ element: XMLElement, leavingOut left: Set<Int> = []) {
    for content in element.contents {
      switch content {
      case .text(let bytes): text.add(bytes)
      case .element(let child): if !left.contains(child.index) { write(child) }
      }
    }
  }

  /// What a committee strikes out, or puts in, says so.
  private mutating func writeMarked(_ element: XMLElement) {
    let style = element["changed"] ?? element["reported-display-style"]
    switch style {
    case "deleted", "strikethrough":
      text.paragraph("[Struck out by the committee:]")
      writeContents(element)
      text.paragraph("[End of what is struck out.]")
    case "added", "italic":
      text.paragraph("[Put in by the committee:]")
      writeContents(element)
    default: writeContents(element)
    }
  }

  private mutating func writeSection(_ element: XMLElement) {
    var heading: Set<Int> = []
    for child in element.children where ["num", "enum", "heading", "header"].contains(child.name) {
      // The older form prints only the number.
      if child.name == "enum", element.name == "section" { text.add(element["section-type"] == "section-one" ? "SECTION " : "SEC. ") }
      if child.name == "enum", ["title", "subtitle", "division", "part", "subpart", "chapter"].contains(element.name) {
        text.add(element.name.uppercased() + " ")
      }
      writeContents(child)
      text.blank()
      if child.name == "enum", element.name != "section" { text.add("— ") }
      heading.insert(child.index)
    }
    if !heading.isEmpty { text.paragraph() }
    writeMarkedBody(element, without: heading)
  }

  private mutating func writeMarkedBody(_ element: XMLElement, without heading: Set<Int>) {
    guard element["changed"] == "deleted" else { return writeContents(element, leavingOut: heading) }
    text.paragraph("[Struck out by the committee:]")
    writeContents(element, leavingOut: heading)
    text.paragraph("[End of what is struck out.]")
  }

  private mutating func writeLevel(_ element: XMLElement) {
    for content in element.contents {
      switch content {
      case .text(let bytes): text.add(bytes)
      case .element(let child):
        write(child)
        if child.name == "num" || child.name == "enum" { text.blank() }
        if child.name == "header", let line = child.line, !line.hasSuffix("—") { text.add(line.hasSuffix(".") ? "—" : ".—") }
      }
    }
  }
}
