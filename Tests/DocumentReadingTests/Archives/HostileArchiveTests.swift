import DocumentReading
import Foundation
import RegulatoryModel
import Testing

/// Archives that were made to do harm, or are broken.
@Suite struct HostileArchiveTests {
  private typealias Entry = ArchiveFixture.Entry

  @Test(
    arguments: [
      (Array("../../etc/passwd.txt".utf8), "../../etc/passwd.txt", "a path out of the folder"),
      (Array("/etc/shadow.txt".utf8), "/etc/shadow.txt", "an absolute path"),
      (Array("a\u{202E}b.txt".utf8), "ab.txt", "characters that turn the text"),
      (Array("a\u{1B}[31m.txt".utf8), "a\u{FFFD}[31m.txt", "a control sequence"),
      (Array("a\nb.txt".utf8), "a b.txt", "a line end"),
      (Array("C:\\windows\\a.txt".utf8), nil, "another system's path"),
      ([0x42, 0x94, 0x72, 0x2E, 0x74, 0x78, 0x74], nil, "no UTF-8"),
    ] as [([UInt8], String?, String)])
  func aNameIsALabelAndNothingElse(name: [UInt8], shown: String?, note: String) throws {
    for packing in [ArchiveFixture.Packing.zip, .tar] {
      let bytes = ArchiveFixture.bytes([Entry(name: name, bytes: Array(ArchiveFixture.text("A story by that name").utf8))], packing)
      let reading = try readFile(bytes, as: "a.\(packing.rawValue)")
      let member = try #require(reading.stories.first?.member, Comment(rawValue: note))
      if let shown { #expect(member == shown, Comment(rawValue: note)) }
      #expect(isPrintable(member), Comment(rawValue: note))
    }
  }

  @Test func aNameInTheMiddleOfWhichThereIsANULEndsThere() throws {
    var bytes = ArchiveFixture.bytes([Entry("a.txtX.exe", ArchiveFixture.text("A story with two names"))], stored: true)
    let name = Array("a.txtX.exe".utf8)
    for index in 0..<(bytes.count - name.count) where Array(bytes[index..<(index + name.count)]) == name { bytes[index + 5] = 0 }
    #expect(try read(bytes, as: "a.zip").stories.allSatisfy { $0.member == "a.txt" })
  }

  @Test func anEndlessNameIsCutInTheMiddle() throws {
    let long = "folder/" + String(repeating: "né", count: 33_000) + "/end.txt"
    let bytes = ArchiveFixture.bytes([Entry(long, ArchiveFixture.text("A story with a long name"))], .tar)
    let member = try #require(try read(bytes, as: "a.tar").stories.first?.member)
    #expect(member.utf8.count < 500)
    #expect(member.hasPrefix("folder/") && member.hasSuffix("/end.txt"))
    #expect(!member.contains("\u{FFFD}"))
  }

  @Test func aDirectoryOfTheUsersIsNeverReadByAnEntrysName() throws {
    var link = Entry(name: Array("passwd.txt".utf8), bytes: [])
    link.type = 0o120000
    #expect(throws: ReadingError.noText) { try read(ArchiveFixture.bytes([link], .tar), as: "a.tar") }
  }

  @Test func archivesNestedBeyondTheLimitSayItOnceWithTheWayThere() throws {
    var bytes = ArchiveFixture.bytes([Entry("a.txt", ArchiveFixture.text("Far below"))])
    for _ in 0..<8 { bytes = ArchiveFixture.bytes([Entry(name: Array("n.zip".utf8), bytes: bytes)]) }
    let error = #expect(throws: ReadingError.self) { try read(bytes, as: "a.zip") }
    #expect(
      error?.reason
        == "this is an archive without a document that can be read: n.zip/n.zip/n.zip/n.zip/n.zip: it lies more than 4 documents deep "
        + "(limit “nesting”)")
  }

  @Test func aPackedFileThatIsFarLargerThanItLooksIsSaidToBeSoOnce() throws {
    let text = Array(String(repeating: "The SEC and Kraken met in Washington.\n", count: 300_000).utf8)
    for (count, expected) in [(1, 1), (0, 0)] {
      var told = 0
      var entries = [Entry("small.txt", ArchiveFixture.text("Small"))]
      for number in 0..<count { entries.append(Entry(name: Array("\(number).txt".utf8), bytes: text)) }
      let bytes = ArchiveFixture.bytes(entries)
      let file = LoadedFile(
        bytes: bytes, digest: bytes.withUnsafeBytes { ContentDigest(of: $0) }, modifiedSeconds: 0, modifiedNanoseconds: 0)
      _ = try DocumentReader(limits: .with { $0.expansion = 100_000 }).read(file, path: DocumentPath("a.zip")) { told += 1 }
      #expect(told == expected)
    }
  }

  // MARK: Bombs

  private static let zeros = [UInt8](repeating: 0, count: 32 << 20)

  @Test func aTinyArchiveOfZerosStopsAtTheExpansionLimit() throws {
    let bytes = ArchiveFixture.bytes([Entry(name: Array("zeros.txt".utf8), bytes: Self.zeros)], .gzip)
    #expect(bytes.count < 100_000)
    let error = #expect(throws: ReadingError.self) { try read(bytes, as: "a.tgz") }
    #expect(error?.reason.contains("limit “expansion”") == true)
  }

  /// What is not even read has to be unpacked to get behind it.
  @Test func zerosThatNobodyReadsCountToo() throws {
    let bytes = ArchiveFixture.bytes(
      [Entry(name: Array("zeros.bin".utf8), bytes: Self.zeros), Entry("a.txt", ArchiveFixture.text("Behind it"))], .gzip)
    let error = #expect(throws: ReadingError.self) { try read(bytes, as: "a.tgz") }
    #expect(error?.reason.contains("limit “expansion”") == true)
  }

  @Test func bombsInBombsDrawOnOneBudget() throws {
    let leaf = ArchiveFixture.bytes([Entry(name: Array("zeros.txt".utf8), bytes: [UInt8](repeating: 0x20, count: 4 << 20))])
    let middle = ArchiveFixture.bytes((0..<10).map { Entry(name: Array("\($0).zip".utf8), bytes: leaf) })
    let outer = ArchiveFixture.bytes((0..<10).map { Entry(name: Array("\($0).zip".utf8), bytes: middle) })
    let error = #expect(throws: ReadingError.self) { try read(outer, as: "42.zip") }
    #expect(error?.reason.contains("limit “expansion”") == true)
  }

  /// Many entries in the list of a ZIP file that all point to the same bytes.
  @Test func entriesThatShareTheirBytesAreReadOnce() throws {
    let text = ArchiveFixture.text("A story that is there once") + String(repeating: "The SEC and the CFTC met again. ", count: 30_000)
    let bytes = ArchiveFixture.bytes([Entry("a.txt", text)])
    let start = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    let end = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 5, 6]) })
    var bomb = Array(bytes[..<start])
    for _ in 0..<2000 { bomb += bytes[start..<end] }
    var record = Array(bytes[end...])
    for (place, value) in [(8, 2000), (10, 2000), (12, 2000 * (end - start))] {
      record[place] = UInt8(value & 0xFF)
      record[place + 1] = UInt8(value >> 8 & 0xFF)
      if place == 12 { record[14] = UInt8(value >> 16 & 0xFF) }
    }
    bomb += record
    let reading = try read(bomb, as: "a.zip")
    #expect(reading.stories.count == 1)
  }

  @Test func anEntryOverTheLimitIsLeftOutAndTheOthersAreRead() throws {
    let bytes = ArchiveFixture.bytes([
      Entry(name: Array("big.txt".utf8), bytes: [UInt8](repeating: 0x61, count: 3 << 20)),
      Entry("a.txt", ArchiveFixture.text("Behind it all")),
    ])
    let reading = try read(bytes, as: "a.zip") { $0.memberBytes = 1 << 20 }
    #expect(reading.stories.map(\.title) == ["Behind it all"])
    #expect(reading.notes.count == 1)
    #expect(reading.notes.first?.contains("limit “member_mb”") == true)
  }

  @Test func manyEntriesStopAtTheLimitWithOneNote() throws {
    let bytes = ArchiveFixture.bytes((0..<300).map { Entry("\($0).txt", ArchiveFixture.text("Story number \($0)")) }, .tar)
    let reading = try read(bytes, as: "a.tar") { $0.members = 100 }
    #expect(reading.stories.count == 100)
    #expect(reading.notes == ["only the first 100 entries are read (limit “members”)"])
    #expect(try read(bytes, as: "a.tar") { $0.stories = 50 }.stories.count == 50)
  }

  /// More than libarchive's list may take: then the entries are read in the order of the file.
  @Test func aListOfManyEntriesIsNotTakenIntoMemory() throws {
    let entries = [Entry("first.txt", ArchiveFixture.text("The first of very many"))] + (0..<150_000).map { Entry("\($0).png", "") }
    let reading = try read(ArchiveFixture.bytes(entries), as: "a.zip")
    #expect(reading.stories.map(\.member) == ["first.txt"])
    #expect(reading.notes == ["150000 entries of types that are not read: .png (150000)"])
  }

  @Test func oddTypesFillNoNote() throws {
    let entries = [Entry("a.txt", ArchiveFixture.text("The only story"))] + (0..<3000).map { Entry("a.t\($0)", "x") }
    let notes = try read(ArchiveFixture.bytes(entries), as: "a.zip").notes
    #expect(notes.count == 1)
    #expect((notes.first?.utf8.count ?? 1000) < 300)
  }

  // MARK: Damage

  @Test(arguments: [ArchiveFixture.Packing.zip, .tar, .gzip, .bzip2, .xz, .zstd])
  func aBrokenArchiveGivesWhatComesBefore(packing: ArchiveFixture.Packing) throws {
    var generator = SeededGenerator(seed: 1)
    let noise = (0..<400_000).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }
    let bytes = ArchiveFixture.bytes(
      [
        Entry("a.txt", ArchiveFixture.text("The story before")), Entry("n.png", String(decoding: noise, as: UTF8.self)),
        Entry("b.txt", ArchiveFixture.text("The story behind")),
      ], packing)
    // bzip2, xz and zstd unpack in blocks larger than this, and give nothing of a broken one.
    let isStreamed = [ArchiveFixture.Packing.zip, .tar, .gzip].contains(packing)
    let cut = Array(bytes.prefix(bytes.count / 2))
    if isStreamed {
      let reading = try read(cut, as: packing == .zip ? "a.zip" : "a.tar")
      #expect(reading.stories.map(\.title) == ["The story before"])
      #expect(reading.notes.contains { $0.contains("damaged") })
    } else if let reading = try? read(cut, as: "a.tar.\(packing.rawValue)") {
      #expect(reading.notes.contains { $0.contains("damaged") })
    }
  }

  @Test(arguments: 0..<8)
  func noChangedByteCrashesTheReader(block: UInt64) throws {
    let entries = (0..<4).map { Entry("f/\($0).txt", ArchiveFixture.text("Story number \($0)")) }
    for packing in ArchiveFixture.Packing.allCases {
      let bytes = ArchiveFixture.bytes(entries, packing)
      for seed in (block * 25)..<(block * 25 + 25) {
        var generator = SeededGenerator(seed: seed)
        var changed = bytes
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          changed[Int.random(in: changed.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        if seed % 3 == 0 { changed.removeLast(Int.random(in: 0..<changed.count, using: &generator)) }
        for story in (try? read(changed, as: "a.zip"))?.stories ?? [] {
          #expect(isPrintable(story.text, lines: true) && isPrintable(story.member ?? ""), "seed \(seed) \(packing)")
        }
      }
    }
  }
}
