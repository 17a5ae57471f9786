/// How much of one file is read, so that no file can take the program's memory or time.
package struct ReadingLimits: Sendable, Hashable {
  /// Largest file of a text format, in bytes; a larger one is refused before it is read.
  package var textBytes: Int
  /// Most nodes of one web page; the rest of a larger page is left out, and a note says so.
  package var pageNodes: Int
  /// Deepest nesting of one web page; what is nested deeper is read as if it stood at this depth.
  package var pageDepth: Int
  /// Deepest nesting of an XML document; what comes after a deeper element is left out, and a note says so. libxml2 stops at 256.
  package var xmlDepth: Int
  /// Most elements of an XML document; the rest is left out, and a note says so.
  package var xmlElements: Int
  /// Most values in a JSON file; one with more is refused.
  package var jsonValues: Int

  package init(
    textBytes: Int = 64 << 20, pageNodes: Int = 1_000_000, pageDepth: Int = 1000, xmlDepth: Int = 200, xmlElements: Int = 2_000_000,
    jsonValues: Int = 3_000_000
  ) {
    self.textBytes = textBytes
    self.pageNodes = pageNodes
    self.pageDepth = pageDepth
    self.xmlDepth = xmlDepth
    self.xmlElements = xmlElements
    self.jsonValues = jsonValues
  }

  package static let standard = ReadingLimits()
}
