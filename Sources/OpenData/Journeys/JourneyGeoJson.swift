internal import Foundation
public import Planning
internal import TravelTimes

/// Journeys as GeoJSON (RFC 7946): a line for each leg.
public struct JourneyGeoJson: Encodable {
  private struct Feature: Encodable {
    struct Geometry: Encodable {
      let type = "LineString"
      let coordinates: [[Double]]
    }
    struct Properties: Encodable {
      let journey: Int
      let leg: Int
      let kind: String
      let departure: String
      let arrival: String
      let route: String
      let from: String
      let to: String
    }
    let type = "Feature"
    let geometry: Geometry
    let properties: Properties
  }

  private let type = "FeatureCollection"
  private let features: [Feature]

  public init(_ journeys: [Journey], clock: PlanClock) {
    features = journeys.enumerated().flatMap { number, journey in
      JourneyDocument(journey, clock: clock).legs.enumerated().map { index, leg in
        Feature(
          geometry: Feature.Geometry(coordinates: Self.line(journey.legs[index])),
          properties: Feature.Properties(
            journey: number + 1, leg: index + 1, kind: leg.kind, departure: leg.departure,
            arrival: leg.arrival, route: leg.route ?? "", from: leg.from.name, to: leg.to.name))
      }
    }
  }

  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  private static func line(_ leg: JourneyLeg) -> [[Double]] {
    let points =
      if case .ride(let ride) = leg { ride.line } else { [leg.ends.from.place, leg.ends.to.place] }
    return points.map { [$0.longitude, $0.latitude] }
  }
}
