import Dispatch
import QueryLanguage
import RegulatoryModel
import Synchronization
import Testing

@testable import StoryLibrary

struct ConcurrencyTests {
  /// Every commit adds ten stories with "sec" and the word "alpha": whatever is asked in between has to see whole commits.
  @Test func answersGivenWhileOthersCommitAreOfOneState() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let wrong = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      do {
        for round in 0..<25 {
          switch thread {
          case 0:
            let files = (0..<10).map { file("\(round)-\($0)", "\(round)-\($0)", story("alpha"), findings(agencies: ["sec"])) }
            try library.commit(batch(files))
          case 1:
            let ids = try library.stories(matching: .everything, today: today)
            try library.set(.starred, on: Array(ids.prefix(3)), to: round.isMultiple(of: 2))
            _ = try library.rows(of: Array(ids.prefix(20)))
          default:
            let answer = try library.answer(.and([.id(.agency, "sec"), .not(.id(.is, "new"))]))
            let all = answer.totalStories
            let counts = [answer.stories.count, answer.agencies.first?.stories ?? 0]
            if !all.isMultiple(of: 10) || counts != [all, all] { wrong.withLock { $0.append("\(counts) of \(all)") } }
            let found = try library.answer(.word("alpha"))
            // The index on disk may be one commit ahead of what this answer began with, and is cut to it.
            if found.stories.count != found.totalStories {
              wrong.withLock { $0.append("words: \(found.stories.count) of \(found.totalStories)") }
            }
            _ = try library.refresh()
          }
        }
      } catch {
        wrong.withLock { $0.append("\(error)") }
      }
    }
    #expect(wrong.withLock { $0 } == [])
    #expect(try library.answer().totalStories == 250)
    #expect(try library.checkIntegrity() == [])
  }

  @Test func twoWritersTakeTurns() throws {
    let temporary = try TemporaryLibrary()
    let libraries = [temporary.library, try temporary.other()]
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      for round in 0..<20 {
        do {
          try libraries[number].commit(batch([file("\(number)-\(round)", "\(number)-\(round)", story("text \(number) \(round)"))]))
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
    for library in libraries {
      _ = try library.refresh()
      #expect(try library.answer().totalStories == 40)
    }
    #expect(libraries[0].revision == libraries[1].revision && libraries[0].revision == Revision(40))
    #expect(try libraries[0].checkIntegrity() == [])
  }
}
