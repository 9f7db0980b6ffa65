/// A run as it was driven: the planned way over the stops that were made.
struct DrivenRun {
  private let planned: Run
  private let day: Day
  private let rides: [String: DayActuals.Ride]
  private(set) var stops: [RunStop] = []
  /// From start to end.
  private(set) var metres = 0
  private(set) var emptyMetres = 0
  /// Some door was reached.
  private(set) var isDriven = false

  init(_ planned: Run, rides: [DayActuals.Ride], day: Day) {
    self.planned = planned
    self.day = day
    self.rides = Dictionary(
      rides.map { (day.legs[$0.leg].leg.id, $0) }, uniquingKeysWith: { first, _ in first })
    walk()
  }

  private mutating func walk() {
    isDriven = rides.values.contains { $0.status?.isVisit ?? false }
    var here = planned.start
    var onBoard = 0
    for stop in planned.stops {
      guard var made = made(stop) else { continue }
      made.metres = way(here, made.place)
      metres += made.metres
      if onBoard == 0 { emptyMetres += made.metres }
      here = made.place
      if made.kind == .pickup { onBoard += 1 }
      if made.kind == .delivery { onBoard -= 1 }
      stops.append(made)
    }
    let home = way(here, planned.end)
    metres += home
    emptyMetres += home
  }

  private func way(_ from: String, _ to: String) -> Int {
    guard let a = day.placeIndex[from], let b = day.placeIndex[to] else { return 0 }
    return day.travel.metres(a, b)
  }

  /// The stop as it was made; a door at which nobody got in is a place on the way; `nil`: not made.
  private func made(_ stop: RunStop) -> RunStop? {
    guard stop.kind == .pickup || stop.kind == .delivery else { return stop }
    guard let ride = rides[stop.leg], let status = ride.status else { return nil }
    var made = stop
    if status.isRide {
      let noted = stop.kind == .pickup ? ride.pickup : ride.setdown
      if let noted {
        made.arrival = min(stop.arrival, noted)
        made.start = noted
        made.departure = noted + stop.departure - stop.start
      }
      return made
    }
    guard stop.kind == .pickup, status.isVisit else { return nil }
    made.kind = .rest
    (made.leg, made.booking, made.rider, made.needs, made.companions) = ("", "", "", [], 0)
    return made
  }

  /// The run with the kilometres of its sheet, and what these cost.
  func run(_ sheet: DayActuals.Sheet) -> Run {
    var run = planned
    run.stops = stops
    run.metres = sheet.metres
    // What was noted beyond the planned way was driven with nobody known to be on board.
    run.emptyMetres = max(0, emptyMetres + sheet.metres - metres)
    run.departure = sheet.departure ?? planned.departure
    run.arrival = sheet.arrival ?? planned.arrival
    if let resource = day.resourceIndex[planned.resource].map({ day.resources[$0] }) {
      run.cost =
        planned.cost + Double(sheet.metres - planned.metres) * resource.costPerMetre
    }
    return run
  }
}
