/// Writes a document of the Federal Register as plain text.
///
/// A head such as DATES leads its first paragraph, as it is printed. Footnotes stand after the paragraph that refers to them, both
/// marked `[1]`. A table has a row on each line. Where a page begins the text says `[Page 22301]`.
struct FederalRegisterText {
  private(set) var text: RunningText
  private let left: Set<Int>
  /// A head was written that the next paragraph goes on with.
  private var followsHead = false
  private(set) var hasWritten = false
  private var hasPage = false

  /// - Parameter left: elements told elsewhere: the title.
  init(_ text: RunningText, leavingOut left: Set<Int>) {
    self.text = text
    self.left = left
  }

  /// Elements that don't break the line.
  private static let inline: Set<String> = ["E", "SU", "AC", "FR", "D", "I", "B", "SIGDAT", "MATH", "FTREF"]
  /// Elements that stand on a line, not apart as a paragraph.
  private static let lines: Set<String> = ["AGENCY", "SUBAGY", "CFR", "RIN", "DEPDOC", "DATED", "NAME", "TITLE", "SECTNO", "LI", "PLACE"]
  private static let leftOut: Set<String> = ["FRDOC", "BILCOD", "CNTNTS", "VOL", "NO", "UNITNAME", "EDNOTE-HD"]

  mutating func write(_ element: XMLElement) {
    guard !left.contains(element.index), !Self.leftOut.contains(element.name) else { return }
    switch element.name {
    case "PRTPAGE": writePage(element)
    case "FTREF": break
    case "HD": writeHead(element)
    case "GPOTABLE": writeTable(element)
    case "FTNT", "TNOTE":
      begin()
      writeContents(element, inNote: true)
      text.paragraph()
    case "SECTNO":
      begin()
      writeContents(element)
      // Its subject stands on the same line.
      text.blank()
      followsHead = true
    case "STARS":
      text.paragraph("* * * * *")
    case "GPH", "GID":
      if let name = element.line { text.paragraph("[Graphic \(name)]") }
    case _ where Self.inline.contains(element.name): writeContents(element)
    case _ where Self.lines.contains(element.name):
      text.line()
      writeContents(element)
      text.line()
    default:
      begin()
      writeContents(element)
      text.paragraph()
    }
  }

  /// Begins a paragraph, unless a head stands before it that leads it.
  private mutating func begin() { if !followsHead { text.paragraph() } }

  private mutating func writeContents(_ element: XMLElement, inNote: Bool = false) {
    let contents = Array(element.contents)
    for (place, content) in contents.enumerated() {
      switch content {
      case .text(let bytes):
        if bytes.contains(where: { !$0.isSpace }) {
          followsHead = false
          hasWritten = true
        }
        text.add(bytes)
      case .element(let child):
        if child.name == "SU" {
          writeRaised(child, isReference: inNote || Self.isReference(contents[(place + 1)...]))
        } else {
          write(child)
        }
        if inNote, child.name == "P" { continue }
      }
    }
  }

  /// Whether a raised figure is a footnote's: the mark for one follows it.
  private static func isReference(_ rest: ArraySlice<XMLElement.Content>) -> Bool {
    for content in rest {
      switch content {
      case .text(let bytes): if bytes.contains(where: { !$0.isSpace && $0 != 0x2C && $0 != 0x2E && $0 != 0x3B }) { return false }
      case .element(let element): return element.name == "FTREF"
      }
    }
    return false
  }

  private mutating func writeRaised(_ element: XMLElement, isReference: Bool) {
    guard let line = element.line else { return }
    // The figure at the head of a footnote is one too.
    text.add(isReference || line.allSatisfy(\.isNumber) && isInNote(element) ? "[\(line)]" : line)
  }

  private func isInNote(_ element: XMLElement) -> Bool {
    // A footnote's own number is the first thing in its first paragraph.
    guard element.index >= 2 else { return false }
    let tree = element.tree
    var place = element.index - 1
    while place > 0, tree.nodes[place].name < 0 {
      if tree.text[Int(tree.nodes[place].start)..<Int(tree.nodes[place].stop)].contains(where: { !$0.isSpace }) { return false }
      place -= 1
    }
    guard tree.nodes[place].name >= 0, tree.names[Int(tree.nodes[place].name)] == "P" else { return false }
    var above = place - 1
    while above > 0, tree.nodes[above].name < 0 { above -= 1 }
    return tree.nodes[above].name >= 0 && tree.names[Int(tree.nodes[above].name)] == "FTNT"
  }

  /// A head of the preamble ("DATES:") leads the paragraph after it; any other stands alone.
  private mutating func writeHead(_ element: XMLElement) {
    guard let line = element.line else { return }
    text.paragraph()
    writeContents(element)
    hasWritten = true
    if line.hasSuffix(":"), element["SOURCE"] == "HED" {
      text.blank()
      followsHead = true
    } else {
      followsHead = false
      text.paragraph()
    }
  }

  private mutating func writePage(_ element: XMLElement) {
    guard let page = element["P"] else { return }
    // The page on which the document begins is in its citation.
    guard hasWritten || hasPage else {
      hasPage = true
      return
    }
    text.blank()
    text.add("[Page \(page)]")
    text.blank()
  }

  private mutating func writeTable(_ table: XMLElement) {
    text.paragraph()
    followsHead = false
    for part in table.children {
      switch part.name {
      case "BOXHD":
        text.line(part.all("CHED").compactMap(\.line).joined(separator: " | "))
      case "ROW":
        text.line()
        for (place, cell) in part.children.enumerated() {
          if place > 0 { text.add(" | ") }
          writeContents(cell)
        }
        text.line()
      default:
        text.line()
        write(part)
        text.line()
      }
    }
    text.paragraph()
  }
}
