/// A line as it lies on a page. Lengths are tenths of a point (1/720 inch), from the page's upper left corner.
struct PageLine {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int
  /// Height of most of its letters.
  var height: Int
  /// Where its first word ends.
  var firstWordEnd: Int
  /// Where its second word begins; its own right edge where there is none.
  var secondWordStart: Int
  /// Without blanks at the ends; one blank between words.
  var text: [UInt8]
  /// Counted over the document: lines that the helper put together.
  var block: Int
  /// From 0.
  var page: Int

  var bytes: Bytes { text[...] }
  var width: Int { right - left }
  var middle: Int { (top + bottom) / 2 }
  /// Set sideways, as firms and printers do in margins.
  var isSideways: Bool { text.count >= 4 && (bottom - top) > width * 2 }

  func isOnRow(of other: PageLine) -> Bool { abs(middle - other.middle) * 3 < max(min(height, other.height), 30) }
}

/// One page: its size and its lines in reading order.
struct PageLayout {
  var width: Int
  var height: Int
  var lines: [PageLine] = []
}

/// What the helper says of a whole document.
struct DocumentLayout {
  var pages: [PageLayout] = []
  var title: [UInt8] = []
  /// As PDF has it: "2024-10-10T12:48:43-04".
  var created: [UInt8] = []
  /// Whether the end is missing: the helper was stopped, or gave up.
  var isCut = true
}
