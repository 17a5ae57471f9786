import DocumentReading
import RegulatoryModel
import Testing

/// A message of one text, with the headers that every mail has.
func mail(_ body: String, subject: String = "Notice", headers: String = "Content-Type: text/plain; charset=utf-8") -> String {
  """
  From: SEC Updates <updates@sec.example>
  Subject: \(subject)
  Date: Tue, 03 Jun 2025 10:00:00 -0400
  Message-ID: <one@sec.example>
  MIME-Version: 1.0
  \(headers)

  \(body)
  """
}

/// A message of several parts, each with its own headers.
func mail(_ kind: String, parts: [String], subject: String = "Notice") -> String {
  let body = parts.map { "--B\n\($0)\n" }.joined() + "--B--\n"
  return mail(body, subject: subject, headers: "Content-Type: \(kind); boundary=B")
}

func readMail(_ text: String, as name: String = "a.eml", limits: ReadingLimits = .standard) throws -> Reading {
  try DocumentReader(limits: limits).read(Array(text.utf8), path: DocumentPath("inbox/\(name)"), modified: testDay)
}

/// A mailbox of the messages, each behind its "From " line.
func mailbox(_ messages: [String]) -> String {
  messages.map { "From bounce@lists.example Wed Jan 18 12:40:00 2023\n\($0)\n\n" }.joined()
}

extension Story {
  /// The texts of the asides.
  var asideTexts: [String] { asides.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } }
}
