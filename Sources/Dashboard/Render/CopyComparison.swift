import QueryLanguage
import RegulatoryModel

/// What each copy of a wire story has that the first published one has not.
enum CopyComparison {
  /// - Parameter copies: the first published first.
  static func entries(_ copies: [StoryDetail]) -> [WhyView.Entry] {
    guard let first = copies.first else { return [] }
    let known = Set(sentences(of: first).map(\.words))
    return copies.enumerated().map { number, copy in
      let own = sentences(of: copy)
      var notes = ["\(copy.story.source.map { $0 + ", " } ?? "")\(copy.row.path), \(copy.story.date.longText)"]
      if number == 0 {
        notes.append("The first published")
      } else {
        let ours = Set(own.map(\.words))
        let added = own.filter { !known.contains($0.words) }
        let missing = sentences(of: first).filter { !ours.contains($0.words) }
        notes += added.prefix(mostShown).map { "+ " + $0.text }
        if added.count > mostShown { notes.append("+ \(added.count - mostShown) more") }
        notes += missing.prefix(mostShown).map { "- " + $0.text }
        if missing.count > mostShown { notes.append("- \(missing.count - mostShown) more") }
        if added.isEmpty, missing.isEmpty { notes.append("Adds nothing to the first") }
      }
      return WhyView.Entry(
        heading: "\(number + 1). \(copy.row.title)", sentence: "", emphasis: nil, notes: notes,
        place: StoryPlace(story: copy.row.id, span: 0..<0), subject: nil)
    }
  }

  private static let mostShown = 12

  /// A sentence as it stands, and its words alone, by which copies are compared: another layout is no other sentence.
  private struct Piece {
    var text: String
    var words: String
  }

  private static func sentences(of detail: StoryDetail) -> [Piece] {
    let text = detail.story.text
    var pieces: [Piece] = []
    var start = text.utf8.index(text.startIndex, offsetBy: min(detail.story.bodyStart, text.utf8.count))
    func close(at end: String.Index) {
      let words = text[start..<end].lowercased().split { !$0.isLetter && !$0.isNumber }
      if !words.isEmpty {
        let line = text[start..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        pieces.append(Piece(text: line, words: words.joined(separator: " ")))
      }
      start = end
    }
    var index = start
    var before: Character = " "
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      let isParagraph = character.isNewline && before.isNewline
      // A full stop behind a long enough word, with a capital to follow: "U.S. Securities" goes on, "pending. The" does not.
      let ends = ".?!”\"".contains(character) && (next == text.endIndex || text[next].isWhitespace) && before.isLowercase
      if isParagraph || ends { close(at: next) }
      before = character
      index = next
    }
    close(at: text.endIndex)
    return pieces
  }
}
