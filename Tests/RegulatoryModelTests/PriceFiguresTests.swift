import Foundation
import RegulatoryModel
import TestSupport
import Testing

@Suite struct PriceFiguresTests {
  @Test(arguments: [
    (100.0, 115.2, 1520, "up 15.2 %" as Comment), (100, 84.8, -1520, "down 15.2 %"),
    (50216.27, 42533.18, -1530, "as on the day of the fall"),
    (100, 100.125, 13, "12.5 is rounded away from zero"), (100, 99.875, -13, "so is -12.5"), (100, 100.0049, 0, "under half a basis point"),
    (0.00001234, 0.00002468, 10_000, "a small price doubled"), (3, 4, 3333, "a third"), (1e-12, 1e12, Int(Int32.max), "beyond all measure"),
    (0.1, 0.3, 20_000, "no binary fraction"), (1, 1, 0, "nothing"),
  ])
  func aChangeIsCountedInDecimals(from: Double, to: Double, expected: Int, note: Comment) {
    #expect(BasisPoints.change(from: from, to: to) == expected, note)
  }

  @Test func changesAreFoundByTheirDay() {
    // 2 January to 11 February 2024: 100, 101, … 140.
    let figures = PriceFigures(series((0...40).map { ($0 + 1, 100 + Double($0)) }))
    #expect(figures.change(overDays: 1)?.basisPoints == 72)  // 140 / 139
    #expect(figures.change(overDays: 7)?.basisPoints == 526)  // 140 / 133
    #expect(figures.change(overDays: 30)?.basisPoints == 2727)  // 140 / 110
    #expect(figures.change(overDays: 41) == nil, "before the first day")
    #expect(figures.changeThisYear == nil, "the year before is not in the file")
    #expect(PriceFigures(series([(-4, 80), (0, 90), (5, 100)])).changeThisYear?.from.price == 80, "28 December")
    #expect(PriceFigures(series([(-5, 80), (0, 90), (5, 100)])).changeThisYear == nil, "too long before the turn of the year")
  }

  @Test func volatilityIsTheStandardDeviationOfLogReturnsTimesTheRootOf365() throws {
    let two = try #require(PriceFigures(series([(0, 100), (1, 110), (2, 99)])).volatility(overDays: 2))
    #expect(abs(two.annual - 2.710912) < 0.000001)
    #expect(two.returns == 2)
    let closes = (0..<31).map { day -> (Int, Double) in (day, 95 + Double(day * 7 % 11) + Double(day) / 2) }
    let month = try #require(PriceFigures(series(closes)).volatility(overDays: 30))
    #expect(abs(month.annual - 0.963119) < 0.000001)
    #expect(PriceFigures(series(Array(closes.dropFirst(4)))).volatility(overDays: 30) == nil, "26 returns are not enough for 30 days")
  }

  @Test func theLargestFallRunsFromAPeakToALaterClose() throws {
    let figures = PriceFigures(series([(0, 100), (3, 120), (5, 90), (9, 110), (12, 84), (20, 118)]))
    let fall = try #require(figures.largestFall)
    #expect((fall.from.price, fall.to.price, fall.basisPoints, fall.days) == (120, 84, -3000, 9))
    #expect(figures.currentFall?.basisPoints == -167)  // 118 / 120
    let rising = PriceFigures(series([(0, 1), (1, 2), (2, 3)]))
    #expect(rising.largestFall == nil && rising.currentFall == nil)
    #expect(PriceFigures(series([])).largestFall == nil)
  }
}

@Suite struct LargeMoveTests {
  /// Returns of 1 % up and down by turns: their median size is 0.01, so that the usual daily move is 0.014826 and large
  /// begins at 0.059304.
  private func closes(_ special: [Int: Double], count: Int = 250, scale: Double = 1) -> [(Int, Double)] {
    var price = 1000.0 * scale
    return (0..<count).map { day in
      price *= exp(special[day] ?? (day % 2 == 0 ? 0.01 : -0.01))
      return (day, price)
    }
  }

  @Test func largeBeginsAtFourTimesTheUsualDailyMove() throws {
    let moves = try #require(LargeMove.all(in: series(closes([50: 0.0590, 100: 0.0596, 220: -0.0596]))))
    #expect(moves.map(\.change.to.day.daysSinceEpoch) == [100, 220].map { newYear.daysSinceEpoch + $0 })
    #expect(moves.allSatisfy { abs($0.usual - 0.014826) < 0.000001 })
    #expect(moves.allSatisfy { abs(($0.times ?? 0) - 4.0200) < 0.0001 })
  }

  @Test func whatIsUsualIsThatOfTheDaysBefore() throws {
    // Quiet for 300 days, then ten times as lively: the first lively day is large, and two hundred days on nothing is.
    var price = 1000.0
    let quiet = (0..<600).map { day -> (Int, Double) in
      let size = day < 300 ? 0.003 : 0.03
      price *= exp(day % 2 == 0 ? size : -size)
      return (day, price)
    }
    let moves = try #require(LargeMove.all(in: series(quiet))).map { newYear.days(until: $0.change.to.day) }
    #expect(moves.first == 300)
    #expect((moves.last ?? 0) < 400)
  }

  @Test func aStablecoinsPennyIsNoMove() throws {
    func closes(_ odd: Double) -> [(Int, Double)] { (0..<100).map { day in (day, day == 60 ? odd : day % 2 == 0 ? 1.0001 : 0.9999) } }
    #expect(try #require(LargeMove.all(in: series(closes(1.009)))).isEmpty)
    #expect(try #require(LargeMove.all(in: series(closes(0.97)))).map(\.change.basisPoints) == [-299, 308])
  }

  @Test func aPriceThatNeverMovesHasNoUsualMove() throws {
    let closes = (0..<60).map { day -> (Int, Double) in (day, day < 40 ? 10 : 11) }
    let move = try #require(LargeMove.all(in: series(closes))?.first)
    #expect(move.times == nil && move.change.basisPoints == 1000)
  }

  @Test func daysOnEitherSideOfAGapAreNotCompared() throws {
    var closes = closes([:], count: 100)
    for place in 50..<100 { closes[place] = (closes[place].0 + 1, closes[place].1 * 2) }
    #expect(try #require(LargeMove.all(in: series(closes))).isEmpty)
  }

  @Test func thirtyReturnsAreNeeded() {
    #expect(LargeMove.all(in: series(closes([:], count: 30))) == nil)
    #expect(LargeMove.all(in: series(closes([:], count: 31))) != nil)
  }

  @Test func theOrderOfTheClosesDoesNotMatter() {
    var generator = SplitMix64(seed: 7)
    let closes = closes([80: 0.1, 150: -0.2])
    let expected = LargeMove.all(in: series(closes))
    for _ in 0..<5 { #expect(LargeMove.all(in: series(closes.shuffled(using: &generator))) == expected) }
  }

  @Test(arguments: [1e-9, 0.001, 3, 1e6]) func theUnitOfTheMoneyDoesNotMatter(scale: Double) throws {
    let special = [80: 0.1, 81: -0.07, 150: -0.2, 200: 0.058]
    let moves = try #require(LargeMove.all(in: series(closes(special))))
    let scaled = try #require(LargeMove.all(in: series(closes(special, scale: scale))))
    #expect(moves.count == 3)
    #expect(scaled.map(\.change.to.day) == moves.map(\.change.to.day))
    #expect(zip(scaled, moves).allSatisfy { abs($0.change.basisPoints - $1.change.basisPoints) <= 1 })
  }

  /// The median of each window worked out anew, as a check on the moving one.
  @Test func theMovingWindowGivesWhatSortingGives() throws {
    var generator = SplitMix64(seed: 3)
    var price = 100.0
    let closes = (0..<500).map { day -> (Int, Double) in
      price *= exp(Double.random(in: -0.02...0.02, using: &generator) * (day % 37 == 0 ? 8 : 1))
      return (day, price)
    }
    let logs = zip(closes, closes.dropFirst()).map { log($1.1 / $0.1) }
    for move in try #require(LargeMove.all(in: series(closes))) {
      let place = newYear.days(until: move.change.to.day) - 1
      let window = place <= 180 ? logs[..<180] : logs[(place - 180)..<place]
      #expect(abs(move.usual - 1.4826 * median(window.map { abs($0) })) < 1e-12)
    }
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.count % 2 == 1 ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
  }
}

private let newYear = CalendarDay(daysSinceEpoch: 19_723)  // 2024-01-01

private func series(_ closes: [(Int, Double)]) -> PriceSeries {
  PriceSeries(
    asset: nil, quote: nil, closes: closes.map { PriceSeries.Close(day: newYear.adding(days: $0.0), price: $0.1) })
}
