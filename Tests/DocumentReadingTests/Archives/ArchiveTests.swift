import DocumentReading
import Foundation
import RegulatoryModel
import Testing

@Suite struct ArchiveTests {
  private typealias Entry = ArchiveFixture.Entry

  @Test(arguments: [
    (ArchiveFixture.Packing.zip, "a.zip"), (.tar, "a.tar"), (.gzip, "a.tgz"), (.gzip, "a.tar.gz"), (.bzip2, "a.tar.bz2"), (.xz, "a.tar.xz"),
    (.zstd, "a.tar.zst"), (.gzip, "a.zip"), (.zip, "a.tar"),
  ])
  func anArchiveIsAFolder(packing: ArchiveFixture.Packing, name: String) throws {
    let bytes = ArchiveFixture.bytes(
      [
        Entry("news/one.txt", ArchiveFixture.text("First story of the archive")),
        Entry("news/two.html", "<html><body><h1>Second story here</h1><p>The CFTC said so.</p></body></html>"),
      ], packing)
    for reading in [try read(bytes, as: name), try readFile(bytes, as: name)] {
      #expect(reading.format == .archive)
      #expect(reading.stories.map(\.member) == ["news/one.txt", "news/two.html"])
      #expect(reading.stories.map(\.index) == [0, 1])
      #expect(reading.stories.map(\.title) == ["First story of the archive", "Second story here"])
      #expect(reading.stories.map(\.date) == [day("2025-07-17"), day("2025-07-17")], "the entry's own day")
      #expect(reading.notes == [])
    }
  }

  @Test(arguments: [
    ("page.html.gz", ArchiveFixture.Packing.gzip), ("page.html.bz2", .bzip2), ("page.html.xz", .xz), ("page.html.zst", .zstd),
  ])
  func aPackedFileIsTheFile(name: String, packing: ArchiveFixture.Packing) throws {
    let page = "<html><body><h1>A page packed alone</h1><p>FinCEN said so.</p></body></html>"
    let reading = try readFile(ArchiveFixture.packed(Array(page.utf8), packing), as: name)
    #expect(reading.stories.map(\.title) == ["A page packed alone"])
    #expect(reading.stories.map(\.member) == ["page.html"])
  }

  @Test func aDayInTheNameOfAPackedFileCounts() throws {
    let bytes = ArchiveFixture.packed(Array("A story without a date\n\nText of it.".utf8))
    #expect(try read(bytes, as: "2025-03-04-story.txt.gz").stories.first?.date == day("2025-03-04"))
  }

  @Test func archivesInArchivesAreReadAndNamedByTheirWholePath() throws {
    let inner = ArchiveFixture.bytes([Entry("deep.txt", ArchiveFixture.text("A story deep down"))], .gzip)
    let middle = ArchiveFixture.bytes([Entry(name: Array("b/inner.tgz".utf8), bytes: inner)])
    let outer = ArchiveFixture.bytes([
      Entry(name: Array("middle.zip".utf8), bytes: middle), Entry("top.txt", ArchiveFixture.text("On top")),
    ])
    let reading = try read(outer, as: "outer.zip")
    #expect(reading.stories.map(\.member) == ["middle.zip/b/inner.tgz/deep.txt", "top.txt"])
    #expect(Set(reading.stories.compactMap(\.identity)).count == 2)
  }

  @Test func nestingBeyondTheLimitIsSaid() throws {
    var bytes = ArchiveFixture.bytes([Entry("deep.txt", ArchiveFixture.text("A story deep down"))])
    for _ in 0..<6 { bytes = ArchiveFixture.bytes([Entry(name: Array("n.zip".utf8), bytes: bytes)]) }
    let error = #expect(throws: ReadingError.self) { try read(bytes, as: "outer.zip") }
    #expect(error?.reason.contains("limit “nesting”") == true)
  }

  @Test func whatIsNoDocumentIsPassedOverInSilence() throws {
    var folder = Entry(name: Array("folder/".utf8), bytes: [])
    folder.type = 0o040000
    var link = Entry(name: Array("link.txt".utf8), bytes: [])
    link.type = 0o120000
    var pipe = Entry(name: Array("pipe.txt".utf8), bytes: [])
    pipe.type = 0o010000
    let bytes = ArchiveFixture.bytes(
      [
        folder, link, pipe, Entry("__MACOSX/._a.txt", "junk"), Entry(".DS_Store", "junk"), Entry(".git/config.txt", "junk text"),
        Entry("folder/.hidden.txt", "junk text"), Entry("./a.txt", ArchiveFixture.text("The only story")), Entry("empty.txt", ""),
      ], .tar)
    let reading = try read(bytes, as: "a.tar")
    #expect(reading.stories.map(\.title) == ["The only story"])
    #expect(reading.notes == [])
  }

  @Test func typesThatAreNotReadAreCountedInOneNote() throws {
    let bytes = ArchiveFixture.bytes([
      Entry("a.png", "x"), Entry("b.png", "x"), Entry("c.exe", "x"), Entry("d.txt", ArchiveFixture.text("The only story")),
    ])
    #expect(try read(bytes, as: "a.zip").notes == ["3 entries of types that are not read: .png (2), .exe (1)"])
  }

  @Test func anArchiveWithNothingToReadSaysWhatIsInIt() {
    let bytes = ArchiveFixture.bytes([Entry("a.png", "x")])
    let error = #expect(throws: ReadingError.self) { try read(bytes, as: "a.zip") }
    #expect(error?.reason.contains(".png (1)") == true)
  }

  @Test func encryptedEntriesAreSaid() throws {
    let locked = ArchiveFixture.bytes([Entry("secret.txt", ArchiveFixture.text("A secret"))], password: "x")
    #expect(throws: ReadingError.notKnown("an encrypted archive; unpack it with its password")) { try read(locked, as: "a.zip") }
  }

  @Test func aDocumentThatCantBeReadIsNamed() throws {
    let bytes = ArchiveFixture.bytes([Entry("bad.html", "%PDF-1.7 and so on"), Entry("d.txt", ArchiveFixture.text("The only story"))])
    let notes = try read(bytes, as: "a.zip").notes
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("bad.html: this is a PDF file") == true)
  }

  @Test func twoEntriesOfOneNameAreTwoStories() throws {
    let bytes = ArchiveFixture.bytes(
      [Entry("a.txt", ArchiveFixture.text("The older one")), Entry("a.txt", ArchiveFixture.text("The newer one"))], .tar)
    let stories = try read(bytes, as: "a.tar").stories
    #expect(stories.count == 2)
    #expect(Set(stories.compactMap(\.identity)).count == 2)
  }

  @Test func timesThatCannotBeTrueAreNotTheStorysDay() throws {
    let bytes = ArchiveFixture.bytes(
      [
        Entry("a.txt", ArchiveFixture.text("One story here"), modified: 100),
        Entry("b.txt", ArchiveFixture.text("Two story here"), modified: 9_000_000_000),
      ], .tar)
    #expect(try read(bytes, as: "a.tar").stories.map(\.date) == [testDay, testDay])
  }

  @Test func whatIsNoArchiveSaysSo() {
    #expect(throws: ReadingError.damaged("it is named .zip and is no archive")) { try read(Array("just text".utf8), as: "a.zip") }
    #expect(throws: ReadingError.self) { try read([0x1F, 0x8B, 8, 0], as: "a.gz") }
    #expect(throws: ReadingError.noText) { try read(ArchiveFixture.bytes([]), as: "a.zip") }
  }
}
