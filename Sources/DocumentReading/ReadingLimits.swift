/// How much of one file is read, so that no file can take the program's memory or time.
package struct ReadingLimits: Sendable, Hashable {
  /// Largest file of a text format, in bytes; a larger one is refused before it is read.
  package var textBytes: Int
  /// Most nodes of one web page; the rest of a larger page is left out, and a note says so.
  package var pageNodes: Int
  /// Deepest nesting of one web page; what is nested deeper is read as if it stood at this depth.
  package var pageDepth: Int

  package init(textBytes: Int = 64 << 20, pageNodes: Int = 1_000_000, pageDepth: Int = 1000) {
    self.textBytes = textBytes
    self.pageNodes = pageNodes
    self.pageDepth = pageDepth
  }

  package static let standard = ReadingLimits()
}
