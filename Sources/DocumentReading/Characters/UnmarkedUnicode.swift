/// Recognises UTF-16 and UTF-32 that begin with no mark, by where their zeros are.
enum UnmarkedUnicode {
  /// The character set; nil for what is more likely anything else.
  static func characterSet(of source: UnsafeBufferPointer<UInt8>) -> String? {
    let sample = UnsafeBufferPointer(rebasing: source.prefix(4096))
    guard sample.count >= 8, sample.contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (place, byte) in sample.enumerated() where byte == 0 { zeros[place & 3] += 1 }
    let quarter = sample.count / 4
    // Of four bytes that write one character, the outer two are always zero: the fourth, and beyond emoji the third.
    if zeros[3] >= quarter, zeros[2] * 10 >= quarter * 9, zeros[0] * 10 < quarter { return "UTF-32LE" }
    if zeros[0] >= quarter, zeros[1] * 10 >= quarter * 9, zeros[3] * 10 < quarter { return "UTF-32BE" }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    let half = sample.count / 2
    // Western text has a zero in nearly every second place, and nearly none in the others.
    if min(even, odd) * 20 < half, max(even, odd) * 10 > half * 7 { return even > odd ? "UTF-16BE" : "UTF-16LE" }
    // Other text has one only with each blank or line end; then it must be no UTF-8, and plausible throughout.
    guard isNoUTF8(sample) else { return nil }
    let (little, big) = (usualCharacters(sample, high: 1), usualCharacters(sample, high: 0))
    guard max(little, big) > 0 else { return nil }
    return big > little ? "UTF-16BE" : "UTF-16LE"
  }

  private static func isNoUTF8(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var wrong = 0
    var controls = 0
    var index = 0
    while index < sample.count {
      let byte = sample[index]
      let length = byte < 0x80 ? 1 : UTF8Scalar.length(in: sample, at: index)
      if length == 0 { wrong += 1 }
      if byte > 0, byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { controls += 1 }
      index += max(1, length)
    }
    return wrong * 20 > sample.count || controls * 5 > sample.count
  }

  /// How many blanks, line ends and full stops there are as UTF-16; 0 where something is no text: a control character, one for private
  /// use, half of a pair.
  private static func usualCharacters(_ sample: UnsafeBufferPointer<UInt8>, high: Int) -> Int {
    var isAfterHigh = false
    var usual = 0
    for place in stride(from: 0, to: sample.count - 1, by: 2) {
      let unit = UInt16(sample[place + high]) << 8 | UInt16(sample[place + 1 - high])
      switch unit {
      case 0xD800...0xDBFF where !isAfterHigh: isAfterHigh = true
      case 0xDC00...0xDFFF where isAfterHigh: isAfterHigh = false
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xD7FF, 0xF900...0xFFEF:
        if isAfterHigh { return 0 }
        if [0x0A, 0x20, 0x2E, 0x3001, 0x3002, 0xFF0C].contains(unit) { usual += 1 }
      default: return 0
      }
    }
    return usual
  }
}
