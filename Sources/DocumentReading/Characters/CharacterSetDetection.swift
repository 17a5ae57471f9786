import CUchardet

/// Asks uchardet for the character set of text that does not name its own.
enum CharacterSetDetection {
  private static let sampleSize = 1 << 16

  /// A name in capitals as uchardet has it; nil where it has no opinion.
  static func characterSet(of source: UnsafeBufferPointer<UInt8>) -> String? {
    // The beginning may be plain ASCII: start a little before the first byte that tells something.
    let first = source.firstIndex { $0 >= 0x80 } ?? 0
    let start = max(0, first - sampleSize / 4)
    let sample = UnsafeBufferPointer(rebasing: source[start..<min(source.count, start + sampleSize)])
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = sample.withMemoryRebound(to: CChar.self) { uchardet_handle_data(detector, $0.baseAddress, $0.count) }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let text = String(cString: name)
    return text.isEmpty || text == "ASCII" || text == "UTF-8" ? nil : text
  }
}
