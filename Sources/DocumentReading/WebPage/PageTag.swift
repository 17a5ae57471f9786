/// The elements of a web page that mean something here.
enum PageTag: UInt8, CaseIterable, Sendable {
  /// A text, not an element.
  case text
  /// An element that isn't known: inline, like `span`.
  case unknown
  /// An element with a hyphen in its name: a container, like `div`.
  case custom
  /// Nothing in it is for readers: scripts, drawings, controls, advertisements.
  case dropped
  /// What browsers show only without scripts or frames, or later: read where a page has nothing else.
  case inert
  case html, head, body, title, meta, link, script
  case header, footer, nav, aside, main, article, section, div, center, details, summary, dialog, address, hgroup
  case p, h1, h2, h3, h4, h5, h6, blockquote, pre, ul, ol, li, dl, dt, dd, hr, br
  case table, caption, thead, tbody, tfoot, tr, td, th, col
  case form, fieldset, label, input, button
  case a, span, b, i, sup, code, time
  case img, figure, figcaption, embed

  private static let names: [String: PageTag] = {
    var names: [String: PageTag] = [:]
    for tag in allCases where tag.rawValue >= PageTag.html.rawValue { names[String(describing: tag)] = tag }
    for name in [
      "style", "svg", "canvas", "map", "rt", "rp", "base", "amp-consent", "amp-ad",
      "amp-sidebar", "amp-analytics",
    ] {
      names[name] = .dropped
    }
    for name in ["noscript", "template", "noframes"] { names[name] = .inert }
    for name in ["select", "textarea", "option", "optgroup", "datalist", "progress", "meter"] { names[name] = .input }
    for name in ["strong"] { names[name] = .b }
    for name in ["em", "cite"] { names[name] = .i }
    for name in ["iframe", "object", "video", "audio", "amp-video", "amp-iframe", "amp-youtube"] { names[name] = .embed }
    for name in ["amp-img", "picture"] { names[name] = .img }
    for name in ["tt", "kbd", "samp", "var"] { names[name] = .code }
    names["colgroup"] = .col
    names["listing"] = .pre
    names["plaintext"] = .pre
    names["xmp"] = .pre
    names["menu"] = .ul
    names["dir"] = .ul
    names["legend"] = .label
    names["image"] = .img
    return names
  }()

  /// The same names, by their first eight bytes and length, so that looking one up makes no string.
  private static let packed: [UInt64: PageTag] = {
    var packed: [UInt64: PageTag] = [:]
    for (name, tag) in names { packed[Array(name.utf8).withUnsafeBufferPointer(pack)] = tag }
    return packed
  }()

  init(name: UnsafeBufferPointer<UInt8>) {
    if let known = Self.packed[Self.pack(name)] {
      self = known
    } else {
      self = name.contains(0x2D) ? .custom : .unknown
    }
  }

  /// Distinct for all names in the table; the last byte and the length tell those apart that share eight bytes.
  private static func pack(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    for byte in name { value = (value << 7 | value >> 57) ^ UInt64(byte) }
    return value
  }

  /// Begins and ends on a line of its own.
  var isBlock: Bool {
    switch self {
    case .custom, .html, .body, .header, .footer, .nav, .aside, .main, .article, .section, .div, .center, .details, .summary, .dialog,
      .address, .hgroup,
      .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .ul, .ol, .li, .dl, .dt, .dd, .hr, .table, .caption, .thead, .tbody, .tfoot, .tr,
      .td, .th,
      .form, .fieldset, .figure, .figcaption:
      true
    case .text, .unknown, .dropped, .inert, .head, .title, .meta, .link, .script, .br, .col, .label, .input, .button, .a, .span, .b, .i,
      .sup,
      .code, .time, .img,
      .embed:
      false
    }
  }

  var isHeading: Bool { (PageTag.h1.rawValue...PageTag.h6.rawValue).contains(rawValue) }

  /// Boxes that group other boxes and say nothing themselves.
  var isContainer: Bool {
    switch self {
    case .div, .section, .custom, .center, .main, .article, .header, .details, .hgroup, .body: true
    default: false
    }
  }
}
