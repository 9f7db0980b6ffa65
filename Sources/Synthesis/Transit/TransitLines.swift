public import Foundation
public import Planning

/// Scheduled lines of a territory as `transit-lines.json` describes them, to make a feed of: where they stop and when
/// they set out.
public struct TransitLines: Codable, Hashable, Sendable {
  /// How vehicles of a kind run.
  public struct Kind: Codable, Hashable, Sendable {
    /// Kilometres an hour along the way, where a line states no minutes.
    public var speed: Double
    /// Length of the way over the straight line.
    public var factor: Double
    /// Seconds at a stop on the way.
    public var dwell: Int
    /// As GTFS has it: 1 where wheelchairs are taken.
    public var wheelchair: Int
    public var routeType: Int
  }
  /// A stop that is no commune, site or station of the territory.
  public struct Station: Codable, Hashable, Sendable {
    public var id: String
    public var name: String
    public var latitude: Double
    public var longitude: Double
  }
  public struct Line: Codable, Hashable, Sendable {
    public var id: String
    public var name: String
    /// `bus` or `rail`.
    public var kind: String
    /// `weekdays`, `mon-sat`, `weekend` or `daily`; the first two not on holidays.
    public var days: String
    /// Codes of communes, ids of sites and stations.
    public var stops: [String]
    /// From each stop to the next; `nil`: by speed.
    public var minutes: [Int]?
    /// When trips leave the first stop, and the last one on the way back.
    public var out: [ClockTime]
    public var back: [ClockTime]
  }
  public var publisher: String
  /// Name of the agency by kind.
  public var agency: [String: String]
  public var timeZone: String
  public var start: PlanDate
  public var end: PlanDate
  public var holidays: [PlanDate]
  public var bus: Kind
  public var rail: Kind
  /// Euros of a ride by kind, where there is one price.
  public var fares: [String: Double]
  public var stations: [Station]
  public var lines: [Line]

  public static let file = "transit-lines.json"

  /// Reads the file of a territory's folder.
  ///
  /// - Throws: `Faults` where it is missing or cannot be understood.
  public init(folder: URL) throws(Faults) {
    do {
      let data = try Data(contentsOf: folder.appending(path: Self.file))
      self = try JSONDecoder().decode(TransitLines.self, from: data)
    } catch {
      throw Faults([
        Fault(
          code: "unreadable", place: FaultPlace(file: Self.file), field: "", value: "\(error)",
          cause: Bilingual(
            fr: "Le fichier manque ou ne se lit pas.", en: "The file is missing or cannot be read."),
          remedy: Bilingual(
            fr: "Reprenez la forme de celui du Lot.", en: "Take the form of the one of the Lot."))
      ])
    }
  }
}
