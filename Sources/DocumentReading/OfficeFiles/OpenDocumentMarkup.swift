/// OpenDocument 1.3: what the elements of content.xml, meta.xml and the flat form mean for the text.
final class OpenDocumentMarkup: OfficeMarkup {
  enum Tag {
    case documentText, paragraph, heading, span, section, hiddenParagraph
    case spaces, tab, lineBreak, listItem, listHeader, row, cell, note, style, textStyle
    case meta, fact(Fact), subject
    case leftOut, other
  }

  enum Fact { case title, author, created, modified, language }

  private(set) var blocks = OfficeBlocks()
  private(set) var facts = OfficeFacts()
  /// Whether there was a body of text, and no sheet or slides.
  private(set) var hasText = false
  /// 0 outside the body.
  private var bodyDepth = 0
  private var isMeta = false
  /// The fact that is being read.
  private var fact: [UInt8]?
  /// Styles that hide their text, and those made from "Title".
  private var hidden: Set<String> = []
  private var titles: Set<String> = ["Title"]
  private var styleName = ""
  /// For each open list item whether its first paragraph is still to come.
  private var items: [Bool] = []
  private var noteKeys: [String] = []
  private static let mostStyles = 10_000

  static func tag(_ name: String) -> Tag {
    switch name {
    case "text": .documentText
    case "p": .paragraph
    case "h": .heading
    case "span", "a": .span
    case "section": .section
    case "s": .spaces
    case "tab": .tab
    case "line-break": .lineBreak
    case "list-item": .listItem
    case "list-header": .listHeader
    case "table-row": .row
    case "table-cell": .cell
    case "note": .note
    case "style": .style
    case "text-properties": .textStyle
    case "meta": .meta
    case "title": .fact(.title)
    case "initial-creator", "creator": .fact(.author)
    case "creation-date": .fact(.created)
    case "date": .fact(.modified)
    case "language": .fact(.language)
    case "subject": .subject
    // What was deleted, comments, contents and indexes, hidden text, a note's number, readings above characters, forms, programs.
    case "tracked-changes", "annotation", "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index",
      "user-index", "hidden-text", "note-citation", "ruby-text", "forms", "scripts", "master-styles", "desc", "binary-data",
      "covered-table-cell":
      .leftOut
    case "hidden-paragraph": .hiddenParagraph
    default: .other
    }
  }

  func opened(_ tag: Tag, _ attributes: OfficeAttributes, inside: Tag?) -> Bool {
    switch tag {
    case .leftOut: return false
    case .documentText:
      bodyDepth += 1
      hasText = true
    case .meta: isMeta = true
    case .fact, .subject:
      guard isMeta else { return bodyDepth > 0 && isInline(tag) }
      fact = []
    case .style:
      styleName = attributes["name"] ?? ""
      if titles.count < Self.mostStyles, let parent = attributes["parent-style-name"], titles.contains(parent) { titles.insert(styleName) }
    case .textStyle: if attributes["display"] == "none", hidden.count < Self.mostStyles { hidden.insert(styleName) }
    case .paragraph, .heading:
      guard bodyDepth > 0, !isHidden(attributes) else { return false }
      begin(tag, attributes)
    case .span: return !isHidden(attributes)
    case .section: return attributes["display"] != "none"
    case .hiddenParagraph: break
    case .spaces: if blocks.isInParagraph { blocks.add(0x20) }
    case .tab: blocks.add(0x20)
    case .lineBreak: blocks.add(0x0A)
    case .listItem: items.append(true)
    case .listHeader: items.append(false)
    case .row: if bodyDepth > 0 { blocks.beginRow() }
    case .cell: if bodyDepth > 0 { blocks.beginCell() }
    case .note:
      guard blocks.isInParagraph else { return false }
      noteKeys.append(blocks.nextKey)
      blocks.refer(to: blocks.nextKey)
      blocks.beginNote()
    case .other: break
    }
    return true
  }

  func closed(_ tag: Tag) {
    switch tag {
    case .documentText: bodyDepth -= 1
    case .meta: isMeta = false
    case .fact(let fact): take(fact)
    case .subject:
      if let text = value() { facts.subjects.append(text) }
    case .paragraph, .heading: blocks.endParagraph()
    case .listItem, .listHeader: _ = items.popLast()
    case .row: if bodyDepth > 0 { blocks.endRow() }
    case .cell: if bodyDepth > 0 { blocks.endCell() }
    case .note: if let key = noteKeys.popLast() { blocks.endNote(key) }
    default: break
    }
  }

  func found(_ text: UnsafeBufferPointer<UInt8>) {
    if fact != nil {
      if fact?.count ?? 0 < 4000 { fact?.append(contentsOf: text) }
    } else if bodyDepth > 0 {
      blocks.addFlowing(text)
    }
  }

  // MARK: Text

  private func begin(_ tag: Tag, _ attributes: OfficeAttributes) {
    if case .heading = tag {
      blocks.beginParagraph(.heading(attributes["outline-level"].flatMap { Int($0) } ?? 1))
    } else if let name = attributes["style-name"], titles.contains(name) {
      blocks.beginParagraph(.title)
    } else if items.last == true {
      items[items.count - 1] = false
      blocks.beginParagraph(.item)
    } else {
      blocks.beginParagraph()
    }
  }

  private func isHidden(_ attributes: OfficeAttributes) -> Bool {
    guard !hidden.isEmpty, let name = attributes["style-name"] else { return false }
    return hidden.contains(name)
  }

  /// A field in the text that shows the document's title or subject, or a date: its result is text. A picture's title is not.
  private func isInline(_ tag: Tag) -> Bool {
    if case .fact(.title) = tag { return false }
    return true
  }

  // MARK: Facts

  private func value() -> String? {
    defer { fact = nil }
    guard let fact else { return nil }
    let line = OneLine.collapsed(fact[...])
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  private func take(_ fact: Fact) {
    guard let text = value() else { return }
    switch fact {
    case .title: facts.title = text
    // The first creator counts, not who saved it last.
    case .author: facts.author = facts.author ?? text
    case .created: facts.created = text
    case .modified: facts.modified = text
    case .language: facts.language = text
    }
  }
}
