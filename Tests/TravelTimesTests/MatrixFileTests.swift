import Testing
import TravelTimes

@Suite struct MatrixFileTests {
  private func matrix() throws -> RoadMatrix {
    let network = RoadNetwork.random(seed: 11, junctions: 40, stretches: 90, turns: 5, most: 9000)
    let graph = try RoadGraph(image: RoadGraphBuilder(network).image)
    var places = (0..<25).map { RoadPlace("place \($0)", at: network.middle(of: $0)) }
    places[3].name = "Saint-Céré, \"le haut\""
    places.append(RoadPlace("Island", at: Coordinate(latitude: 40, longitude: -20)))
    return graph.matrix(of: places)
  }

  private func read(_ text: String) throws -> RoadMatrix {
    try MatrixCsv.matrix(Array(text.utf8), named: "m.csv")
  }

  @Test func comesBackFromTextAndBytes() throws {
    let matrix = try matrix()
    let bytes = MatrixBinary.bytes(of: matrix)
    #expect(try MatrixBinary.matrix(bytes, named: "m") == matrix)
    #expect(MatrixBinary.isMatrix(bytes))
    let text = MatrixCsv.bytes(of: matrix)
    let again = try MatrixCsv.matrix(text, named: "m.csv")
    for row in 0..<25 {
      #expect((0..<26).allSatisfy { again[row, $0] == matrix[row, $0] })
    }
    #expect(again.origins == matrix.origins)
    #expect(MatrixCsv.bytes(of: again).count >= text.count)
  }

  @Test func tellsAllFaultsOfATable() throws {
    let small = try read("from,to,seconds,metres\na,b,60,1000\nb,a,61.5,1000.5\n")
    #expect(small[0, 0] == .zero && small[1, 0]?.seconds == 61.5 && small[1, 0]?.metres == 1000.5)
    let error = #expect(throws: RoadError.self) {
      try read("from,to,seconds,metres\na,b,x,1\na,c,1,-2\nb,a,nan,1\na,a,4,0\n")
    }
    guard case .rows(let faults)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(faults.map(\.line) == [2, 3, 4, 5])
    let missing = #expect(throws: RoadError.self) {
      try read("from,to,seconds,metres\na,b,1,1\na,b,1,1\n")
    }
    guard case .rows(let twice)? = missing else {
      Issue.record("\(String(describing: missing))")
      return
    }
    #expect(twice.map(\.line) == [3])
    #expect(throws: RoadError.self) { try read("from,to,seconds,metres\na,b,1,1\n") }
    #expect(throws: RoadError.self) { try read("a,b\n") }
  }

  @Test func findsEveryFlippedByte() throws {
    let bytes = try MatrixBinary.bytes(of: matrix())
    for place in stride(from: 0, to: bytes.count, by: 11) {
      var broken = bytes
      broken[place] ^= 4
      #expect(throws: RoadError.self) { try MatrixBinary.matrix(broken, named: "m") }
    }
    for length in [0, 8, 20, 60, bytes.count - 1] {
      #expect(throws: RoadError.self) {
        try MatrixBinary.matrix(Array(bytes.prefix(length)), named: "m")
      }
    }
  }

  @Test func countsBrokenTriangles() throws {
    let check = MatrixCheck(
      try read(
        "from,to,seconds,metres\na,b,10,1\nb,a,10,1\nb,c,10,1\nc,b,10,1\na,c,50,1\nc,a,20,1\n"))
    #expect(check.isSquare && check.unreachable == 0 && check.asymmetric == 2)
    #expect(check.triples == 27 && check.triangleViolations == 1 && check.longestSaving == 30)
    #expect(MatrixCheck(try matrix()).triangleViolations == 0)
  }
}
