/// 64 numbers that stand for a text's shingles: two texts agree in about as large a share of them as their resemblance is.
///
/// MinHash with one permutation (Li, Owen, Zhang 2012): the hashes fall into 64 bins, and each bin keeps the least. An empty bin is 0;
/// where both texts have none, it says nothing.
package struct StorySketch: Sendable, Hashable {
  package static let binCount = 64
  package static let bandCount = 12

  package private(set) var bins: [UInt16]

  /// Nil for a text too short to tell.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    var least = [UInt64](repeating: .max, count: Self.binCount)
    var count = 0
    least.withUnsafeMutableBufferPointer { least in
      WordShingles.forEach(in: text) { hash in
        let bin = Int(truncatingIfNeeded: hash & 63)
        let value = hash >> 6
        if value < least[bin] { least[bin] = value }
        count += 1
      }
    }
    guard count + 2 >= WordShingles.fewestWords else { return nil }
    // The least of many is a small number: its low bits tell it apart, and 0 is kept for the empty bin.
    bins = least.map { $0 == .max ? 0 : UInt16(truncatingIfNeeded: $0) | 1 }
  }

  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let sketch = text.withUTF8({ StorySketch($0) }) else { return nil }
    self = sketch
  }

  /// Reads the stored form; nil for anything else.
  package init?(stored bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.binCount * 2 else { return nil }
    bins = (0..<Self.binCount).map { UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self)) }
  }

  /// 128 bytes.
  package var stored: [UInt8] { bins.map(\.littleEndian).withUnsafeBytes { Array($0) } }

  /// An estimate of the resemblance of the texts, give or take 0.06.
  package func estimatedResemblance(to other: StorySketch) -> Double {
    var (same, told) = (0, 0)
    for (ours, theirs) in zip(bins, other.bins) where ours | theirs != 0 {
      told += 1
      if ours == theirs { same += 1 }
    }
    return told == 0 ? 0 : Double(same) / Double(told)
  }

  /// Keys of which texts of a resemblance of 0.6 share at least one in 199 cases of 200, and strangers hardly ever: two bins each.
  package var bands: [UInt32] {
    (0..<Self.bandCount).compactMap { band in
      let (one, two) = (bins[band * 2], bins[band * 2 + 1])
      guard one | two != 0 else { return nil }
      var key = UInt64(one) << 32 | UInt64(two) << 8 | UInt64(band)
      key = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
      key = (key ^ key >> 32) &* 0x94D0_49BB_1331_11EB
      return UInt32(truncatingIfNeeded: key >> 32)
    }
  }
}
