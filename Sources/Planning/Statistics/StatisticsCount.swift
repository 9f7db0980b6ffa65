/// Riders and legs of a plan by statistics code, of which no figure tells of a few people alone (R19).
///
/// *Rows.* Codes with fewer riders than the least number are put together in one row; where that row is still too small, the
/// smallest of the others joins it. So every row has riders enough, rows add up to the whole, and none can be found by taking
/// the others from it. Where all together are too few, nothing is told.
///
/// *Served.* How many legs are served is told where, in every row, those with and those without a ride are nobody or
/// enough; one row left out could be found from the total.
public struct StatisticsCount: Codable, Hashable, Sendable {
  public enum Dimension: String, Codable, CaseIterable, Sendable {
    case purpose
    case ageBand = "age_band"
    case funding
    case commune
    /// Of the booking itself, whatever the table says.
    case priority
  }
  public struct Row: Codable, Hashable, Sendable {
    /// Empty: not stated; `nil`: codes put together.
    public var code: String?
    public var riders: Int
    public var legs: Int
    /// Legs in a run or given away outside; `nil`: not told.
    public var served: Int?
  }
  public struct Table: Codable, Hashable, Sendable {
    public var dimension: Dimension
    /// By riders, the most first; those put together last. Empty: too few riders in all.
    public var rows: [Row]
  }
  /// Riders that a row has at least.
  public var leastRiders: Int
  public var tables: [Table]

  /// - Returns: `nil` where the rules do not say how many riders are too few.
  public init?(of plan: Plan, on day: Day, codes: [StatisticsCodes]) {
    guard let least = day.rules.figure(.leastRidersReported)?.value else { return nil }
    leastRiders = Int(min(max(least, 1), 1e9))
    let byId = Dictionary(codes.map { ($0.booking, $0) }, uniquingKeysWith: { first, _ in first })
    let served = Set(
      plan.runs.flatMap(\.stops).filter { $0.kind == .delivery }.map(\.leg)
        + plan.outside.map(\.leg))
    let orders = day.scenario.standing
    let bookings = day.scenario.bookings.map { booking -> (Booking, StatisticsCodes?) in
      let order = orders.first { $0.made(booking.id) }?.id
      return (booking, byId[booking.id] ?? order.flatMap { byId[$0] })
    }
    let counter = Counter(least: leastRiders, served: served)
    tables = Dimension.allCases.map { dimension in
      Table(
        dimension: dimension,
        rows: counter.rows(
          bookings.map {
            ($0, dimension == .priority ? $0.priority : $1?[dimension] ?? "")
          }))
    }
  }

  /// Bookings under one code.
  private struct Group {
    var codes: [String]
    var riders: Set<String> = []
    var with: Set<String> = []
    var without: Set<String> = []
    var legs = 0
    var served = 0

    mutating func add(_ booking: Booking, served ids: Set<String>) {
      let count = booking.legs.count { ids.contains($0.id) }
      riders.insert(booking.rider)
      if count > 0 { with.insert(booking.rider) }
      if count < booking.legs.count { without.insert(booking.rider) }
      legs += booking.legs.count
      served += count
    }

    mutating func join(_ other: Group) {
      codes += other.codes
      riders.formUnion(other.riders)
      with.formUnion(other.with)
      without.formUnion(other.without)
      legs += other.legs
      served += other.served
    }
  }

  private struct Counter {
    let least: Int
    let served: Set<String>

    func rows(_ bookings: [(Booking, String)]) -> [Row] {
      var byCode: [String: Group] = [:]
      for (booking, code) in bookings {
        byCode[code, default: Group(codes: [code])].add(booking, served: served)
      }
      // The most riders first.
      var groups = byCode.sorted {
        ($1.value.riders.count, $0.key) < ($0.value.riders.count, $1.key)
      }
      .map(\.value)
      var small: Group?
      while let last = groups.last,
        last.riders.count < least || small.map({ $0.riders.count < least }) ?? false
      {
        groups.removeLast()
        if small == nil { small = last } else { small?.join(last) }
      }
      if let small {
        guard small.riders.count >= least else { return [] }
        groups.append(small)
      }
      let isTold = groups.allSatisfy { tells($0.with) && tells($0.without) }
      return groups.map { group in
        Row(
          code: group.codes.count == 1 ? group.codes[0] : nil, riders: group.riders.count,
          legs: group.legs, served: isTold ? group.served : nil)
      }
    }

    private func tells(_ riders: Set<String>) -> Bool { riders.isEmpty || riders.count >= least }
  }
}

extension StatisticsCodes {
  fileprivate subscript(dimension: StatisticsCount.Dimension) -> String {
    switch dimension {
    case .purpose: purpose
    case .ageBand: ageBand
    case .funding: funding
    case .commune: commune
    case .priority: ""
    }
  }
}
