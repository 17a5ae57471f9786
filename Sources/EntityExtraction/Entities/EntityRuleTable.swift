import RegulatoryModel

/// Why a name was taken for an exchange, an agency or an asset.
enum EntityRule: String, CaseIterable {
  case plainName = "name.plain-name"
  case defined = "name.defined"
  case fullName = "name.full-name"
  case calledVenue = "name.called-venue"
  case listed = "name.listed"
  case actsLikeFirm = "name.acts-like-firm"
  case actedOn = "name.acted-on"
  case actsLikeBody = "name.acts-like-body"
  case cueInSentence = "name.cue-in-sentence"
  case cueInParagraph = "name.cue-in-paragraph"
  case cueInStory = "name.cue-in-story"
  case country = "name.country"
  case ownsBureau = "name.owns-bureau"
  case topic = "name.topic"
  case sameStory = "name.same-story"
  case unlistedExchange = "name.unlisted-exchange"
  case countryAndRole = "name.country-and-role"

  var id: RuleID { RuleID(rawValue) }

  /// Whether it holds against what the same word means elsewhere in the story.
  var vouches: Bool {
    switch self {
    case .plainName, .defined, .fullName, .calledVenue, .listed, .ownsBureau, .countryAndRole: true
    case .actsLikeFirm, .actedOn, .actsLikeBody, .cueInSentence, .cueInParagraph, .cueInStory, .country, .topic, .sameStory,
      .unlistedExchange:
      false
    }
  }

  var sentence: String {
    switch self {
    case .plainName: "The name means only this."
    case .defined: "The story itself defines the short name."
    case .fullName: "The short name is ambiguous; the story gives the full name too."
    case .calledVenue: "The name is ambiguous; the words beside it call it an exchange or a platform."
    case .listed: "The name is ambiguous; it stands in one list with exchanges."
    case .actedOn: "The name is ambiguous; what is done to it there, in a story on money, is what supervisors do to firms."
    case .actsLikeFirm: "The name is ambiguous; what it does there, in a story on money, is what firms do."
    case .actsLikeBody: "The name is ambiguous; what it does there, in a story on money, is what public bodies do."
    case .cueInSentence: "The name is ambiguous; words in its sentence go with this meaning."
    case .cueInParagraph: "The name is ambiguous; words in its paragraph go with this meaning."
    case .cueInStory: "The name is ambiguous; words elsewhere in the story go with this meaning."
    case .country: "Several bodies bear the name; the country named near it tells which."
    case .ownsBureau: "Several bodies bear the name; one of this body’s bureaus follows it in the genitive."
    case .topic: "The name is ambiguous; the story is about crypto-assets or financial regulation."
    case .sameStory: "The name is ambiguous; elsewhere in the story it has this meaning."
    case .unlistedExchange: "The name list lacks it; the story says that it is a crypto exchange."
    case .countryAndRole: "The words say what the body is and of which country."
    }
  }

  var confidence: Confidence {
    switch self {
    case .plainName, .defined: .certain
    case .fullName, .calledVenue, .listed, .cueInSentence, .country, .ownsBureau, .unlistedExchange, .countryAndRole: .strong
    case .actsLikeFirm, .actsLikeBody, .actedOn, .cueInParagraph, .cueInStory, .topic, .sameStory: .fair
    }
  }
}

extension ExtractionRule {
  /// The rules for exchanges, agencies and assets.
  static let entities: [ExtractionRule] = EntityRule.allCases.map { ExtractionRule($0.id.rawValue, $0.sentence, $0.confidence) }
}
