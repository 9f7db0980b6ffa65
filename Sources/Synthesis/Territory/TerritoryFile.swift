/// Names of a territory folder's files.
public enum TerritoryFile {
  public static let profile = "territory-data.json"
  public static let communes = "communes.csv"
  public static let cells = "population_grid.csv"
  public static let zones = "tad_zones.csv"
  public static let markets = "markets.csv"
  /// All of one shape: places that people go to.
  public static let sites = ["health_sites.csv", "services.csv", "stations.csv"]

  public static var all: [String] { [profile, communes, cells, zones, markets] + sites }
}
