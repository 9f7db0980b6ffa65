/// Plans of a day and of variants of it, side by side (R48).
public struct VariantComparison: Encodable, Hashable, Sendable {
  /// One column.
  public struct Column: Encodable, Hashable, Sendable {
    public var name: String
    public var legs: Int
    public var servedLegs: Int
    public var bookings: Int
    public var servedBookings: Int
    public var runs: Int
    public var kilometres: Double
    public var emptyKilometres: Double
    /// Euros.
    public var cost: Double
    /// Ids of bookings of which a leg is not served.
    public var unserved: [String]
    /// Bookings served whole here and not in the first column, and the other way round, by id.
    public var gained: [String]
    public var lost: [String]
    /// People who must be told of changes to the plan told, and what these weigh, euros; `nil` where no plan was told.
    public var peopleToCall: Int?
    public var changePrice: Double?
  }
  /// The day as it is, then the variants.
  public var columns: [Column]

  /// - Parameter plans: at least one; the first is what the others are held against.
  public init(_ plans: [(name: String, plan: Plan)]) {
    let first = plans.first.map { Set($0.plan.unserved.map(\.booking)) } ?? []
    columns = plans.map { name, plan in
      let unserved = Set(plan.unserved.map(\.booking))
      let figures = plan.indicators
      return Column(
        name: name, legs: figures.legs, servedLegs: figures.servedLegs,
        bookings: figures.bookings, servedBookings: figures.servedBookings, runs: figures.runs,
        kilometres: figures.kilometres, emptyKilometres: figures.emptyKilometres,
        cost: figures.cost, unserved: unserved.sorted(),
        gained: first.subtracting(unserved).sorted(), lost: unserved.subtracting(first).sorted(),
        peopleToCall: plan.changes.map { Set($0.changes.map(\.person)).count },
        changePrice: plan.changes.map(\.price))
    }
  }
}
