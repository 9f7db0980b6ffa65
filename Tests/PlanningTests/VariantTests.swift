import Planning
import Testing

@Suite("R48: drivers, vehicles and hours added or removed")
struct VariantTests {
  private func line() -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0, [("07:00", "12:00")])
    line.addVehicle("t1", .tad, depot: 5)
    line.scenario.locks = [PlanLock(trip: "b1", resource: "t1", kind: .assign)]
    return line
  }

  @Test("A variant is read from what a coordinator types, in French and English")
  func words() throws {
    let french = try DayVariant(
      "deux de plus : +v9 comme v1 à k20 8h00-12h00,14:00-18:00; -véhicule t1; heures v1=6:00-13:00"
    )
    #expect(french.name == "deux de plus")
    #expect(
      french.changes == [
        .add(
          id: "v9", like: "v1", place: "k20",
          windows: [
            ClockWindow(start: LineTerritory.at("08:00"), end: LineTerritory.at("12:00")),
            ClockWindow(start: LineTerritory.at("14:00"), end: LineTerritory.at("18:00")),
          ]),
        .remove(id: "t1"),
        .hours(
          id: "v1",
          windows: [ClockWindow(start: LineTerritory.at("06:00"), end: LineTerritory.at("13:00"))]),
      ])
    let english = try DayVariant("one: + driver v9 like v1; hours v1=6:00-13:00")
    #expect(english.changes.count == 2)
    for text in ["no colon", ": -t1", "a:", "a: fly", "a: +v9", "a: hours v1=12:00-6:00"] {
      #expect(throws: Faults.self, "\(text)") { try DayVariant(text) }
    }
  }

  @Test(
    "Who is added is like the model, who is removed takes decisions along, hours are those of the date"
  )
  func changes() throws {
    let line = line()
    let variant = try DayVariant("a: +v9 like v1 at k20; -t1; hours v1=6:00-13:00")
    let scenario = try variant.scenario(of: line.scenario)
    #expect(scenario.volunteers.map(\.id) == ["v1", "v9"] && scenario.vehicles.isEmpty)
    #expect(scenario.volunteers[1].home == "k20" && scenario.locks.isEmpty)
    let day = try Day(scenario, rules: line.rules, travel: line.travel)
    #expect(
      day.resources.map { $0.shifts.map { $0.start..<$0.end } }
        == [[6 * 3600..<13 * 3600], [7 * 3600..<12 * 3600]])
    var codes: [String] = []
    do {
      _ = try DayVariant("a: -v8; +v1 like t1; +v7 like v1 at k99").scenario(of: line.scenario)
    } catch {
      codes = error.faults.map(\.code)
    }
    #expect(codes == ["unknown-resource", "duplicate-id", "unknown-place"])
  }

  @Test("Side by side: who is served in one and not in the other")
  func comparison() throws {
    let line = line()
    let whole = try line.planned()
    var without = line
    without.scenario = try DayVariant("a: -t1; -v1").scenario(of: line.scenario)
    let none = try without.planned()
    let columns = VariantComparison([("as it is", whole), ("a", none)]).columns
    #expect(columns.map(\.servedLegs) == [1, 0] && columns.map(\.runs) == [1, 0])
    #expect(columns[1].lost == ["b1"] && columns[1].gained.isEmpty && columns[1].cost == 0)
    let back = VariantComparison([("a", none), ("as it is", whole)]).columns
    #expect(back[1].gained == ["b1"] && back[1].lost.isEmpty)
  }
}
