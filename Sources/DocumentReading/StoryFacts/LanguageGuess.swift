/// Tells the language of a text by its script and its commonest words.
enum LanguageGuess {
  private static let sampleSize = 1000

  /// ISO 639-1 in lower case; nil where the text is too short or too mixed to tell.
  static func language(of parts: [UInt8]...) -> String? {
    var scores = [Int](repeating: 0, count: languages.count)
    var scripts = ScriptCount()
    var left = sampleSize
    for part in parts where left > 0 {
      let sample = part.prefix(left)
      left -= sample.count
      sample.withUnsafeBufferPointer { count($0, into: &scores, &scripts) }
    }
    if let language = scripts.language { return language }
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
    return scores[best] >= 3 && scores[best] * 2 >= second * 3 ? languages[best].code : nil
  }

  /// Whether it is one that windows-1252 writes.
  static func isWestern(_ code: String?) -> Bool {
    code.map { ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "id"].contains($0) } ?? false
  }

  /// The code in a language tag: "en" of "en-US", "EN_us"; nil for what is no tag.
  static func code(ofTag tag: String?) -> String? {
    guard let tag else { return nil }
    let code = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return code.utf8.count == 2 && code.utf8.allSatisfy(\.isLowercase) ? code : nil
  }

  // MARK: Words

  private static let languages: [(code: String, words: String)] = [
    ("en", "the of and to in that for is on with was by are from this which have not will its has as be it an at or"),
    ("de", "der die das und ist von mit den für nicht dem des ein eine auf auch sich im werden zu wird sind als bei einer oder wurde"),
    ("fr", "le la les des et est une dans pour que qui sur par pas au avec du ce sont plus aux cette été un il elle en"),
    ("es", "el la los las de y que en una por con para del se es un no su más al como sus fue está lo"),
    ("it", "il la che di e per una del della con non sono un le gli dei nel alla è si da anche delle più"),
    ("pt", "o a os as de e que do da em um uma para com não no na por dos das ao foi mais é se"),
    ("nl", "de het een van en in is dat op te voor met zijn niet aan er ook als bij door naar wordt heeft"),
    ("sv", "och att det som en på är av för med den till inte har om ett de var kan från"),
    ("da", "og at det som en på er af for med den til ikke har om et de var kan fra der blev"),
    ("pl", "i w na z do nie się że jest to o od przez po jak oraz dla które są za"),
    ("tr", "ve bir bu da de için ile olarak olan daha çok gibi en ancak kadar sonra göre"),
    ("id", "yang dan di ini itu dengan untuk dari tidak pada dalam akan ke juga adalah oleh"),
  ]

  /// The words by their hash, in a table with open addressing: this runs over every document.
  private struct WordTable: Sendable {
    private static let size = 1024
    private var hashes = [UInt64](repeating: 0, count: size)
    /// For each word the languages that have it, as bits.
    private var languages = [UInt32](repeating: 0, count: size)

    init() {
      for (place, language) in LanguageGuess.languages.enumerated() {
        for word in language.words.split(separator: " ") { add(word.utf8.reduce(WordHash.seed, WordHash.add), bit: 1 << UInt32(place)) }
      }
    }

    private mutating func add(_ hash: UInt64, bit: UInt32) {
      let slot = slot(of: hash)
      hashes[slot] = hash
      languages[slot] |= bit
    }

    @inline(__always) private func slot(of hash: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.size - 1)
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.size - 1) }
      return slot
    }

    @inline(__always) subscript(hash: UInt64) -> UInt32 {
      let slot = slot(of: hash)
      return hashes[slot] == hash ? languages[slot] : 0
    }
  }

  private static let words = WordTable()

  private enum WordHash {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    @inline(__always) static func add(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  private static func count(_ text: UnsafeBufferPointer<UInt8>, into scores: inout [Int], _ scripts: inout ScriptCount) {
    let words = words
    var hash = WordHash.seed
    var length = 0
    for byte in text {
      if byte.isASCIILetter || byte >= 0x80 {
        hash = WordHash.add(hash, byte.lowered)
        length += 1
        if byte >= 0xC0 { scripts.add(byte) }
      } else if length > 0 {
        if length <= 8 {
          var bits = words[hash]
          while bits != 0 {
            scores[bits.trailingZeroBitCount] += 1
            bits &= bits - 1
          }
        }
        hash = WordHash.seed
        length = 0
      }
      if byte.isASCIILetter { scripts.latin += 1 }
    }
  }

  // MARK: Scripts

  /// Counts characters by the first byte of their UTF-8 form, which is enough to tell the scripts apart that matter here.
  private struct ScriptCount {
    var latin = 0
    var greek = 0
    var cyrillic = 0
    var hebrew = 0
    var arabic = 0
    var kana = 0
    var han = 0
    var hangul = 0

    @inline(__always) mutating func add(_ byte: UInt8) {
      switch byte {
      case 0xCE, 0xCF: greek += 1
      case 0xD0, 0xD1: cyrillic += 1
      case 0xD7: hebrew += 1
      case 0xD8...0xDB: arabic += 1
      case 0xE3: kana += 1
      case 0xE4...0xE9: han += 1
      case 0xEA...0xED: hangul += 1
      default: break
      }
    }

    var language: String? {
      let counts = [(greek, "el"), (cyrillic, "ru"), (hebrew, "he"), (arabic, "ar"), (hangul, "ko"), (han + kana, "zh")]
      guard let (most, code) = counts.max(by: { $0.0 < $1.0 }), most >= 12, most * 2 > latin else { return nil }
      // Full-width punctuation has the same first byte as kana, so a few of those are Chinese still.
      return code == "zh" && kana * 4 > han ? "ja" : code
    }
  }
}
