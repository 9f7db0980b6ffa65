import Planning
import Testing

/// A planned day on the straight road, with a volunteer who carries two riders, and rows noted afterwards.
struct ActualsDay {
  var line: LineTerritory
  var plan: Plan

  /// v1 from k0: r1 from k10 to k40 by 10:00 and back; t1 from k0: r2 from k5 to k20 by 09:00.
  init(date: String = "2026-11-25") throws {
    line = LineTerritory(date: date)
    line.addReturn(1, from: 10, to: 40, by: "10:00", back: .departAfter(LineTerritory.at("11:00")))
    line.addOutward(2, from: 5, to: 20, by: "09:00")
    line.addVolunteer("v1", home: 0) {
      $0.kilometresThisYear = 1000
      $0.mostKilometresAYear = 1100
    }
    line.addVehicle("t1", .tad, depot: 0)
    plan = try line.driven(
      Drive("v1", "09:00", ["+b1-1", "-b1-1", "+b1-2@11:00", "-b1-2"]),
      Drive("t1", "08:20", ["+b2-1", "-b2-1"]))
  }

  func read(_ rows: Actual...) throws -> DayActuals {
    try read(rows)
  }

  func read(_ rows: [Actual]) throws -> DayActuals {
    try DayActuals(Self.placed(rows), plan: plan, day: line.day())
  }

  func faults(_ rows: Actual...) throws -> [String] {
    do {
      _ = try DayActuals(Self.placed(rows), plan: plan, day: line.day())
      return []
    } catch let faults as Faults {
      return faults.faults.map { "\($0.place.line ?? 0) \($0.code) \($0.field)" }
    }
  }

  private static func placed(_ rows: [Actual]) -> [PlacedActual] {
    rows.enumerated().map { PlacedActual($1, at: FaultPlace(file: "actuals.csv", line: $0 + 2)) }
  }

  static func at(_ clock: String) -> ClockTime { LineTerritory.at(clock) }
}
