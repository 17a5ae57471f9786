import RegulatoryModel

extension DocumentReader {
  /// Reads a document that lies in another one: an archive's entry, an attachment. What can't be read becomes a note that begins with its name.
  ///
  /// The stories say where they lie (`member`), and keep their identity apart from those of other members; the outermost reader numbers them.
  /// - Parameters:
  ///   - name: its path in the document around it, as that gives it: it is never used as a path of the disk.
  ///   - bytes: consumed; a text's are let go as soon as they are characters.
  ///   - modified: the day it was last changed, as the document around it says.
  static func readMember(
    _ name: String, _ bytes: consuming [UInt8], modified: CalendarDay?, in outer: ReadingContext
  ) -> (stories: [Story], notes: [String]) {
    let context = outer.member(name, modified: modified)
    let label = context.member ?? name
    guard context.depth <= context.limits.nesting else {
      return ([], ["\(label): it lies more than \(context.limits.nesting) documents deep (limit “nesting”)"])
    }
    if let refusal = context.budget.takeMember() { return ([], [refusal]) }
    guard bytes.count <= context.limits.memberBytes else {
      let error = ReadingError.tooLarge(bytes: bytes.count, limit: context.limits.memberBytes, name: "member_mb")
      return ([], ["\(label): \(error.reason)"])
    }
    do throws(ReadingError) {
      let reading = try read(bytes, in: context)
      let stories = reading.stories.map { story in
        var story = story
        story.identity = label + (story.identity.map { "=" + $0 } ?? "#\(story.index)")
        if story.member == nil { story.member = label }
        return story
      }
      return (stories, reading.notes.map { $0.hasPrefix(label) ? $0 : "\(label): \($0)" })
    } catch {
      // An archive in an archive names its entries with all that is around them.
      if case .notKnown(let what) = error, what.hasPrefix(ArchiveReader.nothingRead) {
        return ([], [String(what.dropFirst(ArchiveReader.nothingRead.count))])
      }
      return ([], ["\(label): \(error.reason)"])
    }
  }
}
