import TestSupport
import Testing

@testable import NearDuplicates

struct NearDuplicatesTests {
  static let wire = """
    WASHINGTON - The regulator on Thursday dismissed its civil case against the exchange, ending a fight that had been meant to settle which
    tokens are securities. The agency sued in June 2023, saying that the company had run an exchange, a broker and a clearing agency without
    registering any of them. A judge in New York let most of the claims go on in March 2024, and an appeal was pending. The dismissal is with
    prejudice, so the case cannot be brought again. The company will pay no penalty, it said in a filing of 14 pages.
    """

  @Test func layoutCaseAndPunctuationMakeNoOtherText() {
    let shouted = Self.wire.uppercased().replacing(" ", with: "\r\n  ").replacing(",", with: " —")
    #expect(WordShingles(Self.wire).resemblance(to: WordShingles(shouted)) == 1)
    #expect(StorySketch(Self.wire) == StorySketch(shouted))
  }

  @Test func aCorrectedFigureAndAFurtherParagraphAreTheSameStory() {
    let corrected = Self.wire.replacing("14 pages", with: "12 pages").replacing("June 2023", with: "July 2023")
    let longer =
      Self.wire + " Another exchange, which the agency had sued in November of the same year, said that it hoped for the same end."
    for version in [corrected, longer] {
      #expect(WordShingles(Self.wire).resemblance(to: WordShingles(version)) > WordShingles.sameStory)
    }
  }

  @Test func anotherTextOnTheSameMatterIsAnotherStory() {
    let other = """
      The exchange said on Thursday that the regulator had agreed to dismiss its case. The fight over which tokens are securities began when
      the agency sued in 2023. The company, which denied that it ran a clearing agency, will pay nothing, and a judge must still sign the order.
      """
    #expect(WordShingles(Self.wire).resemblance(to: WordShingles(other)) < 0.1)
  }

  @Test func wordOrderCounts() {
    #expect(WordShingles("alpha beta gamma").resemblance(to: WordShingles("gamma beta alpha")) == 0)
    #expect(WordShingles("alpha beta gamma delta").resemblance(to: WordShingles("alpha beta gamma")) == 0.5)
    #expect(WordShingles("").resemblance(to: WordShingles("")) == 0)
  }

  @Test func aTextOfAFewWordsHasNoSketch() {
    #expect(StorySketch("Bitcoin fell on Thursday.") == nil)
    #expect(StorySketch("one two three four five six seven eight nine ten eleven twelve") != nil)
  }

  @Test func theStoredSketchIsReadBack() throws {
    let sketch = try #require(StorySketch(Self.wire))
    #expect(sketch.stored.withUnsafeBytes { StorySketch(stored: $0) } == sketch)
    #expect(sketch.stored.dropLast().withUnsafeBytes { StorySketch(stored: $0) } == nil)
  }

  /// Random texts with a known share of words replaced: the sketch finds those alike, and its estimate is near the truth.
  @Test func textsThatResembleShareABandAndTheEstimateIsNear() throws {
    var random = SplitMix64(seed: 7)
    var (alike, found, error) = (0, 0, 0.0)
    for _ in 0..<300 {
      let words = (0..<300).map { _ in "w\(random.next(below: 5000))" }
      let share = random.next(below: 12)
      let changed = words.map { random.next(below: 100) < share ? "x\(random.next(below: 5000))" : $0 }
      let (one, two) = (words.joined(separator: " "), changed.joined(separator: " "))
      let truth = WordShingles(one).resemblance(to: WordShingles(two))
      let (left, right) = (try #require(StorySketch(one)), try #require(StorySketch(two)))
      error += abs(left.estimatedResemblance(to: right) - truth)
      if truth >= WordShingles.sameStory {
        alike += 1
        if !Set(left.bands).isDisjoint(with: right.bands) { found += 1 }
      }
    }
    #expect(alike > 100)
    #expect(found >= alike - 2)
    #expect(error / 300 < 0.06)
  }
}
