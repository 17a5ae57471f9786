import Dashboard
import RegulatoryModel

extension FakeLibrary {
  /// A ledger as a newsroom's folder has it: most files read, some not, each for a reason.
  static let files: [FileRecord] = (1...60).map { number in
    let root = DocumentPath("/home/ana/regulation")
    var file = FileRecord(
      id: Int64(number), path: root.appending(Array("inbox/2026/story-\(number).html".utf8)), root: root, status: .read,
      reader: "1.1.abc", size: Int64(number * 1_234), stories: 1, firstStory: Int64(10_000 - number % 40), format: "html",
      readAt: 1_795_000_000, micros: Int64(number * 431))
    switch number {
    case 3:
      file.status = .failed
      (file.reason, file.stories, file.firstStory) = ("the file is damaged: its end is missing", 0, nil)
    case 7:
      file.status = .partly
      file.notes = ["3 of 12 attachments are of types that are not read"]
    case 11...40 where number % 5 == 0:
      file.status = .skipped
      file.path = root.appending(Array("pictures/chart \(number).png".utf8))
      (file.reason, file.stories, file.firstStory, file.format) = ("files of type .png are not read", 0, nil, nil)
    default: break
    }
    return file
  }

  static func coverage(_ request: CoverageRequest) -> CoverageAnswer {
    var totals = CoverageTotals(asOf: today)
    var html = FormatCoverage(format: "html"), other = FormatCoverage(format: nil)
    var reasons: [String: ReasonCount] = [:]
    for file in files {
      var one = FormatCoverage(format: file.format)
      one.files = [file.status: 1]
      (one.stories, one.bytes) = (file.stories, file.size)
      if file.status == .read { (one.bytesRead, one.micros) = (file.size, file.micros) }
      if file.format == nil { other.add(one) } else { html.add(one) }
      for text in file.troubles {
        let pattern = ReasonPattern.of(text)
        var sum = reasons[pattern] ?? ReasonCount(status: file.status, pattern: pattern, text: text, files: 0, example: file.path)
        sum.files += 1
        reasons[pattern] = sum
      }
    }
    totals.formats = [html, other]
    totals.reasons = reasons.values.sorted { $0.files > $1.files || $0.files == $1.files && $0.text < $1.text }
    totals.passedOver = [PassedOver(reason: "hidden", count: 12)]
    totals.silences = [
      AgencySilence(
        key: EntityKey(.agency, "nydfs"), name: "New York State Department of Financial Services", shortName: "NYDFS", lastStory: 9_990,
        lastDay: today.adding(days: -40), usualGap: 4, days: 40, stories: 31)
    ]
    func rank(_ status: FileStatus) -> Int { [.failed, .partly, .skipped, .read].firstIndex(of: status) ?? 9 }
    let wanted = request.text.lowercased()
    let found = files.filter { file in
      (request.statuses.isEmpty || request.statuses.contains(file.status))
        && (request.pattern.map { pattern in file.troubles.contains { ReasonPattern.of($0) == pattern } } ?? true)
        && (wanted.isEmpty || ([file.path.text] + file.troubles).contains { $0.lowercased().contains(wanted) })
    }
    let sorted = found.sorted { left, right in
      switch request.sort {
      case .size, .slowest: left.size > right.size
      case .trouble: (rank(left.status), left.path) < (rank(right.status), right.path)
      default: left.path < right.path
      }
    }
    return CoverageAnswer(request: request, totals: totals, files: sorted.map(\.id))
  }
}
