/// Travel between all pairs of locations for one kind of vehicle, row-major, possibly asymmetric.
public struct MatrixDraft: Codable, Hashable, Sendable {
  /// Number of locations.
  public var size: Int
  /// `size * size` travel times, seconds.
  public var times: [Double]
  /// `size * size` distances, metres; empty: the same numbers as `times`.
  public var distances: [Double]
  /// `size * size` costs of driving, beyond those of metres and seconds; `nil`: none.
  public var tolls: [Double]?

  public init(size: Int, times: [Double], distances: [Double] = [], tolls: [Double]? = nil) {
    self.size = size
    self.times = times
    self.distances = distances
    self.tolls = tolls
  }
}

/// A dial-a-ride problem as it is written down: nested, readable, not yet checked.
///
/// `Problem.init(_:)` checks it whole and turns it into flat arrays. It is also the JSON document that
/// `camin solve --format json` reads.
public struct ProblemDraft: Codable, Hashable, Sendable {
  public var name: String
  public var requests: [RequestDraft]
  public var vehicles: [VehicleDraft]
  public var matrices: [MatrixDraft]
  public var links: [Link]
  public var locks: [Lock]
  public var crews: [CrewDraft]
  /// `mixing[a][b]`: riders of mixing classes a and b may be on board together; symmetric; empty: all may.
  public var mixing: [[Bool]]
  /// How far those who share a vehicle may be taken out of their way for each other; `nil`: as far as one likes.
  public var sharedDetour: SharedDetour?

  public init(
    name: String = "", requests: [RequestDraft] = [], vehicles: [VehicleDraft] = [],
    matrices: [MatrixDraft] = [], links: [Link] = [], locks: [Lock] = [], crews: [CrewDraft] = [],
    mixing: [[Bool]] = [], sharedDetour: SharedDetour? = nil
  ) {
    self.name = name
    self.requests = requests
    self.vehicles = vehicles
    self.matrices = matrices
    self.links = links
    self.locks = locks
    self.crews = crews
    self.mixing = mixing
    self.sharedDetour = sharedDetour
  }
}
