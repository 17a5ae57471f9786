import RegulatoryModel
import Testing

@testable import DocumentReading

@Suite struct StoryTableTests {
  @Test(arguments: [
    (
      "title,text,date,url\nA,\"One, two\n\nthree \"\"four\"\"\",2024-09-12,https://a.example/1\n", "a.csv",
      "commas and a quoted line break"
    ),
    (
      "\u{FEFF}Title;Text;Date;URL\r\nA;\"One, two\r\n\r\nthree \"\"four\"\"\";12.09.2024;https://a.example/1\r\n", "a.csv",
      "semicolons, a byte order mark, CR LF"
    ),
    ("title\ttext\tdate\turl\nA\t\"One, two\n\nthree \"\"four\"\"\"\t12 Sep 2024\thttps://a.example/1\n", "a.tsv", "tabs"),
    (
      "sep=|\nheadline|body|published_at|link\nA|<p>One, two</p><p>three \"four\"</p>|1726135200|https://a.example/1\n", "a.csv",
      "bars, a line before the header, HTML"
    ),
  ])
  func aRowIsAStory(text: String, name: String, note: String) throws {
    let reading = try readBytes(Array(text.utf8), as: name)
    #expect(reading.format == .csv && reading.notes == [])
    let story = try #require(reading.stories.first, Comment(rawValue: note))
    #expect(story.text == "A\n\nOne, two\n\nthree \"four\"", Comment(rawValue: note))
    #expect(story.date == day("2024-09-12") && story.url == "https://a.example/1", Comment(rawValue: note))
  }

  @Test func aQuoteThatIsNotClosedSpoilsItsLineAlone() throws {
    let text = "title,text,url\nA,\"never closed,https://a.example/1\nB,\"x\",https://a.example/2\nC,\"two\nlines\",https://a.example/3\n"
    let reading = try readBytes(Array(text.utf8), as: "a.csv")
    #expect(reading.stories.map(\.title) == ["A", "B", "C"])
    #expect(reading.stories[2].body == "two\nlines")
    #expect(reading.notes == ["line 2: a quote is not closed; the line is read by itself"])
  }

  @Test func oneDateSettlesTheOrderOfAll() throws {
    let text = "title,date\nA,03/04/2024\nB,25/04/2024\n"
    #expect(try readBytes(Array(text.utf8), as: "a.csv").stories.map(\.date) == [day("2024-04-03"), day("2024-04-25")])
    let open = try readBytes(Array("title,date\nA,03/04/2024\n".utf8), as: "a.csv")
    #expect(open.stories[0].date == day("2024-03-04"))
    #expect(open.notes == ["dates such as 03/04/2024 are read month first where nothing says which it is"])
  }

  @Test func emptyRowsAreCountedAndWordsForNothingAreNothing() throws {
    let text = "id,title,text,author\n1,A,x,NaN\n2,,,\n3,B,NULL,Jane\n"
    let reading = try readBytes(Array(text.utf8), as: "a.csv")
    #expect(reading.stories.map(\.text) == ["A\n\nx", "B"])
    #expect(reading.stories.map(\.author) == [nil, "Jane"])
    #expect(reading.notes == ["1 record without title or text was left out"])
  }

  @Test func aTableOfOtherThingsNamesItsColumns() {
    #expect(throws: ReadingError.unknownTable(columns: "name, email, phone")) {
      try readBytes(Array("name,email,phone\nJane,j@a.example,1\n".utf8), as: "a.csv")
    }
  }

  @Test func manyColumnsAndLongLinesDoNoHarm() throws {
    let wide = "title,text" + String(repeating: ",x", count: 1_000_000) + "\nA,t" + String(repeating: ",1", count: 1_000_000) + "\n"
    #expect(try readBytes(Array(wide.utf8), as: "a.csv").stories.map(\.text) == ["A\n\nt"])
    let quotes = "title,text\n" + String(repeating: "\"x\n", count: 20_000)
    #expect(try !readBytes(Array(quotes.utf8), as: "a.csv").stories.isEmpty)
    let zeros = Array("title,text\nA\u{0},t\nB,u\n".utf8)
    #expect(try readBytes(zeros, as: "a.csv").stories.map(\.body) == ["t", "u"])
  }
}
