/// What a patient's ride is billed, part by part, in whole cents so that the parts add up.
public struct TariffAmount: Hashable, Sendable, Encodable {
  public var packageCents = 0
  /// Kilometres beyond those that the package includes.
  public var distanceCents = 0
  /// Night, Saturday afternoon, Sunday or holiday: the dearest of them, never two.
  public var timeCents = 0
  /// Taken off package, distance and time; never more than these.
  public var abatementCents = 0
  public var emptyReturnCents = 0
  /// Wheelchair and large city.
  public var supplementCents = 0

  public init() {}

  public var totalCents: Int {
    packageCents + distanceCents + timeCents - abatementCents + emptyReturnCents + supplementCents
  }

  private enum Key: String, CodingKey {
    case packageCents, distanceCents, timeCents, abatementCents, emptyReturnCents, supplementCents
    case totalCents
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(packageCents, forKey: .packageCents)
    try container.encode(distanceCents, forKey: .distanceCents)
    try container.encode(timeCents, forKey: .timeCents)
    try container.encode(abatementCents, forKey: .abatementCents)
    try container.encode(emptyReturnCents, forKey: .emptyReturnCents)
    try container.encode(supplementCents, forKey: .supplementCents)
    try container.encode(totalCents, forKey: .totalCents)
  }
}

/// Euros as whole cents, half a cent rounded up.
enum Cents {
  static func of(_ euros: Double) -> Int { Int((euros * 100).rounded(.toNearestOrAwayFromZero)) }
}
