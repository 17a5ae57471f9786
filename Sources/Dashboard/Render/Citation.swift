import QueryLanguage
import RegulatoryModel

/// A story as other documents name it.
package enum Citation {
  /// `Title, Source, 20 Nov 2026`.
  package static func title(_ detail: StoryDetail) -> String {
    [detail.row.title, source(detail), detail.story.date.longText].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `Author, "Title," Source, 20 Nov 2026, https://…`: the order of the Bluebook and of AP. The file stands in for a missing address.
  package static func full(_ detail: StoryDetail) -> String {
    let story = detail.story
    var parts: [String] = []
    if let author = story.author, !author.isEmpty { parts.append(author + ",") }
    parts.append("“\(detail.row.title),”")
    let issued = source(detail)
    if !issued.isEmpty { parts.append(issued + ",") }
    parts.append(story.date.longText + ",")
    parts.append(story.url ?? detail.row.path)
    return parts.joined(separator: " ")
  }

  /// The sentence around a place, in quotation marks, with where it stands.
  package static func quotation(of span: Range<Int>, in detail: StoryDetail) -> String {
    "“\(Sentence.around(span, in: detail.story.text).text)” (\(title(detail)))"
  }

  private static func source(_ detail: StoryDetail) -> String { detail.story.source ?? "" }
}
