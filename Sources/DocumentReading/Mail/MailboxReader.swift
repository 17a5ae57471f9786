import RegulatoryModel

/// Reads a mailbox message by message; only one is in memory at a time.
enum MailboxReader {
  /// Sentences about single messages beyond these are only counted.
  private static let mostNotes = 20

  static func reading(of source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> Reading {
    var splitter = try MailboxSplitter(source)
    var reading = Reading(format: .mailbox, stories: [])
    var notes: [String] = []
    var told: Set<String> = []
    var repeated = 0
    var number = 0
    var deleted = 0
    reading: while let range = try splitter.nextMessage() {
      number += 1
      let limit = min(context.limits.memberBytes, context.limits.textBytes)
      let raw = try source.piece(at: range.lowerBound, count: min(range.count, limit))
      if raw[...].trimmed.isEmpty { continue }
      if isDeleted(raw) {
        deleted += 1
        continue
      }
      if range.count > limit { notes.append("message \(number): only its first \(limit >> 20) MB were read (limit “member_mb”)") }
      do throws(ReadingError) {
        let message = try MailReader.message(unescaped(raw), in: context)
        for words in message.notes {
          // What holds for a thousand messages is said once.
          if notes.count < mostNotes, told.insert(words).inserted { notes.append("message \(number): \(words)") } else { repeated += 1 }
        }
        for story in message.stories {
          if let full = context.budget.takeStory(story.text.utf8.count) {
            reading.notes.append(full)
            break reading
          }
          var story = story
          story.index = reading.stories.count
          reading.stories.append(story)
        }
      } catch {
        if notes.count < mostNotes, told.insert(error.reason).inserted {
          notes.append("message \(number): \(error.reason)")
        } else {
          repeated += 1
        }
      }
    }
    guard !reading.stories.isEmpty else { throw notes.first.map { .damaged($0) } ?? .noText }
    if deleted > 0 { reading.notes.append("\(deleted) deleted messages were left out") }
    reading.notes += notes
    if repeated > 0 { reading.notes.append("and \(repeated) more like these") }
    return reading
  }

  /// ">From " stands for "From " at the beginning of a line, ">>From " for ">From ", and so on.
  static func unescaped(_ raw: [UInt8]) -> [UInt8] {
    guard raw[...].contains("\n>") else { return raw }
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    raw.withUnsafeBufferPointer { source in
      var start = 0
      while start < source.count {
        let end = TextLines.end(in: source, from: start)
        var from = start
        if source[start] == 0x3E {
          let rest = source[start..<end].drop { $0 == 0x3E }
          if rest.starts(with: "From ".utf8) { from += 1 }
        }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: source[from..<min(source.count, end + 1)]))
        start = end + 1
      }
    }
    return result
  }

  /// What a mail program has marked as deleted, or keeps for itself.
  private static func isDeleted(_ raw: [UInt8]) -> Bool {
    var lines = LineReader(raw.prefix(1 << 14))
    while let line = lines.next(), !line.trimmed.isEmpty {
      if line.hasPrefix("x-mozilla-status:"), let flags = Int(line.dropFirst(17).trimmed.text, radix: 16) { return flags & 8 != 0 }
      if line.hasPrefix("subject: don't delete this message -- folder internal data") { return true }
    }
    return false
  }
}
