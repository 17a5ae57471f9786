import DocumentReading
import Foundation
import RegulatoryModel
import Testing

/// What is made of the words on their pages.
@Suite struct PageLayoutTests {
  private typealias Line = PageText.Line

  private func story(_ pages: PageText, as name: String = "paper.pdf") throws -> Story {
    let reading = try DocumentReader().readPageLayout(pages.bytes, path: DocumentPath("inbox/\(name)"), modified: testDay)
    return try #require(reading.stories.first)
  }

  private func threePages(head: (Int) -> String, foot: (Int) -> String) -> PageText {
    var pages = PageText()
    for number in 1...3 {
      pages.page([
        Line(head(number), top: 20),
        Line("The \(["first", "second", "third"][number - 1]) complaint says that the exchange took", top: 100, right: 540),
        Line("deposits \(["once", "twice", "thrice"][number - 1]) and lent them to its", top: 114, right: 540),
        Line(foot(number), left: 300, top: 760),
      ])
    }
    return pages
  }

  @Test func aSentenceGoesOnOverThePagesWithoutHeadsAndNumbers() throws {
    let story = try story(
      threePages(head: { "Case 1:23-cv-04738 Document 1 Filed 06/05/23 Page \($0) of 3" }, foot: { "- \($0) -" }))
    #expect(!story.text.contains("Page 2"))
    #expect(!story.text.contains("- 2 -"))
    #expect(story.text.contains("deposits once and lent them to its The second complaint says"))
    #expect(story.date == day("2023-06-05"))
    #expect(story.dateOrigin == .header)
  }

  @Test func everyPlaceKnowsItsPage() throws {
    let story = try story(threePages(head: { _ in "Annual report of the agency" }, foot: { "\($0)" }))
    #expect(story.pages.count == 3)
    #expect(story.pages.first == 0)
    for (word, page) in [("once", 1), ("twice", 2), ("thrice", 3)] {
      let range = try #require(story.text.range(of: word))
      #expect(story.page(at: story.text.utf8.distance(from: story.text.startIndex, to: range.lowerBound)) == page, "\(word)")
    }
  }

  @Test(arguments: [
    ("the regula-", "tion of crypto", "the regulation of crypto", "a word cut in two"),
    ("the crypto-", "asset market; a crypto-asset", "the crypto-asset market", "a hyphen that the text has elsewhere"),
    ("the Anti-", "Money Laundering", "the Anti-Money Laundering", "a hyphen before a capital"),
    ("the regula\u{AD}", "tion of crypto", "the regula tion of crypto", "a soft hyphen within the line is dropped"),
    ("of the af\u{FB01}liates", "of Kraken", "of the affiliates of Kraken", "a ligature"),
    ("AT&amp;T and", "others", "AT&T and others", "an entity"),
  ])
  func linesAreJoinedAsTheSentenceWantsIt(first: String, second: String, expected: String, note: String) throws {
    var pages = PageText()
    pages.page([
      Line("Something said before this in the text of the paper", top: 80, right: 540), Line(first, top: 94, right: 540),
      Line(second, top: 108),
    ])
    let text = try story(pages).text
    let wanted = note.hasPrefix("a soft") ? "the regulation of crypto" : expected
    #expect(text.contains(wanted), Comment(rawValue: "\(note): \(text)"))
  }

  @Test func aFootnoteDoesNotCutTheSentenceThatGoesOnBehindIt() throws {
    var pages = PageText()
    pages.page([
      Line("The agency said that the rule, which it had proposed,", top: 600, right: 540),
      Line("would be withdrawn because nobody had asked for", top: 614, right: 540),
      Line("3 See the letter of the association of banks.", top: 700, height: 9),
    ])
    pages.page([Line("it in the first place.", top: 80), Line("A new paragraph stands here.", left: 100, top: 94)])
    let story = try story(pages)
    #expect(story.text.contains("asked for it in the first place."))
    let note = try #require(story.text.range(of: "3 See the letter"))
    #expect(story.page(at: story.text.utf8.distance(from: story.text.startIndex, to: note.lowerBound)) == 1)
  }

  @Test func numbersBeforeTheLinesOfAPleadingAreNoText() throws {
    var pages = PageText()
    pages.page(
      (1...20).flatMap { number in
        [
          Line("\(number)", left: 50, top: 60 + Double(number) * 24, right: 56),
          Line(
            "words of line number \(["a", "b", "c"][number % 3]) that reach the edge", left: 72, top: 60 + Double(number) * 24, right: 540),
        ]
      })
    #expect(!(try story(pages).text.contains { $0.isNumber }))
  }

  /// Some fonts make the helper take the number for the first word of the line, and every line for a block of its own.
  @Test func numbersTakenForFirstWordsAreNoTextAndTheLinesKeepTheirOrder() throws {
    var pages = PageText()
    func line(_ number: Int, _ words: String) -> Line {
      Line("\(number) \(words)", left: number < 10 ? 56 : 50, top: 60 + Double(number) * 24)
    }
    var lines = (1...20).map { line($0, "and so the venue went on to lend part \(Character(UnicodeScalar(UInt8(0x60 + $0))))") }
    lines.swapAt(10, 11)
    pages.page(lines)
    let story = try story(pages)
    #expect(!story.text.contains { $0.isNumber })
    #expect(story.text.contains("lend part k and so the venue went on to lend part l"))
  }

  @Test func aTableWithNumberedRowsKeepsItsNumbers() throws {
    var pages = PageText()
    pages.page((1...8).map { Line("\($0) Binance 2\($0)0", left: 56, top: 60 + Double($0) * 24) })
    #expect(try story(pages).text.contains("3 Binance 230"))
  }

  @Test func theNameOfAPaperGoesOnInItsColumn() throws {
    var pages = PageText()
    pages.page([
      Line("UNITED STATES DISTRICT COURT", left: 200, top: 60), Line("Yuga Labs, Inc.,", top: 110), Line("Plaintiff,", left: 200, top: 134),
      Line("v.", top: 158), Line("RYDER RIPPS (“a/k/a RIPPS”),", top: 182), Line("Defendant.", left: 200, top: 206),
      Line("REPLY IN SUPPORT OF ANTI-", left: 300, top: 122), Line("SLAPP MOTION TO STRIKE", left: 300, top: 138),
      Line("The claims are barred, as was said before.", top: 300),
    ])
    #expect(try story(pages).title == "Yuga Labs, Inc. v. RYDER RIPPS (“a/k/a RIPPS”): REPLY IN SUPPORT OF ANTI-SLAPP MOTION TO STRIKE")
  }

  @Test(arguments: [
    (["Argued: April 12, 2023", "Decided: March 8, 2024"], "", "2024-03-08", "the decision, not the hearing"),
    (["Date Submitted: July 7, 2022", "Date Decided: July 13, 2022"], "", "2022-07-13", "as in Delaware"),
    (["Date of Judgment Entry on Appeal: December 13, 2023"], "", "2023-12-13", "as in Ohio"),
    (["The court has read the papers."], "February 19, 2021", "2021-02-19", "the day below the judge's name"),
  ])
  func aDecisionHasTheDayOnWhichItWasMade(head: [String], last: String, expected: String, note: String) throws {
    var pages = PageText()
    pages.page(
      head.enumerated().map { Line($0.element, top: 60 + Double($0.offset) * 30) } + [
        Line("This action arises out of a long investigation of the exchange.", top: 200),
        Line("DABNEY L. FRIEDRICH", left: 300, top: 600), Line("United States District Judge", left: 300, top: 614),
        Line(last.isEmpty ? "So ordered." : last, left: 72, top: 650),
      ])
    #expect(try story(pages).date == day(expected), Comment(rawValue: note))
  }

  @Test func aShortTitleGoesOnInTheLinesBelow() throws {
    var notice = PageText()
    let body = (0..<12).map {
      Line("FINRA established a fee to fund the budget of the board, and collects it.", top: 300 + Double($0) * 14)
    }
    notice.page(
      [
        Line("Regulatory Notice", left: 40, top: 82, height: 48), Line("25-03", left: 480, top: 82, height: 48),
        Line("GASB Accounting Support Fee", left: 40, top: 168, height: 32), Line("March 4, 2025", left: 414, top: 172, height: 13),
      ] + body)
    #expect(try story(notice).title == "Regulatory Notice 25-03 GASB Accounting Support Fee")
    var speech = PageText()
    speech.page([Line("The Crazy Ones", top: 60, height: 24), Line("October 14, 1998", top: 90, height: 24)] + body)
    #expect(try story(speech).title == "The Crazy Ones", "a day is no part of a title")
    var proposal = PageText()
    proposal.page(
      [
        Line("Brussels, 24.9.2020", left: 324, top: 190, height: 15), Line("COM(2020) 593 final", left: 324, top: 207, height: 15),
        Line("ANNEXES", left: 267, top: 330, height: 15), Line("to the", left: 281, top: 360, height: 15),
        Line("Proposal for a REGULATION on markets in crypto-assets", left: 78, top: 386, height: 15),
      ] + body.map { Line($0.words, top: $0.top + 250) })
    #expect(try story(proposal).title == "ANNEXES to the Proposal for a REGULATION on markets in crypto-assets")
  }

  @Test func aPaperOfTheEuropeanCommissionIsCalledByWhatItProposes() throws {
    var pages = PageText()
    pages.page([
      Line("EUROPEAN", left: 203, top: 113), Line("COMMISSION", left: 203, top: 126), Line("Brussels, 24.9.2020", left: 324, top: 190),
      Line("COM(2020) 593 final", left: 324, top: 204), Line("2020/0265 (COD)", left: 324, top: 229),
      Line("Proposal for a", left: 260, top: 315), Line("REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL", left: 90, top: 342),
      Line("on Markets in Crypto-assets, and amending Directive (EU) 2019/1937", left: 100, top: 368),
      Line("(Text with EEA relevance)", left: 200, top: 394), Line("{SEC(2020) 306 final} - {SWD(2020) 380 final}", left: 116, top: 420),
    ])
    let story = try story(pages)
    #expect(
      story.title == "Proposal for a REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL on Markets in Crypto-assets, "
        + "and amending Directive (EU) 2019/1937")
    #expect(story.kind == .bill && story.source == "European Commission" && story.date == day("2020-09-24"))
  }

  @Test func theLanguageIsToldFromTheTextWhereTheFirstPageIsAllNames() throws {
    var pages = PageText()
    pages.page((0..<40).map { Line("JOHN DOE RICHARD ROE ATTORNEYS KANSAS", top: 60 + Double($0) * 16) })
    pages.page(
      (0..<40).map { _ in "The court finds that the venue had not registered with the agency, as it was bound to do by law." }.enumerated()
        .map {
          Line($0.element, top: 60 + Double($0.offset) * 16)
        })
    #expect(try story(pages).language == "en")
  }

  @Test func aCaptionIsTheTitle() throws {
    var pages = PageText(title: "Microsoft Word - complaint.docx")
    pages.page([
      Line("UNITED STATES DISTRICT COURT", left: 200, top: 60), Line("SOUTHERN DISTRICT OF NEW YORK", left: 200, top: 74),
      Line("SECURITIES AND EXCHANGE", top: 110), Line("COMMISSION,", top: 124), Line("Plaintiff,", left: 140, top: 150),
      Line("v.", top: 176),
      Line("KRAKEN LLC,", top: 200), Line("Defendant.", left: 140, top: 224), Line("COMPLAINT", left: 280, top: 260),
      Line("The Commission alleges as follows.", top: 300),
    ])
    let story = try story(pages)
    #expect(story.title == "SECURITIES AND EXCHANGE COMMISSION v. KRAKEN LLC: COMPLAINT")
    #expect(story.kind == .enforcement)
  }

  @Test(arguments: [
    ("Report on stablecoins", "Report on stablecoins", "a title that the text has"),
    ("Microsoft Word - draft3.doc", "Large heading here", "a program's default"),
    ("ar_2024_final.pdf", "Large heading here", "a file's name"),
    ("Minutes about something else", "Large heading here", "left over from another document"),
  ])
  func theTitleOfThePropertiesCountsWhereItIsOne(stated: String, expected: String, note: String) throws {
    var pages = PageText(title: stated, created: "2024-10-10T12:48:43-04")
    pages.page([
      Line("Large heading here", top: 60, height: 24), Line("This report on the stablecoins of the year is long.", top: 120),
      Line("It has more than one sentence in it, and more words.", top: 134),
    ])
    let story = try story(pages)
    #expect(story.title == expected, Comment(rawValue: note))
    #expect(story.date == day("2024-10-10"))
    #expect(story.dateOrigin == .metadata)
  }

  @Test func aRaisedNumberStandsApartFromTheWordBeforeIt() throws {
    let layout = """
      <doc>
      <page width="612.0" height="792.0">
      <line>
      <word xMin="72.0" yMin="100.0" xMax="120.0" yMax="112.0">Binance</word>
      <word xMin="120.2" yMin="99.0" xMax="124.0" yMax="106.0">12</word>
      <word xMin="127.0" yMin="100.0" xMax="160.0" yMax="112.0">said</word>
      </line>
      </page>
      </doc>
      """
    let reading = try DocumentReader().readPageLayout(Array(layout.utf8), path: DocumentPath("a.pdf"), modified: testDay)
    #expect(reading.stories.first?.text == "Binance [12] said")
  }

  @Test(arguments: 0..<10) func noLayoutCrashesTheReader(block: UInt64) {
    let good = threePages(head: { "Case 1:23-cv-1 Document 1 Filed 06/05/23 Page \($0) of 3" }, foot: { "\($0)" }).bytes
    for seed in (block * 40)..<(block * 40 + 40) {
      var generator = SeededGenerator(seed: seed)
      var bytes = good
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 300)], at: place)
        default: bytes.insert(contentsOf: Array("-9999999999\"".utf8), at: place)
        }
      }
      guard let reading = try? DocumentReader().readPageLayout(bytes, path: DocumentPath("a.pdf"), modified: testDay) else { continue }
      for story in reading.stories {
        #expect(isPrintable(story.text, lines: true), "seed \(seed)")
        #expect(story.pages.allSatisfy { $0 <= story.text.utf8.count } && story.pages == story.pages.sorted(), "seed \(seed)")
      }
    }
  }
}
