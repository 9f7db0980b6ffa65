internal import Foundation

/// OSRM's services `table` and `route`, as of version 1 of its HTTP interface.
struct OsrmServer: RoutingServer {
  let client: HttpClient

  var address: ServerAddress { client.address }

  /// `--max-table-size` is 100 unless set; the addresses stay under 6 kB.
  var side: Int { 100 }

  func table(
    from origins: [ServerPoint], to destinations: [ServerPoint]
  ) throws(TableFailure) -> ServerTable {
    let points = NumberedPoints(origins + destinations)
    let sources = points.numbers.prefix(origins.count).map(String.init).joined(separator: ";")
    let targets = points.numbers.dropFirst(origins.count).map(String.init).joined(separator: ";")
    let (status, body): (Int, Data)
    do throws(ServerError) {
      (status, body) = try client.ask(
        "table",
        path: path("table", points.all)
          + "?sources=\(sources)&destinations=\(targets)&annotations=duration,distance&generate_hints=false"
      )
    } catch { throw .failed(error) }
    guard let document = JSONDecoder.value(TableDocument.self, in: body) else {
      throw failure("table", status, body)
    }
    guard document.code == "Ok" else {
      let refusal = client.error("table", .refused(document.code, document.message ?? ""))
      switch document.code {
      case "TooBig": throw .tooLarge(refusal)
      case "NoSegment":
        guard let number = document.message?.split(separator: " ").last.flatMap({ Int($0) })
        else { throw .failed(refusal) }
        throw .offRoad(points.numbers.indices.filter { points.numbers[$0] == number })
      default: throw .failed(refusal)
      }
    }
    switch document.table(from: origins, to: destinations) {
    case .success(let table): return table
    case .failure(let fault): throw .failed(client.error("table", .senseless(fault.words)))
    }
  }

  private struct RouteDocument: Decodable {
    struct Route: Decodable {
      var duration: Double
      var distance: Double
      var geometry: String
    }
    var code: String
    var message: String?
    var routes: [Route]?
  }

  func way(
    from origin: ServerPoint, to destination: ServerPoint
  ) throws(ServerError) -> ServerWay? {
    let (status, body) = try client.ask(
      "route",
      path: path("route", [origin, destination])
        + "?overview=full&geometries=polyline6&steps=false&generate_hints=false")
    guard let document = JSONDecoder.value(RouteDocument.self, in: body) else {
      throw client.error("route", client.unread(status, body))
    }
    if ["NoRoute", "NoSegment"].contains(document.code) { return nil }
    guard document.code == "Ok" else {
      throw client.error("route", .refused(document.code, document.message ?? ""))
    }
    guard let route = document.routes?.first, let line = Polyline.points(route.geometry) else {
      throw client.error("route", .senseless("no geometry"))
    }
    return ServerWay(seconds: route.duration, metres: route.distance, line: line)
  }

  private func path(_ service: String, _ points: [ServerPoint]) -> String {
    "/\(service)/v1/\(address.profile)/"
      + points.map {
        ServerPoint.degrees($0.longitude) + "," + ServerPoint.degrees($0.latitude)
      }.joined(separator: ";")
  }

  private func failure(_ service: String, _ status: Int, _ body: Data) -> TableFailure {
    let error = client.error(service, client.unread(status, body))
    // Of a server before OSRM that takes no such long request.
    return [413, 414, 431].contains(status) ? .tooLarge(error) : .failed(error)
  }
}

/// Points, each once, and the number of each that was given.
private struct NumberedPoints {
  private(set) var all: [ServerPoint] = []
  private(set) var numbers: [Int] = []

  init(_ points: [ServerPoint]) {
    var known: [ServerPoint: Int] = [:]
    for point in points {
      let number = known[point] ?? all.count
      if number == all.count {
        known[point] = number
        all.append(point)
      }
      numbers.append(number)
    }
  }
}
