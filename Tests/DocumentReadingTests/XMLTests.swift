import Foundation
import RegulatoryModel
import Testing

@testable import DocumentReading

/// XML from anywhere: nothing is loaded, nothing expands, nothing hangs, and what is broken is read as far as it goes.
@Suite struct XMLTests {
  /// A Federal Register notice around some inner XML.
  static func notice(_ inner: String, before: String = "") -> String {
    "\(before)<NOTICE><PREAMB><SUBJECT>Custody of digital assets</SUBJECT><P>\(inner)</P></PREAMB></NOTICE>"
  }

  private func read(_ text: String, as name: String = "a.xml") throws -> Reading { try readBytes(Array(text.utf8), as: name) }

  @Test(arguments: [
    ("AT&amp;T &lt;b&gt; &quot;x&quot; &apos;y&apos;", "AT&T <b> \"x\" 'y'", "the five names of XML"),
    ("a&#8212;b&#x2014;c", "a—b—c", "numbers"),
    ("caf&eacute; &mdash; &sect; 5", "café — § 5", "the names of HTML, which need no declaration"),
    ("one&nbsp;two&#160;three", "one two three", "spaces that don't break"),
    ("<![CDATA[R&D <tag>]]>", "R&D <tag>", "CDATA as it stands"),
    ("safe &#x202E;text", "safe text", "what turns the direction of writing is dropped"),
    ("a&#0;b", "ab", "a character that can't be"),
  ])
  func referencesGiveTheirCharacter(inner: String, expected: String, note: String) throws {
    let story = try #require(try read(Self.notice(inner)).stories.first)
    #expect(story.text.hasSuffix(expected), Comment(rawValue: "\(note): \(story.text)"))
  }

  @Test(arguments: [
    (
      "<!DOCTYPE r [<!ENTITY a \"lollollol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
      "&c;", "a bomb"
    ),
    ("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;", "a file"),
    ("<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>", "&p;", "a file by a parameter entity"),
    ("<!DOCTYPE r SYSTEM \"file:///etc/passwd\">", "&root;", "a document type that is a file"),
    ("<!DOCTYPE r [<!ENTITY x \"]>\"><!ENTITY y '<P>lollollol</P>'>]>", "&y;", "signs that look like its end"),
    ("<!DOCTYPE r [<!-- ' \" ]> --><!ENTITY y 'lollollol'>]>", "&y;", "a comment in it"),
    ("<!DOCTYPE r [<!ENTITY amp \"lollollol\">]>", "&amp;", "a known name with another meaning"),
  ])
  func nothingThatAFileDefinesIsExpanded(type: String, reference: String, note: String) throws {
    let reading = try read(Self.notice("The deadline \(reference) is near.", before: "<?xml version=\"1.0\"?>\n" + type))
    let text = try #require(reading.stories.first).text
    #expect(!text.contains("lol") && !text.contains("root:"), Comment(rawValue: note))
    #expect(text.contains("The deadline") && text.contains("is near."), Comment(rawValue: "\(note): \(text)"))
  }

  @Test func anEntityInAnAttributeIsLeftOutToo() throws {
    let type = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    let tree = XMLTree.read(Array("\(type)<a b=\"1&x;2&amp;3&#38;4&lt;5&eacute;\"/>".utf8), limits: .standard)
    let root = try #require(tree.root)
    #expect(root["b"] == "1 2&3&4<5")
    #expect(!tree.notes.isEmpty)
  }

  @Test func theFirstMistakeIsNamedWithItsLine() throws {
    let broken = "<NOTICE>\n<PREAMB><SUBJECT>Custody</SUBJECT>\n<P>The comment period &amp; more</Q>\n<P>closes.</P></PREAMB></NOTICE>"
    let reading = try read(broken)
    let text = try #require(reading.stories.first).text
    #expect(text.contains("The comment period & more") && text.contains("closes."))
    let note = try #require(reading.notes.first)
    #expect(note.hasPrefix("broken XML, read as far as it goes: line 3: ") && note.contains("mismatch: P and Q"), Comment(rawValue: note))
  }

  @Test func aFileCutOffIsReadToItsEnd() throws {
    let whole = Self.notice("The comment period closes on May 6, 2026. More follows.")
    for count in stride(from: 70, to: whole.utf8.count, by: 7) {
      let reading = try read(String(whole.prefix(count)))
      #expect(try #require(reading.stories.first).title.hasPrefix("Custody"))
      #expect(reading.notes.contains { $0.contains("line 1: ") }, "\(count)")
    }
  }

  @Test func aBareAmpersandStandsForItself() throws {
    let reading = try read(Self.notice("R&D at AT&T & Co; <E T=\"a&b\">x</E> <![CDATA[a&b]]>"))
    #expect(try #require(reading.stories.first).text.hasSuffix("R&D at AT&T & Co; x a&b"))
    #expect(reading.notes == ["line 1: an ampersand stands where it may not, and 3 more: taken as it stands"])
  }

  // MARK: Size and depth

  @Test func elementsNestedTooDeepEndTheReading() throws {
    let deep = String(repeating: "<P>", count: 100_000) + "x" + String(repeating: "</P>", count: 100_000)
    let reading = try read(Self.notice("Read this. " + deep))
    #expect(try #require(reading.stories.first).text.contains("Read this."))
    #expect(reading.notes.contains { $0.contains("elements are nested more than 200 deep: read up to there") }, "\(reading.notes)")
  }

  @Test func tooManyElementsEndTheReading() throws {
    let limits = ReadingLimits.with { $0.xmlElements = 50 }
    let reading = try DocumentReader(limits: limits).read(
      Array(Self.notice("Read this." + String(repeating: "<E>y</E>", count: 500)).utf8), path: DocumentPath("a.xml"), modified: testDay)
    #expect(try #require(reading.stories.first).text.contains("Read this."))
    #expect(reading.notes.contains { $0.contains("more than 50 elements") })
  }

  @Test(arguments: [
    ("x=\"" + String(repeating: "a", count: 63 << 20) + "\"", "one value of 63 MB"),
    ((0..<5000).map { "a\($0)=''" }.joined(separator: " "), "five thousand attributes"),
    (String(repeating: "a='' ", count: 200_000), "one attribute two hundred thousand times"),
  ])
  func aTagThatIsTooLargeEndsTheReading(attributes: String, note: String) throws {
    let reading = try read(Self.notice("Read this. <E \(attributes)>never</E>"))
    let text = try #require(reading.stories.first).text
    #expect(text.contains("Read this.") && !text.contains("never"), Comment(rawValue: note))
    #expect(reading.notes.contains("line 1: a tag is too large: read up to there"), Comment(rawValue: note))
  }

  @Test(arguments: ["<", "& ", "<a b>"])
  func aFileOfMistakesEndsInASentence(mistake: String) throws {
    let reading = try read(Self.notice("Read this. " + String(repeating: mistake, count: 150_000)))
    #expect(try #require(reading.stories.first).text.contains("Read this."))
    #expect(reading.notes.contains { $0.contains("more than 100000 mistakes: read up to there") || $0.contains("more than 200 deep") })
  }

  @Test func aMillionPrefixesCostNothing() throws {
    let spaces = (0..<900).map { "xmlns:p\($0)='u\($0)'" }.joined(separator: " ")
    let reading = try read(Self.notice("Read this. <E \(spaces)>" + String(repeating: "<p0:E/>", count: 200_000) + "</E>"))
    #expect(try #require(reading.stories.first).text.contains("Read this."))
  }

  // MARK: Characters

  @Test(arguments: [
    (String.Encoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8], "UTF-16, little end first"),
    (.utf16BigEndian, [0xFE, 0xFF], "UTF-16, big end first"), (.utf16LittleEndian, [], "UTF-16 without a mark"),
    (.utf8, [0xEF, 0xBB, 0xBF], "UTF-8 with a mark"),
  ])
  func theBytesCountMoreThanWhatIsDeclared(encoding: String.Encoding, mark: [UInt8], note: String) throws {
    for declared in ["utf-8", "UTF-16", "windows-1252", "nonsense"] {
      let text = Self.notice("Café § 5", before: "<?xml version=\"1.0\" encoding=\"\(declared)\"?>\n")
      let reading = try readBytes(mark + Array(try #require(text.data(using: encoding))), as: "a.xml")
      #expect(try #require(reading.stories.first).text.hasSuffix("Café § 5"), "\(note), declared as \(declared)")
    }
  }

  @Test func aDeclaredCharacterSetIsUsedWhereTheBytesAreNoUTF8() throws {
    let text = Self.notice("Café", before: "<?xml version='1.0' encoding='iso-8859-1'?>\n")
    let reading = try readBytes(Array(try #require(text.data(using: .isoLatin1))), as: "a.xml")
    #expect(try #require(reading.stories.first).text.hasSuffix("Café"))
  }

  // MARK: What it is

  @Test func anUnknownDocumentSaysWhatItBeginsWith() {
    #expect(throws: ReadingError.notKnown("not a known XML document: it begins with <svg>")) {
      try self.read("<?xml version='1.0'?><svg><text>Kraken</text></svg>")
    }
    for text in ["no element at all", "<", "<>", "<!DOCTYPE x [", "<?xml version='1.0'?>", "<!-- only this -->"] {
      #expect(throws: ReadingError.self) { try self.read(text) }
    }
  }

  @Test(arguments: ["notice.xml", "notice.txt", "notice.md", "notice", "notice.html", "notice.json"])
  func theFirstElementCountsWhateverTheName(name: String) throws {
    let text = Self.notice("x", before: "<?xml version='1.0'?>\n<!-- <a> -->\n<!DOCTYPE NOTICE [ <!ENTITY a \"b\"> ]>\n")
    let reading = try read(text, as: name)
    #expect(reading.format == .xml && reading.stories.first?.kind == .notice)
  }

  @Test func aPageNamedXMLIsAPage() throws {
    #expect(try read("<!DOCTYPE html><html><body><p>Saved page.</p></body></html>").format == .html)
  }

  @Test func broughtTogetherAnyhowNothingCrashes() {
    let pieces = [
      "<RULE>", "</RULE>", "<NOTICE>", "<PREAMB>", "<SUBJECT>", "</SUBJECT>", "<P>", "</P>", "<HD SOURCE=\"HED\">", "</HD>", "<SU>1</SU>",
      "<FTREF/>", "<FTNT><P><SU>", "<GPOTABLE>", "<ROW><ENT>", "<PRTPAGE P=\"9\"/>", "<![CDATA[", "]]>", "<!--", "-->", "&", "&amp;", "&x;",
      "<billStatus><bill>", "<number>3</number><type>HR</type><congress>119</congress>", "<actions><item><text>",
      "<actionCode>8000</actionCode>",
      "<bill>", "<form><legis-num>S. 1</legis-num>", "<legis-body>", "<meta>", "<main>", "<section><num>1.</num>", "<a b='", "'>", "\u{0}",
      "é",
      "<FRDOC>[FR Doc. 1 Filed 13-40-99;", "<!DOCTYPE", "<?xml", "?>", "\n", " text ", "<actionDate>2025-13-01</actionDate>",
    ]
    for seed in 0..<1500 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var text = ["<RULE>", "<billStatus>", "<bill>", "<FEDREG>", "<resolution>", ""].randomElement(using: &generator) ?? ""
      for _ in 0..<Int.random(in: 1...30, using: &generator) { text += pieces.randomElement(using: &generator) ?? "" }
      guard let reading = try? readBytes(Array(text.utf8), as: "x.xml") else { continue }
      for story in reading.stories {
        #expect(isPrintable(story.text, lines: true) && isPrintable(story.title), "seed \(seed)")
        for step in story.officialBill?.steps ?? [] { #expect(step.span.upperBound <= story.text.utf8.count, "seed \(seed)") }
      }
      for note in reading.notes { #expect(isPrintable(note)) }
    }
  }
}
