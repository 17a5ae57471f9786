import QueryLanguage
import RegulatoryModel

/// The story in the reader, wrapped for its width, and where the reader stands in it.
package struct ReaderState: Equatable, Sendable {
  /// The story that was asked for last; the reader shows `detail` until it comes.
  package var wanted: StoryID?
  package var detail: StoryDetail?
  /// A newer version of the story, held back because the text has been scrolled.
  package var newerVersion: StoryDetail?
  /// The story was removed from the library while it stood here.
  package var isGone = false
  /// Why it can't be shown.
  package var failure: String?

  /// Everything marked in the text, by place; found once for each story.
  package var marks: [MarkedSpan] = []
  /// The same without overlaps, for drawing.
  package var painted: [PaintedSpan] = []
  /// Places of the query's words.
  package var queryHits: [Range<Int>] = []
  /// Search in this text, which takes the place of the query's words; nil without one.
  package var find: String?
  package var findHits: [Range<Int>] = []
  /// The hit that the keys stand on, in `hits`.
  package var currentHit: Int?
  /// The mention that the keys stand on, in `marks`.
  package var currentMark: Int?

  package var page = ReaderPage()
  /// The first line on the screen.
  package var top = 0

  package init() {}

  /// What `n` and `N` go through.
  package var hits: [Range<Int>] { find == nil ? queryHits : findHits }

  /// Puts a story in, at its beginning.
  package mutating func show(_ detail: StoryDetail, hits: [Range<Int>]) {
    let wanted = self.wanted
    self = ReaderState()
    self.wanted = wanted
    take(detail, hits: hits)
  }

  /// Puts a version of the same story in, and leaves the reader where it stands.
  package mutating func take(_ detail: StoryDetail, hits: [Range<Int>]) {
    if self.detail?.findings != detail.findings || self.detail?.story.text != detail.story.text {
      let lit = currentMark.flatMap { marks.indices.contains($0) ? marks[$0] : nil }
      marks = detail.findings.marks
      painted = PaintedSpan.flattened(marks)
      // Where others came or went, the lit one stays lit, and none is lit in its place.
      currentMark = lit.flatMap { marks.firstIndex(of: $0) }
    }
    if self.detail?.story != detail.story || self.detail?.row != detail.row { page = ReaderPage() }
    self.detail = detail
    queryHits = hits
    if let find { findHits = TextSearch.places(of: find, in: detail.story.text) }
    if let currentHit, currentHit >= self.hits.count { self.currentHit = nil }
    newerVersion = nil
    isGone = false
    failure = nil
  }
}
