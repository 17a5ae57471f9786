import Foundation
import TerminalCanvas
import Testing

@testable import Themes

/// What every theme that is compiled in must be.
@Suite struct BuiltInThemeTests {
  static let names = ThemeCatalog.builtIn.names

  @Test func thereAreSixWithoutAFault() {
    #expect(ThemeCatalog.builtIn.names == ["night", "day", "high-contrast", "sixteen", "gruvbox", "nord"])
    #expect(ThemeCatalog.builtIn.problems == [])
    #expect(ThemeCatalog.builtIn.theme(named: ThemeCatalog.defaultName) != nil)
  }

  @Test(arguments: names) func everyScopeIsSaid(name: String) throws {
    let theme = try #require(ThemeCatalog.builtIn.theme(named: name))
    #expect(ThemeScope.all.map(\.scope).filter { theme.styles[$0] == nil }.map(\.rawValue) == [])
  }

  @Test(arguments: names) func theSelectionIsSeen(name: String) throws {
    let theme = try #require(ThemeCatalog.builtIn.theme(named: name))
    let text = theme.style(.text)
    let row = theme.style(.row).over(text)
    let selected = theme.style(.rowSelected).over(row)
    let unfocused = theme.style(.rowSelectedUnfocused).over(row)
    #expect(selected.background != row.background || selected.isReversed != row.isReversed)
    #expect(selected != unfocused && unfocused != row)
    #expect(theme.style(.paletteSelected).over(text) != theme.style(.palette).over(text))
    #expect(theme.style(.titleFocused) != theme.style(.title) && theme.style(.borderFocused) != theme.style(.border))
  }

  @Test(arguments: names) func aMarkIsToldWithoutColour(name: String) throws {
    let theme = try #require(ThemeCatalog.builtIn.theme(named: name))
    for scope in ThemeScope.all.map(\.scope) where scope.parent == .mark || scope == .searchHit {
      let style = theme.style(scope)
      #expect(style.withoutColor != .plain || style.background != .standard, "\(scope.rawValue)")
    }
  }

  @Test(arguments: names) func everyTextCanBeRead(name: String) throws {
    let theme = try #require(ThemeCatalog.builtIn.theme(named: name))
    let needed = theme.name == "high-contrast" ? 7 : 4.5
    // A theme on the terminal's own background must be readable on what such terminals have.
    let terminals: [Color] =
      switch theme.isDark {
      case true?: [.rgb(0, 0, 0), .rgb(30, 30, 30), .rgb(40, 44, 52)]
      case false?: [.rgb(255, 255, 255), .rgb(248, 248, 248)]
      case nil: []
      }
    let text = theme.style(.text)
    let bases = [text, theme.style(.rowSelected).over(text), theme.style(.rowSelectedUnfocused).over(text)]
    for scope in ThemeScope.all.map(\.scope) where !Self.isOrnament(scope) {
      // Marks and counts are also drawn on the selected row, which may have its own colours there: it is the least that can be asked.
      for (index, base) in bases.enumerated() where index == 0 || (Self.isInRows(scope) && !base.isReversed) {
        let style = theme.style(scope).over(base)
        let backgrounds = style.background == .standard ? terminals : [style.background]
        guard style.foreground != .standard, theme.name != "sixteen" else { continue }
        for background in backgrounds {
          let contrast = Contrast.ratio(style.foreground, background)
          let least = index == 0 ? needed : theme.name == "high-contrast" ? 0 : 3
          #expect(contrast >= least, "\(scope.rawValue): \(style) on \(background) has \(contrast)")
        }
      }
    }
  }

  /// Lines and bars, which are no text: WCAG asks 3 to 1 of them.
  private static func isOrnament(_ scope: ThemeScope) -> Bool {
    [.border, .scrollbar, .ladderTodo, .progressTodo, .spark].contains(scope)
  }

  private static func isInRows(_ scope: ThemeScope) -> Bool {
    [.count, .countNew, .moveUp, .moveDown, .moveSwing, .star, .badge, .kind, .ladderDone, .textDim].contains(scope)
  }

  @Test(arguments: names) func linesCanBeSeen(name: String) throws {
    let theme = try #require(ThemeCatalog.builtIn.theme(named: name))
    let background: Color = theme.isDark == false ? .rgb(255, 255, 255) : .rgb(30, 30, 30)
    for scope in [ThemeScope.border, .scrollbar, .ladderTodo, .progressTodo, .spark] {
      let style = theme.style(scope).over(theme.style(.text))
      guard style.foreground != .standard, theme.name != "sixteen" else { continue }
      #expect(Contrast.ratio(style.foreground, style.background == .standard ? background : style.background) >= 3, "\(scope.rawValue)")
    }
  }

  @Test func sixteenUsesOnlyTheTerminalsOwn() throws {
    let theme = try #require(ThemeCatalog.builtIn.theme(named: "sixteen"))
    for (scope, style) in theme.styles {
      for color in [style.foreground, style.background] {
        switch color {
        case .standard: continue
        case .indexed(let index): #expect(index < 16, "\(scope.rawValue)")
        case .rgb: Issue.record("\(scope.rawValue) has an RGB colour")
        }
      }
      #expect(style.background == .standard, "\(scope.rawValue)")
    }
  }
}

/// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
enum Contrast {
  static func ratio(_ a: Color, _ b: Color) -> Double {
    let (first, second) = (luminance(a), luminance(b))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double {
    func linear(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = color.components
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
