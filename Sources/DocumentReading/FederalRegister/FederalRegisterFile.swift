import RegulatoryModel

/// Reads the Federal Register's XML: one document, or a whole day's issue with a story for each document.
enum FederalRegisterFile {
  private static let sections = Set(FederalRegisterSection.allCases.map(\.rawValue))
  /// First elements of single documents, of issues, and of the parts of an issue.
  static let roots = sections.union(["FEDREG", "RULES", "PRORULES", "NOTICES", "PRESDOCS", "SUNSHINE", "CORRECT", "NEWPART"])

  static func drafts(_ root: XMLElement, in context: ReadingContext, notes: inout [String]) -> [StoryDraft] {
    let issue = issueDay(root, in: context)
    var drafts: [StoryDraft] = []
    var left = 0
    for element in documents(root) {
      if let draft = draft(element, issue: issue) { drafts.append(draft) } else { left += 1 }
    }
    if left > 0 {
      notes.append(left == 1 ? "1 document without title or text was left out" : "\(left) documents without title or text were left out")
    }
    return drafts
  }

  /// The documents of an issue, outermost only, in its order.
  private static func documents(_ root: XMLElement) -> [XMLElement] {
    if sections.contains(root.name) { return [root] }
    var found: [XMLElement] = []
    func look(_ element: XMLElement) {
      for child in element.children {
        // The table of contents lists documents and holds none.
        if child.name == "CNTNTS" || child.name == "READAIDS" { continue }
        if sections.contains(child.name) { found.append(child) } else { look(child) }
      }
    }
    look(root)
    return found
  }

  private static func issueDay(_ root: XMLElement, in context: ReadingContext) -> CalendarDay? {
    guard root.name == "FEDREG", let line = root.line(of: "DATE") else { return nil }
    return context.statedDates(order: .monthFirst).reader.first(in: Array(line.utf8)[...])?.day
  }

  private static func draft(_ element: XMLElement, issue: CalendarDay?) -> StoryDraft? {
    guard let section = FederalRegisterSection(rawValue: element.name) else { return nil }
    let name = title(element)
    var document = FederalRegisterDocument(section: section, title: name.text ?? "")
    let filing = element.firstBelow("FRDOC")?.line.flatMap(FilingLine.init)
    document.number = filing?.number
    document.filed = filing?.day
    document.published = issue
    if let day = issue ?? filing?.day.adding(days: 1), let page = firstPage(element) {
      document.citation = "\(FederalRegisterDocument.volume(of: day)) FR \(page)"
    }
    var text = RunningText()
    text.paragraph(document.line)
    var writer = FederalRegisterText(text, leavingOut: name.elements)
    writer.write(element)
    guard name.text != nil || writer.hasWritten else { return nil }
    return document.draft(body: writer.text.bytes)
  }

  /// The subject, or for a document of the President its number and heading, with the elements that the title takes the place of.
  private static func title(_ element: XMLElement) -> (text: String?, elements: Set<Int>) {
    if element.name == FederalRegisterSection.presidential.rawValue {
      let number = ["EXECORDR", "PROCNO", "PROC", "DETNO", "DETERMNO"].lazy.compactMap { element.firstBelow($0) }.first
      let heading = element.allBelow("HD").first { $0["SOURCE"] == "HED" } ?? element.firstBelow("HD")
      let parts = [number, heading].compactMap { $0 }
      let lines = parts.compactMap(\.line)
      return (lines.isEmpty ? nil : lines.joined(separator: ": "), Set(parts.map(\.index)))
    }
    guard let subject = element.first("PREAMB")?.firstBelow("SUBJECT") ?? element.firstBelow("SUBJECT") else {
      let heading = element.firstBelow("HD")
      return (heading?.line, [])
    }
    return (subject.line, [subject.index])
  }

  /// The page on which the document begins: that of the first page mark, or the one before it where text stands before the mark.
  private static func firstPage(_ element: XMLElement) -> Int? {
    guard let mark = element.firstBelow("PRTPAGE"), let page = mark["P"].flatMap({ Int($0) }) else { return nil }
    let tree = element.tree
    let isFirst = !tree.nodes[element.index..<mark.index].contains { node in
      node.name < 0 && tree.text[Int(node.start)..<Int(node.stop)].contains { !$0.isSpace }
    }
    return isFirst ? page : page - 1
  }
}

/// The last line of a document: "[FR Doc. 2016-08449 Filed 4-14-16; 8:45 am]".
struct FilingLine {
  var number: String
  var day: CalendarDay

  init?(_ line: String) {
    let words = line.split { $0 == " " || $0 == ";" || $0 == "[" || $0 == "]" }.map(String.init)
    guard let label = words.firstIndex(where: { $0.hasPrefix("Doc") }), label + 1 < words.count,
      let filed = words.firstIndex(where: { $0.lowercased() == "filed" }), filed + 1 < words.count
    else { return nil }
    number = words[label + 1].map { $0 == "–" || $0 == "—" ? "-" : $0 }.reduce(into: "") { $0.append($1) }
    let parts = words[filed + 1].split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    // The Register's XML begins in 2000; two digits of an earlier year belong to the last century.
    let year = parts[2] >= 100 ? parts[2] : parts[2] < 80 ? 2000 + parts[2] : 1900 + parts[2]
    guard let day = CalendarDay(year: year, month: parts[0], day: parts[1]) else { return nil }
    self.day = day
  }
}
