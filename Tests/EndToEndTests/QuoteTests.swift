import Foundation
import Testing

/// `camin quote`: a caller is answered from the plan as it stands.
@Suite struct QuoteTests {
  private let scratch: Scratch
  private let plan: String

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "100", "--quiet", "--out", scratch.path("told"))
    #expect(run.status == 0, "\(run.everything)")
    plan = scratch.path("told/plan.json")
  }

  /// Two places that the plan goes to, far from each other in its list.
  private func places() throws -> (String, String) {
    let file = try PlanFile(plan)
    let all = file.runs.indices.flatMap { file.stops($0) }.compactMap { $0["place"] as? String }
    let first = try #require(all.first)
    return (first, try #require(all.first { $0 != first }))
  }

  @Test("R47: offers with times, kilometres and price; a way back; nothing is written")
  func offers() throws {
    let (from, to) = try places()
    let run = try Camin.run(
      "quote", Shipped.small, plan, "--from", from, "--to", to, "--window", "9:00-12:00",
      "--return", "13:00", "--json")
    #expect(run.status == 0 || run.status == 1, "\(run.everything)")
    let offers = try #require(object(run.output)["offers"] as? [[String: Any]])
    let reasons = try #require(object(run.output)["reasons"] as? [[String: Any]])
    #expect(offers.isEmpty != reasons.isEmpty)
    #expect((run.status == 0) == !offers.isEmpty)
    for offer in offers {
      let rides = try #require(offer["rides"] as? [[String: Any]])
      #expect(rides.count == 2)
      for ride in rides {
        let first = try #require(ride["earliest_pickup"] as? Int)
        let last = try #require(ride["latest_pickup"] as? Int)
        #expect(first <= last && first % 60 == 0 && last % 60 == 0)
      }
      #expect(try #require(rides[0]["earliest_pickup"] as? Int) >= 9 * 3600)
      #expect(try #require(rides[0]["latest_pickup"] as? Int) <= 12 * 3600)
    }
    let words = try Camin.run(
      "quote", Shipped.small, plan, "--from", from, "--to", to, "--arrive", "10:30", "--lang", "en")
    #expect(words.output.contains("pick-up") || words.output.contains("No offer"))
    #expect(try scratch.names() == ["told"])
  }

  @Test("Bad options are told all at once; an unknown place names the closest")
  func faults() throws {
    let (from, to) = try places()
    let bad = try Camin.run(
      "quote", Shipped.small, plan, "--from", "Nulle-Part", "--to", to, "--depart", "25h99",
      "--modes", "helicopter", "--json")
    #expect(bad.status == 64, "\(bad.everything)")
    for word in ["unknown-place", "--depart", "--modes"] {
      #expect(bad.errors.contains(word), "\(word)")
    }
    let two = try Camin.run(
      "quote", Shipped.small, plan, "--from", from, "--to", to, "--depart", "9:00", "--arrive",
      "10:00", "--json")
    #expect(two.status == 64 && two.errors.contains("one-time"), "\(two.everything)")
    let need = try Camin.run(
      "quote", Shipped.small, plan, "--from", from, "--to", to, "--depart", "9:00", "--needs",
      "wings", "--json")
    #expect(need.status == 65 && need.errors.contains("unknown-need"), "\(need.everything)")
    let absent = try Camin.run(
      "quote", Shipped.small, scratch.path("none.json"), "--from", from, "--to", to, "--depart",
      "9:00")
    #expect(absent.status == 66, "\(absent.everything)")
  }
}

/// `camin whatif`: variants of a day side by side.
@Suite struct WhatifTests {
  @Test("R48: variants are planned alike and put side by side, with who gains and loses")
  func variants() throws {
    let run = try Camin.run(
      "whatif", Shipped.small, "--iterations", "60", "--variant", "sans tad : -tad01", "--variant",
      "un de plus : +v900 comme v001 8:00-18:00", "--json")
    #expect(run.status == 0, "\(run.everything)")
    let columns = try #require(object(run.output)["columns"] as? [[String: Any]])
    #expect(columns.map { $0["name"] as? String } == ["tel quel", "sans tad", "un de plus"])
    let served = columns.compactMap { $0["served_legs"] as? Int }
    #expect(served.count == 3 && served.allSatisfy { $0 > 0 })
    // Who gains and who loses is what the lists of the unserved say.
    let first = Set(try #require(columns[0]["unserved"] as? [String]))
    for column in columns {
      let unserved = Set(try #require(column["unserved"] as? [String]))
      #expect(column["gained"] as? [String] == first.subtracting(unserved).sorted())
      #expect(column["lost"] as? [String] == unserved.subtracting(first).sorted())
    }
    let text = try Camin.run(
      "whatif", Shipped.small, "--iterations", "20", "--quiet", "--variant", "a: -tad01")
    #expect(text.status == 0 && text.output.isEmpty, "\(text.everything)")
  }

  @Test("Variants that cannot be are told all at once")
  func faults() throws {
    let bad = try Camin.run(
      "whatif", Shipped.small, "--variant", "no colon", "--variant", "a: jump; hours v001", "--json"
    )
    #expect(bad.status == 64, "\(bad.everything)")
    #expect(bad.errors.components(separatedBy: "bad-variant").count == 4, "\(bad.errors)")
    let unknown = try Camin.run(
      "whatif", Shipped.small, "--variant", "a: -nobody; +v001 like v002", "--json")
    #expect(unknown.status == 65, "\(unknown.everything)")
    #expect(
      unknown.errors.contains("unknown-resource") && unknown.errors.contains("duplicate-id"),
      "\(unknown.errors)")
    #expect(try Camin.run("whatif", Shipped.small).status == 64)
  }
}
