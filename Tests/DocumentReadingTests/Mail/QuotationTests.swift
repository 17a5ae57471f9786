import DocumentReading
import RegulatoryModel
import Testing

/// What is the sender's, and what is not.
@Suite struct QuotationTests {
  private static let long = (1...12).map { "> Line \($0) of what the other one had written some days before about the matter." }.joined(
    separator: "\n")

  @Test(arguments: [
    ("New words.\n\nOn Fri, 30 Jun 2023 a member wrote:\n\(long)\n", "On Fri, 30 Jun 2023", "English"),
    ("Neu.\n\nAm 30.06.2023 um 10:00 schrieb Anna Muster:\n\(long)\n", "Am 30.06.2023", "German"),
    ("Nouveau.\n\nLe 30 juin 2023 à 10:00, Anne a écrit :\n\(long)\n", "Le 30 juin", "French"),
    ("New.\n\n-----Original Message-----\nFrom: A\nSent: Friday\nSubject: Old\n\nOld words.", "Original Message", "Outlook's line"),
    ("Neu.\n\n-----Ursprüngliche Nachricht-----\nVon: A\n\nAlte Worte.", "Alte Worte.", "Outlook's line in German"),
    (
      "New.\n\nFrom: Ann Other <a@b.example>\nSent: Friday, 30 June 2023 10:00\nTo: B\nSubject: Old\n\nOld words.", "Old words.",
      "Outlook's block"
    ),
    (
      "Nouveau.\n\n________________________________\nDe : Anne\nEnvoyé : vendredi 30 juin 2023\nÀ : B\nObjet : Vieux\n\nVieux mots.",
      "Vieux mots.", "and in French"
    ),
    ("New.\n\n-- \nAnn Other\nHead of Policy, Coinbase", "Head of Policy, Coinbase", "a signature"),
    ("New.\n\nSent from my iPhone", "Sent from my iPhone", "a telephone's signature"),
    (
      "New.\n\n_______________________________________________\nPolicy mailing list\nhttps://lists.example", "Policy mailing list",
      "a list's footer"
    ),
    ("New words of the sender that go on for a while.\n\nTo unsubscribe, write to us.", "To unsubscribe", "a newsletter's footer"),
  ])
  func whatIsNotTheSendersIsAnAside(body: String, expected: String, note: String) throws {
    let story = try #require(try readMail(mail(body)).stories.first)
    #expect(story.asideTexts.contains { $0.contains(expected) }, Comment(rawValue: "\(note): \(story.asideTexts)"))
    #expect(!story.asideTexts.contains { $0.contains("New") || $0.contains("Neu.") || $0.contains("Nouveau") }, Comment(rawValue: note))
    #expect(story.text.contains(expected))
  }

  @Test(arguments: [
    ("On Friday a member wrote:\n> Did the FATF say how many?\n\nYes: 35 had.\n\n> And Kraken?\nIt does.", "a question that is answered"),
    (
      "---------- Forwarded message ---------\nFrom: SEC <a@b.example>\nDate: Fri, 30 Jun 2023\nSubject: Rule\nTo: B\n\nThe SEC adopted it.",
      "forwarded"
    ),
    ("Begin forwarded message:\n\n> The SEC adopted the rule.\n> It is in force.", "forwarded with marks"),
    ("> The SEC adopted the rule.\n> It is in force.", "nothing but a quotation"),
    ("From: the desk of the chair\nWe write to you.", "no block of headers"),
    ("--\nA dash alone, and then far more than a signature.\n" + (1...40).map { "Line \($0).\n" }.joined(), "no signature"),
  ])
  func whatIsMeantToBeReadIsNoAside(body: String, note: String) throws {
    let story = try #require(try readMail(mail(body)).stories.first)
    #expect(story.asides.isEmpty, Comment(rawValue: "\(note): \(story.asideTexts)"))
  }

  @Test func aForwardedMailKeepsItsHistory() throws {
    let body = "FYI\n\nFrom: SEC <a@b.example>\nSent: Friday, 30 June 2023\nTo: B\nSubject: Rule\n\nThe SEC adopted the rule."
    #expect(try readMail(mail(body, subject: "FW: Rule")).stories.first?.asides == [])
    #expect(try readMail(mail(body, subject: "RE: Rule")).stories.first?.asides.count == 1)
  }

  @Test(arguments: [
    "<p>New.</p><div class='gmail_quote'><div>On Fri, 30 Jun 2023 A wrote:</div><blockquote>Old words.</blockquote></div>",
    "<p>New.</p><blockquote type='cite'><p>Old words.</p></blockquote>",
    "<p>New.</p><div><b>From:</b> A<br><b>Sent:</b> Friday<br><b>To:</b> B<br><b>Subject:</b> Old</div><p>Old words.</p>",
  ])
  func pagesMarkTheirHistoryToo(html: String) throws {
    let story = try #require(try readMail(mail("<html><body>\(html)</body></html>", headers: "Content-Type: text/html")).stories.first)
    #expect(story.asideTexts.count == 1 && story.asideTexts[0].contains("Old words.") && !story.asideTexts[0].contains("New."))
  }

  @Test func asidesLieWithinTheTextAndApart() throws {
    let body = "Ä new.\n\n> q\n\n" + Self.long + "\n\nMore.\n\n-- \nÄnn\n"
    let story = try #require(try readMail(mail(body, subject: "Überschrift")).stories.first)
    #expect(story.asideTexts.count == 2 && story.asideTexts[1].contains("Änn") && story.asideTexts[0].hasPrefix("> "))
  }
}
