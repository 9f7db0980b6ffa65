public import Planning

/// One object of a scenario by itself: its published JSON fields, and the keys by which a store finds it again.
public struct ScenarioRow: Hashable, Sendable {
  /// What it is; the raw values are the singular of the lists in the JSON document.
  public enum Kind: String, CaseIterable, Sendable {
    case territory, profile, place, rider, volunteer, vehicle, availability, line, standing,
      booking, lock

    /// Key of the list in the document.
    var list: String {
      switch self {
      case .territory, .availability, .standing: rawValue
      default: rawValue + "s"
      }
    }
  }

  public var kind: Kind
  /// Unique within its kind, of bookings and locks within their day. Availability and locks have none of their own: it is
  /// made of what they say of whom, and a number where two say the same.
  public var id: String
  /// Rider of a booking or standing order, home of a rider or volunteer, start of a vehicle, resource of an availability,
  /// vehicle of a line, trip of a lock; else empty.
  public var owner: String
  /// The day that it is of; `nil`: every day.
  public var day: PlanDate?
  /// First and last day on which it can be in force; `nil`: open.
  public var first: PlanDate?
  public var last: PlanDate?
  /// A JSON object on one line.
  public var fields: String

  public init(
    kind: Kind, id: String, owner: String = "", day: PlanDate? = nil, first: PlanDate? = nil,
    last: PlanDate? = nil, fields: String
  ) {
    self.kind = kind
    self.id = id
    self.owner = owner
    self.day = day
    self.first = first
    self.last = last
    self.fields = fields
  }
}

/// Takes scenarios apart into rows, and puts days together from them.
public enum ScenarioRows {
  /// The rows of a scenario, in its order; bookings and locks are of its date.
  public static func rows(of scenario: Scenario) -> [ScenarioRow] {
    guard case .object(let document) = ScenarioDocument.value(scenario) else { return [] }
    let date = scenario.territory.date
    var rows: [ScenarioRow] = []
    func add<Record>(
      _ kind: ScenarioRow.Kind, _ records: [Record], _ key: (Record) -> ScenarioRow.Keys
    ) {
      guard case .array(let items) = document[kind.list] else { return }
      var seen: [String: Int] = [:]
      for (record, item) in zip(records, items) {
        let keys = key(record)
        let number = seen[keys.id, default: 0] + 1
        seen[keys.id] = number
        rows.append(
          ScenarioRow(
            kind: kind, id: number > 1 ? "\(keys.id)|\(number)" : keys.id, owner: keys.owner,
            day: keys.day, first: keys.first, last: keys.last, fields: JSONText.line(item)))
      }
    }
    if let territory = document["territory"] {
      rows.append(
        ScenarioRow(
          kind: .territory, id: scenario.territory.id, fields: JSONText.line(territory)))
    }
    add(.profile, scenario.profiles) { .init(id: $0.id) }
    add(.place, scenario.places) { .init(id: $0.id) }
    add(.rider, scenario.riders) { .init(id: $0.id, owner: $0.home) }
    add(.volunteer, scenario.volunteers) { .init(id: $0.id, owner: $0.home) }
    add(.vehicle, scenario.vehicles) { .init(id: $0.id, owner: $0.start) }
    add(.availability, scenario.availability) { .init($0) }
    add(.line, scenario.lines) { .init(id: $0.id, owner: $0.vehicle) }
    add(.standing, scenario.standing) { .init($0) }
    add(.booking, scenario.bookings) { .init(id: $0.id, owner: $0.rider, day: date) }
    add(.lock, scenario.locks) { .init($0, on: date) }
    return rows
  }

  /// The scenario of a day.
  ///
  /// - Parameters:
  ///   - rows: what is in force on it, each kind in its order.
  ///   - date: the day, which the scenario gets.
  ///   - name: what faults call the whole; they name rows by their ids.
  ///   - leavesOutFaulty: whether bookings at fault are left out, each of their faults told as a warning (R52).
  /// - Returns: the scenario, and warnings about what looks odd.
  /// - Throws: every fault of how rows are written and of what they mean together.
  public static func scenario(
    from rows: [ScenarioRow], on date: PlanDate, called name: String, leavesOutFaulty: Bool = false
  ) throws(Faults) -> (scenario: Scenario, warnings: [Fault]) {
    let kinds = Dictionary(grouping: rows, by: \.kind)
    var members: [String] = []
    for kind in ScenarioRow.Kind.allCases {
      let own = kinds[kind] ?? []
      if kind == .territory {
        guard let row = own.first else { continue }
        members.append("\"territory\": " + territory(row, on: date))
      } else {
        // A row a line: faults of one do not hide those of its neighbour.
        members.append(
          "\"\(kind.list)\": [\n" + own.map(\.fields).joined(separator: ",\n") + "\n]")
      }
    }
    let document = "{\n" + members.joined(separator: ",\n") + "\n}\n"
    do throws(Faults) {
      let read = try ScenarioSource.read(
        json: Array(document.utf8), name: name, leavesOutFaulty: leavesOutFaulty)
      return (read.scenario, read.warnings.map { named($0, kinds) })
    } catch {
      throw Faults(error.faults.map { named($0, kinds) })
    }
  }

  /// The settings with the day put in; as they are where they cannot be read, which is told with all else.
  private static func territory(_ row: ScenarioRow, on date: PlanDate) -> String {
    let log = InputLog()
    guard let node = JSONFile.parse(Array(row.fields.utf8), as: row.id, log) else {
      return row.fields
    }
    let read = TerritoryFields.set.read(node, JSONSite(file: row.id), log)
    guard read.sound else { return row.fields }
    var territory = read.record
    territory.date = date
    return JSONText.line(TerritoryFields.set.encode(territory))
  }

  /// A row has no line that anybody could look up: its id stands in place of its number.
  private static func named(_ fault: Fault, _ kinds: [ScenarioRow.Kind: [ScenarioRow]]) -> Fault {
    var fault = fault
    fault.place.line = nil
    guard let pointer = fault.place.pointer else { return fault }
    var parts = pointer.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 2, let kind = ScenarioRow.Kind.allCases.first(where: { $0.list == parts[1] }),
      let number = Int(parts[2]), let own = kinds[kind], own.indices.contains(number)
    {
      parts[2] = own[number].id.replacing("~", with: "~0").replacing("/", with: "~1")
      fault.place.pointer = parts.joined(separator: "/")
    }
    return fault
  }
}

extension ScenarioRow {
  /// The keys of a row before two with the same are told apart.
  fileprivate struct Keys {
    var id: String
    var owner = ""
    var day: PlanDate?
    var first: PlanDate?
    var last: PlanDate?
  }
}

extension ScenarioRow.Keys {
  fileprivate init(_ availability: Availability) {
    let word: String
    var day: PlanDate?
    switch availability.days {
    case .everyDay: word = "every_day"
    case .weekday(let weekday): word = weekday.rawValue
    case .date(let date):
      word = date.text
      day = date
    }
    self.init(id: availability.resource + "|" + word, owner: availability.resource, day: day)
  }

  /// Dates that an order names lie outside of its pattern.
  fileprivate init(_ order: StandingOrder) {
    let dates = order.days.compactMap { days -> PlanDate? in
      if case .date(let date) = days { date } else { nil }
    }
    let hasPattern = dates.count < order.days.count
    let first = hasPattern ? order.firstDay : dates.min()
    let last = hasPattern ? order.lastDay : dates.max()
    self.init(
      id: order.id, owner: order.booking.rider,
      first: first.map { min($0, dates.min() ?? $0) },
      last: last.map { max($0, dates.max() ?? $0) })
  }

  fileprivate init(_ lock: PlanLock, on date: PlanDate) {
    let parts = [lock.kind.rawValue, lock.trip, lock.resource]
    self.init(id: parts.joined(separator: "|"), owner: lock.trip, day: date)
  }
}
