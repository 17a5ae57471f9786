import ArgumentParser
import DocumentReading
import EntityExtraction
import Ingestion
import RegulatoryModel
import StoryLibrary

extension Regwatch {
  struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read files and print what they say, without a library.",
      discussion:
        "One line of JSON for each story, in the order of the files. Folders are walked. A file that can't be read is told on standard error."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, text }

    @Argument(help: "Files or folders.", completion: .file())
    var files: [String]
    @Option(help: "How it is printed: \(Format.allCases.map(\.rawValue).joined(separator: " or ")).")
    var format: Format = .jsonl
    @Flag(help: "Add the story's plain text, into which start and end are UTF-8 offsets.")
    var withText = false

    func run() throws {
      let session = Session()
      session.tellWarnings()
      var status = ExitStatus.done
      let plan = LoadPlan(roots: files.map { DocumentPath($0) }, known: [:], version: ReaderVersion(program: ""))
      for omission in plan.missing + plan.omissions {
        StandardStreams.complain("Cannot read \(omission.path.text): \(omission.reason)")
        status = .incomplete
      }
      let ingestion = session.files
      // In pieces, so that the lines come in the order of the files while all cores work.
      for piece in stride(from: 0, to: plan.candidates.count, by: Self.piece) {
        let candidates = Array(plan.candidates[piece..<min(piece + Self.piece, plan.candidates.count)])
        for (candidate, file) in zip(candidates, ingestion.ingestAll(candidates)) {
          switch file?.outcome {
          case .read(let stories, let notes):
            for note in notes { StandardStreams.complain("\(candidate.path.text): \(note)") }
            for story in stories { try print(story, candidate.path) }
          case .failed(let reason), .skipped(let reason):
            StandardStreams.complain("Cannot read \(candidate.path.text): \(reason)")
            status = .incomplete
          case nil:
            StandardStreams.complain("Cannot read \(candidate.path.text): it is gone")
            status = .incomplete
          }
        }
      }
      try status.end()
    }

    private static let piece = 256

    private func print(_ ingested: IngestedStory, _ path: DocumentPath) throws {
      switch format {
      case .jsonl:
        try StandardStreams.print(
          StoryJSON.line(story: ingested.story, findings: ingested.findings, path: path.text, withText: withText))
      case .text:
        try StandardStreams.printDocument(StoryText.text(story: ingested.story, findings: ingested.findings, path: path.text))
      }
    }
  }
}
