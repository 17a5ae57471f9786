import Foundation
import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct CodingTests {
  private func decoded(_ bytes: [UInt8], textLength: Int = 10_000) throws(MalformedBlob) -> Findings {
    let result = bytes.withUnsafeBytes { raw in
      Result { () throws(MalformedBlob) in try Findings(encoded: raw, textLength: textLength) }
    }
    return try result.get()
  }

  @Test(arguments: 0..<100) func findingsComeBackAsTheyWere(seed: Int) throws {
    var random = RandomStories(seed: seed)
    let found = random.story(0).findings
    #expect(try decoded(found.encoded()) == found)
  }

  @Test func aQuotationKeepsItsVerbAndOldFindingsAreRead() throws {
    var found = Findings()
    found.quotes = [
      Quote(speaker: "Ann", verb: "wrote", text: "yes", span: 0..<3, rule: RuleID("quote")),
      Quote(speaker: "Ben", text: "no", span: 4..<6, rule: RuleID("quote")),
    ]
    let bytes = found.encoded()
    #expect(try decoded(bytes) == found)
    // As version 1 wrote it: without the list of verbs at the end.
    var old = Findings()
    old.quotes = [Quote(speaker: "Ann", text: "yes", span: 0..<3, rule: RuleID("quote"))]
    var content = Array(old.encoded().dropLast(8))
    // The list of one verb that is nil: its count and its mark.
    content.removeLast(2)
    content[0] = 1
    var writer = BlobWriter()
    writer.raw(content)
    #expect(try decoded(writer.sealed()) == old)
  }

  @Test func findingsOutsideTheTextAreDamage() throws {
    var found = Findings()
    found.quotes = [Quote(speaker: "Ann", text: "yes", span: 90..<101, rule: RuleID("quote"))]
    #expect(try decoded(found.encoded(), textLength: 101) == found)
    #expect(throws: MalformedBlob.self) { try decoded(found.encoded(), textLength: 100) }
  }

  /// Sealed anew after the change, so that the reader itself has to cope and not only the checksum.
  @Test(arguments: 0..<200) func noBytesCrashTheReader(seed: Int) {
    var random = RandomStories(seed: seed)
    var content = Array(random.story(0).findings.encoded().dropLast(8))
    for _ in 0..<Int.random(in: 1...6, using: &random.random) {
      let place = Int.random(in: 0..<content.count, using: &random.random)
      switch Int.random(in: 0..<3, using: &random.random) {
      case 0: content[place] = UInt8.random(in: 0...255, using: &random.random)
      case 1: content.insert(0xFF, at: place)
      default: content = Array(content.prefix(place + 1))
      }
    }
    var writer = BlobWriter()
    writer.raw(content)
    let sealed = writer.sealed()
    do {
      _ = try decoded(sealed)
    } catch {
      #expect(!error.detail.isEmpty)
    }
  }

  @Test func recordsHaveNoPadding() {
    // They are stored as they lie in memory, and checksums are taken over them.
    #expect(MemoryLayout<NoteRecord>.size == 56 && MemoryLayout<NoteRecord>.stride == 56)
    #expect(MemoryLayout<ClaimRecord>.size == 24 && MemoryLayout<ClaimRecord>.stride == 24)
  }

  @Test(arguments: 0..<20) func chunksComeBackAsTheyWere(seed: Int) throws {
    var random = RandomStories(seed: seed)
    var terms = TermTable()
    var edits: [Int: StoryColumns?] = [:]
    for _ in 0..<30 {
      let ingested = random.story(0)
      edits[Int.random(in: 0..<StoryChunk.capacity, using: &random.random)] = .some(
        StoryColumns(ingested.story, ingested.findings, folder: "inbox", addedDay: 1, addedRevision: 2, terms: &terms))
    }
    let chunk = StoryChunk().replacing(edits)
    for (place, columns) in edits { #expect(chunk[place] == columns) }
    #expect(chunk.count == (edits.keys.max() ?? 0) + 1)
    let bytes = chunk.encoded()
    #expect(try bytes.withUnsafeBytes { try StoryChunk(encoded: $0) } == chunk)
    // Taking one out leaves the others where they are.
    let gone = try #require(edits.keys.min())
    let less = chunk.replacing([gone: StoryColumns?.none])
    #expect(less[gone] == nil)
    for (place, columns) in edits where place != gone { #expect(less[place] == columns) }
  }

  @Test(arguments: 0..<40) func aBlobThatIsCutOrChangedIsNotRead(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var writer = BlobWriter()
    writer.column((0..<50).map { _ in UInt32.random(in: 0...9, using: &random) })
    let sealed = writer.sealed()
    var changed = sealed
    let place = Int.random(in: 0..<sealed.count, using: &random)
    if random.chance(50) { changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) } else { changed = Array(sealed.prefix(place)) }
    #expect(throws: MalformedBlob.self) {
      try changed.withUnsafeBytes { _ = try BlobReader(sealed: $0) }
    }
  }

  @Test func aDescriptionComesBackAsItWas() throws {
    let found = bill("us/119/hr/1", number: "H.R. 1", title: "An act", aliases: ["One", "Two"], sponsor: "Ann", isGeneralLaw: true)
    #expect(BillDescription(encoded: BillDescription(found).encoded) == BillDescription(found))
    let bare = bill("us/x")
    #expect(BillDescription(encoded: BillDescription(bare).encoded) == BillDescription(bare))
  }
}

struct BitmapTests {
  @Test(arguments: 0..<20) func itIsASetOfNumbers(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    func some() -> Set<UInt32> {
      let limit = random.pick([100, 70_000, 4_000_000])
      return Set((0..<Int.random(in: 0...500, using: &random)).map { _ in UInt32.random(in: 0..<UInt32(limit), using: &random) })
    }
    let (left, right) = (some(), some())
    let (a, b) = (StoryBitmap(left), StoryBitmap(right))
    #expect(a.stories == left.sorted() && a.count == left.count && a.isEmpty == left.isEmpty && a.last == left.max())
    #expect(a.intersection(b).stories == left.intersection(right).sorted())
    #expect(a.union(b).stories == left.union(right).sorted())
    #expect(a.subtracting(b).stories == left.subtracting(right).sorted())
    #expect(StoryBitmap.union(of: [a, b, a]) == a.union(b))
    #expect(a.intersectionCount(b) == left.intersection(right).count && a.intersects(b) == !left.isDisjoint(with: right))
    #expect(StoryBitmap(serialized: a.serialized) == a)
    let dense = DenseSet(a)
    #expect(right.allSatisfy { dense.contains($0) == left.contains($0) })
    // A copy keeps what it had.
    var changed = a
    changed.insert(Array(right))
    changed.remove(Array(left))
    #expect(changed.stories == right.subtracting(left).sorted() && a.stories == left.sorted())
  }
}
