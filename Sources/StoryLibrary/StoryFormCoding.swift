import Foundation
import RegulatoryModel

// What a story's form tells besides its words is stored as one blob of sections, each with a mark and a length, so that a section more
// is no new schema. Most stories have none.

extension Story {
  private enum Section: UInt8 { case asides = 1, pages = 2 }

  /// Nil where there is nothing to store.
  var encodedForm: Data? {
    var writer = BlobWriter()
    func section(_ section: Section, _ offsets: [Int]) {
      guard !offsets.isEmpty else { return }
      writer.byte(section.rawValue)
      writer.column(offsets.map { UInt32(clamping: $0) })
    }
    section(.asides, asides.flatMap { [$0.lowerBound, $0.upperBound] })
    section(.pages, pages)
    return writer.bytes.isEmpty ? nil : Data(writer.sealed())
  }

  /// Puts back what `encodedForm` stored. Every offset lies within the text.
  mutating func decodeForm(_ bytes: UnsafeRawBufferPointer) throws(MalformedBlob) {
    var reader = try BlobReader(sealed: bytes)
    let length = text.utf8.count
    while !reader.isAtEnd {
      guard let section = Section(rawValue: try reader.byte()) else { throw MalformedBlob(detail: "a story has a form of an unknown kind") }
      let offsets = try reader.column(of: UInt32.self).map(Int.init)
      guard offsets.allSatisfy({ $0 <= length }) else { throw MalformedBlob(detail: "a story's form does not fit its text") }
      switch section {
      case .asides:
        guard offsets.count.isMultiple(of: 2) else { throw MalformedBlob(detail: "a story's asides are cut short") }
        asides = stride(from: 0, to: offsets.count, by: 2).map { offsets[$0]..<max(offsets[$0], offsets[$0 + 1]) }
      case .pages: pages = offsets
      }
    }
  }
}
