import TerminalCanvas
import TestSupport
import Testing

@testable import CursesTerminal

@Suite struct ColorDepthTests {
  @Test(arguments: [
    (-1, false, ColorDepth.none), (0, false, .none), (8, false, .eight), (16, false, .sixteen), (88, false, .sixteen),
    (256, false, .indexed),
    (256, true, .indexed), (16_777_216, true, .direct), (32767, false, .indexed),
  ])
  func theDepthIsWhatTheDescriptionSays(colors: Int, isDirect: Bool, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors, isDirect: isDirect) == depth)
  }

  @Test(arguments: [
    (Color.rgb(255, 0, 0), 196, "pure red"), (.rgb(0, 0, 0), 16, "black"), (.rgb(255, 255, 255), 231, "white"),
    (.rgb(128, 128, 128), 244, "grey"),
    (.rgb(95, 135, 175), 67, "one of the cube"), (.rgb(0x28, 0x28, 0x28), 235, "dark grey"), (.rgb(8, 8, 8), 232, "darkest grey"),
    (.rgb(0x2E, 0x34, 0x40), 237, "a bluish grey"), (.indexed(3), 3, "its own"), (.indexed(200), 200, "its own"), (.standard, -1, "none"),
  ])
  func theNearestOf256IsTaken(color: Color, number: Int32, note: String) {
    #expect(ColorDepth.indexed.number(for: color).value == number, "\(note)")
  }

  @Test(arguments: [
    (Color.rgb(250, 10, 10), 9, 1, true), (.rgb(200, 0, 0), 1, 1, false), (.indexed(196), 9, 1, true), (.indexed(12), 12, 4, true),
    (.rgb(0, 0, 0), 0, 0, false), (.rgb(250, 250, 250), 15, 7, true), (.indexed(7), 7, 7, false),
  ])
  func fewColoursTakeTheNearest(color: Color, ofSixteen: Int32, ofEight: Int32, isBright: Bool) {
    #expect(ColorDepth.sixteen.number(for: color) == .init(value: ofSixteen))
    #expect(ColorDepth.eight.number(for: color) == .init(value: ofEight, isBright: isBright))
  }

  @Test(
    arguments: [
      (Color.rgb(1, 2, 3), 0x010203), (.rgb(0, 0, 0), 0), (.rgb(0, 0, 3), 8), (.indexed(5), 5), (.indexed(196), 0xFF0000), (.standard, -1),
    ] as [(Color, Int32)])
  func directColoursAreRGBButTheFirstEight(color: Color, number: Int32) {
    #expect(ColorDepth.direct.number(for: color).value == number)
  }

  @Test func textNeverVanishesInItsBackground() {
    var generator = SplitMix64(seed: 5)
    func color() -> Color {
      switch generator.next(below: 3) {
      case 0: .indexed(UInt8(generator.next(below: 256)))
      default: .rgb(UInt8(generator.next(below: 256)), UInt8(generator.next(below: 256)), UInt8(generator.next(below: 256)))
      }
    }
    for _ in 0..<20_000 {
      let (front, back) = (color(), color())
      guard front != back else { continue }
      for depth in [ColorDepth.eight, .sixteen, .indexed, .direct] {
        let numbers = depth.numbers(foreground: front, background: back)
        #expect(numbers.foreground != numbers.background, "\(front) on \(back) with \(depth)")
      }
    }
  }

  @Test func withoutColoursThereAreNone() {
    #expect(ColorDepth.none.numbers(foreground: .indexed(3), background: .rgb(1, 2, 3)) == (.standard, .standard))
  }
}
