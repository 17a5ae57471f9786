import DocumentReading
import Glibc
import RegulatoryModel
import Testing

/// One story in every character set that people still send, read back whole.
@Suite struct EncodingTests {
  private static let english =
    "The regulator’s order “on tokens” costs the firm €5 million – and the Zürich office closes. It was not by chance."
  private static let french =
    "La Commission a publié le règlement sur les jetons. Les émetteurs doivent être agréés à Paris, où l’Autorité siège."
  private static let russian =
    "Центральный банк предупредил инвесторов о рисках криптовалюты. Регулятор не будет лицензировать биржи в этом году."
  private static let japanese = "金融庁は暗号資産の規制を見直すと発表した。日本の交換業者は新しいルールに従わなければならない。"
  private static let chinese = "中国人民银行发布关于虚拟货币交易的通知。交易所必须在年底之前停止服务，投资者应当注意风险。"
  private static let taiwanese = "金融監督管理委員會公布虛擬資產服務業者的管理辦法。交易所必須在年底之前完成登記，投資人應注意風險。"
  private static let korean = "금융위원회는 가상자산 이용자 보호법을 시행한다고 밝혔다. 거래소는 고객의 자산을 따로 보관해야 한다."
  private static let polish =
    "Komisja Nadzoru Finansowego ostrzega, że giełda działała bez zezwolenia. Środki klientów są zagrożone, a spółka zniknęła."
  private static let greek =
    "Η Επιτροπή Κεφαλαιαγοράς ανακοίνωσε νέους κανόνες για τα κρυπτονομίσματα. Οι εταιρείες πρέπει να λάβουν άδεια."
  private static let turkish =
    "Sermaye Piyasası Kurulu kripto varlık hizmet sağlayıcıları için yeni kuralları açıkladı. Şirketler lisans almak için başvuracak."
  private static let hebrew = "הרשות לניירות ערך פרסמה כללים חדשים למסחר במטבעות דיגיטליים. החברות נדרשות לקבל רישיון עד סוף השנה."
  private static let arabic =
    "أعلنت هيئة الأوراق المالية قواعد جديدة لتداول الأصول الرقمية. يجب على الشركات الحصول على ترخيص قبل نهاية العام."

  private static func encoded(_ text: String, _ set: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(set, "UTF-8"))
    #expect(converter != iconv_t(bitPattern: -1), "iconv knows no \(set)")
    defer { iconv_close(converter) }
    var source = Array(text.utf8).map { CChar(bitPattern: $0) }
    var result = [CChar](repeating: 0, count: source.count * 6 + 64)
    var (left, room) = (source.count, result.count)
    let size = source.withUnsafeMutableBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        #expect(iconv(converter, &from, &left, &to, &room) != -1, "\(set) cannot write the text")
        _ = iconv(converter, nil, nil, &to, &room)
        return output.count - room
      }
    }
    return result[..<size].map { UInt8(bitPattern: $0) }
  }

  private static let labelled: [(String, String, String)] = [
    ("windows-1252", "CP1252", english), ("iso-8859-1", "CP1252", english), ("iso-8859-15", "ISO-8859-15", "Règlement: 5 € à Zürich, été."),
    ("macintosh", "MACINTOSH", english), ("windows-1250", "CP1250", polish), ("iso-8859-2", "ISO-8859-2", polish),
    ("windows-1251", "CP1251", russian), ("koi8-r", "KOI8-R", russian), ("windows-1253", "CP1253", greek),
    ("iso-8859-7", "ISO-8859-7", greek), ("windows-1254", "CP1254", turkish), ("windows-1255", "CP1255", hebrew),
    ("windows-1256", "CP1256", arabic), ("gb2312", "GBK", chinese), ("gb18030", "GB18030", chinese), ("big5", "BIG5", taiwanese),
    ("shift_jis", "CP932", japanese), ("euc-jp", "EUC-JP", japanese), ("iso-2022-jp", "ISO-2022-JP", japanese),
    ("euc-kr", "EUC-KR", korean), ("ks_c_5601-1987", "UHC", korean), ("utf-8", "UTF-8", russian),
  ]

  @Test(arguments: labelled)
  func aPageIsReadAsItsLabelSays(label: String, set: String, text: String) throws {
    for declaration in [
      "<meta charset=\"\(label)\">", "<meta http-equiv='Content-Type' content='text/html; charset=\(label)'>",
    ] {
      let page = "<html><head>\(declaration)<title>x</title></head><body><p>\(text)</p></body></html>"
      let reading = try readBytes(try Self.encoded(page, set), as: "a.html")
      #expect(reading.stories.first?.body == text, "\(label)")
    }
    let xhtml = "<?xml version=\"1.0\" encoding=\"\(label)\"?><html><head><title>x</title></head><body><p>\(text)</p></body></html>"
    #expect(try readBytes(try Self.encoded(xhtml, set), as: "a.html").stories.first?.body == text, "\(label)")
  }

  @Test(
    arguments: [
      ("CP1252", english), ("CP1251", russian), ("KOI8-R", russian), ("CP1253", greek), ("CP1255", hebrew), ("CP1256", arabic),
      ("GB18030", chinese), ("BIG5", taiwanese), ("CP932", japanese), ("EUC-JP", japanese), ("ISO-2022-JP", japanese), ("EUC-KR", korean),
      ("UTF-16LE", english), ("UTF-16BE", english), ("UTF-16LE", russian + "\n\n" + greek), ("UTF-16BE", japanese + "\n\n" + taiwanese),
      ("UTF-16LE", chinese + "\n\n" + korean), ("UTF-32LE", english), ("UTF-32BE", russian), ("UTF-16", french), ("UTF-32", french),
      ("UTF-8", arabic),
    ] as [(String, String)])
  func aTextWithoutALabelIsRecognised(set: String, text: String) throws {
    let reading = try readBytes(try Self.encoded(text, set), as: "a.txt")
    #expect(reading.stories.first?.text == text, "\(set): \(reading.stories.first?.text ?? "") \(reading.notes)")
  }

  @Test(
    arguments: [
      ("iso-8859-1", "CP1251", russian, "a server's label on Russian"), ("utf-8", "CP1252", french, "says UTF-8, is Latin"),
      ("utf-8", "CP1251", russian, "says UTF-8, is Russian"), ("shift_jis", "EUC-JP", japanese, "the other Japanese set"),
      ("utf-16", "UTF-8", russian, "in ASCII nothing can say UTF-16"), ("utf-16", "CP1252", french, "nor here"),
      ("utf-7", "CP1252", french, "never UTF-7"), ("ibm037", "CP1252", french, "nor EBCDIC"),
      ("nonsense", "CP1252", french, "no set at all"),
      ("iso-8859-1", "UTF-8", russian, "valid UTF-8 is UTF-8"),
    ] as [(String, String, String, String)])
  func aWrongLabelIsSeenThrough(label: String, set: String, text: String, note: String) throws {
    let page = "<html><head><meta charset=\(label)><title>x</title></head><body><p>\(text)</p></body></html>"
    #expect(try readBytes(try Self.encoded(page, set), as: "a.html").stories.first?.body == text, Comment(rawValue: note))
  }

  @Test(
    arguments: [
      (Array("Plain +AGE- text of ASCII".utf8), "Plain +AGE- text of ASCII", "UTF-7 is no character set"),
      (
        Array("Café – Zürich — naïve — the bank".utf8) + [0x92] + Array("s plan, “here”".utf8),
        "Café – Zürich — naïve — the bank’s plan, “here”", "a pasted quote"
      ),
      (Array("Café – an emoji ".utf8) + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], "Café – an emoji 😀", "halves encoded one by one"),
      (Array("Café – é – a half ".utf8) + [0xED, 0xA0, 0xBD] + Array(" alone".utf8), "Café – é – a half \u{FFFD} alone", "one half"),
      (Array("Café – é – cut ".utf8) + [0xE2, 0x82] + Array(" off".utf8), "Café – é – cut \u{FFFD} off", "a broken-off sequence"),
      (
        Array("Café – é – é – é – too long ".utf8) + [0xC0, 0xAF] + Array(" form".utf8),
        "Café – é – é – é – too long \u{FFFD}\u{FFFD} form",
        "an overlong form"
      ),
      (Array("Café – été – à la fin ".utf8) + [0xF0, 0x9F, 0x98], "Café – été – à la fin \u{FFFD}", "cut at the end"),
      (Array("a\u{0}b in a line of text, and \u{0}more".utf8), "a\u{FFFD}b in a line of text, and \u{FFFD}more", "zeros"),
    ] as [([UInt8], String, String)])
  func oneBadPlaceCostsNoMoreThanItself(bytes: [UInt8], expected: String, note: String) throws {
    #expect(try readBytes(bytes, as: "a.txt").stories.first?.text == expected, Comment(rawValue: note))
  }

  @Test(
    arguments: [
      ("The bankâ€™s plan", "The bank’s plan"), ("â€œNoâ€\u{9D}, it said â€“ again", "“No”, it said – again"),
      ("RÃ¨glement publiÃ© Ã©tÃ©", "Règlement publié été"), ("Itâ\u{80}\u{99}s here", "It’s here"),
      ("Ð ÐµÐ³Ñƒ Ð¿Ð¾Ð´ Ð±Ð°Ð½Ðº".replacing("Ð ", with: "Ð\u{A0}"), "Регу под банк"),
    ])
  func textEncodedTwiceIsRepairedAndNoted(text: String, expected: String) throws {
    let reading = try readBytes(Array(text.utf8), as: "a.txt")
    #expect(reading.stories.first?.text == expected)
    #expect(reading.notes.contains { $0.contains("encoded twice") })
  }

  @Test(arguments: [
    "Il dit: voilà\u{A0}», et là\u{A0}» encore, déjà\u{A0}»", "„SPÄ“ und „NÄ“ und „TÄ“, übrigens", "IRMÃ” e NÃO, não é",
    "Â is a letter, Ã too",
  ])
  func whatOnlyLooksEncodedTwiceIsLeftAlone(text: String) throws {
    let reading = try readBytes(Array(text.utf8), as: "a.txt")
    #expect(reading.stories.first?.text == text.replacing("\u{A0}", with: " "))
    #expect(reading.notes.isEmpty)
  }

  @Test(arguments: labelled)
  func flippedBytesNeverRefuseAStory(label: String, set: String, text: String) throws {
    let page = try Self.encoded(
      "<html><head><meta charset=\"\(label)\"><title>x</title></head><body><p>\(String(repeating: text + " ", count: 10))</p></body></html>",
      set)
    let head = 90
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var damaged = page
      for _ in 0..<5 {
        damaged[Int.random(in: head..<page.count, using: &generator)] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      }
      let story = try #require(try readBytes(damaged, as: "a.html").stories.first, "\(label) seed \(seed)")
      #expect(isPrintable(story.text, lines: true), "\(label) seed \(seed)")
      // A flip in an escape sequence, or one that makes a tag of the text, changes all that follows it.
      if label == "iso-2022-jp" || damaged.count(where: { $0 == 0x3C }) != page.count(where: { $0 == 0x3C }) { continue }
      let whole = story.text.split(separator: " ").count
      #expect(whole > 0 && story.text.unicodeScalars.count > text.unicodeScalars.count * 3, "\(label) seed \(seed): \(story.text)")
    }
  }
}
