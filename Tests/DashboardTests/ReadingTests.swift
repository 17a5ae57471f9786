import Dashboard
import QueryLanguage
import RegulatoryModel
import TerminalCanvas
import Testing

struct ReadingTests {
  @Test func theReaderShowsTheStoryUnderTheCursor() {
    var session = Session()
    session.type("j j j")
    #expect(session.state.reader.detail?.row.title == session.selectedTitle)
    #expect(session.state.focus == .stories)
  }

  @Test func mentionsAreWalkedAndNamed() {
    var session = Session()
    session.type("Enter ]e")
    #expect(session.statusLine.contains("1 of 20: agency Securities and Exchange Commission"))
    session.type("Tab")
    #expect(session.statusLine.contains("2 of 20"))
    session.type("S-Tab [e")
    #expect(session.statusLine.contains("No mention further up"))
    session.type("Esc Tab")
    #expect(session.state.focus == .exchanges)
  }

  @Test(arguments: ["Enter", "Space"]) func aLitMentionIsFilteredToLikeARow(key: String) {
    var session = Session()
    session.type("Enter ]e")
    #expect(session.statusLine.contains("Enter filters to it"))
    session.type(key)
    #expect(session.state.filterText == "agency:sec")
    #expect(session.state.focus == .reader)
    #expect(session.statusLine.contains("agency:sec"))
    session.type("u")
    #expect(session.statusLine.contains("Took back: the filter agency:sec"))
    #expect(session.state.filterText.isEmpty)
  }

  @Test func aStoryOpenedWhileItIsOnItsWayIsAskedForOnceAndThenRead() {
    var session = Session()
    session.answers = false
    session.type("j Enter")
    let asked = session.effects.filter { if case .openStory = $0 { true } else { false } }
    #expect(asked.count == 1)
    session.answers = true
    session.carryOut(asked)
    let id = session.state.rows.stories[1]
    #expect(session.state.reader.detail?.row.id == id)
    #expect(session.state.cache[id]?.isUnread == false)
    #expect(session.state.opening == nil)
  }

  @Test func withoutALitMentionSpaceIsAPage() {
    var session = Session(columns: 40, rows: 8)
    session.type("Enter Space")
    #expect(session.state.reader.top > 0)
    #expect(session.state.filterText.isEmpty)
    session.type("gg ]e G Space")
    #expect(session.state.filterText.isEmpty, "a mention that is out of sight is not filtered to")
  }

  @Test func escapeAndAKeyThatComeTogetherAreTwoKeys() {
    var session = Session()
    session.type("?")
    session.send(.key(.alt("j")))
    #expect(session.state.overlay == nil)
    #expect(session.state.lists[.stories].selected == 1)
  }

  @Test func aDocumentWithPagesSaysOnWhichTheReaderStands() throws {
    var session = Session(columns: 60, rows: 20)
    session.type("Enter")
    var detail = try #require(session.state.reader.detail)
    detail.story.text += (1...40).map { "\n\nParagraph \($0)." }.joined()
    let length = detail.story.text.utf8.count
    detail.story.pages = [0, length / 2, length * 3 / 4]
    session.send(.storyLoaded(detail, hits: []))
    #expect(session.screen.contains { $0.contains("p. 1 of 3, top") }, "\(session.screen)")
    session.type("Enter G")
    #expect(session.screen.contains { $0.contains("p. 3 of 3, 100 %") }, "\(session.screen)")
  }

  @Test func whatIsNotTheStorysOwnIsDim() throws {
    var session = Session(columns: 80, rows: 24)
    session.type("Enter")
    var detail = try #require(session.state.reader.detail)
    let own = detail.story.text.utf8.count
    detail.story.text += "\n\n> quoted history"
    detail.story.asides = [own + 2..<detail.story.text.utf8.count]
    session.send(.storyLoaded(detail, hits: []))
    session.type("Enter z G")
    let canvas = render(session.state, theme: ScopeTheme.theme).canvas
    let row = try #require(canvas.lines.firstIndex { $0.contains("> quoted history") })
    let before = try #require(canvas.lines[row].split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).first)
    let column = before.count
    #expect(canvas[column, row].style == ScopeTheme.theme.style(.textDim))
  }

  @Test(arguments: [16, 30, 42, 60, 100]) func theFactsTakeTwoLinesAtMost(width: Int) {
    var session = Session()
    session.type("Enter")
    guard let detail = session.state.reader.detail else { return #expect(Bool(false), "no story") }
    let lines = StoryFacts.lines(of: detail, glyphs: .unicode, width: width)
    #expect(lines.count <= 2 && lines.first?.hasPrefix("22 Nov 2026") == true, "\(lines)")
  }

  @Test func theNextStoryIsReadWithoutGoingBack() {
    var session = Session()
    session.type("Enter J J")
    #expect(session.state.focus == .reader)
    #expect(session.state.reader.detail?.row.id == session.state.rows.stories[2])
    session.type("K")
    #expect(session.state.reader.detail?.row.id == session.state.rows.stories[1])
    session.type("q")
    #expect(session.state.focus == .stories)
  }

  @Test func underAnUnreadFilterNoStoryIsSkipped() {
    var session = Session()
    session.type("/")
    session.enter("is:unread")
    session.type("Enter")
    let unread = session.state.rows.stories
    session.type("Enter")
    session.send(.committed(added: [], changed: [unread[0]], removed: [], Revision(2)))
    #expect(session.state.rows.stories.first == unread[1])
    #expect(session.state.reader.detail?.row.id == unread[0])
    session.type("J")
    #expect(session.state.reader.detail?.row.id == unread[1])
  }

  @Test func textIsFoundInTheStory() {
    var session = Session()
    session.type("Enter /")
    session.enter("RESERVES")
    #expect(session.state.reader.findHits.count == 4)
    session.type("Enter n n n n")
    #expect(session.statusLine.contains("1 of 4, round again"))
    session.type("N")
    #expect(session.statusLine.contains("4 of 4, round again"))
    #expect(session.state.reader.top > 0)
    session.type("Esc")
    #expect(session.state.reader.find == nil)
  }

  @Test func aPriceMoveOpensItsSentence() {
    var session = Session()
    session.type("4 Enter")
    #expect(session.state.focus == .reader)
    #expect(session.state.reader.detail?.row.title.hasPrefix("Bitcoin falls") == true)
    session.type("q")
    #expect(session.state.focus == .volatility)
  }

  @Test func aResizeKeepsThePlaceInTheText() {
    var session = Session()
    session.type("Enter Space Space")
    let offset = session.state.reader.page.offset(ofLine: session.state.reader.top)
    #expect(offset > 0)
    session.send(.resized(Size(columns: 80, rows: 24)))
    let page = session.state.reader.page
    #expect(page.offset(ofLine: session.state.reader.top) <= offset)
    #expect(page.offset(ofLine: session.state.reader.top + 1) > offset)
    #expect(session.effects.contains(.redraw))
  }

  @Test func whatIsCopiedSaysWhereItIsFrom() {
    var session = Session()
    session.type("yt yu yp yc Enter ]e yq")
    let copies = session.deeds().compactMap { if case .copy(let text) = $0 { text } else { nil } }
    #expect(
      copies == [
        "Commission opens petition on custody of crypto-assets, Reuters, 22 Nov 2026", "https://example.org/1",
        "/home/ada/regulation/inbox/story-1.html",
        "“Commission opens petition on custody of crypto-assets,” Reuters, 22 Nov 2026, https://example.org/1",
        "“WASHINGTON – The Securities and Exchange Commission said on Friday that it would consider how customers of Coinbase are protected "
          + "when a platform fails, and asked for comment within sixty days.” "
          + "(Commission opens petition on custody of crypto-assets, Reuters, 22 Nov 2026)",
      ])
  }

  @Test func whatCannotBeDoneSaysWhy() {
    var session = Session()
    session.type("j yu")
    #expect(session.statusLine.contains("gives no address"))
    session.type("Enter yq")
    #expect(session.statusLine.contains("No mention is lit"))
    session.type("5 ]e")
    #expect(session.statusLine.contains("]e is for next-mention, in the reader"))
  }

  @Test func filesAreOpenedEditedAndPiped() {
    var session = Session()
    session.type("o O e |")
    session.enter("wc -w")
    session.type("Enter")
    let path = "/home/ada/regulation/inbox/story-1.html"
    let deeds = session.deeds()
    #expect(deeds.prefix(3) == [.openOriginal(path: path), .openAddress(url: "https://example.org/1"), .edit(path: path)])
    #expect(deeds.last == .pipe(command: "wc -w", text: session.library.entries[0].text))
  }

  @Test func exportTakesTheListTheRangeOrTheStory() {
    var session = Session()
    session.type("s Enter")
    #expect(session.deeds() == [.export(session.state.rows.stories, format: .csv, path: "stories.csv")])
    session.type("v j s ^U")
    session.enter("two.docx")
    session.type("Enter")
    #expect(session.state.prompt?.fault?.message.contains(".csv") == true)
    session.type("^U")
    session.enter("two.md")
    session.type("Enter")
    #expect(session.deeds() == [.export(Array(session.state.rows.stories[0...1]), format: .markdown, path: "two.md")])
  }

  @Test func whyShowsTheSentenceAndTheRule() {
    var session = Session()
    session.type("3 i")
    #expect(session.text.contains("House passes market structure bill"))
    #expect(session.text.contains("a chamber “passes” the bill"))
    session.type("Enter")
    #expect(session.state.focus == .reader)
    session.type("]e i")
    #expect(session.text.contains("Why this is marked"))
  }
}
