import RegulatoryModel
import Testing

@testable import DocumentReading

@Suite struct JSONStoryTests {
  private static let one = "\"title\":\"SEC sues\",\"url\":\"https://a.example/1\""

  @Test(arguments: [
    ("[{\(one)}]", "a list"), ("{\"articles\":[{\(one)}]}", "NewsAPI"), ("{\"data\":[{\(one)}]}", "mediastack"),
    ("{\"meta\":{\"found\":1},\"items\":[{\(one)}]}", "beside other things"), ("{\"results\":[{\(one)}],\"next\":null}", "CryptoPanic"),
    ("{\"hits\":{\"total\":1,\"hits\":[{\"_id\":\"x\",\"_source\":{\(one)}}]}}", "Elasticsearch"),
    ("{\"response\":{\"docs\":[{\"headline\":{\"main\":\"SEC sues\"},\"web_url\":\"https://a.example/1\"}]}}", "the New York Times"),
    ("{\"data\":[{\"id\":\"x\",\"type\":\"news\",\"attributes\":{\(one)}}]}", "JSON:API"),
    ("[{\"title\":{\"rendered\":\"SEC sues\"},\"link\":\"https://a.example/1\"}]", "WordPress"),
    ("{\"a1\":{\(one)},\"a2\":{\"title\":\"Other\",\"url\":\"https://a.example/2\"}}", "by id"),
    ("{\(one)}\n{\"title\":\"B\",\"url\":\"https://a.example/2\"}", "a line each"),
    ("{\(one)}{\"title\":\"B\",\"url\":\"https://a.example/2\"}", "one after another"),
    ("callback({\"articles\":[{\(one)}]});", "JSONP"),
  ])
  func storiesAreFoundWhereverTheListIs(text: String, note: String) throws {
    let reading = try readBytes(Array(text.utf8), as: "a.json")
    #expect(reading.format == .json)
    #expect(reading.stories.first?.title == "SEC sues", Comment(rawValue: note))
    #expect(reading.stories.first?.url == "https://a.example/1", Comment(rawValue: note))
    #expect(reading.notes == [], Comment(rawValue: note))
  }

  @Test(arguments: [
    (
      "\"title\":\"T\",\"description\":\"First words of it all.\",\"content\":\"First words of it all, and more.\"",
      "T\n\nFirst words of it all, and more.", "a summary that begins the text"
    ),
    (
      "\"headline\":\"T\",\"abstract\":\"Another thing is said here.\",\"body\":\"<p>One.</p><p>Two words more than above.</p>\"",
      "T\n\nAnother thing is said here.\n\nOne.\n\nTwo words more than above.", "HTML in values"
    ),
    ("\"title\":\"T\",\"text\":[\"One.\",\"Two.\"]", "T\n\nOne.\n\nTwo.", "a list of paragraphs"),
    ("\"title\":\"A\",\"title\":\"T\",\"summary\":\"Text\"", "T\n\nText", "the later of two like keys"),
    ("\"title\":\"T &amp; U\",\"text\":\"x\\ny\",\"n\":123456789012345678901234567890e999", "T & U\n\nx\ny", "a number beyond all"),
  ])
  func theFieldsAreFoundByTheirUsualNames(members: String, expected: String, note: String) throws {
    #expect(try readBytes(Array("[{\(members)}]".utf8), as: "a.json").stories.first?.text == expected, Comment(rawValue: note))
  }

  @Test(arguments: [
    ("\"publishedAt\":\"2024-09-12T10:00:00Z\"", "2024-09-12"), ("\"published_on\":1726135200", "2024-09-12"),
    ("\"timestamp\":1726135200000", "2024-09-12"), ("\"seendate\":\"20240912T100000Z\"", "2024-09-12"),
    ("\"date\":\"12 September 2024\"", "2024-09-12"), ("\"pubDate\":\"Thu, 12 Sep 2024 10:00:00 GMT\"", "2024-09-12"),
    ("\"datetime\":\"1726135200.25\"", "2024-09-12"),
  ])
  func datesMayBeNumbersOrWords(member: String, expected: String) throws {
    #expect(try readBytes(Array("[{\"title\":\"T\",\(member)}]".utf8), as: "a.json").stories.first?.date == day(expected))
  }

  @Test func sourceAuthorAndLanguageAreRead() throws {
    let text = """
      [{"title":"T","text":"x","source":{"id":null,"name":"Coin Paper"},"authors":["Jane","Joe"],"language":"English","guid":"g"},
       {"title":"U","text":"x","domain":"b.example","author":{"name":"Kim"},"lang":"de-DE","link":"https://b.example/2"}]
      """
    let stories = try readBytes(Array(text.utf8), as: "a.json").stories
    #expect(stories.map(\.source) == ["Coin Paper", "b.example"])
    #expect(stories.map(\.author) == ["Jane, Joe", "Kim"])
    #expect(stories.map(\.language) == ["en", "de"])
    #expect(stories.map(\.identity) == ["g", "https://b.example/2"])
  }

  @Test(arguments: [
    (
      "{\"name\":\"x\",\"version\":\"1.0\",\"dependencies\":{\"a\":\"1\"}}",
      "JSON without stories: its keys are “name”, “version”, “dependencies”"
    ),
    ("{\"prices\":[[1,2.5],[2,2.6]]}", "JSON without stories: its keys are “prices”"), ("[1,2,3]", "JSON without stories"),
    ("{}", "JSON without stories"),
    ("[{\"id\":\"btc\",\"symbol\":\"btc\",\"name\":\"Bitcoin\"}]", "JSON without stories"),
  ])
  func whatHoldsNoStoriesSaysWhatItHolds(text: String, what: String) {
    #expect(throws: ReadingError.notKnown(what)) { try readBytes(Array(text.utf8), as: "a.json") }
  }

  @Test func brokenLinesAreLeftOutAndNamed() throws {
    let text = "{\"title\":\"A\",\"text\":\"x\"}\n{\"title\":\"B\",\"text\":\"x\n{\"title\":\"C\",\"text\":\"x\"}\n{\"id\":1}\n"
    let reading = try readBytes(Array(text.utf8), as: "a.jsonl")
    #expect(reading.stories.map(\.title) == ["A", "C"])
    #expect(reading.notes == ["line 2 is no whole JSON and was left out", "1 record without title or text was left out"])
  }

  @Test(arguments: [
    ("[{\"title\":\"A\",\"text\":\"x\"},{\"title\":\"B\",\"text\":\"half", 2, "in the middle"),
    ("[{\"title\":\"A\",\"text\":\"x\"}] and more", 1, "what follows"),
    ("[{\"title\":\"A\",\"text\":\"x\"},,}{\"title\":\"B\",\"text\":\"x\"}]", 2, ""),
    ("[{\"title\":\"A\",\"text\":\"\\ud800\\u00zz\\q\"}]", 1, ""),
  ])
  func whatIsBrokenIsReadAsFarAsItGoes(text: String, stories: Int, note: String) throws {
    let reading = try readBytes(Array(text.utf8), as: "a.json")
    #expect(reading.stories.count == stories)
    #expect(reading.stories[0].title == "A")
    if !note.isEmpty { #expect(reading.notes.contains { $0.contains(note) }, "\(reading.notes)") }
  }

  @Test func noDepthIsTooMuch() throws {
    for open in ["[", "{\"a\":"] {
      let deep = String(repeating: open, count: 100_000)
      #expect(throws: ReadingError.self) { try readBytes(Array(deep.utf8), as: "a.json") }
      let text = "[{\"title\":\"A\",\"x\":" + deep + String(repeating: open == "[" ? "]" : "}", count: 100_000) + ",\"text\":\"t\"}]"
      #expect(try readBytes(Array(text.utf8), as: "a.json").stories.map(\.text) == ["A\n\nt"])
    }
  }

  @Test func moreRecordsThanTheLimitEndWithANote() throws {
    let limits = ReadingLimits.with { $0.stories = 100 }
    let text = String(repeating: "{\"title\":\"A\",\"text\":\"x\"}\n", count: 1000)
    let reading = try DocumentReader(limits: limits).read(Array(text.utf8), path: DocumentPath("a.jsonl"), modified: testDay)
    #expect(reading.stories.count == 100)
    #expect(reading.notes.contains { $0.contains("first 100 stories") })
  }
}
