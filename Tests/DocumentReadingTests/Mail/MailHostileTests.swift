import DocumentReading
import RegulatoryModel
import Testing

/// Mails made to cost time, memory or the program's life.
@Suite struct MailHostileTests {
  private static let head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"

  private static func nested(_ depth: Int) -> String {
    flood("", depth) { "Content-Type: multipart/mixed; boundary=B\($0)\n\n--B\($0)\n" } + "Content-Type: text/plain\n\nAt the bottom."
  }

  private static func parts(_ count: Int) -> String {
    flood("Content-Type: multipart/mixed; boundary=B\n\n", count) { "--B\nContent-Type: text/plain\n\nPart \($0).\n" } + "--B--\n"
  }

  private static func flood(_ start: String, _ count: Int, _ piece: (Int) -> String) -> String {
    var text = head + start
    for number in 0..<count { text += piece(number) }
    return text
  }

  /// By what they are; made when they are wanted, since some are large.
  private static let costly: [String: @Sendable () -> String] = [
    "1,000 parts in one another": { nested(1000) },
    "20,000 parts in one another": { nested(20_000) },
    "100,000 parts": { parts(100_000) },
    "a million headers": { flood("", 1_000_000) { "X-\($0): y\n" } + "\nText." },
    "a header line of 50 MB": { head + "X-Long: " + String(repeating: "x", count: 50 << 20) + "\n\nText." },
    "a flood of encoded words": { flood("Subject: ", 100_000) { _ in "=?utf-8?Q?x?= " } + "\n\nText." },
    "a flood of addresses": { flood("To: ", 100_000) { _ in "a@b.example, " } + "\n\nText." },
    "a flood of senders": { String(repeating: "From: a, ", count: 5000) + "\n\nText." },
    "an empty boundary": { head + "Content-Type: multipart/mixed; boundary=\"\"\n\n--\nText.\n--\n" },
    "boundaries and nothing else": { head + "Content-Type: multipart/mixed; boundary=B\n\n--B\n--B\n--B\n--B--\n--B--" },
    "two content types": { head + "Content-Type: multipart/mixed; boundary=B\nContent-Type: multipart/mixed; boundary=C\n\n--C\n\nText." },
    "lines of dashes under many boundaries": {
      flood("", 300) { "Content-Type: multipart/mixed; boundary=B\($0)\n\n--B\($0)\n" } + "\n" + String(repeating: "--x\n", count: 500_000)
    },
    "mails in mails": { flood("", 200) { _ in "Content-Type: message/rfc822\n\n" } + "Text." },
    "quotation and answer by turns": { flood("\n", 100_000) { _ in "> a\nb\n" } },
    "signatures": { flood("\n", 200_000) { _ in "-- \n" } },
    "blocks without an end": { flood("\n", 100_000) { _ in "From: a\nSent: b\n" } },
    "attributions without an end": { flood("\n", 100_000) { _ in "On Monday\n" } },
    "files without an end": { flood("\n", 100_000) { _ in "begin 644 a\n" } },
    "armour without an end": { flood("\n", 100_000) { _ in "-----BEGIN PGP SIGNATURE-----\n" } },
    "flowed lines": { flood("Content-Type: text/plain; format=flowed\n\n", 100_000) { _ in "> \n>> \n" } },
    "a folded line": { flood("Content-Type: text/calendar\n\nBEGIN:VEVENT\nSUMMARY:x\n", 200_000) { _ in " y\n" } + "END:VEVENT" },
    "quotations in a page": { flood("Content-Type: text/html\n\n", 50_000) { _ in "<div class=gmail_quote>x</div>y" } },
    "NULs": { head + "\u{0}\u{0}\n\n\u{0}Te\u{0}xt." },
    "cut off": {
      head + "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhl"
    },
    "headers without names": { ": x\n: y\n\n" },
    "nothing": { "Subject:\n\n" },
    "empty lines": { "\n\n\n" },
  ]

  @Test(arguments: costly.keys.sorted())
  func noMailCostsMoreThanItsSize(note: String) throws {
    let make = try #require(Self.costly[note])
    let text = make()
    do {
      let reading = try readMail(text)
      #expect(!reading.stories.isEmpty, Comment(rawValue: note))
      for story in reading.stories {
        #expect(isPrintable(story.text, lines: true) && isPrintable(story.title), Comment(rawValue: note))
        #expect(story.asides.allSatisfy { $0.upperBound <= story.text.utf8.count }, Comment(rawValue: note))
      }
    } catch let error as ReadingError {
      #expect(!error.reason.isEmpty, Comment(rawValue: note))
    } catch {
      Issue.record("\(note): \(error)")
    }
  }

  @Test func tooManyPartsAreSaid() throws {
    let reading = try readMail(Self.parts(300), limits: .with { $0.members = 100 })
    let text = try #require(reading.stories.first?.text)
    #expect(text.contains("Part 99.") && !text.contains("Part 101.") && reading.notes.contains { $0.contains("limit “members”") })
  }

  @Test func longHeadersAreShortenedAndTheTextStays() throws {
    let text = Self.head + "X-Long: " + String(repeating: "x", count: 1 << 20) + "\nX-Last: y\n\nThe text."
    let reading = try readMail(text)
    #expect(reading.stories.first?.body == "The text." && reading.notes.contains { $0.contains("headers are too long") })
  }

  @Test func mailsInMailsEndAtTheLimit() throws {
    let text = Self.head + (0..<10).map { "Content-Type: message/rfc822\n\nSubject: Level \($0)\n" }.joined() + "\nText."
    let reading = try readMail(text)
    #expect(reading.stories.first?.text.contains("Level 3") == true && reading.notes.contains { $0.contains("limit “nesting”") })
  }

  @Test func aFloodOfSeparatorsIsReadInItsOwnTime() throws {
    let lines = String(repeating: "From x Wed Jan 18 12:40:00 2023\n", count: 200_000)
    let reading = try readMail("From x Wed Jan 18 12:40:00 2023\nSubject: x\n\nText.\n\n" + lines, as: "a.mbox")
    #expect(reading.stories.count == 1)
  }

  private static let pieces = [
    "From: a@b.example\n", "Subject: =?utf-8?Q?", "?=", "Content-Type: ", "multipart/mixed; boundary=B\n",
    "multipart/alternative; boundary=C\n",
    "text/plain; charset=", "utf-8\n", "text/html\n", "message/rfc822\n", "text/calendar\n", "Content-Transfer-Encoding: base64\n", "--B\n",
    "--B--\n", "--C\n", "\n", "\n\n", "\r\n", "> ", "On Monday A wrote:\n",
    "-- \n", "-----Original Message-----\n", "From x Wed Jan 18 12:40:00 2023\n", ">From ", "begin 644 a.txt\n", "end\n", "VGhlIHJ1bGUu\n",
    "<p>", "<div class=gmail_quote>", "</div>", "BEGIN:VEVENT\n", "DTSTART:2025",
    "END:VEVENT\n", "Date: Tue, 03 Jun 2025 10:00:00 +0200\n", "Content-Disposition: attachment; filename=a.txt\n", "\u{0}", "é", "日本",
    "\u{202E}", "&#xFDD0;", "&#xFDD1;", "unsubscribe ", "Content-Length: 9\n",
    "format=flowed", "; delsp=yes", "-----BEGIN PGP MESSAGE-----\n", "word ",
  ]

  @Test(arguments: 0..<10)
  func noBytesCrashTheReader(block: UInt64) throws {
    for seed in (block * 100)..<(block * 100 + 100) {
      var generator = SeededGenerator(seed: seed)
      var bytes = Array("From: a\n".utf8)
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        bytes += Array(Self.pieces.randomElement(using: &generator)?.utf8 ?? "".utf8)
      }
      for name in ["a.eml", "a.mbox"] {
        guard let reading = try? readBytes(name == "a.mbox" ? Array("From x 2023\n".utf8) + bytes : bytes, as: name) else { continue }
        for story in reading.stories {
          let size = story.text.utf8.count
          #expect(isPrintable(story.text, lines: true) && isPrintable(story.title) && !story.title.isEmpty, "seed \(seed) \(name)")
          #expect(zip(story.asides, story.asides.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }, "seed \(seed) \(name)")
          #expect(
            story.asides.allSatisfy { $0.upperBound <= size && String(story.text.utf8.dropFirst($0.lowerBound).prefix($0.count)) != nil },
            "seed \(seed) \(name)")
        }
      }
    }
  }

  @Test func manyThreadsReadAtOnce() async throws {
    let text = mail(
      "multipart/alternative",
      parts: ["Content-Type: text/plain\n\nThe =?utf-8?Q?x?= rule.", "Content-Type: text/html\n\n<p>The rule.</p>"],
      subject: "=?utf-8?Q?caf=C3=A9?=")
    let expected = try readMail(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<200 { group.addTask { (try? readMail(text)) == expected } }
      for await isSame in group { #expect(isSame) }
    }
  }
}
