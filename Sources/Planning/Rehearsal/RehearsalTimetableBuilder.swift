/// Reads a plan as a timetable for rehearsals.
struct RehearsalTimetableBuilder {
  let plan: Plan
  let day: Day
  let model: RehearsalModel

  // MARK: What cannot be read

  var faults: [Fault] {
    plan.runs.indices.flatMap { r -> [Fault] in
      let run = plan.runs[r]
      var found: [Fault] = []
      func look(_ name: String, _ index: [String: Int], _ pointer: String, _ field: String) {
        guard index[name] == nil else { return }
        found.append(.unknownToDay(name, pointer: "/runs/\(r)/" + pointer, field: field))
      }
      look(run.resource, day.resourceIndex, "resource", "resource")
      look(run.start, day.placeIndex, "start", "start")
      look(run.end, day.placeIndex, "end", "end")
      for (s, stop) in run.stops.enumerated() {
        look(stop.place, day.placeIndex, "stops/\(s)/place", "place")
        if stop.kind == .pickup || stop.kind == .delivery {
          look(stop.leg, day.legIndex, "stops/\(s)/leg", "leg")
        }
      }
      return found
    }
  }

  // MARK: Runs

  var runs: [RehearsalTimetable.RunTerms] {
    plan.runs.indices.map { r in
      let run = plan.runs[r]
      let resource = day.resourceIndex[run.resource] ?? 0
      let shift = shift(of: run, day.resources[resource])
      return RehearsalTimetable.RunTerms(
        resource: resource, start: place(run.start), end: place(run.end),
        departure: Double(run.departure), arrival: Double(run.arrival),
        shiftEnd: Double(max(shift?.end ?? run.arrival, run.arrival)),
        pace: shift?.pace ?? TravelPace(), before: before(r),
        riderWait: model.riderWait[run.mode] ?? .infinity,
        homeBand: band(run.stops.last?.departure ?? run.departure),
        homeKey: Self.key(run: r, position: run.stops.count))
    }
  }

  private func place(_ id: String) -> Int { day.placeIndex[id] ?? 0 }

  /// The shift that the run's name tells, else the first.
  private func shift(of run: Run, _ resource: DayResource) -> DayShift? {
    let number = run.id.split(separator: "#").last.flatMap { Int($0) } ?? 1
    let shifts = resource.shifts
    return shifts.indices.contains(number - 1) ? shifts[number - 1] : shifts.first
  }

  private func before(_ r: Int) -> Int {
    let run = plan.runs[r]
    let earlier = plan.runs.indices.filter {
      plan.runs[$0].resource == run.resource
        && (plan.runs[$0].departure, $0) < (run.departure, r)
    }
    return earlier.max { (plan.runs[$0].departure, $0) < (plan.runs[$1].departure, $1) } ?? -1
  }

  private func band(_ elapsed: Int) -> Int { model.band(at: elapsed) ?? model.bands.count }

  /// Of stops that carry nobody, and of ways home.
  private static func key(run: Int, position: Int) -> UInt64 {
    1 << 40 | UInt64(run) << 16 | UInt64(position)
  }

  func duties(_ runs: [RehearsalTimetable.RunTerms]) -> [RehearsalTimetable.DutyTerms] {
    let byResource = Dictionary(grouping: runs.indices) { runs[$0].resource }
    return byResource.sorted { $0.key < $1.key }.map { resource, own in
      let driver = day.resources[resource]
      let ordered = own.sorted { (runs[$0].departure, $0) < (runs[$1].departure, $1) }
      let planned =
        driver.mode.isPaid
        ? (ordered.map { runs[$0].arrival }.max() ?? 0)
          - (ordered.map { runs[$0].departure }.min() ?? 0)
        : ordered.reduce(0.0) { $0 + runs[$1].arrival - runs[$1].departure - timeAtBase($1) }
      return RehearsalTimetable.DutyTerms(
        runs: ordered, isPaid: driver.mode.isPaid, longest: max(Double(driver.longestDuty), planned)
      )
    }
  }

  private func timeAtBase(_ r: Int) -> Double {
    plan.runs[r].stops.filter { $0.kind == .base }
      .reduce(0) { $0 + Double($1.departure - $1.arrival) }
  }

  // MARK: Stops

  func visits(_ runs: [RehearsalTimetable.RunTerms]) -> [RehearsalTimetable.Visit] {
    var visits: [(order: Int, visit: RehearsalTimetable.Visit)] = []
    for (r, run) in plan.runs.enumerated() {
      var latest = run.departure
      var left = run.departure
      for (position, stop) in run.stops.enumerated() {
        // Also where a plan by hand tells its times out of order, stops are made in theirs.
        latest = max(latest, stop.start)
        visits.append((latest, visit(stop, r, position, runs[r], left: left)))
        left = stop.departure
      }
    }
    return visits.sorted {
      ($0.order, $0.visit.run, $0.visit.position) < ($1.order, $1.visit.run, $1.visit.position)
    }.map(\.visit)
  }

  private func visit(
    _ stop: RunStop, _ run: Int, _ position: Int, _ terms: RehearsalTimetable.RunTerms, left: Int
  ) -> RehearsalTimetable.Visit {
    var visit = RehearsalTimetable.Visit(
      kind: .rest, run: run, position: position, leg: -1, place: place(stop.place),
      start: Double(stop.start), departure: Double(stop.departure), earliest: -.infinity,
      deadline: .infinity, band: band(left), key: Self.key(run: run, position: position))
    switch stop.kind {
    case .rest: break
    case .base:
      visit.kind = .base
      visit.start = Double(stop.departure)
    case .pickup, .delivery:
      let leg = day.legIndex[stop.leg] ?? 0
      visit.leg = leg
      visit.kind = stop.kind == .pickup ? .pickup : .delivery
      visit.key = UInt64(2 * leg + (stop.kind == .pickup ? 0 : 1))
      setTerms(of: &visit, leg, by: terms.resource)
    }
    return visit
  }

  /// A rider is late at a pick-up once the vehicle comes later than told by more than the promise, and for an
  /// appointment once he or she is not out of the vehicle, and at the door, by then.
  private func setTerms(of visit: inout RehearsalTimetable.Visit, _ leg: Int, by resource: Int) {
    guard visit.kind == .delivery else {
      visit.deadline = visit.start + Double(day.promise(leg, by: resource))
      return
    }
    let kind = day.resources[resource].mode.ridingKind
    let walk = day.meetingPoint(leg, .delivery, by: resource)?.seconds ?? 0
    let windows = LegWindows(
      day, kinds: [kind], budget: .whole, walks: { _ in LegWalks(delivery: walk...walk) }
    ).windows(of: leg)
    if let earliest = windows.delivery?.lowerBound { visit.earliest = Double(earliest) }
    if case .arriveBy(let time) = day.legs[leg].leg.anchor {
      let service = visit.departure - visit.start
      // A plan that is late of itself is not late by chance.
      visit.deadline = max(Double(day.elapsed(time) - walk) - service, visit.start)
    }
  }

  // MARK: Riders

  var legs: [RehearsalTimetable.LegTerms] {
    day.legs.indices.map { l in
      let leg = day.legs[l]
      var terms = RehearsalTimetable.LegTerms(
        previous: leg.position > 0 ? l - 1 : -1, estimate: -.infinity, stay: 0,
        lateEnd: model.lateEnd(of: leg, in: day), key: UInt64(l),
        absenceKey: UInt64(leg.bookingIndex))
      switch leg.leg.anchor {
      case .release(let time, _), .departAfter(let time), .fixed(let time):
        terms.estimate = Double(day.elapsed(time))
      case .afterStay(let least, _): terms.stay = Double(least)
      case .arriveBy: break
      }
      return terms
    }
  }
}

extension Fault {
  fileprivate static func unknownToDay(_ name: String, pointer: String, field: String) -> Fault {
    Fault(
      code: "unknown-to-day", place: FaultPlace(file: "plan.json", pointer: pointer), field: field,
      value: name,
      cause: Bilingual(
        fr: "Le scénario ne connaît pas « \(name) ».", en: "The scenario knows no “\(name)”."),
      remedy: Bilingual(
        fr: "Donnez le scénario de ce plan ; « camin check » dit tout ce qui n’y tient pas.",
        en: "Give the scenario of this plan; “camin check” tells all that does not hold in it."))
  }
}
