import RegulatoryModel
import Testing

@testable import EntityExtraction

@Suite struct TextScanTests {
  private func scan(_ text: String) -> TextScan {
    TextScan(Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata), lexicon: .builtIn)
  }

  /// `|` marks where one sentence ends and the next begins.
  @Test(arguments: [
    ("One. |Two! |Three?", "plain ends"),
    ("The U.S. Senate met. |It voted.", "an acronym before a capital"),
    ("He left the U.S. |The dollar fell.", "an acronym at the end, before a word that begins sentences"),
    ("H.R. 3633 passed. |S. 1582 waits.", "bill numbers"),
    ("Sen. Elizabeth Warren and Rep. French Hill spoke.", "titles"),
    ("Coinbase Inc. sued. |Kraken did not.", "a firm's ending"),
    ("It was Coinbase Inc. |The exchange fell.", "a firm's ending at the end"),
    ("On Jan. 5 it fell 3.5% to $1.2 million. |Then it rose.", "months and decimals"),
    ("J. Christopher Giancarlo spoke with Gary B. Gensler.", "initials"),
    ("“It is over.” |He left.", "a quotation mark after the stop"),
    ("He said: “Go.” |“No.” |She stayed.", "quotations in a row"),
    ("Binance vs. the SEC. |A draw.", "versus"),
    ("See No. 5 and Sec. 4(a). |No. |Never.", "number and section"),
    ("at 5 p.m. ET on Monday. |Bids closed.", "hours"),
    ("A heading\n\n|The text under it.", "an empty line"),
    ("- one item\n|- another item", "a list"),
    ("1. First point\n|2. Second point", "a numbered list"),
    ("# Heading\n|Text goes on here.", "a Markdown heading"),
    ("This line was wrapped by the writer's mail program at\nsome seventy columns, which ends no sentence at all.", "wrapped text"),
    ("Short line\n|Another line that is very much longer than the first one was, by far.", "a line that was not wrapped"),
    ("Wait... |What?", "an ellipsis"),
    ("他说比特币。|她不同意。", "ideographic full stops"),
    ("See example.com or v2.0 for more.", "stops inside words"),
  ])
  func sentencesEndWhereAReaderEndsThem(_ marked: String, _ note: String) {
    let text = marked.replacing("|", with: "")
    let scan = scan(text)
    let joined = scan.sentences.map { String(decoding: scan.bytes[$0], as: UTF8.self) }
    let wanted = marked.split(separator: "|").map { $0.trimmingPrefix { $0.isWhitespace } }.map { part in
      String(part.reversed().drop { $0.isWhitespace }.reversed())
    }
    #expect(joined == wanted, "\(note)")
  }

  @Test func paragraphsAndSentencesAnswerForAnOffset() {
    let scan = scan("One. Two.\n\nThree.")
    #expect(scan.sentence(at: 0) == 0..<4)
    #expect(scan.sentence(at: 4) == 5..<9)
    #expect(scan.sentence(at: 10) == 11..<17)
    #expect(scan.sentence(at: 99).isEmpty)
    #expect(scan.paragraph(at: 6) == 0..<9)
    #expect(scan.word(before: 5) == nil || scan.word(before: 3) == 0..<3)
    #expect(scan.word(after: 4) == 5..<8)
  }

  @Test(arguments: ["Related: a", "READ MORE: a", "*Magazine:* a", "> Also read: a", "Image: a", "Subscribe to our letter", "© 2024 a"])
  func aTeaserIsAnAside(_ line: String) {
    let scan = scan("Before.\n\n\(line) Binance\n\nAfter.")
    #expect(scan.asides.count == 1)
    #expect(scan.hits.isEmpty)
    #expect(scan.isAside(12))
    #expect(!scan.isAside(0))
  }

  @Test(arguments: [
    "Related party deals grew.", "Imagery shows mines.", "Watchers said so.", "Reading the bill took hours.", "Tagged coins fell.",
  ])
  func aSentenceThatOnlyBeginsLikeATeaserIsNone(_ line: String) {
    #expect(scan(line).asides.isEmpty)
  }

  @Test func theAutomatonFindsWhatANaiveSearchFinds() {
    // Patterns that are prefixes, suffixes and insides of each other, at word boundaries only.
    let words = ["a b", "b", "b c d", "a b c", "c", "aa", "a", "d e", "é f", "x-y", "y"]
    var patterns = AliasPatterns()
    for (index, word) in words.enumerated() { patterns.add(cue: word, number: index) }
    let finished = patterns.finished()
    let automaton = AliasAutomaton(finished)
    var state: UInt64 = 42
    for _ in 0..<300 {
      var text: [UInt8] = []
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pieces = ["a", "b", "c", "d", "e", " ", " ", "aa", "é", "f", "-", "x", "y", "."]
        text += Array(pieces[Int(state >> 33) % pieces.count].utf8)
      }
      var found: Set<[Int]> = []
      text.withUnsafeBufferPointer { bytes in
        automaton.forEachMatch(in: bytes) { match in
          if !match.isPlural { found.insert([Int(finished.cues[match.pattern]), match.span.lowerBound, match.span.upperBound]) }
        }
      }
      #expect(found == naive(words, text), "\(String(decoding: text, as: UTF8.self))")
    }
  }

  /// Tries every word at every place; a run of blanks counts as one.
  private func naive(_ words: [String], _ text: [UInt8]) -> Set<[Int]> {
    func isWord(_ index: Int) -> Bool {
      guard text.indices.contains(index) else { return false }
      return LetterBytes.isWord(text[index]) || text[index] >= 0x80
    }
    var found: Set<[Int]> = []
    for (number, word) in words.enumerated() {
      let word = Array(word.utf8)
      for start in text.indices where !isWord(start - 1) && text[start] != 32 {
        var position = start
        var matched = 0
        while matched < word.count, position < text.count, text[position] == word[matched] {
          position += 1
          matched += 1
          if word[matched - 1] == 32 { while position < text.count, text[position] == 32 { position += 1 } }
        }
        if matched == word.count, !isWord(position) { found.insert([number, start, position]) }
      }
    }
    return found
  }
}
