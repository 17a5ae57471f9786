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
    let count = stories.count
    if count == index.all.count { return rows(of: index.noteOrder.reversed(), limit: limit) }
    // Walks the smaller of the two: the stories, or all notes.
    if count * 8 < index.noteOrder.count { return rows(of: notes(of: stories).reversed(), limit: limit) }
    let members = DenseSet(stories)
    return rows(of: index.noteOrder.reversed().lazy.filter { members.contains($0.story) }, limit: limit)
  }

  /// - Parameter notes: the newest first. Those of one move have one day, so each day is done with before the next.
  private func rows(of notes: some Sequence<LibraryIndex.NotePlace>, limit: Int) -> [VolatilityRow] {
    var rows: [VolatilityRow] = []
    var today: [LibraryIndex.NotePlace] = []
    for note in notes {
      if let date = today.last?.date, date != note.date {
        rows += day(today)
        today = []
        if rows.count >= limit { break }
      }
      today.append(note)
    }
    rows += day(today)
    return Array(rows.prefix(limit))
  }

  /// The stories' notes, ascending.
  private func notes(of stories: StoryBitmap) -> [LibraryIndex.NotePlace] {
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
  private func day(_ notes: [LibraryIndex.NotePlace]) -> [VolatilityRow] {
    var groups: [Move: Group] = [:]
    var order: [Move] = []
    for place in notes {
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
