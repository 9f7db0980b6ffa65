import DialARide
import Planning

/// Reads the routes of a solution file and, where there are any, their schedules.
struct RouteListReader {
  private let instance: Instance
  private var routes: [Route] = []
  private var usedVehicles: Set<Int> = []

  init(_ instance: Instance) { self.instance = instance }

  mutating func read(_ list: JSONCursor, schedules: JSONCursor?, _ log: inout FaultLog) {
    guard let routes = list.elements(&log) else { return }
    let times = schedules?.elements(&log)
    if let schedules, let times, times.count != routes.count {
      schedules.add(.scheduleLength(routes.count), &log)
    }
    for (position, route) in routes.enumerated() {
      let own = times.flatMap { $0.indices.contains(position) ? $0[position] : nil }
      readRoute(route, times: own, &log)
    }
    if self.routes.count > instance.draft.vehicles.count {
      list.add(.tooManyRoutes(instance.draft.vehicles.count), &log)
    }
  }

  /// The routes read, and as unserved the requests that have no stop on them.
  func solution() -> Solution {
    let touched = Set(routes.flatMap(\.stops).map { $0 >> 1 })
    return Solution(
      routes: routes, unserved: instance.draft.requests.indices.filter { !touched.contains($0) })
  }

  private mutating func readRoute(
    _ list: JSONCursor, times: JSONCursor?, _ log: inout FaultLog
  ) {
    guard let nodes = list.elements(&log) else { return }
    var stops: [Int] = []
    for (index, cursor) in nodes.enumerated() {
      guard let node = cursor.integer(&log) else { continue }
      if let stop = instance.numbering.stop(ofNode: node) {
        stops.append(stop)
      } else if !instance.numbering.depots.contains(node) || index > 0 && index + 1 < nodes.count {
        cursor.add(.unknownNode, &log)
      }
    }
    guard !stops.isEmpty else { return }
    let vehicle = readVehicle(times, list, &log)
    let schedule = times.flatMap { readSchedule($0, stops: stops.count, &log) }
    routes.append(Route(vehicle: vehicle, stops: stops, schedule: schedule))
  }

  private mutating func readVehicle(
    _ times: JSONCursor?, _ list: JSONCursor, _ log: inout FaultLog
  ) -> Int {
    let cursor = times?.member("vehicle")
    let vehicle = cursor.flatMap { $0.integer(&log) } ?? routes.count
    let count = instance.draft.vehicles.count
    // Where the file states no vehicles, it is the number of routes that tells of one beyond the
    // fleet.
    if let cursor, !(0..<count ~= vehicle) { cursor.add(.unknownVehicle(count), &log) }
    if !usedVehicles.insert(vehicle).inserted { (cursor ?? list).add(.vehicleTwice, &log) }
    return vehicle
  }

  private func readSchedule(
    _ times: JSONCursor, stops: Int, _ log: inout FaultLog
  ) -> Schedule? {
    let names = ["departure", "arrivals", "starts", "ends", "arrival"]
    guard names.contains(where: { times.member($0) != nil }) else { return nil }
    for name in names where times.member(name) == nil {
      log.add(.missingKey(name), pointer: times.pointer, field: name)
    }
    let departure = times.member("departure")?.number(&log)
    let arrival = times.member("arrival")?.number(&log)
    let lists = ["arrivals", "starts", "ends"].map { name in
      times.member(name).flatMap { readTimes($0, stops: stops, &log) } ?? []
    }
    guard let departure, let arrival else { return nil }
    return Schedule(
      departure: departure, arrivals: lists[0], starts: lists[1], ends: lists[2],
      arrival: arrival)
  }

  private func readTimes(_ list: JSONCursor, stops: Int, _ log: inout FaultLog) -> [Double]? {
    guard let elements = list.elements(&log) else { return nil }
    if elements.count != stops { list.add(.scheduleLength(stops), &log) }
    return elements.compactMap { $0.number(&log) }
  }
}
