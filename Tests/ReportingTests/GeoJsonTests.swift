import Foundation
import Planning
import Reporting
import Testing

@Suite("Map data") struct GeoJsonTests {
  struct Collection: Decodable {
    struct Feature: Decodable {
      let type: String
      let geometry: Geometry?
      let properties: [String: Value]
    }
    struct Geometry: Decodable {
      let type: String
      let coordinates: Coordinates
    }
    let type: String
    let attribution: String?
    let features: [Feature]
  }

  enum Coordinates: Decodable {
    case point([Double])
    case line([[Double]])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let point = try? container.decode([Double].self) {
        self = .point(point)
      } else {
        self = .line(try container.decode([[Double]].self))
      }
    }

    var all: [[Double]] {
      switch self {
      case .point(let point): [point]
      case .line(let line): line
      }
    }
  }

  enum Value: Decodable, Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  private func collection(
    _ scenario: Scenario = SmallDay.scenario, roads: RoadLines? = nil
  ) throws -> Collection {
    let text = PlanReport(
      plan: SmallDay.plan, scenario: scenario, language: .french, roads: roads
    ).mapData
    let collection = try JSONDecoder().decode(Collection.self, from: Data(text.utf8))
    #expect(collection.type == "FeatureCollection")
    return collection
  }

  private func features(_ scenario: Scenario = SmallDay.scenario) throws -> [Collection.Feature] {
    try collection(scenario).features
  }

  private func some(_ kind: String, in features: [Collection.Feature]) -> [Collection.Feature] {
    features.filter { $0.properties["kind"] == .text(kind) }
  }

  @Test func hasLinesOfRunsAndDrivesAPointAStopALineALegNotServed() throws {
    let features = try features()
    #expect(features.count == 2 + 3 + 6 + 8 + 1)
    let runs = some("run", in: features)
    #expect(runs.map(\.geometry?.type) == ["LineString", "LineString"])
    // The break is taken where the rider was set down: no drive, no point of the line.
    #expect(runs.map { $0.geometry?.coordinates.all.count } == [4, 7])
    #expect(runs[0].properties["mode"] == .text("volunteer"))
    #expect(runs[0].properties["resource"] == .text("v07"))
    #expect(some("pickup", in: features).allSatisfy { $0.geometry?.type == "Point" })
    #expect(
      some("unserved", in: features).first?.properties["reason"] == .text("no_resource_in_time"))
  }

  @Test func tellsWhatIsDrivenFromStopToStop() throws {
    let drives = some("drive", in: try features()).filter {
      $0.properties["run"] == .text("v07#1")
    }
    #expect(drives.map { $0.properties["on_board"] } == [.number(0), .number(2), .number(0)])
    func texts(_ key: String) -> [Value?] { drives.map { $0.properties[key] } }
    #expect(texts("departure") == ["08:00", "08:20", "08:57"].map(Value.text))
    #expect(texts("arrival") == ["08:05", "08:52", "09:15"].map(Value.text))
    #expect(drives.map { $0.properties["km"] } == [2.345, 11, 10.655].map(Value.number))
    #expect(drives.allSatisfy { $0.properties["approximate"] == .flag(true) })
    #expect(drives[1].properties["from"] != nil && drives[1].properties["to"] != nil)
  }

  /// One drive has a road, with a point that nobody would see; the others have none.
  @Test func followsTheRoadWhereItIsKnown() throws {
    let ends = DriveEnds.all(of: SmallDay.plan, in: SmallDay.scenario)
    #expect(Set(ends).count == ends.count)
    let loaded = try #require(ends.dropFirst().first)
    #expect(loaded.from == Position(latitude: 44.523, longitude: 1.423), "homes are rounded")
    let bend = Position(latitude: 44.48, longitude: 1.5)
    let roads = RoadLines(
      attribution: "© \"A\" & B",
      lines: [
        loaded: [
          bend, Position(latitude: 44.4797, longitude: 1.49949),
          Position(latitude: 44.46, longitude: 1.46),
        ]
      ])
    let collection = try collection(roads: roads)
    #expect(collection.attribution == "© \"A\" & B")
    let drives = some("drive", in: collection.features)
    let road = try #require(drives.first { $0.properties["approximate"] == .flag(false) })
    #expect(
      road.geometry?.coordinates.all
        == [[1.423, 44.523], [1.5, 44.48], [1.46, 44.46], [1.4402, 44.4451]])
    #expect(drives.count { $0.properties["approximate"] == .flag(true) } == 8)
    let run = try #require(some("run", in: collection.features).first)
    #expect(run.geometry?.coordinates.all.count == 6)
    #expect(run.properties["approximate"] == .flag(true), "not all of it follows a road")
    #expect(run.properties["attribution"] == .text("© \"A\" & B"))
  }

  @Test func putsLongitudeFirstAndRoundsHomes() throws {
    let features = try features()
    let pickup = try #require(some("pickup", in: features).first?.geometry)
    #expect(pickup.coordinates.all == [[1.423, 44.523]])
    let delivery = try #require(some("delivery", in: features).first?.geometry)
    #expect(delivery.coordinates.all == [[1.4402, 44.4451]])
  }

  @Test func leavesOutTheGeometryOfUnknownPlaces() throws {
    var scenario = SmallDay.scenario
    scenario.places.removeAll()
    let features = try features(scenario)
    #expect(features.count == 20)
    #expect(features.allSatisfy { $0.geometry == nil })
  }
}
