import QueryLanguage
import RegulatoryModel

extension Library {
  /// The copies of the wire story that a story is one of, itself among them, the first published first; the story alone where it has none.
  ///
  /// - Parameter most: so many at most.
  package func copies(of story: StoryID, most: Int) throws(LibraryError) -> [StoryDetail] {
    let index = self.index
    guard let number = UInt32(exactly: story.rawValue) else { return [] }
    let fold = index.fold(of: number)
    let members = fold == 0 ? [number] : index.folded.stories.filter { index.fold(of: $0) == fold }
    let sorted = members.sorted { (index.date(of: $0), $0) < (index.date(of: $1), $1) }.prefix(most)
    var details: [StoryDetail] = []
    for member in sorted { if let detail = try detail(of: StoryID(Int64(member))) { details.append(detail) } }
    return details
  }
}
