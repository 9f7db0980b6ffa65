import CaminTestSupport
import Foundation
import Testing
import TravelTimes

/// What Camin makes of an OSRM that answers rightly, wrongly, late or not at all.
@Suite struct OsrmContractTests {
  static let access = AccessRule(terminalTime: 90)
  static let quick = ServerRules(timeout: 5, attempts: 3, pause: 0.01, longestPause: 0.05)

  private func roads(
    _ stub: HttpStub, _ rules: ServerRules = quick, cache: RoadCache? = nil
  ) throws -> Roads {
    try RoadSource("osrm:http://127.0.0.1:\(stub.port)").open(cache: cache, rules: rules)
  }

  private func right(_ request: HttpStub.Request) -> HttpStub.Reply {
    let (from, to) = MadeUpRoads.osrm(request.target)
    return .answer(200, MadeUpRoads.table(from, to))
  }

  private func failure(_ roads: Roads, _ places: [RoadPlace]) -> ServerError.Cause? {
    let error = #expect(throws: RoadError.self) {
      try roads.matrix(of: places, access: Self.access)
    }
    guard case .server(let failure)? = error else { return nil }
    #expect(failure.server.hasPrefix("osrm:http://127.0.0.1:") && failure.service == "table")
    return failure.cause
  }

  @Test(arguments: [1, 2, 40, 230])
  func gathersAllPairsInBlocks(count: Int) throws {
    let stub = try HttpStub { request, _ in right(request) }
    let places = MadeUpRoads.places(count)
    let answer = try roads(stub).matrix(of: places, access: Self.access)
    #expect(MadeUpRoads.faults(answer.matrix, places, terminal: 90) == [])
    let distinct = Set(places.map(\.at)).count
    let blocks = (distinct + 99) / 100
    #expect(stub.requests.count == blocks * blocks && answer.pairsAsked == distinct * distinct)
    #expect(stub.requests.allSatisfy { $0.method == "GET" && $0.target.utf8.count < 8000 })
    #expect(stub.requests.allSatisfy { $0.target.hasPrefix("/table/v1/driving/") })
    #expect(answer.notes == [] && answer.pairsFromCache == 0)
  }

  @Test func asksForLessWhereTheServerTakesNoMore() throws {
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      guard from.count * to.count > 7 * 7 else { return right(request) }
      return .answer(400, #"{"code":"TooBig","message":"Too many table coordinates"}"#)
    }
    let places = MadeUpRoads.places(30)
    let answer = try roads(stub).matrix(of: places, access: Self.access)
    #expect(MadeUpRoads.faults(answer.matrix, places, terminal: 90) == [])
    let none = try HttpStub { _, _ in .answer(400, #"{"code":"TooBig","message":"no"}"#) }
    #expect(failure(try roads(none), places) == .refused("TooBig", "no"))
  }

  @Test func asksAgainWhatMayPass() throws {
    for status in [429, 500, 503] {
      let stub = try HttpStub { request, number in
        number < 2
          ? .answer(status, "busy", headers: ["Retry-After": "0"]) : right(request)
      }
      let places = MadeUpRoads.places(5)
      let answer = try roads(stub).matrix(of: places, access: Self.access)
      #expect(MadeUpRoads.faults(answer.matrix, places, terminal: 90) == [])
      #expect(stub.requests.count == 3)
      let busy = try HttpStub { _, _ in .answer(status, "come back\nlater") }
      #expect(failure(try roads(busy), places) == .status(status, "come back"))
      #expect(busy.requests.count == 3)
    }
    let forbidden = try HttpStub { _, _ in .answer(403, "<html>no</html>") }
    #expect(failure(try roads(forbidden), MadeUpRoads.places(2)) == .status(403, "<html>no</html>"))
    #expect(forbidden.requests.count == 1, "a refusal is not asked again")
  }

  /// Places and passwords go to the server that was named, and to no other.
  @Test func followsNobodyElsewhere() throws {
    let other = try HttpStub { request, _ in right(request) }
    let stub = try HttpStub { request, _ in
      let place = "http://127.0.0.1:\(other.port)" + request.target
      return .answer(302, "moved", headers: ["Location": place])
    }
    guard case .status(302, _)? = failure(try roads(stub), MadeUpRoads.places(3)) else {
      Issue.record("a redirection is told as what it is")
      return
    }
    #expect(stub.requests.count == 1 && other.requests.isEmpty)
  }

  @Test func readsNoEndlessAnswer() throws {
    let stub = try HttpStub { _, _ in .answer(200, String(repeating: " ", count: 300_000)) }
    let rules = ServerRules(timeout: 5, attempts: 1, largestAnswer: 100_000)
    #expect(
      failure(try roads(stub, rules), MadeUpRoads.places(3)) == .senseless("more than 100000 bytes")
    )
  }

  @Test func givesUpOnSilenceAndBrokenAnswers() throws {
    let places = MadeUpRoads.places(4)
    let hasty = ServerRules(timeout: 0.3, attempts: 2, pause: 0.01)
    let slow = try HttpStub { _, _ in .late(3, "{}") }
    let began = ContinuousClock.now
    #expect(failure(try roads(slow, hasty), places) == .slow(seconds: 1))
    #expect(ContinuousClock.now - began < .seconds(2.5))
    let half = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .half(MadeUpRoads.table(from, to))
    }
    #expect(failure(try roads(half), places) == .brokenOff)
    let rude = try HttpStub { _, _ in .nothing }
    let cause = failure(try roads(rude), places)
    #expect(cause == .brokenOff, "\(String(describing: cause))")
    let stub = try HttpStub { request, _ in right(request) }
    let gone = try roads(stub)
    stub.stop()
    guard case .unreachable(let words)? = failure(gone, places) else {
      Issue.record("nobody listens, yet it is not said")
      return
    }
    #expect(!words.isEmpty)
  }

  /// Answers that are no table at all.
  @Test(arguments: [
    "", "null", "[]", "<html>hello</html>", #"{"code":"Ok"}"#,
    #"{"code":"Ok","durations":[["0"]]}"#,
    #"{"code":"Ok","durations":[[0]],"distances":[[0]],"sources":[],"destinations":[]}"#,
  ])
  func takesNoOtherAnswer(body: String) throws {
    let stub = try HttpStub { _, _ in .answer(200, body) }
    expectSenseless(try roads(stub), MadeUpRoads.places(6), body)
    #expect(stub.requests.count == 1)
  }

  /// Tables that cannot be the right ones.
  @Test(arguments: [
    "rows", "columns", "negative time", "negative way", "short", "fast", "huge", "endless",
    "points", "mixed",
  ])
  func takesNoSenselessTable(kind: String) throws {
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      let turned = Dictionary(zip(to, to.reversed()), uniquingKeysWith: { first, _ in first })
      let body =
        switch kind {
        case "rows": MadeUpRoads.table(from.dropLast(), to)
        case "columns": MadeUpRoads.table(from, to.dropLast())
        case "negative time": MadeUpRoads.table(from, to, time: { _, _ in -2 })
        case "negative way": MadeUpRoads.table(from, to, way: { _, _ in -30 })
        case "short": MadeUpRoads.table(from, to, way: { $0.crowMetres(to: $1) * 0.9 })
        case "fast": MadeUpRoads.table(from, to, time: { $0.crowMetres(to: $1) / 100 })
        case "huge": MadeUpRoads.table(from, to, time: { _, _ in 1e9 })
        case "endless":
          MadeUpRoads.table(from, to).replacing("\"durations\":[[", with: "\"durations\":[[1e999,")
        case "points":
          MadeUpRoads.table(from, to).replacing("\"destinations\":[", with: "\"destinations\":[{},")
        // Columns in another order than asked for.
        case "mixed":
          MadeUpRoads.table(from, to, way: { MadeUpRoads.metres($0, turned[$1] ?? $1) })
        default: kind
        }
      return .answer(200, body)
    }
    expectSenseless(try roads(stub), MadeUpRoads.places(20), kind)
  }

  private func expectSenseless(_ roads: Roads, _ places: [RoadPlace], _ what: String) {
    let cause = failure(roads, places)
    guard case .senseless? = cause else {
      Issue.record("\(what): \(String(describing: cause))")
      return
    }
  }

  @Test func namesWhatCannotBeReached() throws {
    let places = MadeUpRoads.places(9)
    let gap = places[5].at
    let oneWay = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .answer(
        200,
        MadeUpRoads.table(
          from, to,
          time: { $0 == gap && $1 != gap ? nil : MadeUpRoads.seconds($0, $1) }))
    }
    let lost = try roads(oneWay).matrix(of: places, access: Self.access).matrix.lost
    #expect(lost.places == [] && Set(lost.pairs.map(\.origin)) == ["p5"] && lost.pairs.count == 8)
    // A road twenty kilometres away stands for the place.
    let far = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      let moved = { (place: Coordinate) in
        Coordinate(
          latitude: place.latitude + (place == gap ? 0.2 : 0), longitude: place.longitude)
      }
      return .answer(
        200,
        MadeUpRoads.table(
          from, to, time: { MadeUpRoads.seconds(moved($0), moved($1)) },
          way: { MadeUpRoads.metres(moved($0), moved($1)) }, off: moved))
    }
    let none = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      let path = request.target.split(separator: "?")[0]
      let points = path.split(separator: "/").last.map(MadeUpRoads.coordinates) ?? []
      guard let number = points.firstIndex(of: gap) else {
        return .answer(200, MadeUpRoads.table(from, to))
      }
      return .answer(
        400, "{\"code\":\"NoSegment\",\"message\":\"no segment for coordinate \(number)\"}")
    }
    for stub in [far, none] {
      let lost = try roads(stub).matrix(of: places, access: Self.access).matrix.lost
      #expect(lost.places == ["p5"] && lost.pairs.isEmpty)
    }
  }

  /// A few wrong entries are asked for again, one by one, and never taken as they are.
  @Test func asksSinglyForWhatCannotBeRight() throws {
    let places = MadeUpRoads.places(9)
    let (wrong, worse) = (places[2].at, places[6].at)
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      guard request.target.hasPrefix("/route") else {
        return .answer(
          200,
          MadeUpRoads.table(
            from, to,
            way: {
              $1 == places[8].at && [wrong, worse].contains($0) ? 0 : MadeUpRoads.metres($0, $1)
            }
          ))
      }
      let ends = MadeUpRoads.coordinates(request.target.split(separator: "?")[0].dropFirst(18))
      let metres = ends[0] == worse ? 0 : MadeUpRoads.metres(ends[0], ends[1])
      return .answer(
        200,
        "{\"code\":\"Ok\",\"routes\":[{\"duration\":\(MadeUpRoads.seconds(ends[0], ends[1])),"
          + "\"distance\":\(metres),\"geometry\":\"_p~iF~ps|U\"}]}")
    }
    let answer = try roads(stub).matrix(of: places, access: Self.access)
    #expect(answer.matrix.lost.pairs.map { [$0.origin, $0.destination] } == [["p6", "p8"]])
    #expect(MadeUpRoads.faults(answer.matrix, places, terminal: 90).count == 1)
    #expect(stub.requests.count == 3)
  }

  @Test func addsTheWayToTheRoad() throws {
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .answer(
        200,
        MadeUpRoads.table(
          from, to,
          off: { Coordinate(latitude: $0.latitude + 0.001, longitude: $0.longitude) }))
    }
    let places = MadeUpRoads.places(3)
    let matrix = try roads(stub).matrix(of: places, access: Self.access).matrix
    let off = places[0].at.crowMetres(
      to: Coordinate(latitude: places[0].at.latitude + 0.001, longitude: places[0].at.longitude))
    let cost = try #require(matrix[0, 1])
    let road = MadeUpRoads.cost(places[0].at, places[1].at, terminal: 90)
    #expect(abs(cost.metres - road.metres - 2 * 1.3 * off) < 0.5)
    #expect(abs(cost.seconds - road.seconds - 2 * 1.3 * off / (32 / 3.6)) < 0.05)
    let free = try roads(stub).matrix(of: places, access: .free).matrix
    #expect(abs((free[0, 1]?.metres ?? 0) - road.metres) < 0.1)
  }

  @Test func tellsPasswordsToTheServerAlone() throws {
    let stub = try HttpStub { request, _ in
      request.headers["authorization"] == "Basic bW9pOnNlY3JldA=="
        ? right(request) : .answer(401, "who?")
    }
    let source = RoadSource("osrm:http://moi:secret@127.0.0.1:\(stub.port)/#car")
    #expect(source.name == "osrm:http://127.0.0.1:\(stub.port)#car" && source.isServer)
    let places = MadeUpRoads.places(3)
    let roads = try source.open(rules: Self.quick)
    #expect(roads.fingerprint == source.name)
    let matrix = try roads.matrix(of: places, access: Self.access).matrix
    #expect(MadeUpRoads.faults(matrix, places, terminal: 90) == [])
    #expect(stub.requests[0].target.hasPrefix("/table/v1/car/"))
    #expect(failure(try self.roads(stub), places) == .status(401, "who?"))
    for text in [
      "osrm:", "osrm:127.0.0.1", "osrm:ftp://host", "osrm:http://", "osrm:http://h/?q=1",
      "osrm:http://h#a/b", "valhalla:http://h#", "osrm:http://moi:secret@h/?q=1",
    ] {
      let error = #expect(throws: RoadError.self) { try RoadSource(text).open() }
      guard case .badAddress(let told)? = error else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
      #expect(!told.contains("secret"))
    }
  }

  @Test func drawsTheRoad() throws {
    let stub = try HttpStub { request, number in
      switch number {
      // The example of the form's description, for five decimals; six here.
      case 0:
        .answer(
          200,
          #"{"code":"Ok","routes":[{"duration":1,"distance":2,"geometry":"_p~iF~ps|U_ulLnnqC_mqNvxq`@"}]}"#
        )
      case 1: .answer(400, #"{"code":"NoRoute","message":"Impossible route"}"#)
      case 2:
        .answer(
          200, #"{"code":"Ok","routes":[{"duration":1,"distance":2,"geometry":"_p~iF~ps|U_ulL"}]}"#)
      default: .answer(400, #"{"code":"InvalidOptions","message":"no"}"#)
      }
    }
    let roads = try roads(stub)
    let (a, b) = (MadeUpRoads.places(2)[0].at, MadeUpRoads.places(2)[1].at)
    let lines = try roads.lines(of: [(a, b), (b, a)])
    #expect(lines.count == 2 && lines[1] == nil)
    let points = try #require(lines[0])
    let right = [(3.85, -12.02), (4.07, -12.095), (4.3252, -12.6453)]
    #expect(points.count == 3)
    for (point, (latitude, longitude)) in zip(points, right) {
      #expect(abs(point.latitude - latitude) < 1e-9 && abs(point.longitude - longitude) < 1e-9)
    }
    #expect(throws: RoadError.self) { try roads.lines(of: [(a, b)]) }
    #expect(throws: RoadError.self) { try roads.lines(of: [(a, b)]) }
    #expect(stub.requests[0].target.hasPrefix("/route/v1/driving/1.300000,44.400000;"))
  }
}
