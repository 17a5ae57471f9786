/// Why a file yields no story. One bad file never stops a run: it is listed with this reason.
package enum ReadingError: Error, Hashable, Sendable {
  case empty
  /// It is no text of the kind it claims: "a PDF file named .html".
  case binary(what: String)
  /// The name is that of the limit.
  case tooLarge(bytes: Int, limit: Int, name: String = "file_mb")
  /// Lower case, without the dot.
  case unsupported(extension: String)
  case noText
  /// It is of a format that is read, and of a kind that isn't: "JSON of a kind that is not read".
  case notKnown(String)
  /// A table whose columns no reader knows; their first names.
  case unknownTable(columns: String)
  case damaged(String)
  case needsPassword
  /// Scanned, without a text layer.
  case onlyPictures(pages: Int)
  case helperMissing(HelperProgram)
  /// A helper program was stopped, or crashed.
  case helperFailed(String)
  /// A folder, a pipe, a device.
  case notAFile
  /// The system's words.
  case cannotOpen(String)

  /// That no story came of it, with what is known of why.
  static func nothing(_ notes: [String]) -> ReadingError {
    notes.isEmpty ? .noText : .notKnown("a document without text that can be read: " + notes.prefix(3).joined(separator: "; "))
  }

  /// Why, in plain words, and what to do where there is something: ends without a full stop.
  package var reason: String {
    switch self {
    case .empty: "the file is empty"
    case .binary(let what): "this is \(what), not text that can be read"
    case .tooLarge(let bytes, let limit, let name):
      "the file has \(Self.megabytes(bytes)), and files of this type are read up to \(Self.megabytes(limit)) (limit “\(name)”); split it into parts"
    case .unsupported(let claimed):
      "files of type .\(claimed) are not read; save it as \(Self.advice[claimed] ?? Self.readable)"
    case .noText: "there is no text in it"
    case .unknownTable(let columns):
      "this table is neither of prices (a date and a closing price) nor of stories (a title or text): its columns are “\(columns)”"
    case .notKnown(let what): "this is \(what)"
    case .damaged(let how): "the file is damaged: \(how)"
    case .needsPassword: "it needs a password; save a copy without one"
    case .onlyPictures(let pages):
      (pages == 1 ? "its page is a picture" : "its \(pages) pages are pictures") + " without text; OCR it, for example with ocrmypdf"
    case .helperMissing(let helper): "\(helper.name) is missing: install \(helper.package)"
    case .helperFailed(let how): how
    case .notAFile: "this is not a regular file"
    case .cannotOpen(let why): why
    }
  }

  /// What programs that write such files can save as.
  private static let advice = [
    "doc": ".docx", "dot": ".docx", "wps": ".docx", "wpd": ".docx", "pages": ".docx", "sxw": ".odt", "ppt": "PDF or text",
    "pptx": "PDF or text",
    "odp": "PDF or text", "key": "PDF or text", "xls": ".csv", "xlsx": ".csv", "ods": ".csv", "numbers": ".csv", "mobi": ".epub",
    "azw3": ".epub",
    "7z": ".zip", "rar": ".zip",
  ]

  private static var readable: String {
    let names = DocumentFormat.allCases.compactMap { $0.extensions.first.map { "." + $0 } }
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  private static func megabytes(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\(bytes) bytes" : "\((bytes + (1 << 20) - 1) >> 20) MB"
  }
}
