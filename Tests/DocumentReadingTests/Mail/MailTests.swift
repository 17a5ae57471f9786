import DocumentReading
import RegulatoryModel
import Testing

@Suite struct MailTests {
  @Test func aMailSaysWhoWroteItWhenAndWhat() throws {
    let reading = try readMail(mail("The Commission met.", headers: "Content-Type: text/plain\nList-Archive: <https://sec.example/list>"))
    let story = try #require(reading.stories.first)
    #expect(reading.format == .mail && reading.stories.count == 1 && reading.notes.isEmpty)
    #expect(story.title == "Notice" && story.body == "The Commission met." && story.kind == .email)
    #expect(story.date == day("2025-06-03") && story.dateOrigin == .header)
    #expect(story.author == "SEC Updates" && story.source == "SEC Updates" && story.url == "https://sec.example/list")
    #expect(story.identity == "one@sec.example")
  }

  @Test(arguments: [
    ("=?utf-8?B?w4lyaWM=?= on custody", "Éric on custody", "base64"),
    ("=?iso-8859-1?q?B=F6rse_Nr=2E_12?=", "Börse Nr. 12", "quoted-printable"),
    ("=?windows-1252?q?DCG_=96?=\n =?windows-1252?q?_more?=", "DCG – more", "two words that belong together"),
    ("=?utf-8?Q?rate cut today?=", "rate cut today", "blanks within the word"),
    ("=?UTF-8?Q?caf=C3?= =?UTF-8?Q?=A9?=", "café", "a character cut in two"),
    ("=?x-unknown?Q?plain_words?=", "plain words", "a character set that nobody knows"),
    ("a =?utf-8?Q?b?= c", "a b c", "in the middle"), ("100 =? 200?", "100 =? 200?", "no encoded word at all"),
    ("\"=?utf-8?Q?caf=C3=A9?=\"", "\"café\"", "within quotation marks"),
  ])
  func subjectsAreDecodedHoweverTheyWereWritten(written: String, expected: String, note: String) throws {
    let story = try #require(try readMail(mail("x", subject: written)).stories.first)
    #expect(story.title == expected, Comment(rawValue: note))
  }

  @Test(arguments: [
    ([0xE9, 0x72, 0x69, 0x63] as [UInt8], "iso-8859-1", "éric"), ([0xC3, 0xA9] as [UInt8], "us-ascii", "é"),
    ([0xA4, 0xA4, 0xA4, 0xE5] as [UInt8], "big5", "中文"), ([0x93, 0x78, 0x94] as [UInt8], "windows-1252", "“x”"),
  ])
  func bytesInAHeaderAreTakenAsTheTextDeclares(bytes: [UInt8], characterSet: String, expected: String) throws {
    let raw = Array("From: a@b.example\nSubject: ".utf8) + bytes + Array("\nContent-Type: text/plain; charset=\(characterSet)\n\nx".utf8)
    #expect(try readBytes(raw, as: "a.eml").stories.first?.title == expected)
  }

  @Test(arguments: [
    ("Tue, 03 Jun 2025 23:30:00 -0700", "2025-06-03", "the writer's own day"), ("3 Jun 25 10:00 +0200", "2025-06-03", "a short year"),
    ("Tue Jun  3 10:00:00 2025", "2025-06-03", "as the C library writes it"), ("2025-06-03T10:00:00Z", "2025-06-03", "ISO 8601"),
  ])
  func datesAreReadInTheFormsThatProgramsWrite(stamp: String, expected: String, note: String) throws {
    let story = try #require(try readMail("From: a@b.example\nSubject: x\nDate: \(stamp)\n\ntext").stories.first)
    #expect(story.date == day(expected) && story.dateOrigin == .header, Comment(rawValue: note))
  }

  @Test func withoutADateTheLastServersCounts() throws {
    let text = "Received: from a by b with ESMTP id x; Wed, 18 Jan 2023 12:40:00 -0500\nDate: yesterday, I think\nSubject: x\n\ntext"
    #expect(try readMail(text).stories.first?.date == day("2023-01-18"))
    #expect(try readMail("Subject: x\nFrom: a@b.example\n\ntext").stories.first?.dateOrigin == .fileTime)
  }

  @Test func theListOrOrganisationIsTheSource() throws {
    let list = try readMail(mail("x", headers: "List-Id: \"Crypto Policy\" <policy.lists.example>"))
    #expect(list.stories.first?.source == "Crypto Policy" && list.stories.first?.author == "SEC Updates")
    let organised = try readMail(mail("x", headers: "Organization: Monetary Authority"))
    #expect(organised.stories.first?.source == "Monetary Authority")
  }

  @Test func withoutAMessageIDTheHeadTellsItApart() throws {
    let first = try readMail("From: a@b.example\nStatus: O\nSubject: x\n\ntext").stories.first?.identity
    let again = try readMail("From: a@b.example\nStatus: RO\nSubject: x\n\ntext").stories.first?.identity
    let other = try readMail("From: a@b.example\nSubject: y\n\ntext").stories.first?.identity
    #expect(first != nil && first == again && first != other)
  }

  // MARK: Parts

  private let plain = "Content-Type: text/plain; charset=utf-8\n\nThe Commission adopted the rule on custody of crypto assets today."
  private let page =
    "Content-Type: text/html; charset=utf-8\n\n<html><body><div style='display:none'>preheader</div><table><tr><td><p>The Commission "
    + "adopted the <b>rule</b> on custody.</p></td></tr></table></body></html>"

  @Test func thePlainTextIsReadWhereItIsARealOne() throws {
    let story = try #require(try readMail(mail("multipart/alternative", parts: [plain, page])).stories.first)
    #expect(story.body == "The Commission adopted the rule on custody of crypto assets today.")
  }

  @Test(arguments: ["Your program cannot show HTML.", "https://a.example/very/long/address/of/a/page/that/nobody/reads", ""])
  func thePageIsReadWhereThePlainTextSaysNothing(poor: String) throws {
    let poorPart = "Content-Type: text/plain\n\n\(poor)"
    let story = try #require(try readMail(mail("multipart/alternative", parts: [poorPart, page])).stories.first)
    #expect(story.body == "The Commission adopted the rule on custody.")
  }

  @Test func aNewsletterKeepsAllItsArticles() throws {
    let articles = (1...6).map {
      "<tr><td><h2>Item \($0)</h2><p>Regulator number \($0) said something, at length, to everybody.</p></td></tr>"
    }
    let html =
      "<html><body><p><a href='https://x.example'>View in browser</a></p><table>" + articles.joined()
      + "</table><p>You are receiving this because you signed up. <a href='#'>Unsubscribe</a></p></body></html>"
    let story = try #require(try readMail(mail(html, headers: "Content-Type: text/html")).stories.first)
    for number in 1...6 { #expect(story.text.contains("Regulator number \(number) said")) }
    #expect(story.asideTexts.contains { $0.contains("View in browser") } && story.asideTexts.contains { $0.contains("Unsubscribe") })
    #expect(!story.asideTexts.contains { $0.contains("Regulator number") })
  }

  @Test func attachmentsAreStoriesOfTheMail() throws {
    let file =
      "Content-Type: text/plain; name=release.txt\nContent-Disposition: attachment; filename=release.txt\n\nFor immediate release\n\nThe SEC charged one."
    let picture = "Content-Type: image/png\nContent-ID: <logo>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    let reading = try readMail(mail("multipart/mixed", parts: [plain, file, picture]))
    #expect(reading.stories.count == 2 && reading.notes.isEmpty)
    let attached = try #require(reading.stories.last)
    #expect(attached.member == "release.txt" && attached.index == 1 && attached.date == day("2025-06-03") && attached.dateOrigin == .header)
    #expect(attached.kind == .pressRelease && attached.identity?.hasPrefix("one@sec.example/release.txt") == true)
    #expect(reading.stories.first?.member == nil)
  }

  @Test func anAttachmentThatCannotBeReadIsNoted() throws {
    let file = "Content-Type: application/x-thing; name=a.thing\nContent-Disposition: attachment; filename=a.thing\n\nbytes"
    let reading = try readMail(mail("multipart/mixed", parts: [plain, file]))
    #expect(reading.stories.count == 1 && reading.notes.count == 1 && reading.notes[0].hasPrefix("a.thing: "))
  }

  @Test func anAttachmentsNameIsNoPath() throws {
    let file = "Content-Type: text/plain\nContent-Disposition: attachment; filename=\"../../etc/cron.txt\"\n\nText of a file."
    let story = try #require(try readMail(mail("multipart/mixed", parts: [plain, file])).stories.last)
    #expect(story.member == "cron.txt")
  }

  @Test func aForwardedMailIsContent() throws {
    let inner =
      "Content-Type: message/rfc822\n\nFrom: Press Office <press@fca.example>\nSubject: FCA fines a firm\nDate: Mon, 02 Jun 2025 09:00:00 +0100\n\nThe FCA fined it."
    let story = try #require(try readMail(mail("multipart/mixed", parts: [plain, inner])).stories.first)
    #expect(story.text.contains("FCA fines a firm\nPress Office, 2 Jun 2025\n\nThe FCA fined it.") && story.asides.isEmpty)
  }

  @Test(arguments: [
    ("multipart/encrypted; protocol=\"application/pgp-encrypted\"", "Content-Type: application/pgp-encrypted\n\nVersion: 1"),
    ("multipart/mixed", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nbytes"),
    ("multipart/mixed", "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----"),
  ])
  func whatIsEncryptedIsSaid(kind: String, part: String) throws {
    let reading = try readMail(mail(kind, parts: [part]))
    #expect(reading.notes == ["this part is encrypted"] && reading.stories.first?.text == "Notice")
  }

  @Test func aSignedMailIsItsFirstPart() throws {
    let signature = "Content-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\nx"
    let reading = try readMail(mail("multipart/signed", parts: [plain, signature]))
    #expect(reading.stories.count == 1 && reading.notes.isEmpty)
  }

  @Test func anInvitationSaysWhenAndWhere() throws {
    let event =
      "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Hearing on stablecoins\nDTSTART;TZID=\"America/New_York\":20250612T100000\nDTEND:20250612T120000Z\nLOCATION:Room 2128\\, Rayburn\nEND:VEVENT\nEND:VCALENDAR"
    let story = try #require(try readMail(mail("multipart/mixed", parts: [plain, event])).stories.first)
    #expect(story.text.contains("Hearing on stablecoins\nWhen: 12 June 2025, 10:00 to 12 June 2025, 12:00 UTC\nWhere: Room 2128, Rayburn"))
  }

  @Test func uuencodedFilesAreAttachments() throws {
    let text = "See the file.\n\nbegin 644 note.txt\n.5&AE(%-%0R!C:&%R9V5D\n`\nend\n"
    let reading = try readMail(mail(text))
    #expect(reading.stories.first?.body == "See the file.")
    #expect(reading.stories.last?.member == "note.txt")
  }

  @Test(arguments: [
    ("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable", "caf=E9 is=\n open", "café is open"),
    ("Content-Type: text/plain; charset=no-such-set\nContent-Transfer-Encoding: 8BIT", "naïve", "naïve"),
    ("Content-Type: text/plain; charset=utf-7", "caf+AOk-", "café"),
    ("Content-Type: text/plain; charset=utf-8; format=flowed", "The rule was \nadopted.\n\nNext.", "The rule was adopted.\n\nNext."),
    ("Content-Type: text/plain; format=flowed; delsp=yes", "Geldwäsche \ngesetz", "Geldwäschegesetz"),
    ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", "VGhlIHJ1\nbGUu", "The rule."),
    ("X-Odd", "The body.", "The body."),
  ])
  func textsComeOutInTheirOwnCharacters(headers: String, body: String, expected: String) throws {
    #expect(try readMail(mail(body, headers: headers)).stories.first?.body == expected)
  }

  @Test func aWrongByteIsNoReasonToRefuse() throws {
    let raw =
      Array("From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nGrüße aus Köln und München ".utf8) + [0xFF]
      + Array(" Ende".utf8)
    let reading = try readBytes(raw, as: "a.eml")
    #expect(reading.stories.first?.body == "Grüße aus Köln und München \u{FFFD} Ende" && reading.notes.count == 1)
  }

  @Test func whatIsCalledAMailAndIsNoneIsReadAsText() throws {
    #expect(try readMail("Just a note that somebody saved.\nWith two lines.").stories.first?.text.contains("Just a note") == true)
    #expect(throws: ReadingError.self) { try readMail("%PDF-1.7 and so on") }
  }

  @Test func aMailSavedAsTextIsRead() throws {
    let reading = try readMail(
      mail("caf=E9", headers: "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable"), as: "a.txt")
    #expect(reading.format == .mail && reading.stories.first?.body == "café")
    #expect(try readMail("From: the desk\nSubject: prices\n\nBitcoin fell.", as: "b.txt").format == .plainText)
  }
}
