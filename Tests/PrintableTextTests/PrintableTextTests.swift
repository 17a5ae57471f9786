import PrintableText
import Testing

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("plain", false, "plain"), ("tab\tnew\nline", false, "tab new line"), ("tab\tnew\nline", true, "tab\tnew\nline"),
    ("bell\u{7}", true, "bell\u{FFFD}"), ("osc\u{1B}]0;x\u{7}", false, "osc\u{FFFD}]0;x\u{FFFD}"), ("c1\u{9B}31m", false, "c1\u{FFFD}31m"),
    ("nel\u{85}", false, "nel\u{FFFD}"), ("del\u{7F}", false, "del\u{FFFD}"), ("a\u{202E}cba", false, "acba"),
    ("a\u{2066}b\u{2069}", false, "ab"),
    ("zero\u{200B}\u{200C}\u{200D}\u{2060}", false, "zero"), ("\u{FEFF}bom", false, "bom"), ("soft\u{AD}hyphen", false, "softhyphen"),
    ("heart\u{2764}\u{FE0F}", false, "heart\u{2764}"), ("tag\u{E0041}", false, "tag"), ("sel\u{E0101}", false, "sel"),
    ("line\u{2028}sep", false, "line sep"), ("line\u{2028}sep", true, "line\nsep"), ("joiner\u{34F}x", false, "joinerx"),
    ("arabic\u{61C}mark", false, "arabicmark"), ("thumb👍\u{1F3FD}", false, "thumb👍"), ("cr\r\nlf", true, "cr\nlf"),
    ("cr\r\nlf", false, "cr lf"),
    ("mongol\u{180E}", false, "mongol"), ("note\u{FFF9}x\u{FFFB}", false, "notex"), ("musical\u{1D173}x", false, "musicalx"),
    ("short\u{1BCA0}x", false, "shortx"), ("filler\u{3164}\u{FFA0}\u{115F}\u{1160}x", false, "fillerx"),
    ("khmer\u{17B4}x", false, "khmerx"),
  ])
  func nothingThatATerminalObeysIsLeft(text: String, lines: Bool, expected: String) {
    #expect(Array(PrintableText.safe(text, lines: lines).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func theQuickLookNeverMissesWhatTheSlowOneChanges() {
    for lines in [false, true] {
      for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let text = "a" + String(Character(scalar))
        let isHarmful =
          PrintableText.isDropped(scalar) || (value < 0x20 && !(lines && (value == 9 || value == 10))) || (0x7F...0x9F).contains(value)
          || value == 0x2028 || value == 0x2029
        if isHarmful, PrintableText.isSafe(text, lines: lines) { Issue.record("U+\(String(value, radix: 16)) is let through") }
        let cleaned = PrintableText.safe(text, lines: lines)
        if PrintableText.safe(cleaned, lines: lines) != cleaned { Issue.record("U+\(String(value, radix: 16)) is not made safe at once") }
      }
    }
  }

  @Test(arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("🚀", 2), ("\u{FFFD}", 1), ("…", 1), ("●▲", 2), ("", 0), ("ｶﾅ", 2), ("ÀÉ", 2)])
  func widthIsInColumns(text: String, columns: Int) { #expect(DisplayWidth.columns(of: text) == columns) }

  @Test func controlsHaveNoWidth() {
    for value: UInt8 in [0, 7, 27, 31, 127, 0x9B] { #expect(DisplayWidth.columns(of: Unicode.Scalar(value)) == nil) }
  }
}
