import Foundation
import Planning
import Synthesis
import Testing

/// What the tests share.
enum Fixtures {
  static var scenarios: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scenarios")
  }

  private static let lotOnce = Result {
    try TerritoryData(folder: scenarios.appendingPathComponent("territories/lot"))
  }

  static func lot() throws -> TerritoryData { try lotOnce.get() }

  static func day(
    _ size: String, seed: UInt64 = 46, date: String = "2026-11-25", of territory: TerritoryData,
    roads: String? = nil
  ) throws -> SyntheticDay {
    let date = try #require(PlanDate(date))
    var spec = try DaySpec(size: size, of: territory, date: date, seed: seed)
    spec.roads = roads
    return try SyntheticDay(territory, spec)
  }

  /// Two sorted-key encodings of equal scenarios are equal byte for byte.
  static func bytes(_ scenario: Scenario) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(scenario)
  }

  /// A territory of three made-up communes far from the Lot, with the Lot's habits.
  static func tiny() throws -> [String: Data] {
    var profile = try lot().profile
    profile.id = "tiny"
    profile.name = "Trois-Communes"
    profile.sizes = ["small": DaySize(legs: 24, resources: 8, groups: [])]
    let texts = [
      "communes.csv": """
      insee,name,latitude,longitude,population,population75,class,group,tad_zone,shops
      99001,Bourg,48.2,-3.5,3200,420,small_urban,pays,z1,6
      99002,"Vallon, le Haut",48.26,-3.42,640,95,rural,pays,z1,0
      99003,Lande,48.15,-3.61,410,70,rural,pays,z1,0

      """,
      "population_grid.csv": """
      latitude,longitude,population,insee
      48.203,-3.502,1800,99001
      48.195,-3.49,1400,99001
      48.262,-3.421,640,99002

      """,
      "tad_zones.csv": "code,name,centre,poles\nz1,Pays,99001,99001\n",
      "markets.csv": "insee,weekdays\n99001,wednesday friday\n",
      "health_sites.csv": """
      id,kinds,name,commune,class,latitude,longitude,weight
      h1,hospital dialysis long_stay,Hôpital du Bourg,99001,small_urban,48.21,-3.51,4
      h2,rehabilitation,Rééducation,Ailleurs,rural,48.3,-3.3,1

      """,
      "services.csv": """
      id,kinds,name,commune,class,latitude,longitude,weight,wednesday
      s1,france_services,France services,99001,small_urban,48.2,-3.5,1,09:00-12:00 14:00-17:00

      """,
      "stations.csv": """
      id,kinds,name,commune,class,latitude,longitude,weight
      g1,station,Gare du Bourg,99001,small_urban,48.19,-3.52,1

      """,
    ]
    var files = texts.mapValues { Data($0.utf8) }
    files["territory-data.json"] = try JSONEncoder().encode(profile)
    return files
  }
}
