import Foundation
import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct MarksTests {
  private func library() throws -> (TemporaryLibrary, [StoryID]) {
    let temporary = try TemporaryLibrary()
    let files = (0..<3).map { file("\($0).txt", "d\($0)", story("text \($0)")) }
    return (temporary, try temporary.library.commit(batch(files)).added)
  }

  @Test func aMarkShowsAtOnceAndAfterReopening() throws {
    let (temporary, ids) = try library()
    #expect(try temporary.library.set(.read, on: [ids[0], ids[1]], to: true) == [ids[0], ids[1]])
    #expect(try temporary.library.set(.read, on: ids, to: true) == [ids[2]], "only what changed can be undone")
    try temporary.library.set(.read, on: [ids[2]], to: false)
    try temporary.library.setTag("Desk", on: [ids[1]], to: true)
    try temporary.library.setTag("desk", on: [ids[2]], to: true)
    for _ in 0..<2 {
      #expect(try temporary.library.texts(.id(.is, "unread")) == ["text 2"])
      #expect(try temporary.library.texts(.field(.tag, .name("DESK"))) == ["text 1", "text 2"])
      #expect(try temporary.library.texts(.id(.has, "tag")) == ["text 1", "text 2"])
      #expect(try temporary.library.rows(of: [ids[2]]).map(\.tags) == [["Desk"]])
      try temporary.reopen()
    }
  }

  @Test func marksSurviveAChangeOfTheFile() throws {
    let (temporary, ids) = try library()
    try temporary.library.set(.starred, on: [ids[1]], to: true)
    try temporary.library.commit(batch([file("1.txt", "other", story("quite another text"))]))
    #expect(try temporary.library.texts(.id(.is, "starred")) == ["quite another text"])
  }

  @Test func marksWaitForAFileThatComesBack() throws {
    let (temporary, ids) = try library()
    try temporary.library.set(.starred, on: [ids[1]], to: true)
    try temporary.library.commit(batch(removed: [path("1.txt")]))
    #expect(try temporary.library.texts(.id(.is, "starred")) == [])
    try temporary.reopen()
    // Elsewhere, with the same content, and later than it went.
    let report = try temporary.library.commit(batch([file("sub/other.txt", "d1", story("text 1"))]))
    #expect(report.added == [ids[1]], "it has its old number again")
    #expect(try temporary.library.texts(.id(.is, "starred")) == ["text 1"])
    #expect(try temporary.library.dumpMarks().contains("sub/other.txt"))
  }

  @Test func aCopyBesideItsOriginalIsAnotherStory() throws {
    let (temporary, ids) = try library()
    try temporary.library.set(.starred, on: [ids[1]], to: true)
    try temporary.library.commit(batch([file("copy.txt", "d1", story("text 1"))]))
    #expect(try temporary.library.stories(matching: .id(.is, "starred"), today: today) == [ids[1]])
  }

  @Test func rebuildingKeepsMarksFiltersAndLook() throws {
    let (temporary, ids) = try library()
    let library = temporary.library
    try library.set(.read, on: [ids[0]], to: true)
    try library.setTag("desk", on: [ids[2]], to: true)
    try library.save(SavedFilter(name: "mine", query: "is:unread"))
    try library.noteLook(on: today)
    try library.rebuildDerived()
    #expect(try library.answer().totalStories == 0)
    #expect(try library.files(under: [root]).isEmpty, "so that every file is read anew")
    try library.commit(batch((0..<3).reversed().map { file("\($0).txt", "d\($0)", story("text \($0)")) }))
    #expect(try library.texts(.not(.id(.is, "unread"))) == ["text 0"])
    #expect(try library.texts(.field(.tag, .name("desk"))) == ["text 2"])
    #expect(try library.savedFilters() == [SavedFilter(name: "mine", query: "is:unread")])
    #expect(library.lastLook == today)
    #expect(try library.checkIntegrity() == [])
  }

  @Test func marksMoveToAnotherLibraryAsText() throws {
    let (temporary, ids) = try library()
    try temporary.library.set(.read, on: [ids[0], ids[1]], to: true)
    try temporary.library.setTag("two words %", on: [ids[1]], to: true)
    try temporary.library.save(SavedFilter(name: "a b", query: "tag:\"x\ty\""))
    let text = try temporary.library.dumpMarks()

    let target = try TemporaryLibrary()
    try target.library.commit(batch([file("0.txt", "changed", story("text 0"))]))
    #expect(try target.library.restoreMarks(text) == RestoreReport(restored: 1, waiting: 1))
    #expect(try target.library.texts(.not(.id(.is, "unread"))) == ["text 0"])
    try target.library.commit(batch([file("elsewhere.txt", "d1", story("text 1"))]))
    #expect(try target.library.texts(.not(.id(.is, "unread"))) == ["text 0", "text 1"])
    #expect(try target.library.texts(.field(.tag, .name("two words %"))) == ["text 1"])
    #expect(try target.library.savedFilters() == [SavedFilter(name: "a b", query: "tag:\"x\ty\"")])

    // The same library takes its own dump as it is.
    #expect(try temporary.library.restoreMarks(text) == RestoreReport(restored: 2, waiting: 0))
    #expect(try temporary.library.dumpMarks() == text)
  }

  @Test(arguments: ["nonsense", "story\tread\tzz\t#0\t/a", "story\tgreen\t00\t#0\t/a", "filter\tonly", "story\tread\t00\t#0\t%"])
  func aTextThatIsNoDumpRestoresNothing(line: String) throws {
    let (temporary, _) = try library()
    let before = try temporary.library.dumpMarks()
    #expect(throws: LibraryError.self) { try temporary.library.restoreMarks("# regwatch marks 1\nfilter\ta\tb\n" + line) }
    #expect(try temporary.library.dumpMarks() == before)
  }

  @Test func savedFiltersKeepTheirOrderAndAreReplacedByName() throws {
    let temporary = try TemporaryLibrary()
    for name in ["z", "a", "m"] { try temporary.library.save(SavedFilter(name: name, query: "is:unread")) }
    try temporary.library.save(SavedFilter(name: "z", query: "is:new"))
    try temporary.library.removeSavedFilter(named: "a")
    #expect(try temporary.library.savedFilters() == [SavedFilter(name: "z", query: "is:new"), SavedFilter(name: "m", query: "is:unread")])
  }

  @Test func newIsWhatCameSinceTheLastLook() throws {
    let (temporary, _) = try library()
    #expect(try temporary.library.answer().newStories == 0, "before the first look nothing is new")
    try temporary.library.noteLook(on: today)
    let report = try temporary.library.commit(batch([file("n.txt", "n", story("new text")), file("0.txt", "x", story("changed"))]))
    for _ in 0..<2 {
      let answer = try temporary.library.answer()
      #expect(answer.newStories == 1 && answer.lastLook == today)
      #expect(try temporary.library.stories(matching: .id(.is, "new"), today: today) == report.added)
      try temporary.reopen()
    }
    try temporary.library.noteLook(on: today.adding(days: 1))
    #expect(try temporary.library.answer().newStories == 0)
    #expect(try temporary.library.rows(of: report.added).map(\.isNew) == [false])
  }
}
