import CaminTestSupport
import Planning
import Testing

@Suite("R19: statistics codes")
struct StatisticsTests {
  /// A day of riders none of whom is served, and a table by which so many of them have each purpose.
  private func day(_ purposes: [(String, Int)]) -> (line: LineTerritory, codes: [StatisticsCodes]) {
    var line = LineTerritory()
    var codes: [StatisticsCodes] = []
    for (purpose, count) in purposes {
      for _ in 0..<count {
        let number = line.scenario.bookings.count + 1
        line.addOutward(number, from: 0, to: 10, by: "10:00")
        codes.append(StatisticsCodes(booking: "b\(number)", purpose: purpose))
      }
    }
    return (line, codes)
  }

  private func rows(
    _ purposes: [(String, Int)], served: Set<Int> = []
  ) throws -> [StatisticsCount.Row] {
    let (line, codes) = day(purposes)
    var plan = try line.planned()
    plan.outside = served.map {
      OutsideRide(fallback: "taxi", leg: "b\($0)-1", booking: "b\($0)", rider: "r\($0)", price: 1)
    }
    let count = try #require(try StatisticsCount(of: plan, on: line.day(), codes: codes))
    #expect(count.leastRiders == 5)
    return try #require(count.tables.first { $0.dimension == .purpose }).rows
  }

  private func brief(_ rows: [StatisticsCount.Row]) -> [String] {
    rows.map { "\($0.code ?? "+") \($0.riders) \($0.served.map(String.init) ?? "-")" }
  }

  @Test("R19: codes of fewer than five riders are put together, and never in a row of too few")
  func rowsAreBigEnough() throws {
    #expect(brief(try rows([("care", 7), ("work", 5)])) == ["care 7 0", "work 5 0"])
    #expect(brief(try rows([("care", 7), ("a", 3), ("b", 2)])) == ["care 7 0", "+ 5 0"])
    // One small code alone could be found by taking the others from the total.
    #expect(brief(try rows([("care", 9), ("work", 6), ("a", 1)])) == ["care 9 0", "+ 7 0"])
    #expect(brief(try rows([("care", 5), ("a", 1)])) == ["+ 6 0"])
    #expect(try rows([("care", 4)]) == [])
    #expect(brief(try rows([("", 6)])) == [" 6 0"])
  }

  @Test("R19: how many are served is told of nobody or of enough, in all rows or in none")
  func servedIsToldOfEnough() throws {
    let purposes = [("care", 10), ("work", 5)]
    #expect(brief(try rows(purposes, served: Set(1...5))) == ["care 10 5", "work 5 0"])
    #expect(brief(try rows(purposes, served: Set(1...15))) == ["care 10 10", "work 5 5"])
    #expect(brief(try rows(purposes, served: Set(1...6))) == ["care 10 -", "work 5 -"])
    #expect(brief(try rows(purposes, served: [1])) == ["care 10 -", "work 5 -"])
  }

  @Test("R39: how many are served is told by commune and by priority, too")
  func communes() throws {
    var (line, codes) = day([("care", 6), ("work", 6)])
    for b in 0..<6 {
      codes[b].commune = "46042"
      line.scenario.bookings[b].priority = "care"
    }
    let plan = try line.planned()
    let count = try #require(try StatisticsCount(of: plan, on: line.day(), codes: codes))
    func told(_ dimension: StatisticsCount.Dimension) throws -> [String] {
      brief(try #require(count.tables.first { $0.dimension == dimension }).rows).sorted()
    }
    #expect(try told(.commune) == [" 6 0", "46042 6 0"])
    #expect(try told(.priority) == [" 6 0", "care 6 0"])
  }

  @Test("R19: any table: rows of enough riders that add up", arguments: 1...30)
  func anyTable(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let purposes = (0..<random.int(1...6)).map { ("p\($0)", random.int(1...9)) }
    let total = purposes.reduce(0) { $0 + $1.1 }
    let found = try rows(purposes)
    #expect(found.allSatisfy { $0.riders >= 5 })
    #expect(found.reduce(0) { $0 + $1.legs } == (total < 5 ? 0 : total))
  }

  @Test(
    "R19: a standing order's codes hold for all its bookings; without a least number nothing is told"
  )
  func orders() throws {
    var (line, _) = day([("care", 5)])
    line.scenario.standing = line.scenario.bookings.map {
      StandingOrder(booking: $0, days: [.everyDay])
    }
    line.scenario.bookings = []
    line.scenario = StandingExpansion(line.scenario, on: line.scenario.territory.date).scenario
    let codes = (1...5).map { StatisticsCodes(booking: "b\($0)", funding: "region") }
    let count = try StatisticsCount(of: line.planned(), on: line.day(), codes: codes)
    let funding = try #require(count?.tables.first { $0.dimension == .funding })
    #expect(brief(funding.rows) == ["region 5 0"])
    try line.setRules("objective", [:])
    line.scenario.profiles[0].figures["report_least_riders"] = nil
    #expect(try StatisticsCount(of: line.planned(), on: line.day(), codes: codes) == nil)
  }
}
