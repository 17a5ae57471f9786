import Foundation
import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct StoryFormTests {
  @Test func pagesAsidesAndMembersComeBackAsTheyWere() throws {
    let temporary = try TemporaryLibrary()
    var whole = story("Page one.\n\nPage two.\n\n> quoted")
    whole.pages = [0, 11]
    whole.asides = [22..<30]
    whole.member = "letters/may.txt"
    try temporary.library.commit(batch([file("mail.zip", "d", whole), file("plain.txt", "e", story("Plain."))]))
    try temporary.reopen()
    let library = temporary.library
    let details = try library.stories(matching: .everything, today: today).compactMap { try library.detail(of: $0) }
    let kept = try #require(details.first { $0.story.member != nil })
    #expect(kept.story == whole)
    #expect(kept.row.path.hasSuffix("mail.zip/letters/may.txt"))
    #expect(details.contains { $0.story == story("Plain.") })
  }

  @Test func aFormOfAnotherTextIsDamageAndNotACrash() throws {
    var long = story("A rather long text with a second page.")
    long.pages = [0, 30]
    let stored = try #require(long.encodedForm)
    var short = story("Short.")
    #expect(throws: MalformedBlob.self) { try stored.withUnsafeBytes { try short.decodeForm($0) } }
  }

  @Test(arguments: [(0, 1), (10, 1), (11, 2), (29, 2), (30, 3), (5000, 3)])
  func anOffsetLiesOnItsPage(offset: Int, page: Int) {
    var paged = story("…")
    paged.pages = [0, 11, 30]
    #expect(paged.page(at: offset) == page)
    #expect(story("…").page(at: offset) == nil)
  }
}
