import Foundation
import Testing
import TravelTimes

@Suite struct GraphFileTests {
  private let image: [UInt8]

  init() throws {
    let network = RoadNetwork.random(seed: 7, junctions: 50, stretches: 120, turns: 9, most: 900)
    image = try RoadGraphBuilder(network).image
  }

  @Test func comesBackFromDisk() throws {
    let network = RoadNetwork.random(seed: 7, junctions: 50, stretches: 120, turns: 9, most: 900)
    let builder = try RoadGraphBuilder(network)
    let path = NSTemporaryDirectory() + "camin-graph-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(builder.image).write(to: URL(fileURLWithPath: path))
    let (mapped, held) = try (RoadGraph(contentsOf: path), RoadGraph(image: builder.image))
    let places = (0..<60).map { RoadPlace("\($0)", at: network.middle(of: $0)) }
    #expect(mapped.matrix(of: places) == held.matrix(of: places))
    #expect(mapped.attribution == "random")
    #expect(mapped.fingerprint == held.fingerprint)
    #expect(builder.image == image, "the same roads make the same file")
  }

  @Test func saysThatItIsTruncated() {
    for length in [24, 100, 511, 512, image.count / 2, image.count - 1] {
      let error = #expect(throws: RoadError.self) {
        try RoadGraph(image: Array(image.prefix(length)))
      }
      guard case .truncated? = error else {
        Issue.record("\(length) bytes: \(String(describing: error))")
        continue
      }
    }
  }

  @Test func findsEveryFlippedByte() {
    for place in stride(from: 0, to: image.count, by: 7) {
      var broken = image
      broken[place] ^= 0x10
      #expect(throws: RoadError.self) { try RoadGraph(image: broken) }
    }
  }

  @Test func knowsOtherFiles() {
    #expect(throws: RoadError.notAGraph("x")) {
      try RoadGraph(image: Array("node,lat,lon\n1,44,1\n".utf8), named: "x")
    }
    #expect(throws: RoadError.notAGraph("x")) { try RoadGraph(image: [], named: "x") }
    var other = image
    other[8] = 9
    #expect(throws: RoadError.otherVersion("x", found: 9, known: 1)) {
      try RoadGraph(image: other, named: "x")
    }
    #expect(throws: RoadError.file("/no/such/graph", code: ENOENT)) {
      try RoadGraph(contentsOf: "/no/such/graph")
    }
  }
}
