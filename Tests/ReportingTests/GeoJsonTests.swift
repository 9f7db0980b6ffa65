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

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  private func features(_ scenario: Scenario = SmallDay.scenario) throws -> [Collection.Feature] {
    let text = PlanReport(plan: SmallDay.plan, scenario: scenario, language: .french).mapData
    let collection = try JSONDecoder().decode(Collection.self, from: Data(text.utf8))
    #expect(collection.type == "FeatureCollection")
    return collection.features
  }

  private func some(_ kind: String, in features: [Collection.Feature]) -> [Collection.Feature] {
    features.filter { $0.properties["kind"] == .text(kind) }
  }

  @Test func hasALineARunAPointAStopALineALegNotServed() throws {
    let features = try features()
    #expect(features.count == 2 + 8 + 1)
    let runs = some("run", in: features)
    #expect(runs.map(\.geometry?.type) == ["LineString", "LineString"])
    #expect(runs.map { $0.geometry?.coordinates.all.count } == [4, 8])
    #expect(runs[0].properties["mode"] == .text("volunteer"))
    #expect(runs[0].properties["resource"] == .text("v07"))
    #expect(some("pickup", in: features).allSatisfy { $0.geometry?.type == "Point" })
    #expect(
      some("unserved", in: features).first?.properties["reason"] == .text("no_resource_in_time"))
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
    #expect(features.count == 11)
    #expect(features.allSatisfy { $0.geometry == nil })
  }
}
