import QueryLanguage
import RegulatoryModel

/// The evidence behind one value.
package struct WhyView: Equatable, Sendable {
  package enum Topic: Equatable, Sendable {
    case billStage(BillRow)
    case move(VolatilityRow)
    /// The mention with this number in the reader's story.
    case mention(Int)
    case story
    /// An exchange or agency: the newest stories that name it.
    case entity(EntityRow)
    /// The copies of a wire story, with what each adds.
    case copies(StoryID)
    /// A row of the coverage.
    case file
  }

  /// One piece of evidence.
  package struct Entry: Equatable, Sendable {
    package var heading: String
    /// As the story has it, with the part that counts.
    package var sentence: String
    package var emphasis: Range<Int>?
    package var notes: [String]
    /// Where the sentence stands; nil for what the story says of itself.
    package var place: StoryPlace?
    /// What can be called wrong about it; nil where nothing can.
    package var subject: Subject?
  }

  /// A finding as a correction sees it.
  package struct Subject: Equatable, Sendable {
    package var kind: DeniableKind
    /// Of the thing: the asset of a move, the agency of an action, the bill of a stage.
    package var id: String?
    /// In words: "Kraken (Payward)".
    package var label: String
    /// The words that were taken for it, for what has a name.
    package var name: String?
  }

  package var topic: Topic
  /// The story that it is read from; nil where there are several.
  package var story: StoryID?
  package var title: String
  /// Nil while the stories are being loaded.
  package var entries: [Entry]?
  /// The entry that Enter and `x` are about.
  package var selected = 0
  package var top = 0

  package init(topic: Topic, story: StoryID?, title: String) {
    self.topic = topic
    self.story = story
    self.title = title
  }

  package var selectedEntry: Entry? { entries.flatMap { $0.indices.contains(selected) ? $0[selected] : nil } }
}
