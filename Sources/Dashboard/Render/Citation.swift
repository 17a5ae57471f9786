import QueryLanguage
import RegulatoryModel

/// A story as other documents name it.
package enum Citation {
  /// `Title, Source, 20 Nov 2026`.
  package static func title(_ detail: StoryDetail) -> String {
    [detail.row.title, source(detail), detail.story.date.longText].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `Author, "Title," Source, 20 Nov 2026, https://…`: the order of the Bluebook and of AP. The file stands in for a missing address.
  ///
  /// - Parameter offset: the place that is cited, for the page of a document that has pages.
  package static func full(_ detail: StoryDetail, at offset: Int? = nil) -> String {
    let story = detail.story
    var parts: [String] = []
    if let author = story.author, !author.isEmpty { parts.append(author + ",") }
    parts.append("“\(detail.row.title),”")
    let issued = source(detail)
    if !issued.isEmpty { parts.append(issued + ",") }
    parts.append(story.date.longText + ",")
    parts.append((story.url ?? detail.row.path) + (offset.map { page($0, in: detail) } ?? ""))
    return parts.joined(separator: " ")
  }

  /// The sentence around a place, in quotation marks, with where it stands.
  package static func quotation(of span: Range<Int>, in detail: StoryDetail) -> String {
    "“\(Sentence.around(span, in: detail.story.text).text)” (\(title(detail))\(page(span.lowerBound, in: detail)))"
  }

  /// ", p. 7"; nothing for a document without pages.
  package static func page(_ offset: Int, in detail: StoryDetail) -> String { detail.story.page(at: offset).map { ", p. \($0)" } ?? "" }

  private static func source(_ detail: StoryDetail) -> String { detail.story.source ?? "" }
}
