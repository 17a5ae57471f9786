import DocumentReading
import Foundation
import RegulatoryModel
import Testing

@Suite struct MailboxTests {
  private func message(_ number: Int, _ body: String = "Text.", headers: String = "") -> String {
    "From: a@b.example\nSubject: Message \(number)\nMessage-ID: <\(number)@b.example>\n\(headers)\n\(body)"
  }

  @Test func everyMessageIsAStory() throws {
    let reading = try readMail(mailbox((0..<5).map { message($0) }), as: "list.mbox")
    #expect(reading.format == .mailbox && reading.stories.map(\.index) == Array(0..<5) && reading.notes.isEmpty)
    #expect(reading.stories.map(\.title) == (0..<5).map { "Message \($0)" } && reading.stories.allSatisfy { $0.member == nil })
  }

  @Test(arguments: ["Inbox", "archive.txt", "list.mbox"])
  func aMailboxIsKnownByItsBeginning(name: String) throws {
    #expect(try readMail(mailbox([message(1), message(2)]), as: name).stories.count == 2)
  }

  @Test func linesWithCarriageReturnsSeparateToo() throws {
    let text = mailbox([message(1), message(2)]).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try readMail(text, as: "list.mbox").stories.map(\.body) == ["Text.", "Text."])
  }

  @Test(arguments: [
    (">From its start", "From its start"), (">>From our desk", "> From our desk"), ("a >From b", "a >From b"), (">Fromage", "> Fromage"),
  ])
  func escapedLinesAreRestored(line: String, expected: String) throws {
    let found = try readMail(mailbox([message(1, "Words.\n\n\(line)\n\nMore words.")]), as: "list.mbox")
    #expect(found.stories.first?.body == "Words.\n\n\(expected)\n\nMore words.")
  }

  @Test func aLineThatBeginsLikeOneIsNoSeparator() throws {
    let body = "Text.\n\nFrom 10:00 to 12:00 in 2024 the Commission met.\n\nMore."
    #expect(try readMail(mailbox([message(1, body)]), as: "list.mbox").stories.count == 1)
  }

  @Test func theContentLengthTellsWhereAMessageEnds() throws {
    let body = "Text.\n\nFrom me Wed Jan 18 12:40:00 2023\nSubject: not another\n\nMore.\n\n"
    let text = mailbox([message(1, body, headers: "Content-Length: \(body.utf8.count)\n"), message(2)])
    #expect(try readMail(text, as: "list.mbox").stories.map(\.title) == ["Message 1", "Message 2"])
    let wrong = mailbox([message(1, "Text.", headers: "Content-Length: 7777\n"), message(2)])
    #expect(try readMail(wrong, as: "list.mbox").stories.count == 2)
  }

  @Test func deletedMessagesAreLeftOut() throws {
    let reading = try readMail(mailbox([message(1, headers: "X-Mozilla-Status: 0009\n"), message(2)]), as: "list.mbox")
    #expect(reading.stories.map(\.title) == ["Message 2"] && reading.notes.count == 1)
  }

  @Test func attachmentsOfTwoMessagesStayApart() throws {
    let parts = [
      "Content-Type: text/plain\n\nSee it.",
      "Content-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\nFile.",
    ]
    let one = mail("multipart/mixed", parts: parts)
    let two = one.replacingOccurrences(of: "<one@", with: "<two@")
    let stories = try readMail(mailbox([one, two]), as: "list.mbox").stories
    #expect(stories.count == 4 && Set(stories.compactMap(\.identity)).count == 4 && stories.map(\.index) == [0, 1, 2, 3])
  }

  @Test func theLimitsSayWhatWasLeftOut() throws {
    let text = mailbox((0..<10).map { message($0) })
    let some = try readMail(text, as: "list.mbox", limits: .with { $0.stories = 3 })
    #expect(some.stories.count == 3 && some.notes.contains { $0.contains("limit “stories”") })
    let short = try readMail(
      mailbox([message(1, String(repeating: "long ", count: 1000)), message(2)]), as: "list.mbox", limits: .with { $0.memberBytes = 500 })
    #expect(short.stories.count == 2 && short.notes.contains { $0.contains("limit “member_mb”") })
  }

  /// Separators anywhere, also where one piece of the file ends and the next begins.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 20, 500, 1023, 1024, 1025])
  func aFileIsReadPieceByPieceWithoutALoss(before: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mailbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let head = mailbox([message(1, "")]).utf8.count
    let filler = String(repeating: "x", count: (1 << 20) - head - before)
    let path = folder.appendingPathComponent("Inbox").path
    try Data(mailbox([message(1, filler), message(2), message(3)]).utf8).write(to: URL(fileURLWithPath: path))
    let file = try FileLoader().load(DocumentPath(path))
    #expect(file.file != nil)
    #expect(try DocumentReader().read(file, path: DocumentPath(path)).stories.map(\.title) == ["Message 1", "Message 2", "Message 3"])
  }

  @Test(arguments: [
    ("a/cur/1700000000.M1P2.host:2,S", DocumentFormat.mail), ("a/new/1700000000.M1P2.mail.office.example", .mail),
    ("a/cur/1700000000_0.12.host,U=1,FMD5=x:2,RS", .mail), ("a/cur/anything:2,", .mail), ("a/new/1700000000.M1P2.host;2,S", .mail),
  ])
  func theFilesOfAMaildirAreMails(path: String, expected: DocumentFormat) {
    #expect(DocumentFormat(claimedBy: DocumentPath(path)) == expected)
  }

  @Test(arguments: [
    "a/tmp/1700000000.M1P2.host", "a/new/20250101.report.pdf", "new/notes.txt", "cur", "a/cur/1700000000", "1700000000.M1P2.host:2,S",
  ])
  func otherFilesAreNot(path: String) { #expect(DocumentFormat(claimedBy: DocumentPath(path)) != .mail) }

  @Test func aMaildirsFileIsReadUnderEitherName() throws {
    let text = mail("Text.")
    let new = try DocumentReader().read(Array(text.utf8), path: DocumentPath("in/new/1700000000.M1P2.host"), modified: testDay)
    let seen = try DocumentReader().read(Array(text.utf8), path: DocumentPath("in/cur/1700000000.M1P2.host:2,S"), modified: testDay)
    #expect(new == seen && new.format == .mail)
  }
}
