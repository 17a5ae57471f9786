import Testing

@testable import DocumentReading

@Suite struct DelimitedTextTests {
  private func rows(_ text: String, separator: UInt8 = 0x2C, spansLines: Bool = false) -> [(line: Int, fields: [String], open: Bool)] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedRows(buffer, separator: separator, spansLines: spansLines)
      var row = DelimitedRows.Row()
      var rows: [(Int, [String], Bool)] = []
      while reader.next(&row) { rows.append((row.line, row.fields.map { String(decoding: buffer[$0], as: UTF8.self) }, row.hasOpenQuote)) }
      return rows
    }
  }

  @Test(arguments: [
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\",c", [["a\"\"b", "c"]]),
    ("a,,\n,", [["a", "", ""], ["", ""]]),
    ("a, \"b\" ,c", [["a", "b", "c"]]), ("5\" x,b", [["5\" x", "b"]]), ("\"a\"x,b", [["\"a\"x", "b"]]), ("\n\na\n\n", [["a"]]), ("", []),
    ("\"\",\"\"", [["", ""]]),
  ])
  func fieldsAreWhatStandsBetweenSeparators(text: String, expected: [[String]]) {
    #expect(rows(text).map(\.fields) == expected)
  }

  @Test func anOpenQuoteSpoilsItsLineAndNoOther() {
    let found = rows("a,b\n\"c,d\ne,f")
    #expect(found.map(\.open) == [false, true, false])
    #expect(found.last?.fields == ["e", "f"])
  }

  @Test func linesWithinQuotesBelongToTheFieldWhereTheyMay() {
    let found = rows("a,\"b\nc\",d\ne,f\n", spansLines: true)
    #expect(found.map(\.fields) == [["a", "b\nc", "d"], ["e", "f"]])
    #expect(found.map(\.line) == [1, 3])
    let open = rows("a,\"b\nc,d\n\"e,f", spansLines: true)
    #expect(open.map(\.line) == [1, 2, 3], "a quote with which another field begins closes none")
    #expect(rows("a,\"b\nc,d\n", spansLines: true).map(\.open) == [true, false], "never closed")
  }

  @Test(arguments: [
    ("a,b\nc,d", 0x2C as UInt8), ("a;b\nc;d", 0x3B), ("01.02.2024;1,5\n02.02.2024;1,6", 0x3B), ("a\tb,c\nd\te,f", 0x09), ("a|b\nc|d", 0x7C),
    ("\"a;b\",c\n\"d;e\",f", 0x2C), ("a\nb", 0x2C), ("x;y,z\na,b\nc,d\ne,f", 0x2C),
  ])
  func theSeparatorIsTheOneThatAllLinesHave(text: String, separator: UInt8) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { DelimitedHead($0).separator } == separator)
  }
}
