// RTF's words as tables: destinations, characters, code pages. What is not here has no effect on the text.
extension RichTextWalk {
  /// What a group is for, by its first word.
  enum Destination { case skipped, fonts, title, author, footnote, list, created, revised }

  static let destinations: [String: Destination] = {
    var table: [String: Destination] = [
      "fonttbl": .fonts, "title": .title, "author": .author, "footnote": .footnote, "listtext": .list, "pntext": .list,
      "creatim": .created, "revtim": .revised,
    ]
    let skipped = [
      "colortbl", "stylesheet", "pict", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
      "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator",
      "fldinst", "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "atndate", "atnref", "atnicn", "atntime", "atnparent", "xe",
      "tc",
      "tcn", "rxe", "txe", "template", "operator", "manager", "company", "doccomm", "keywords", "comment", "subject", "category",
      "hlinkbase", "printim", "buptim", "private", "sn", "sv", "nonshppict", "falt", "panose", "datafield", "formfield", "themedata",
      "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "filetbl", "mmathPr", "do", "userprops", "pgptbl", "nextfile",
      "docvar",
      "objclass", "objname", "linkval", "propname", "staticval", "background", "passwordhash", "password",
    ]
    for word in skipped { table[word] = .skipped }
    return table
  }()

  /// Words after `\*` whose groups hold text all the same: text boxes, and the newer form of a text that is given in two.
  static let optionalWithText: Set<String> = ["shpinst", "shptxt", "ud", "shprslt"]

  static let characters: [String: [UInt8]] = [
    ("emdash", "—"), ("endash", "–"), ("bullet", "•"), ("lquote", "‘"), ("rquote", "’"), ("ldblquote", "“"), ("rdblquote", "”"),
    ("emspace", " "), ("enspace", " "), ("qmspace", " "),
  ].reduce(into: [:]) { $0[$1.0] = Array($1.1.utf8) }

  /// What stands for the code page of fonts of symbols.
  static let symbols = "symbols"

  static func codePage(_ number: Int) -> String {
    switch number {
    case 10_000: "MACINTOSH"
    case 932: "CP932"
    case 936: "GB18030"
    case 949: "UHC"
    case 950: "BIG5-HKSCS"
    case 65_001: "UTF-8"
    default: "CP\(number)"
    }
  }

  /// `\fcharset`: nil where it is that of the document.
  static func codePage(ofCharacterSet number: Int) -> String? {
    switch number {
    case 2: symbols
    case 77: "MACINTOSH"
    case 128: "CP932"
    case 129: "UHC"
    case 130: "JOHAB"
    case 134: "GB18030"
    case 136: "BIG5-HKSCS"
    case 161: "CP1253"
    case 162: "CP1254"
    case 163: "CP1258"
    case 177: "CP1255"
    case 178: "CP1256"
    case 186: "CP1257"
    case 204: "CP1251"
    case 222: "CP874"
    case 238: "CP1250"
    case 255: "IBM437"
    default: nil
    }
  }
}
