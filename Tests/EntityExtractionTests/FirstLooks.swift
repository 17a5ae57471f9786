import RegulatoryModel
import Testing

@testable import EntityExtraction

/// What lets a rule pass over a word or a sentence must never pass over one that it needs.
@Suite struct FirstLooks {
  @Test func everyCueOfADeadlineHasAWordThatIsLookedForFirst() {
    for (phrases, kind) in DeadlineSentence.cues {
      for first in phrases.firstKeys {
        for phrase in phrases.phrases(startingWith: first) {
          #expect(phrase.contains(where: DeadlineSentence.needed.contains), "a phrase of \(kind)")
        }
      }
    }
  }

  @Test func aWordCarriesItsRolesToItsSentenceAndStory() {
    let words = StoryWords(TextScan(story("Bitcoin fell 5%. The House passed H.R. 3633.\n\nNothing here."), lexicon: .builtIn))
    #expect(words.sentences.count == 3)
    #expect(words.sentences[0].roles.isSuperset(of: [.number, .size, .crypto]))
    #expect(words.sentences[1].roles.isSuperset(of: [.number, .chamber, .stage, .billLead]))
    #expect(words.sentences[1].roles.isDisjoint(with: [.size, .crypto, .deadline]))
    #expect(words.sentences[2].roles.isEmpty)
    #expect(words.roles.isSuperset(of: [.size, .chamber]))
  }

  @Test(arguments: 0..<20) func aByteIsFoundWhereverItStands(at place: Int) {
    for length in place + 1..<24 {
      var text = [UInt8](repeating: 0x2D, count: length)
      text[place] = 0x2E
      text[length - 1] = 0x2E
      for start in 0...place {
        let found = text.withUnsafeBufferPointer { text in
          ByteSearch.first(in: text, from: start, to: length) { ByteSearch.marks($0, 0x2E) | ByteSearch.marks($0, 0xE3) }
        }
        #expect(found == place)
      }
      let none = text.withUnsafeBufferPointer { ByteSearch.first(in: $0, from: 0, to: length) { ByteSearch.marks($0, 0xE3) } }
      #expect(none == length)
    }
  }

  @Test func aRunOfLettersAndDigitsEndsAtTheFirstOtherByte() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = Array("Ozr9aA0Z".utf8)
        bytes[place] = byte
        let run = bytes.withUnsafeBufferPointer { LetterRun($0, at: 0) }
        #expect(run.count == (LetterBytes.isWord(byte) ? 8 : place))
        let letters = bytes[..<run.count].filter(LetterBytes.isLetter)
        #expect(run.letters(of: run.count).nonzeroBitCount == letters.count)
        #expect(run.smallLetters(of: run.count).nonzeroBitCount == letters.filter(LetterBytes.isLower).count)
        let folded = (0..<8).map { UInt8(truncatingIfNeeded: run.folded(run.count) >> UInt64($0 * 8)) }
        #expect(Array(folded[..<run.count]) == bytes[..<run.count].map(LetterBytes.folded))
        #expect(folded[run.count...].allSatisfy { $0 == 0 })
      }
    }
  }

  private func story(_ text: String) -> Story {
    Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata)
  }
}
