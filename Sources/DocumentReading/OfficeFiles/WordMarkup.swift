/// WordprocessingML: what its elements mean for the text. ECMA-376, part 1, section 17.
final class WordMarkup: OfficeMarkup {
  enum Tag {
    case paragraph, paragraphFacts, style, outline, numbering, numberingID
    case run, runFacts, vanish, text, tab, lineBreak, hyphen
    case fieldMark, row, cell, footnoteMark, endnoteMark, footnote, endnote
    case leftOut, other
  }

  private(set) var blocks = OfficeBlocks()
  /// Prefix of the keys of footnotes, in a part of notes.
  private let noteKeys: String?
  private var openNotes: [String] = []
  private var isHidden = false
  private var isText = 0
  private var leavesOut: [Bool] = []
  /// For each open field of this paragraph whether its result has begun.
  private var fields: [Bool] = []

  init(notes keys: String? = nil) { noteKeys = keys }

  static func tag(_ name: String) -> Tag {
    switch name {
    case "p": .paragraph
    case "pPr": .paragraphFacts
    case "pStyle": .style
    case "outlineLvl": .outline
    case "numPr": .numbering
    case "numId": .numberingID
    case "r": .run
    case "rPr": .runFacts
    case "vanish": .vanish
    case "t": .text
    case "tab", "ptab": .tab
    case "br", "cr": .lineBreak
    case "noBreakHyphen": .hyphen
    case "fldChar": .fieldMark
    case "tr": .row
    case "tc": .cell
    case "footnoteReference": .footnoteMark
    case "endnoteReference": .endnoteMark
    case "footnote": .footnote
    case "endnote": .endnote
    // Deleted and moved text, instructions, what older programs show instead, settings of controls, readings above characters.
    case "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "sdtPr", "sdtEndPr", "tblPr", "sectPr", "rt", "docPr",
      "pPrChange", "rPrChange", "tabs":
      .leftOut
    default: .other
    }
  }

  func opened(_ tag: Tag, _ attributes: OfficeAttributes, inside: Tag?) -> Bool {
    switch tag {
    case .leftOut: return false
    case .paragraph:
      blocks.beginParagraph()
      leavesOut.append(false)
      isHidden = false
    case .style: if inside == .paragraphFacts { style(attributes["val"] ?? "") }
    case .outline:
      if inside == .paragraphFacts, let level = attributes["val"].flatMap({ Int($0) }), level < 9 { blocks.set(.heading(level + 1)) }
    // Number 0 takes a style's numbering away.
    case .numberingID: if inside == .numbering, attributes["val"] != "0" { blocks.set(.item) }
    case .run: isHidden = false
    case .vanish: if inside == .runFacts, !["0", "false", "off"].contains(attributes["val"]) { isHidden = isInRun }
    case .runFacts: isInRun = inside == .run
    case .text: isText += 1
    // The tab stops of a style have the same name.
    case .tab: if inside == .run, isShown { blocks.add(0x20) }
    case .lineBreak: if inside == .run, isShown { blocks.add(0x0A) }
    case .hyphen: if isShown { blocks.add(0x2D) }
    case .fieldMark: field(attributes["fldCharType"] ?? "")
    case .row: blocks.beginRow()
    case .cell: blocks.beginCell()
    case .footnoteMark: if isShown, noteKeys == nil { blocks.refer(to: "f" + (attributes["id"] ?? "")) }
    case .endnoteMark: if isShown, noteKeys == nil { blocks.refer(to: "e" + (attributes["id"] ?? "")) }
    case .footnote, .endnote:
      // Separators are notes too.
      guard let noteKeys, attributes["type"] == nil || attributes["type"] == "normal" else { return false }
      openNotes.append(noteKeys + (attributes["id"] ?? ""))
      blocks.beginNote()
    case .paragraphFacts, .numbering, .other: break
    }
    return true
  }

  func closed(_ tag: Tag) {
    switch tag {
    case .paragraph:
      blocks.endParagraph(leavingOut: leavesOut.popLast() ?? false)
      // A field that is never closed hides no more than its paragraph.
      fields = []
    case .run: isHidden = false
    case .runFacts: isInRun = false
    case .text: isText -= 1
    case .row: blocks.endRow()
    case .cell: blocks.endCell()
    case .footnote, .endnote: if let key = openNotes.popLast() { blocks.endNote(key) }
    default: break
    }
  }

  func found(_ text: UnsafeBufferPointer<UInt8>) {
    guard isText > 0, isShown else { return }
    blocks.addFlowing(text)
  }

  /// Whether the run's own facts are open, and not those of the paragraph's mark.
  private var isInRun = false

  private var isShown: Bool { !isHidden && !fields.contains(false) }

  private func field(_ mark: String) {
    switch mark {
    case "begin": if fields.count < 100 { fields.append(false) }
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = true }
    default: _ = fields.popLast()
    }
  }

  private func style(_ name: String) {
    let name = name.lowercased()
    if name == "title" {
      blocks.set(.title)
    } else if name.hasPrefix("heading"), let level = name.last?.wholeNumberValue, level > 0 {
      blocks.set(.heading(level))
    } else if name.hasPrefix("toc"), name.dropFirst(3).allSatisfy(\.isNumber), !leavesOut.isEmpty {
      leavesOut[leavesOut.count - 1] = true
    } else if name.hasPrefix("listbullet") || name.hasPrefix("listnumber") {
      blocks.set(.item)
    }
  }
}
