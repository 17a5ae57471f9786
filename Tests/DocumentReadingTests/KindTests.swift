import DocumentReading
import RegulatoryModel
import Testing

@Suite struct KindTests {
  private static let prose = "The text goes on here for a while, and it says what there is to say about it."

  @Test(arguments: [
    ("House passes the bill\n\n\(prose)", DocumentKind.news), ("PRESS RELEASE\n\nAgency opens office\n\n\(prose)", .pressRelease),
    ("FOR IMMEDIATE RELEASE Nov. 21, 2023\n\nAgency opens office\n\n\(prose)", .pressRelease),
    ("PRESS RELEASE\n\nSEC charges exchange with fraud\n\n\(prose)", .enforcement),
    ("Litigation Release No. 25000\n\nSEC v. Smith\n\n\(prose)", .enforcement),
    ("A title\n\nAGENCY: FinCEN, Treasury.\nACTION: Final rule.\n\n\(prose)", .rule),
    ("A title\n\nAGENCY: FinCEN.\n\nACTION: Notice of proposed rulemaking.\n\n\(prose)", .proposedRule),
    ("A title\n\nAGENCY: Treasury.\n\nACTION: Request for comment.\n\n\(prose)", .notice),
    ("A title\n\nACTION: Notice of filing of a proposed rule change.\n\n\(prose)", .notice),
    ("Crypto and the rule of law\n\nRemarks by Commissioner Smith\n\n\(prose)", .speech), ("Testimony of Jane Smith\n\n\(prose)", .speech),
    ("118th CONGRESS\n\nA BILL\n\nTo provide for it.\n\n\(prose)", .bill),
    ("S. 100\n\nIN THE SENATE OF THE UNITED STATES\n\n\(prose)", .bill),
    ("UNITED STATES DISTRICT COURT\nSOUTHERN DISTRICT OF NEW YORK\n\nComplaint\n\n\(prose)", .filing),
    ("SEC charges exchange with fraud\n\n\(prose)", .news),
  ])
  func theHeadTellsTheKind(text: String, expected: DocumentKind) throws {
    #expect(try story(text).kind == expected, "\(text)")
  }

  @Test(arguments: [
    ("https://www.sec.gov/news/1", "SEC opens office", DocumentKind.pressRelease),
    ("https://www.justice.gov/x", "Man pleads guilty to fraud", .enforcement),
    ("https://www.fca.org.uk/x", "FCA publishes guidance", .pressRelease), ("https://news.example/x", "SEC charges exchange", .news),
  ])
  func anAgencysPageIsARelease(url: String, title: String, expected: DocumentKind) throws {
    let page =
      "<html><head><title>\(title)</title><link rel=canonical href=\"\(url)\"></head><body><h1>\(title)</h1><p>\(Self.prose)</p></body></html>"
    #expect(try story(page, as: "a.html").kind == expected)
  }

  @Test(
    arguments: [
      ("The agency said that it would act on the matter by the end of the year.", "en"),
      ("Die Aufsicht hat das Angebot untersagt und wird es nicht wieder zulassen.", "de"),
      ("Le régulateur a publié une décision qui sera appliquée dans les pays de la zone.", "fr"),
      ("El regulador dijo que la empresa no está autorizada y que se retira del país.", "es"),
      ("La Consob ha deciso che il sito non è autorizzato e che sarà chiuso con una ordinanza.", "it"),
      ("De toezichthouder heeft het bedrijf een boete opgelegd en dat is niet voor het eerst.", "nl"),
      ("O regulador disse que a empresa não está autorizada e que os clientes foram avisados.", "pt"),
      ("Регулятор предупредил инвесторов о рисках криптовалюты в стране.", "ru"),
      ("金融庁は暗号資産の規制を見直すと発表した。来年の国会に提出する。", "ja"), ("监管机构表示将加强对加密资产的监督，并要求平台提交报告。", "zh"),
      ("금융위원회는 가상자산 거래소에 대한 규제를 강화한다고 밝혔다.", "ko"), ("Bitcoin 5% 6% 7%", nil),
    ] as [(String, String?)])
  func theLanguageIsTold(text: String, expected: String?) throws {
    #expect(try story(text).language == expected)
  }
}
