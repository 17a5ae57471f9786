import QueryLanguage
import RegulatoryModel

/// The rows of the volatility pane: newest first, one for each move, however many stories tell it.
struct VolatilityRows {
  /// More moves than anybody scrolls through; a library of a million stories has hundreds of thousands.
  static let limit = 1000

  let index: LibraryIndex

  /// One move: what makes two notes the same.
  private struct Move: Hashable {
    var asset: UInt32
    var signed: Int
    var form: UInt32
  }

  private struct Group {
    var place: LibraryIndex.NotePlace
    var stories: Set<UInt32>
  }

  func rows(_ stories: StoryBitmap, limit: Int = limit) -> [VolatilityRow] {
    let notes = places(stories)
    var rows: [VolatilityRow] = []
    var end = notes.endIndex
    // Notes of one move have one day: day by day from the newest, until there are rows enough.
    while end > notes.startIndex, rows.count < limit {
      var start = end
      while start > notes.startIndex, notes[start - 1].date == notes[end - 1].date { start -= 1 }
      rows += day(notes[start..<end])
      end = start
    }
    return Array(rows.prefix(limit))
  }

  /// The notes of the stories, ascending. Walks the smaller of the two: all notes, or the stories.
  private func places(_ stories: StoryBitmap) -> [LibraryIndex.NotePlace] {
    let count = stories.count
    if count == index.all.count { return index.noteOrder }
    if count * 8 > index.noteOrder.count {
      let members = DenseSet(stories)
      return index.noteOrder.filter { members.contains($0.story) }
    }
    var found: [LibraryIndex.NotePlace] = []
    for story in stories.stories {
      let (number, place) = LibraryIndex.place(of: story)
      let chunk = index.chunks[number]
      for (offset, note) in chunk.notes[chunk.noteRange(place)].enumerated() {
        let date = note.date == NoteRecord.noDay ? chunk.dates[place] : note.date
        found.append(.init(date: date, story: story, place: UInt32(offset)))
      }
    }
    return found.sorted()
  }

  /// The moves of one day, those of the last story first. The newest story that tells a move stands for it.
  private func day(_ notes: ArraySlice<LibraryIndex.NotePlace>) -> [VolatilityRow] {
    var groups: [Move: Group] = [:]
    var order: [Move] = []
    for place in notes.reversed() {
      let note = index.note(place)
      let move = Move(asset: note.asset, signed: note.signedBasisPoints, form: note.form & 0xFF)
      if groups[move] == nil {
        groups[move] = Group(place: place, stories: [place.story])
        order.append(move)
      } else {
        groups[move]?.stories.insert(place.story)
      }
    }
    return order.compactMap { move in
      guard let group = groups[move] else { return nil }
      let note = index.note(group.place).note(terms: index.terms)
      return VolatilityRow(
        note: note, date: CalendarDay(daysSinceEpoch: group.place.date),
        place: StoryPlace(story: StoryID(Int64(group.place.story)), span: note.span), stories: group.stories.count,
        isNew: group.stories.allSatisfy { index.new.contains($0) })
    }
  }
}
