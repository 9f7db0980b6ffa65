/// Travel between the places of a request, by profile.
public struct VroomTravel: Sendable {
  /// One profile's tables, row-major by number of place.
  public struct Table: Hashable, Sendable {
    /// Seconds at a speed factor of 1.
    public var durations: [Int]
    /// Metres; `nil`: not known.
    public var distances: [Int]?
    /// Costs in place of those that follow from seconds and metres.
    public var costs: [Int]?

    public init(durations: [Int], distances: [Int]? = nil, costs: [Int]? = nil) {
      self.durations = durations
      self.distances = distances
      self.costs = costs
    }
  }

  public let size: Int
  public let tables: [String: Table]
  /// Places that no vehicle can get to.
  public let lost: Set<Int>

  /// Travel from roads or estimates, the same for all profiles.
  ///
  /// - Parameter lost: places without any way; what the table says of them is not read.
  public init(_ table: Table, of places: VroomPlaces, profiles: Set<String>, lost: Set<Int> = []) {
    size = places.count
    tables = Dictionary(uniqueKeysWithValues: profiles.map { ($0, table) })
    self.lost = lost
  }

  /// The request's own matrices, cut down to the places it speaks of; `nil` where it has none.
  public init?(_ request: VroomRequest, _ places: VroomPlaces) {
    guard !request.matrices.isEmpty else { return nil }
    size = places.count
    lost = []
    let rows = places.rows
    tables = request.matrices.compactMapValues { matrices in
      // A profile that no vehicle uses may be too small.
      guard rows.last ?? 0 < matrices.size else { return nil }
      func cut(_ entries: [Int]) -> [Int] {
        rows.flatMap { from in rows.map { entries[from * matrices.size + $0] } }
      }
      return Table(
        durations: cut(matrices.durations), distances: matrices.distances.map(cut),
        costs: matrices.costs.map(cut))
    }
  }
}

/// Travel as one vehicle knows it.
struct VroomLegs {
  private let table: VroomTravel.Table
  private let size: Int
  private let factor: Int
  private let costs: VroomCosts

  init(_ travel: VroomTravel, _ vehicle: VroomVehicle) {
    guard let table = travel.tables[vehicle.profile] else {
      preconditionFailure("every profile has a table")
    }
    self.table = table
    size = travel.size
    factor = vehicle.durationFactor
    costs = vehicle.costs
  }

  /// Hundredths of a second; nothing where a place is open.
  func time(_ from: Int?, _ to: Int?) -> Int {
    guard let from, let to else { return 0 }
    return table.durations[from * size + to] * factor
  }

  /// Metres; nothing where a place is open or metres are not known.
  func metres(_ from: Int?, _ to: Int?) -> Int {
    guard let from, let to else { return 0 }
    return table.distances?[from * size + to] ?? 0
  }

  /// What driving costs, fixed and task costs aside.
  func cost(_ from: Int?, _ to: Int?) -> Double {
    guard let from, let to else { return 0 }
    if let cost = table.costs?[from * size + to] { return Double(cost) }
    return Double(time(from, to)) / 100 * Double(costs.perHour) / 3600
      + Double(metres(from, to)) * Double(costs.perKm) / 1000
  }
}
