import DocumentReading
import RegulatoryModel
import Testing

@Suite struct RichTextTests {
  private func only(_ text: String, as name: String = "a.rtf") throws -> Story {
    let reading = try readBytes(Array(text.utf8), as: name)
    #expect(reading.format == .rtf)
    return try #require(reading.stories.first)
  }

  private let head =
    "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset2 Symbol;}}{\\colortbl;\\red0;}{\\stylesheet{\\s1 heading 1;}}\n"

  @Test(arguments: [
    ("One paragraph.\\par Another.\\par", "One paragraph.\n\nAnother.", "paragraphs"),
    ("A line\\line B", "A line\nB", "lines"),
    ("A\\tab B\\~C\\_D\\-E \\{F\\} \\\\", "A B C-DE {F} \\", "symbols"),
    ("caf\\'e9 \\'93quoted\\'94 \\emdash  \\lquote x\\rquote", "café “quoted” — ‘x’", "the code page"),
    ("{\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}", "Привет", "the code page of a font"),
    ("\\u8364?5 \\uc2\\u8364??6 \\uc0\\u8364 7 \\u-4051 x", "€5 €6 €7 x", "characters by number"),
    ("\\uc1\\u55357?\\u56832? smile", "😀 smile", "characters in two halves"),
    (
      "{\\*\\unknown left out}{\\pict\\pngblip 89504e47}{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt the link}} text", "the link text",
      "destinations"
    ),
    ("\\pard\\intbl Kraken\\cell $30 million\\cell\\row\\pard After.", "Kraken | $30 million\n\nAfter.", "a table"),
    ("Shown.{\\v Hidden.}\\v Hidden.\\v0  More.{\\deleted gone}", "Shown. More.", "hidden and deleted text"),
    ("The rule{\\super 1}{\\footnote See \\i 17 CFR.} applies.", "The rule1[1] applies.\n\n[1] See 17 CFR.", "a footnote"),
    ("{\\pard{\\listtext\\'b7\\tab}One.\\par{\\listtext\\'b7\\tab}Two.\\par}", "- One.\n- Two.", "a list"),
    ("{\\header Letterhead}{\\footer Page}Text.", "Text.", "headers and footers"),
    ("{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt In a box.\\par}}}Around.", "In a box.\n\nAround.", "a text box"),
    ("A\\bin5 }}{{}B", "AB", "binary data"),
    ("Two\nlines\r\nof one word", "Twolinesof one word", "line ends in the file mean nothing"),
  ])
  func theTextIsThatOfThePrintedDocument(body: String, expected: String, note: String) throws {
    let story = try only(head + "{\\pard\\outlinelevel0 Agency proposes custody rule\\par}\\pard " + body + "}")
    #expect(story.title == "Agency proposes custody rule", Comment(rawValue: note))
    #expect(story.body == expected, Comment(rawValue: note))
  }

  @Test func theInfoGroupFillsInWhatTheTextDoesNotSay() throws {
    let info = "{\\info{\\title A Title}{\\author Ann Other}{\\creatim\\yr2019\\mo1\\dy2\\hr3}{\\revtim\\yr2025\\mo5\\dy6}}"
    let story = try only(head + info + "{\\pard\\outlinelevel0 Agency proposes custody rule\\par}\\pard Text of it.}")
    #expect(story.author == "Ann Other")
    #expect(story.date == day("2025-05-06"))
    #expect(!story.text.contains("A Title"))
  }

  @Test func contentCountsMoreThanTheName() throws {
    #expect(try only("{\\rtf1 Some text of a letter.}", as: "a.docx").text == "Some text of a letter.")
    #expect(try readBytes(Array("Just text here.".utf8), as: "a.rtf").format == .plainText)
  }

  @Test(arguments: [
    String(repeating: "{", count: 100_000) + "deep" + String(repeating: "}", count: 100_000), String(repeating: "{\\b ", count: 100_000),
    String(repeating: "}", count: 1000), String(repeating: "\\'e9\\f1", count: 50_000),
    String(repeating: "{\\footnote ", count: 5000) + "x",
    String(repeating: "\\u55357", count: 20_000), "\\bin99999999999999999999 x", "\\u-99999999999999 x\\uc999999 y", "\\", "\\'", "\\'f",
    "\\u",
    String(repeating: "\\cell", count: 50_000), String(repeating: "\\trowd\\intbl a\\par", count: 20_000), "{\\*", "{\\fonttbl",
  ])
  func nothingCrashesOrHangs(body: String) throws {
    if let reading = try? readBytes(Array((head + "text " + body).utf8), as: "a.rtf") {
      #expect(reading.stories.allSatisfy { isPrintable($0.text, lines: true) })
    }
  }

  @Test func textBehindDeepGroupsIsKept() throws {
    let deep = String(repeating: "{", count: 100_000) + "deep text" + String(repeating: "}", count: 100_000)
    #expect(try only("{\\rtf1 " + deep + " after}").text == "deep text after")
  }

  @Test func aFileThatEndsInTheMiddleSaysSo() throws {
    #expect(
      try readBytes(Array("{\\rtf1 {\\b Half of a letter".utf8), as: "a.rtf").notes == [
        "the file ends in the middle: read as far as it goes"
      ])
  }
}
