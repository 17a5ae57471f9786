import DocumentReading
import RegulatoryModel
import Testing

/// The bulletins of agencies: what their mailing services put around the text is no part of it.
@Suite struct BulletinTests {
  private let page = """
    <html><body><table><tr><td><p>Having trouble viewing this email? <a href="https://content.lists.example/bulletins/3d4e">View it as a Web page</a>.</p>
    </td></tr><tr><td><h1>Agency settles with Example Exchange</h1><p>The agency said the venue had not registered.</p></td></tr>
    <tr><td><p>STAY CONNECTED:</p></td></tr>
    <tr><td><p>SUBSCRIBER SERVICES: <a href="https://lists.example/m">Manage Subscriptions</a> | <a href="https://lists.example/u">Unsubscribe All</a></p>
    <p>Questions? Contact us</p></td></tr>
    <tr><td><p>This email was sent to jane@desk.example using GovDelivery Communications Cloud on behalf of: U.S. Commodity Futures Trading
    Commission, 1155 21st Street NW, Washington, DC 20581</p></td></tr></table></body></html>
    """

  @Test func theFinePrintOfAShortBulletinIsAside() throws {
    let story = try #require(try readMail(mail(page, headers: "Content-Type: text/html; charset=utf-8")).stories.first)
    let asides = story.asideTexts.joined(separator: "\n")
    for words in ["View it as a Web page", "STAY CONNECTED", "Unsubscribe All", "Commodity Futures Trading", "Questions?"] {
      #expect(asides.contains(words), "\(words)")
    }
    #expect(!asides.contains("had not registered") && !asides.contains("Example Exchange"))
  }

  @Test func theBulletinsWebAddressIsItsSource() throws {
    let list = "List-Archive: <https://lists.example/all>\nContent-Type: text/html; charset=utf-8"
    #expect(try readMail(mail(page, headers: list)).stories.first?.url == "https://content.lists.example/bulletins/3d4e")
    let archived = "Archived-At: <https://lists.example/7>\nContent-Type: text/html; charset=utf-8"
    #expect(try readMail(mail(page, headers: archived)).stories.first?.url == "https://lists.example/7")
  }

  @Test(arguments: [
    ("View this bulletin online <https://a.example/b/7>.\n\nThe agency met.", "https://a.example/b/7", "on the same line"),
    ("View in your browser:\nhttps://a.example/b/7\n\nThe agency met.", "https://a.example/b/7", "on the next line"),
    ("The agency met. See https://a.example/b/7", nil, "a link like any other"),
  ])
  func aPlainTextSaysItsWebAddressToo(text: String, address: String?, note: String) throws {
    #expect(try readMail(mail(text)).stories.first?.url == address, Comment(rawValue: note))
  }

  @Test func wordsOfFinePrintInAShortTextHideNothing() throws {
    let text =
      "The agency asked about custody.\n\nHow do users opt out of staking?\n\nKraken did not answer.\n\nGemini did, at length, and in public."
    let story = try #require(try readMail(mail(text)).stories.first)
    #expect(!story.asideTexts.joined().contains("Kraken") && !story.asideTexts.joined().contains("Gemini"))
  }

  @Test func aPictureByAnyTypeIsCalledOne() throws {
    let picture =
      "Content-Type: application/octet-stream; name=\"clock.bmp\"\nContent-Disposition: attachment; filename=\"clock.bmp\"\n\nBM"
    let notes = try readMail(mail("multipart/mixed", parts: ["Content-Type: text/plain\n\nwords", picture])).notes
    #expect(notes == ["clock.bmp: pictures, sounds and films are not read"])
  }
}
