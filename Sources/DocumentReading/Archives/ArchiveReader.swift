import CArchive
import RegulatoryModel

/// Reads an archive as a folder: each entry is a document of its own, whose story says where it lies.
///
/// Folders, links, devices, hidden files and what macOS adds are passed over in silence; all else that is not read is said in a note.
enum ArchiveReader {
  /// More entries than this many times the limit “members” are not even looked at.
  private static let passedPerMember = 100
  /// How the reason begins where no entry could be read, before what is known of each.
  static let nothingRead = "an archive without a document that can be read: "

  static func reading(_ source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> Reading {
    let isZip = ZipTail.isZip(source)
    var walk = Walk(context: context, isZip: isZip)
    try ArchiveStream.read(source, in: context) { stream throws(ReadingError) in try walk.run(stream) }
    return try walk.reading()
  }

  private struct Walk {
    let context: ReadingContext
    let isZip: Bool
    private var stories: [Story] = []
    private var unread = UnreadEntries()
    private var names: Set<String> = []
    private var entries = 0
    private var damage: String?

    init(context: ReadingContext, isZip: Bool) {
      self.context = context
      self.isZip = isZip
    }

    mutating func run(_ stream: ArchiveStream) throws(ReadingError) {
      while true {
        var refusal: String?
        switch stream.next(&refusal) {
        case .entry(let entry):
          if stream.isPlain {
            let claimed = context.path.fileExtension
            throw .damaged(claimed.isEmpty ? "it is no archive" : "it is named .\(StoryDraft.shown(claimed)) and is no archive")
          }
          entries += 1
          let most = context.limits.members * ArchiveReader.passedPerMember
          guard entries <= most else { return unread.note("only the first \(most) entries are looked at (limit “members”)") }
          guard read(entry, stream) else { return }
        case .end:
          if let refusal { unread.note(refusal) }
          return
        case .damaged(let how):
          // What follows the last entry is often only filled up.
          damage = how
          unread.note(entries == 0 ? "the archive is damaged: \(how)" : "the archive is damaged: \(how): read up to there")
          return
        }
      }
    }

    /// Reads one entry; false where there may be no more.
    private mutating func read(_ entry: ArchiveStream.Entry, _ stream: ArchiveStream) -> Bool {
      guard entry.isFile, entry.isAlone || !entry.isHidden, entry.size != 0 else { return true }
      var name = EntryName.text(entry.name, isZip: isZip)
      if entry.isAlone { name = EntryName.unpacked(context.path, stated: name == "data" ? "" : name) }
      if name.isEmpty { name = "unnamed" }
      let path = DocumentPath(name)
      guard DocumentFormat(claimedBy: path) != nil else {
        unread.note(kind: path.fileExtension)
        return true
      }
      guard !entry.isEncrypted else {
        unread.note(encrypted: name)
        return true
      }
      var contents = stream.contents()
      let label = StoryDraft.shown(name)
      guard !contents.isTooLarge else {
        let limit = context.limits.memberBytes
        let size = max(entry.size ?? 0, limit + 1)
        unread.note("\(label): \(ReadingError.tooLarge(bytes: size, limit: limit, name: "member_mb").reason)")
        return true
      }
      // Half of an entry that a limit cut is no document; half of a damaged one is what there is.
      if let refusal = contents.refusal {
        unread.note(refusal)
        return false
      }
      if let how = contents.damage { unread.note("\(label): it is damaged: \(how): read as far as it goes") }
      if contents.bytes.isEmpty { return true }
      var bytes: [UInt8] = []
      swap(&bytes, &contents.bytes)
      take(bytes, name, entry.modified)
      return !context.budget.isSpent
    }

    private mutating func take(_ bytes: consuming [UInt8], _ name: String, _ modified: CalendarDay?) {
      let read = DocumentReader.readMember(name, bytes, modified: modified, in: context)
      for note in read.notes { unread.note(note) }
      // Two entries may have one name; then the second is another story.
      let isAgain = !names.insert(name).inserted
      // A reader counts its stories where it has several.
      if read.stories.count == 1, let only = read.stories.first, let full = context.budget.takeStory(only.text.utf8.count) {
        return unread.note(full)
      }
      for var story in read.stories {
        if isAgain, let identity = story.identity { story.identity = "\(identity)~\(names.count)" }
        stories.append(story)
      }
    }

    func reading() throws(ReadingError) -> Reading {
      let notes = unread.notes
      guard !stories.isEmpty else {
        if entries == 0, let damage { throw .damaged(damage) }
        if unread.isOnlyEncrypted { throw .notKnown("an encrypted archive; unpack it with its password") }
        guard !notes.isEmpty else { throw .noText }
        let shown = notes.prefix(3).joined(separator: "; ") + (notes.count > 3 ? " …" : "")
        throw damage == nil ? .notKnown(ArchiveReader.nothingRead + shown) : .damaged(shown)
      }
      var numbered = stories
      for index in numbered.indices { numbered[index].index = index }
      return Reading(format: .archive, stories: numbered, notes: notes)
    }
  }
}
