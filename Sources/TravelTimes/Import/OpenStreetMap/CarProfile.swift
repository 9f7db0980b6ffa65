/// What OpenStreetMap's tags of a way mean for a car.
///
/// Tags as the OpenStreetMap wiki documents them (Key:highway, Key:access, Key:oneway, Key:maxspeed, Key:surface,
/// Key:tracktype, Key:smoothness). Speeds are what is driven on average, not what is allowed: a posted limit counts
/// four fifths.
struct CarProfile {
  /// Speeds in km/h, `nil` where that way is closed to cars.
  struct Road: Hashable {
    var forward: Double?
    var backward: Double?
    /// Whether trips may begin and end there.
    var stopping: Bool
  }

  /// km/h by class where no limit is posted.
  static let classSpeeds: [String: Double] = [
    "motorway": 90, "motorway_link": 45, "trunk": 85, "trunk_link": 40,
    "primary": 65, "primary_link": 30, "secondary": 55, "secondary_link": 25,
    "tertiary": 40, "tertiary_link": 20, "unclassified": 25, "residential": 25, "road": 25,
    "living_street": 10, "service": 15, "track": 10,
  ]

  /// km/h on ways made for others that are expressly open to cars, and on service ways to single houses.
  static let slowest = 10.0

  /// Share of a posted limit that is driven on average.
  static let limitShare = 0.8

  /// Highest km/h by surface.
  static let surfaceSpeeds: [String: Double] = [
    "compacted": 60, "fine_gravel": 50, "paving_stones": 50, "bricks": 50, "metal": 50,
    "sett": 40, "wood": 40, "unpaved": 35, "gravel": 35, "pebblestone": 35, "grass_paver": 35,
    "cobblestone": 30, "unhewn_cobblestone": 30, "ground": 25, "dirt": 25, "earth": 20, "grass": 20,
    "clay": 20, "rock": 15, "sand": 15, "mud": 10,
  ]

  /// Highest km/h by grade of a track.
  static let trackSpeeds: [String: Double] = [
    "grade1": 40, "grade2": 30, "grade3": 25, "grade4": 15, "grade5": 10,
  ]

  /// Highest km/h by smoothness.
  static let smoothnessSpeeds: [String: Double] = [
    "bad": 40, "very_bad": 20, "horrible": 10, "very_horrible": 5,
  ]

  /// The road that a way is; `nil` where no car may drive on it.
  static func road(_ tags: [String: String]) -> Road? {
    guard let kind = tags["highway"], isOpen(kind, tags) else { return nil }
    let known = classSpeeds[kind] ?? slowest
    let base = slowServices.contains(tags["service"] ?? "") ? min(known, slowest) : known
    let most =
      [
        tags["surface"].flatMap { surfaceSpeeds[$0] },
        tags["tracktype"].flatMap { trackSpeeds[$0] },
        tags["smoothness"].flatMap { smoothnessSpeeds[$0] },
      ].compactMap { $0 }.min() ?? .infinity
    func speed(_ side: String) -> Double {
      let limit = (tags["maxspeed:" + side] ?? tags["maxspeed"]).flatMap(SpeedLimit.kmh)
      return min(most, limit.map { $0 * limitShare } ?? base)
    }
    var road = Road(
      forward: speed("forward"), backward: speed("backward"),
      stopping: !kind.hasPrefix("motorway") && tags["motorroad"] != "yes")
    switch direction(kind, tags) {
    case .both: break
    case .along: road.backward = nil
    case .against: road.forward = nil
    case .neither: return nil
    }
    return road
  }

  /// Whether cars may pass a node with these tags.
  static func mayPass(_ tags: [String: String]) -> Bool {
    guard let barrier = tags["barrier"] else { return true }
    if let access = access(tags) { return !closed.contains(access) }
    return !blocking.contains(barrier)
  }

  private enum Direction { case both, along, against, neither }

  private static let closed: Set<String> = [
    "no", "private", "agricultural", "forestry", "emergency", "psv", "bus", "delivery", "military",
    "use_sidepath",
  ]

  private static let open: Set<String> = ["yes", "permissive", "designated", "destination"]

  /// Ways made for others than cars.
  private static let mixed: Set<String> = [
    "path", "footway", "cycleway", "bridleway", "pedestrian",
  ]

  private static let slowServices: Set<String> = [
    "alley", "driveway", "parking_aisle", "drive-through",
  ]

  private static let blocking: Set<String> = [
    "bollard", "block", "bus_trap", "chain", "cycle_barrier", "debris", "fence", "jersey_barrier",
    "kissing_gate", "log", "motorcycle_barrier", "planter", "rope", "stile", "sump_buster",
    "turnstile", "wall",
  ]

  /// The most particular access tag.
  private static func access(_ tags: [String: String]) -> String? {
    tags["motorcar"] ?? tags["motor_vehicle"] ?? tags["vehicle"] ?? tags["access"]
  }

  private static func isOpen(_ kind: String, _ tags: [String: String]) -> Bool {
    if tags["area"] == "yes" || tags["smoothness"] == "impassable" || tags["impassable"] == "yes" {
      return false
    }
    if tags["service"] == "emergency_access" { return false }
    // A road tagged as what it is going to be.
    if let works = tags["construction"], !["no", "minor", "widening"].contains(works) {
      return false
    }
    let access = access(tags)
    guard classSpeeds[kind] != nil else {
      let motor = tags["motorcar"] ?? tags["motor_vehicle"]
      return mixed.contains(kind) && motor.map(open.contains) ?? false
    }
    if kind == "track" { return access.map(open.contains) ?? false }
    return access.map { !closed.contains($0) } ?? true
  }

  private static func direction(_ kind: String, _ tags: [String: String]) -> Direction {
    let tag =
      tags["oneway:motorcar"] ?? tags["oneway:motor_vehicle"] ?? tags["oneway:vehicle"]
      ?? tags["oneway"]
    switch tag {
    case "yes", "true", "1": return .along
    case "-1", "reverse": return .against
    case "no", "false", "0": return .both
    case "reversible", "alternating": return .neither
    default:
      let round = tags["junction"].map { $0 == "roundabout" || $0 == "circular" } ?? false
      return round || kind == "motorway" ? .along : .both
    }
  }
}
