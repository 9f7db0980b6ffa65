internal import Foundation

/// Valhalla's services `sources_to_targets`, `locate` and `route`.
///
/// The table is asked for in OSRM's form, which tells in one answer how far each place lies from its road.
struct ValhallaServer: RoutingServer {
  let client: HttpClient

  var address: ServerAddress { client.address }

  /// `max_matrix_location_pairs` is 2,500 unless set.
  var side: Int { 50 }

  private struct Location: Codable {
    var lat: Double
    var lon: Double

    init(_ point: ServerPoint) {
      (lat, lon) = (point.coordinate.latitude, point.coordinate.longitude)
    }
  }

  private struct TableRequest: Encodable {
    var sources: [Location]
    var targets: [Location]
    var costing: String
    var format = "osrm"
    var units = "kilometers"
    var verbose = false
  }

  private struct Refusal: Decodable {
    var code: Int
    var message: String

    enum CodingKeys: String, CodingKey {
      case code = "error_code"
      case message = "error"
    }
  }

  func table(
    from origins: [ServerPoint], to destinations: [ServerPoint]
  ) throws(TableFailure) -> ServerTable {
    let service = "sources_to_targets"
    let request = TableRequest(
      sources: origins.map(Location.init), targets: destinations.map(Location.init),
      costing: address.profile)
    let (status, body): (Int, Data)
    do throws(ServerError) { (status, body) = try ask(service, request) } catch {
      throw .failed(error)
    }
    if let refusal = JSONDecoder.value(Refusal.self, in: body) {
      let error = client.error(service, .refused(String(refusal.code), refusal.message))
      switch refusal.code {
      case Self.tooMany: throw .tooLarge(error)
      case _ where Self.noWay.contains(refusal.code):
        let lost = try offRoad(origins + destinations)
        throw lost.isEmpty ? .unconnected : .offRoad(lost)
      default: throw .failed(error)
      }
    }
    guard let document = JSONDecoder.value(TableDocument.self, in: body) else {
      let error = client.error(service, client.unread(status, body))
      throw status == 413 ? .tooLarge(error) : .failed(error)
    }
    // It may join a place far from the road to another road than the one that it tells.
    switch document.table(from: origins, to: destinations, slack: 2) {
    case .success(let table): return table
    case .failure(let fault): throw .failed(client.error(service, .senseless(fault.words)))
    }
  }

  private struct LocateRequest: Encodable {
    var locations: [Location]
    var costing: String
    var verbose = false
  }

  private struct Located: Decodable {
    struct Edge: Decodable {}
    var edges: [Edge]?
    var nodes: [Edge]?
  }

  /// Which points lie near no road.
  private func offRoad(_ points: [ServerPoint]) throws(TableFailure) -> [Int] {
    let request = LocateRequest(locations: points.map(Location.init), costing: address.profile)
    let (status, body): (Int, Data)
    do throws(ServerError) { (status, body) = try ask("locate", request) } catch {
      throw .failed(error)
    }
    guard let located = JSONDecoder.value([Located].self, in: body), located.count == points.count
    else { throw .failed(client.error("locate", client.unread(status, body))) }
    return points.indices.filter {
      (located[$0].edges ?? []).isEmpty && (located[$0].nodes ?? []).isEmpty
    }
  }

  private struct RouteRequest: Encodable {
    var locations: [Location]
    var costing: String
    var directions = "none"
    var units = "kilometers"

    enum CodingKeys: String, CodingKey {
      case locations
      case costing
      case units
      case directions = "directions_type"
    }
  }

  private struct RouteDocument: Decodable {
    struct Leg: Decodable { var shape: String }
    struct Summary: Decodable {
      var time: Double
      /// Kilometres.
      var length: Double
    }
    struct Trip: Decodable {
      var legs: [Leg]
      var summary: Summary
    }
    var trip: Trip
  }

  func way(
    from origin: ServerPoint, to destination: ServerPoint
  ) throws(ServerError) -> ServerWay? {
    let request = RouteRequest(
      locations: [Location(origin), Location(destination)], costing: address.profile)
    let (status, body) = try ask("route", request)
    if let refusal = JSONDecoder.value(Refusal.self, in: body) {
      if Self.noWay.contains(refusal.code) { return nil }
      throw client.error("route", .refused(String(refusal.code), refusal.message))
    }
    guard let document = JSONDecoder.value(RouteDocument.self, in: body) else {
      throw client.error("route", client.unread(status, body))
    }
    guard let line = document.trip.legs.first.flatMap({ Polyline.points($0.shape) }) else {
      throw client.error("route", .senseless("no shape"))
    }
    let summary = document.trip.summary
    return ServerWay(seconds: summary.time, metres: summary.length * 1000, line: line)
  }

  /// "Exceeded max locations".
  private static let tooMany = 150
  /// "Locations are in unconnected regions", "No suitable edges near location", "No path could be found for input".
  private static let noWay: Set<Int> = [170, 171, 442]

  private func ask(
    _ service: String, _ request: some Encodable
  ) throws(ServerError) -> (status: Int, body: Data) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let body = try? encoder.encode(request) else {
      throw client.error(service, .senseless("request"))
    }
    return try client.ask(service, path: "/" + service, body: body)
  }
}
