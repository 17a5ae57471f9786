import CEmbedded
import Foundation
import RegulatoryModel

/// The documents that are compiled in, for a program started without a folder.
enum Samples {
  /// The day that the samples are looked at from: that of the newest. Today would leave every sparkline empty in a year.
  static let day = CalendarDay(daysSinceEpoch: 20_437)

  struct Document {
    var path: String
    var bytes: [UInt8]
  }

  static var documents: [Document] {
    guard let table = rw_samples() else { return [] }
    return (0..<Int(rw_sample_count())).map { index in
      let sample = table[index]
      return Document(path: String(cString: sample.path), bytes: Array(UnsafeBufferPointer(start: sample.bytes, count: Int(sample.size))))
    }
  }

  /// Writes the documents to a folder of the program's own, so that they can be opened, watched and copied like anybody's. Files that are
  /// there already with the same content are left alone.
  /// - Throws: what the file system says.
  static func unpack(to folder: String) throws {
    for document in documents {
      let target = folder + "/" + document.path
      if let present = FileManager.default.contents(atPath: target), Array(present) == document.bytes { continue }
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(document.bytes).write(to: URL(fileURLWithPath: target), options: .atomic)
    }
  }
}
