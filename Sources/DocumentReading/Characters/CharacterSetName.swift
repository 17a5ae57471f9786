/// Names of character sets as documents write them.
enum CharacterSetName {
  static func isUTF8(_ name: String) -> Bool { ["utf-8", "utf8", "unicode-1-1-utf-8"].contains(name.lowercased()) }

  /// The set, declared or known by its escape sequences, that writes everything in ASCII, so that it passes for valid UTF-8.
  static func escaped(in source: UnsafeBufferPointer<UInt8>, declared: String?) -> String? {
    guard source.contains(0x1B) else { return nil }
    if let declared, declared.lowercased().hasPrefix("iso-2022") { return declared }
    for index in source.indices.dropLast(3) where source[index] == 0x1B && source[index + 1] == 0x24 {
      switch source[index + 2] {
      case 0x40, 0x42: return "ISO-2022-JP"
      case 0x29 where source[index + 3] == 0x43: return "ISO-2022-KR"
      case 0x29 where source[index + 3] == 0x41: return "ISO-2022-CN"
      default: break
      }
    }
    return nil
  }

  /// How many bytes the smallest piece of text has in a set, by the name that iconv has for it.
  static func unit(_ name: String) -> Int {
    let name = name.uppercased()
    return name.hasPrefix("UTF-16") || name.hasPrefix("UCS-2") ? 2 : name.hasPrefix("UTF-32") || name.hasPrefix("UCS-4") ? 4 : 1
  }

  /// Sets of one byte a character for languages in Latin letters, which detectors confuse.
  static func isSingleByteLatin(_ name: String) -> Bool {
    let name = name.lowercased()
    let others = [
      "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-11", "windows-1251", "windows-1253", "windows-1255", "windows-1256",
    ]
    return (name.hasPrefix("iso-8859") || name.hasPrefix("windows-125") || name.hasPrefix("mac-cent") || name.hasPrefix("ibm85"))
      && !others.contains(name) && name != "ibm855"
  }

  /// What glibc calls the set that software means by a name: https://encoding.spec.whatwg.org/#names-and-labels
  static func iconvName(_ name: String) -> String {
    switch name.lowercased() {
    case "us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "x-cp1252": "CP1252"
    case "iso-8859-9", "latin5": "CP1254"
    case "iso-8859-11", "tis-620", "windows-874": "CP874"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j": "CP932"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80", "gb18030", "hz-gb-2312": "GB18030"
    case "euc-kr", "ks_c_5601-1987", "ksc5601", "uhc", "windows-949": "UHC"
    case "big5", "big5-hkscs", "x-x-big5": "BIG5-HKSCS"
    case "iso-8859-8-i": "ISO-8859-8"
    case "macintosh", "mac", "x-mac-roman", "macroman", "mac-roman": "MACINTOSH"
    case "x-euc-jp": "EUC-JP"
    case "koi", "koi8", "koi8_r": "KOI8-R"
    case "x-mac-cyrillic", "mac-cyrillic": "MAC-CYRILLIC"
    case let name where name.hasPrefix("windows-"): "CP" + name.dropFirst(8)
    default: name
    }
  }
}
