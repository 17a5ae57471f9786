import CNcurses
import TerminalCanvas

/// Hands out curses colour pairs and attributes for styles. A terminal has a limited number of pairs; past it, colours are left out.
struct CursesColors {
  let depth: ColorDepth
  private var pairs: [Pair: Int32] = [:]
  private var looks: [Style: Look] = [:]
  private var nextPair: Int32 = 1
  private let limit: Int32
  /// The last look-up: runs of one style are the rule.
  private var last: (style: Style, look: Look) = (.plain, Look(attributes: 0, pair: 0))
  private let hasDefaults: Bool

  private struct Pair: Hashable { var foreground: Int32, background: Int32 }

  /// What curses wants with a cell.
  struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  /// After curses has started. `usesColor` false leaves attributes only.
  init(usesColor: Bool) {
    guard usesColor, has_colors(), start_color() == OK else {
      (depth, limit, hasDefaults) = (.none, 0, false)
      return
    }
    depth = ColorDepth(colors: Int(rw_colors()), isDirect: rw_tigetflag("RGB") > 0)
    limit = rw_color_pairs()
    hasDefaults = use_default_colors() == OK
  }

  mutating func look(of style: Style) -> Look {
    if style == last.style { return last.look }
    let look = looks[style] ?? makeLook(of: style)
    last = (style, look)
    return look
  }

  private mutating func makeLook(of style: Style) -> Look {
    var look = Look(attributes: RW_A_NORMAL, pair: 0)
    if style.isBold { look.attributes |= RW_A_BOLD }
    if style.isDim { look.attributes |= RW_A_DIM }
    if style.isItalic { look.attributes |= RW_A_ITALIC }
    if style.isReversed { look.attributes |= RW_A_REVERSE }
    if style.isUnderlined { look.attributes |= RW_A_UNDERLINE }
    if depth != .none {
      let (foreground, background) = depth.numbers(foreground: style.foreground, background: style.background)
      if foreground.isBright { look.attributes |= RW_A_BOLD }
      look.pair = pair(foreground.value, background.value)
    }
    looks[style] = look
    return look
  }

  /// The number of a pair; where none is left, of one that has at least the background, or the foreground.
  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if foreground < 0, background < 0 { return 0 }
    if let known = pairs[Pair(foreground: foreground, background: background)] { return known }
    // Without default colours, white on black is what a terminal shows.
    let front = foreground < 0 && !hasDefaults ? 7 : foreground
    let back = background < 0 && !hasDefaults ? 0 : background
    if nextPair < limit, init_extended_pair(nextPair, front, back) == OK {
      let made = nextPair
      nextPair += 1
      pairs[Pair(foreground: foreground, background: background)] = made
      return made
    }
    if background >= 0, let similar = pairs.first(where: { $0.key.background == background && $0.key.foreground != background }) {
      return similar.value
    }
    return pairs[Pair(foreground: foreground, background: -1)] ?? 0
  }
}
