internal import Interchange
internal import Planning
internal import TravelTimes

/// Where a request's travel comes from: its own matrices, roads, or estimates from straight lines.
struct VroomRoads {
  let places: VroomPlaces
  let travel: VroomTravel
  /// Open roads, for lines; `nil`: none, or not asked.
  private let roads: Roads?

  /// - Throws: `VroomFaults` with code 3 where road data is of no use.
  init(_ request: VroomRequest, _ source: RoadSource?, _ cache: RoadCache?) throws(VroomFaults) {
    places = VroomPlaces(request)
    if let own = VroomTravel(request, places) {
      travel = own
      // Lines may be asked for where points are given beside the matrices.
      roads = source.flatMap { try? $0.open(cache: cache) }
      return
    }
    let profiles = Set(request.vehicles.map(\.profile))
    guard let source else {
      roads = nil
      travel = VroomTravel(
        try Self.estimates(places.points), of: places, profiles: profiles)
      return
    }
    do throws(RoadError) {
      let open = try source.open(cache: cache)
      let stops = places.points.enumerated().map { RoadPlace("\($0)", at: Coordinate($1)) }
      let answer = try open.matrix(of: stops)
      let lost = Set(answer.matrix.lost.places.compactMap { Int($0) })
      roads = open
      travel = VroomTravel(
        Self.table(answer.matrix, count: stops.count), of: places, profiles: profiles, lost: lost)
    } catch {
      throw VroomFaults(
        faults: error.faults.map { VroomFault("", $0.cause.en, remedy: $0.remedy.en) },
        code: .routingError)
    }
  }

  /// Seconds and metres; a pair without a way is so far away that nobody goes there.
  private static func table(_ matrix: RoadMatrix, count: Int) -> VroomTravel.Table {
    var durations: [Int] = []
    var distances: [Int] = []
    for from in 0..<count {
      for to in 0..<count {
        let cost = from == to ? nil : matrix[from, to]
        let none = from == to ? 0 : 1_000_000_000
        durations.append(cost.map { Int(($0.seconds).rounded()) } ?? none)
        distances.append(cost.map { Int(($0.metres).rounded()) } ?? none)
      }
    }
    return VroomTravel.Table(durations: durations, distances: distances)
  }

  private static func estimates(
    _ points: [VroomPoint]
  ) throws(VroomFaults) -> VroomTravel.Table {
    let rules: RuleBook
    do throws(Faults) {
      rules = try ShippedRules.latest()
    } catch {
      throw VroomFaults(
        faults: error.faults.map { VroomFault("", $0.cause.en) }, code: .internalError)
    }
    let matrix = FallbackTravel(rules).matrix(
      of: points.enumerated().map {
        Place(id: "\($0)", name: "", latitude: $1.latitude, longitude: $1.longitude)
      })
    return VroomTravel.Table(
      durations: matrix.seconds.map(Int.init), distances: matrix.metres.map(Int.init))
  }

  // MARK: Lines

  /// Adds the line of each route, straight where there are no roads to follow; a warning says so.
  func draw(_ problem: VroomProblem, _ answer: inout VroomAnswer) {
    var isStraight = false
    for index in answer.routes.indices {
      guard let stops = problem.points(of: answer.routes[index]), stops.count > 1 else { continue }
      let legs = zip(stops, stops.dropFirst()).map { (from: Coordinate($0), to: Coordinate($1)) }
      let lines = (try? roads?.lines(of: legs)) ?? legs.map { _ in nil }
      var points: [VroomPoint] = [stops[0]]
      for (line, stop) in zip(lines, stops.dropFirst()) {
        if let line {
          points += line.map { VroomPoint(longitude: $0.longitude, latitude: $0.latitude) }
        } else {
          isStraight = true
        }
        points.append(stop)
      }
      answer.routes[index].geometry = VroomPolyline.text(points)
    }
    if isStraight {
      answer.warnings.append(
        VroomWarning("", "No roads were given: some lines of the geometry are straight."))
    }
  }
}

extension Coordinate {
  fileprivate init(_ point: VroomPoint) {
    self.init(latitude: point.latitude, longitude: point.longitude)
  }
}
