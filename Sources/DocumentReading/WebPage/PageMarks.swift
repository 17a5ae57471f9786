/// What an element's class, id, role and style say of it.
struct PageMarks: OptionSet, Sendable {
  let rawValue: UInt32

  /// Its names are those of menus, banners, side columns …
  static let unlikely = PageMarks(rawValue: 1 << 0)
  /// … and yet it may hold the article.
  static let maybe = PageMarks(rawValue: 1 << 1)
  static let goodClass = PageMarks(rawValue: 1 << 2)
  static let badClass = PageMarks(rawValue: 1 << 3)
  static let goodID = PageMarks(rawValue: 1 << 4)
  static let badID = PageMarks(rawValue: 1 << 5)
  static let hidden = PageMarks(rawValue: 1 << 6)
  static let byline = PageMarks(rawValue: 1 << 7)
  static let share = PageMarks(rawValue: 1 << 8)
  /// What no article holds: consent, newsletter, related, comments.
  static let clutter = PageMarks(rawValue: 1 << 9)
  static let caption = PageMarks(rawValue: 1 << 10)
  /// The role or microdata says that it is the article.
  static let body = PageMarks(rawValue: 1 << 11)
  static let unlikelyRole = PageMarks(rawValue: 1 << 12)
  static let layout = PageMarks(rawValue: 1 << 13)
  /// For screen readers only.
  static let unseen = PageMarks(rawValue: 1 << 14)
  static let hasNames = PageMarks(rawValue: 1 << 15)
  static let localLink = PageMarks(rawValue: 1 << 16)

  /// A quote set apart, most often said in the text as well.
  static let pullQuote = PageMarks(rawValue: 1 << 17)
  /// Says when the page was changed, not when it was published.
  static let changed = PageMarks(rawValue: 1 << 18)

  /// ±25 for a good or bad class, and again for the id.
  var weight: Int {
    (contains(.goodClass) ? 25 : 0) - (contains(.badClass) ? 25 : 0) + (contains(.goodID) ? 25 : 0) - (contains(.badID) ? 25 : 0)
  }
}

/// The table of words in class and id names that `PageMarks` come from: Readability's lists, and a few that its pages did not have.
enum PageNameWords {
  private enum Sense { case unlikely, maybe, good, bad, byline, share, clutter, caption, unseen, pullQuote, changed }

  private static let table: [(Sense, String)] = [
    (
      .unlikely,
      "-ad- ai2html banner breadcrumb combx comment community cover-wrap disqus extra footer gdpr header legends menu related remark replies rss shoutbox sidebar skyscraper social sponsor supplemental ad-break agegate pagination pager popup yom-remote cookie newsletter signup sign-up recirc ticker most-read most-popular trending"
    ), (.maybe, "and article body column content main mathjax shadow"),
    (.good, "article body content entry hentry h-entry main page pagination post text blog story"),
    (
      .bad,
      "-ad- hidden banner combx comment com- contact footer gdpr masthead media meta outbrain promo related scroll share shoutbox sidebar skyscraper sponsor shopping tags widget cookie newsletter"
    ), (.byline, "byline author writtenby p-author"), (.share, "share sharedaddy social-"),
    (
      .clutter,
      "cookie-consent cookie-banner cookieconsent cookie-notice gdpr-banner consent-banner usa-banner newsletter-signup newsletter-form newsletter-box related-articles related-posts related-stories related-links related-content related-news relatedposts read-next read-more-box readmore-box recommended-stories most-popular most-read mostpopular taboola outbrain disqus comments-area comment-list commentlist skip-link skip-to ad-slot ad-container ad-wrapper adsbygoogle advertisement paywall-prompt share-buttons social-share sharedaddy post-navigation nav-links breadcrumbs price-ticker onetrust cookie-law cookie-bar cookiebar cookie-message cookie-wall cookie-policy-banner cookiebot cybot didomi qc-cmp sp_message fc-consent usercentrics truste osano consent-modal consent-dialog consent-overlay consent-wall gdpr-consent paywall-overlay paywall-modal regwall subscribe-wall subscription-wall subscribe-widget subscription-widget subscribe-footer comment-respond comments-section comments-wrapper comment-form commentform post-comments article-comments user-comments taboola jp-relatedposts yarpp entry-related related-widget inline-related inline-promo inline-newsletter js-global-bar feedback-prompt gem-c-feedback report-a-problem cookie_notice cookie-message"
    ), (.caption, "figcaption wp-caption-text image-caption photo-caption imagecaption caption-text img-caption picture-caption"),
    (.pullQuote, "pullquote pull-quote pull_quote pulled-quote"), (.changed, "updated modified last-update dateupdated"),
    (.unseen, "sr-only visually-hidden visuallyhidden screen-reader element-invisible"),
  ]

  /// Names that hide an element, as a whole.
  private static let hiding: [StaticString] = [
    "hidden", "d-none", "is-hidden", "u-hidden", "display-none", "element-hidden", "noprint-hidden",
  ]
  /// Names of what is no article, as a whole: as a part of other names they mean other things.
  private static let whole: [StaticString] = [
    "comments", "respond", "related", "newsletter", "cookies", "cookie", "ticker", "tickers", "breadcrumb", "recommended", "trending",
    "paywall",
    "promo", "pagination", "pager", "disqus_thread",
  ]

  /// The words by their first byte.
  private static let byFirst: [[(word: [UInt8], sense: Sense)]] = {
    var byFirst = [[(word: [UInt8], sense: Sense)]](repeating: [], count: 256)
    for (sense, words) in table {
      for word in words.split(separator: " ").map({ Array($0.utf8) }) { byFirst[Int(word[0])].append((word, sense)) }
    }
    return byFirst
  }()

  static func marks(className: Bytes, id: Bytes) -> PageMarks {
    var marks: PageMarks = .hasNames
    look(className, good: .goodClass, bad: .badClass, into: &marks)
    look(id, good: .goodID, bad: .badID, into: &marks)
    return marks
  }

  private static func look(_ names: Bytes, good: PageMarks, bad: PageMarks, into marks: inout PageMarks) {
    guard !names.isEmpty else { return }
    let names = names.prefix(400).map(\.lowered)
    for index in names.indices {
      for (word, sense) in byFirst[Int(names[index])] where names[index...].starts(with: word) {
        switch sense {
        case .unlikely: marks.insert(.unlikely)
        case .maybe: marks.insert(.maybe)
        case .good: marks.insert(good)
        case .bad: marks.insert(bad)
        case .byline:
          // "authority" is no author.
          if index + word.count >= names.count || names[index + word.count] != 0x69 { marks.insert(.byline) }
        case .share: marks.insert(.share)
        case .clutter: marks.insert(.clutter)
        case .caption: marks.insert(.caption)
        case .unseen: marks.insert(.unseen)
        case .pullQuote: marks.insert(.pullQuote)
        case .changed: marks.insert(.changed)
        }
      }
    }
    let tokens = names.split(separator: 0x20)
    // A colon is a condition: hidden on narrow screens only.
    if !names.contains(0x3A), tokens.contains(where: { token in hiding.contains { token.isSame(as: $0) } }) { marks.insert(.unseen) }
    if tokens.contains(where: { token in whole.contains { token.isSame(as: $0) } }) { marks.insert(.clutter) }
    if tokens.contains(where: { $0.isSame(as: "hid") || $0.isSame(as: "meta") }) { marks.insert(bad) }
  }
}
