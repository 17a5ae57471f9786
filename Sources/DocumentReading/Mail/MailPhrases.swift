/// The words with which mail programs, in the languages of their users, set off what somebody else wrote.
enum MailPhrases {
  static let forwards: [StaticString] = [
    "forwarded message", "begin forwarded message", "weitergeleitete nachricht", "message transféré", "message transfere",
    "mensaje reenviado", "messaggio inoltrato", "doorgestuurd bericht", "mensagem encaminhada", "vidarebefordrat", "videresendt",
    "anfang der weitergeleiteten nachricht", "début du message transféré", "début du message réexpédié", "inizio messaggio inoltrato",
    "inicio del mensaje reenviado", "begin doorgestuurd bericht", "пересылаемое сообщение", "przekazana wiadomość",
  ]
  static let forwardPrefixes: [StaticString] = ["fw:", "fwd:", "wg:", "tr:", "rv:", "i:", "enc:", "vs:", "doorst:", "[fwd:", "fs:"]

  static let originals: [StaticString] = [
    "original message", "ursprüngliche nachricht", "originalnachricht", "original-nachricht", "message d'origine", "message d’origine",
    "message original", "mensaje original", "messaggio originale", "oorspronkelijk bericht", "mensagem original", "ursprungligt meddelande",
    "oprindelig meddelelse", "opprinnelig melding", "wiadomość oryginalna", "исходное сообщение",
  ]

  /// The first line of the block that Outlook puts above a mail that is answered.
  static let from: [StaticString] = [
    "from:", "von:", "de:", "de :", "da:", "van:", "från:", "fra:", "od:", "от:", "发件人:", "发件人：", "差出人:", "*from:*", "**from:**",
  ]
  static let sent: [StaticString] = [
    "sent:", "date:", "gesendet:", "datum:", "envoyé :", "envoyé:", "enviado:", "enviado el:", "inviato:", "data:", "verzonden:",
    "skickat:",
    "sendt:", "wysłano:", "отправлено:", "дата:", "fecha:", "发送时间:", "发送时间：", "送信日時:", "*sent:*", "**sent:**",
  ]
  static let subject: [StaticString] = [
    "subject:", "betreff:", "objet :", "objet:", "asunto:", "oggetto:", "onderwerp:", "ämne:", "emne:", "temat:", "тема:", "assunto:",
    "主题:", "主题：", "件名:", "*subject:*", "**subject:**",
  ]

  /// How the line before a quotation ends …
  static let wrote: [StaticString] = [
    "wrote:", "writes:", "schrieb:", "schrieb :", "a écrit :", "a écrit:", "a écrit :", "escribió:", "ha scritto:", "schreef:", "escreveu:",
    "skrev:", "skrev :", "napisał:", "napisał(a):", "napisała:", "пишет:", "написал:", "написал(а):", "写道:", "写道：", "yazdı:", "kirjoitti:",
  ]
  /// … and begins, where it stands alone.
  static let onDay: [StaticString] = [
    "on ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "w dniu ", "dnia ", "vào ", "at ", "в ", "pada ", "il giorno ", "a ",
  ]
  /// In the middle of such a line: "Am 3. Juli 2023 schrieb Anna Muster:".
  static let wroteBefore: [StaticString] = [" schrieb ", " schreef ", " skrev ", " a écrit", " escribió", " wrote", " ha scritto"]

  static let sentFrom: [StaticString] = [
    "sent from my ", "sent from mail for", "sent from outlook", "get outlook for", "von meinem ", "gesendet mit der", "gesendet von ",
    "envoyé de mon", "envoyé depuis", "enviado desde mi", "inviato da ", "verzonden vanaf mijn", "verstuurd vanaf mijn", "enviado do meu",
  ]

  /// What stands at the foot of a newsletter.
  static let foot: [StaticString] = [
    "unsubscribe", "opt out of", "opt-out of", "manage your subscription", "manage subscription", "manage preferences",
    "manage your preferences",
    "manage your email", "update your preferences", "update preferences", "email preferences", "subscriber preferences",
    "subscription preferences",
    "you are receiving this", "you're receiving this", "you’re receiving this", "you received this", "you have received this",
    "you get this ", "you are subscribed", "this email was sent", "this e-mail was sent", "this message was sent to",
    "no longer wish to receive", "stop receiving", "add us to your address book", "abbestellen", "newsletter abmelden", "austragen",
    "désabonner", "désinscrire", "darse de baja", "cancelar su suscripción", "cancelar la suscripción", "disiscriviti",
    "annullare l'iscrizione", "uitschrijven", "afmelden", "avregistrera", "afmeld", "all rights reserved", "copyright ©", "© 20",
    "confidentiality notice", "is intended only for", "is intended solely for", "intended recipient", "stay connected", "privacy policy",
    "govdelivery", "subscriber services", "manage subscriptions", "update subscriptions", "update your subscription",
    "modify your subscription", "change your subscription", "cancel your subscription", "subscription settings", "bookmark and share",
    "mailchimp", "constant contact", "our mailing address is", "forward to a friend", "forward this email", "do not reply to this",
    "do not respond to this", "questions about the subscription service", "problems with the subscription service",
  ]
  static let inBrowser: [StaticString] = [
    "view in browser", "view in your browser", "view online", "view it in your browser", "view this email", "view this e-mail",
    "view the web version", "web version", "read online", "trouble viewing", "having trouble reading", "can't see this",
    "im browser ansehen",
    "im browser anzeigen", "im browser öffnen", "webversion", "version en ligne", "dans votre navigateur", "ver en el navegador",
    "ver en su navegador", "visualizza nel browser", "bekijk online", "bekijk in browser", "webversie", "is this email not displaying",
    "view this bulletin", "bulletin online", "view as a web", "view as web", "view it as a web", "view this as a web", "view this message",
    "view this newsletter", "view this release online", "open in browser", "open in your browser", "read in browser",
    "online version", "e-mail as a web", "email as a web", "see this email in",
  ]
}

extension ArraySlice<UInt8> {
  func begins(with phrases: [StaticString]) -> Bool { phrases.contains { hasPrefix($0) } }
  func ends(with phrases: [StaticString]) -> Bool { phrases.contains { count >= $0.utf8CodeUnitCount && hasSuffix($0) } }
  func contains(anyOf phrases: [StaticString]) -> Bool { phrases.contains { contains($0) } }
}
