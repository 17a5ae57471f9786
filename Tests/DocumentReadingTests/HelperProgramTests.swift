import DocumentReading
import Foundation
import Glibc
import RegulatoryModel
import TestSupport
import Testing

/// Helper programs that misbehave, with real processes in the place of `pdftotext`; and the real one, where it is installed.
@Suite(.serialized) struct HelperProgramTests {
  private static let document = Array("%PDF-1.7 of no consequence".utf8)

  /// A folder whose `pdftotext` is this shell script.
  private func standIn(_ script: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n" + script + "\n", to: "pdftotext")
    chmod(folder.path("pdftotext"), 0o755)
    return folder
  }

  private func read(with folder: TemporaryFolder, _ change: (inout ReadingLimits) -> Void = { _ in }) throws(ReadingError) -> Reading {
    try DocumentReader(limits: .with(change), helpers: HelperPrograms(folders: [folder.path]))
      .read(Self.document, path: DocumentPath("inbox/paper.pdf"), modified: testDay)
  }

  /// What a stand-in prints to say one sentence.
  private static func page(_ words: String) -> String {
    "printf '<doc>\\n<page width=\"612.0\" height=\"792.0\">\\n<line>\\n<word xMin=\"72\" yMin=\"100\" xMax=\"300\" yMax=\"112\">%s</word>\\n</line>\\n</page>\\n' \"\(words)\""
  }

  private func reason(_ body: () throws(ReadingError) -> Reading) -> String {
    do throws(ReadingError) {
      _ = try body()
      return "nothing went wrong"
    } catch { return error.reason }
  }

  @Test func aMissingHelperIsNamedWithItsPackage() throws {
    let empty = try TemporaryFolder()
    #expect(reason { () throws(ReadingError) in try read(with: empty) } == "pdftotext is missing: install poppler-utils")
  }

  @Test(arguments: [
    ("exec sleep 1000", "pdftotext took longer than 1 seconds (limit “helper_seconds”)", "sleeps forever"),
    (
      "trap '' TERM INT HUP; while :; do sleep 100; done", "pdftotext took longer than 1 seconds (limit “helper_seconds”)",
      "ignores signals"
    ),
    ("exec yes", "pdftotext printed more than 1 MB (limit “story_mb”)", "prints endlessly"),
    ("exec yes >&2", "the file is damaged: pdftotext finds no end of faults in it", "complains endlessly"),
    ("kill -SEGV $$", "pdftotext crashed on it (signal 11)", "crashes"),
    ("echo 'Command Line Error: Incorrect password' >&2; exit 1", "it needs a password; save a copy without one", "an encrypted file"),
    ("echo 'Syntax Error: no xref' >&2; exit 1", "the file is damaged: it can’t be opened as a PDF file", "a damaged file"),
    ("echo 'Out of memory' >&2; exit 1", "pdftotext needs more than 256 MB (limit “helper_mb”)", "too much memory"),
    ("exit 0", "the file is damaged: there are no pages in it", "prints nothing"),
  ])
  func whateverTheHelperDoesEndsInASentence(script: String, expected: String, note: String) throws {
    let folder = try standIn(script)
    let reason = reason { () throws(ReadingError) in
      try read(with: folder) {
        $0.helperSeconds = 1
        $0.storyBytes = 1 << 20
      }
    }
    #expect(reason == expected, Comment(rawValue: note))
  }

  @Test func whatHasNoMarkOfAPDFFileIsNotGivenToTheHelper() throws {
    let folder = try standIn("touch $(dirname \"$0\")/ran; " + Self.page("Kraken") + "; echo '</doc>'")
    let reader = DocumentReader(helpers: HelperPrograms(folders: [folder.url.path]))
    let error = #expect(throws: ReadingError.self) {
      try reader.read([UInt8](repeating: 0, count: 100_000), path: DocumentPath("a.pdf"), modified: testDay)
    }
    #expect(error?.reason == "the file is damaged: it does not begin as a PDF file does")
    #expect(!FileManager.default.fileExists(atPath: folder.path("ran")))
  }

  @Test func whatWasPrintedBeforeTheEndIsReadWithANote() throws {
    let folder = try standIn(Self.page("Kraken") + "; kill -SEGV $$")
    let reading = try read(with: folder)
    #expect(reading.stories.first?.text == "Kraken")
    #expect(reading.notes == ["only the first page was read: pdftotext crashed (signal 11)"])
  }

  @Test func whatTheHelperLeavesBehindIsEndedAndNotWaitedFor() throws {
    let folder = try standIn("sleep 1000 & echo $! > $(dirname \"$0\")/child; " + Self.page("Kraken") + "; echo '</doc>'")
    #expect(try read(with: folder).stories.first?.text == "Kraken")
    let child = try #require(
      pid_t(try String(contentsOfFile: folder.path("child"), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(isGone(child))
  }

  @Test func aDaemonThatLeftTheGroupIsNotWaitedFor() throws {
    let folder = try standIn(
      "setsid sh -c 'echo $$ > $0/daemon; exec sleep 1000' $(dirname \"$0\") & until [ -s $(dirname \"$0\")/daemon ]; do :; done; "
        + Self.page("Kraken") + "; echo '</doc>'")
    #expect(try read(with: folder).stories.first?.text == "Kraken")
    let daemon = try #require(
      pid_t(try String(contentsOfFile: folder.path("daemon"), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(daemon, SIGKILL) == 0, "it was still there when the reading was done")
  }

  @Test func theHelperGetsLimitsAndNothingOfOurs() throws {
    let script = """
      echo $$ > $(dirname "$0")/self
      until [ "$(ulimit -v)" != unlimited ] && [ "$(ulimit -c)" = 0 ]; do :; done
      ls /proc/$$/fd > $(dirname "$0")/open
      open=$(tr '\\n' , < $(dirname "$0")/open)
      blocked=$(grep SigBlk /proc/$$/status | tr -dc 0-9a-f)
      environment=$(tr '\\0' '\\n' < /proc/$$/environ | cut -d= -f1 | sort | tr '\\n' ,)
      content=$(head -c 4 /dev/stdin)
      """
    let folder = try standIn(
      script + "\n" + Self.page("v=$(ulimit -v) t=$(ulimit -t) $open $blocked $environment $content $*") + "; echo '</doc>'")
    // What this process blocks must not be blocked there.
    var blocked = sigset_t()
    var before = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTERM)
    sigaddset(&blocked, SIGUSR2)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let text = try #require(
      try read(with: folder) {
        $0.helperBytes = 512 << 20
        $0.helperSeconds = 30
      }.stories.first?.text)
    let words = text.split(separator: " ").map(String.init)
    #expect(words.first == "v=524288")
    #expect(words[1] == "t=30")
    // The shell keeps its own files at 10 and above.
    #expect(words[2].split(separator: ",").filter { $0.count == 1 } == ["0", "1", "2"], "\(text)")
    #expect(text.contains("0000000000000000"), "no signal is blocked: \(text)")
    #expect(text.contains("HOME,LANG,LC_ALL,PATH,TZ,"), "\(text)")
    #expect(text.hasSuffix("%PDF -bbox-layout -enc UTF-8 /dev/stdin -"), "\(text)")
    let process = try #require(
      pid_t(try String(contentsOfFile: folder.path("self"), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(!FileManager.default.fileExists(atPath: "/proc/\(process)"), "no zombie is left")
  }

  @Test func manyAtOnceAllEndAndLeaveNoFileOpen() throws {
    let folder = try standIn(Self.page("Kraken") + "; echo '</doc>'")
    let done = Counter()
    DispatchQueue.concurrentPerform(iterations: 60) { _ in
      if (try? read(with: folder))?.stories.first?.text == "Kraken" { done.add() }
    }
    #expect(done.value == 60)
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
    }
    #expect(!open.contains { $0.contains("memfd:regwatch") || $0.contains("pidfd") }, "\(open)")
  }

  @Test func aReplacedHelperChangesTheFingerprint() throws {
    let folder = try TemporaryFolder()
    let helpers = HelperPrograms(folders: [folder.path])
    let missing = helpers.fingerprint
    try folder.write("#!/bin/sh\n", to: "pdftotext")
    #expect(helpers.fingerprint == missing, "not a program yet")
    chmod(folder.path("pdftotext"), 0o755)
    let installed = helpers.fingerprint
    #expect(installed != missing)
    try folder.write("#!/bin/sh\nexit 0\n", to: "pdftotext")
    chmod(folder.path("pdftotext"), 0o755)
    #expect(helpers.fingerprint != installed)
  }

  private final class Counter: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var count = 0  // guarded by the lock
    func add() { lock.withLock { count += 1 } }
    var value: Int { lock.withLock { count } }
  }

  /// Whether a process has ended, at the latest in ten seconds; one that nobody took the status of counts.
  private func isGone(_ process: pid_t) -> Bool {
    let deadline = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < deadline {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
      if status.contains(") Z ") { return true }
      sched_yield()
    }
    return false
  }

  // MARK: The real one

  private static var isInstalled: Bool { HelperPrograms.ofThisProcess.path(of: .pdfToText) != nil }

  /// A PDF file written by hand: the objects, from 1, the first of them the catalogue.
  private static func file(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    return Array((text + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  private static func pages(_ contents: String) -> [String] {
    [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> >>",
      "<< /Length \(contents.utf8.count) >>\nstream\n\(contents)\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream",
    ]
  }

  @Test(.enabled(if: isInstalled)) func aFileIsReadByWhateverNameFromDiskAndFromMemory() throws {
    let folder = try TemporaryFolder()
    let bytes = Self.file(Self.pages("BT /F1 12 Tf 72 700 Td (The SEC sued Kraken on June 5, 2023.) Tj ET"))
    for name in ["-v.pdf", "--help.pdf", "a b'$(x).pdf"] {
      let path = DocumentPath(try folder.write(bytes, to: name))
      let reading = try DocumentReader().read(try FileLoader().load(path), path: path)
      #expect(reading.stories.first?.text == "The SEC sued Kraken on June 5, 2023.", "\(name)")
      #expect(reading.format == .pdf)
    }
    #expect(try readBytes(bytes, as: "a.pdf").stories.first?.text == "The SEC sued Kraken on June 5, 2023.")
  }

  @Test(.enabled(if: isInstalled)) func aPictureIsToldFromAnEmptyPage() throws {
    let picture = Self.file(Self.pages("q 600 0 0 700 0 0 cm /I Do Q"))
    #expect(
      reason { () throws(ReadingError) in try readBytes(picture, as: "scan.pdf") }
        == "its page is a picture without text; OCR it, for example with ocrmypdf")
    let empty = Self.file(Self.pages(""))
    #expect(reason { () throws(ReadingError) in try readBytes(empty, as: "empty.pdf") } == "there is no text in it")
  }

  @Test(.enabled(if: isInstalled)) func aFileOfVeryManyPagesIsReadAsFarAsItMay() throws {
    let count = 20_000
    var objects = Self.pages("BT /F1 12 Tf 72 700 Td (Kraken) Tj ET")
    let page = objects[2]
    objects += Array(repeating: page, count: count)
    let kids = (0..<count).map { "\($0 + 7) 0 R" }.joined(separator: " ")
    objects[1] = "<< /Type /Pages /Count \(count) /Kids [\(kids)] >>"
    let reader = DocumentReader(
      limits: .with {
        $0.helperSeconds = 20
        $0.storyBytes = 1 << 20
      })
    do throws(ReadingError) {
      let reading = try reader.read(Self.file(objects), path: DocumentPath("a.pdf"), modified: testDay)
      #expect(reading.notes.contains { $0.contains("limit “") })
    } catch {
      #expect(error.reason.contains("limit “"), "\(error.reason)")
    }
  }
}
