public import Foundation
public import Interchange
internal import PlanStore
public import Planning

/// Imports a sheet into a territory's store, in one transaction: bookings into a day, other tables into the territory.
/// Only what changes is written; where somebody else has changed the store since it was looked at, nothing is, for new ids
/// might be theirs.
public final class StoreSink: ImportSink {
  private let path: String
  private let date: PlanDate
  private let table: ImportTable
  private let role: String
  private let moment: Date
  private let sitting: StoreSitting?
  /// The last change on record when the store was looked at.
  private var mark: StoreMark?

  /// - Parameters:
  ///   - date: the day of bookings; of other tables the day as of which they are judged.
  ///   - table: what the sheet is of.
  ///   - role: who does it, for the audit record.
  ///   - moment: now.
  ///   - sitting: the sheets that this one goes in with; `nil`: it goes in alone.
  public init(
    store path: String, on date: PlanDate, table: ImportTable = .bookings, role: String,
    at moment: Date, in sitting: StoreSitting? = nil
  ) {
    self.path = path
    self.date = date
    self.table = table
    self.role = role
    self.moment = moment
    self.sitting = sitting
  }

  public func day() throws(Faults) -> (scenario: Scenario, warnings: [Fault]) {
    do throws(Failure) {
      return try storing {
        if let edit = sitting?.edit { return try day(edit.view) }
        return try TerritoryStore.open(path, access: .reading).look { view in
          mark = try view.mark()
          return try day(view)
        }
      }
    } catch {
      throw Faults(error.faults)
    }
  }

  private func day(_ view: StoreView) throws -> (scenario: Scenario, warnings: [Fault]) {
    let day = try StoreDay(view, on: date, extent: table == .bookings ? .everything : .territory)
    return (Self.named(day.scenario, try view.aliases()), day.warnings)
  }

  public func apply(_ outcome: ImportOutcome, of request: ImportRequest) throws(Faults) {
    guard let whole = outcome.scenario else { return }
    do throws(Failure) {
      try storing {
        if let sitting, let edit = sitting.edit {
          sitting.note(outcome, request)
          return try put(whole, outcome, into: edit)
        }
        try TerritoryStore.open(path).transaction { edit in
          if let mark, try edit.view.mark() != mark { throw StoreError(.movedOn, path: path) }
          // Nobody else imports before this is done, so the contacts file is nobody else's either.
          try ImportFiles.writeContacts(outcome, request)
          try put(whole, outcome, into: edit)
        }
      }
    } catch {
      throw Faults(error.faults)
    }
  }

  private func put(_ whole: Scenario, _ outcome: ImportOutcome, into edit: StoreEdit) throws {
    for alias in outcome.aliases {
      try edit.putAlias(alias.name, key: PlaceName.key(alias.name), for: alias.place)
    }
    var part = changed(whole, outcome)
    try unlearn(&part, edit.view)
    try removeGone(outcome, whole, edit)
    _ = try StoreImport(role: role).put(part, roads: whole.territory.roads, into: edit, at: moment)
    if outcome.removesGone, table != .bookings { try judgeAllDays(edit.view) }
  }

  /// The day with the territory's local names, by which no plan but only a sheet speaks of places.
  private static func named(_ day: Scenario, _ aliases: [LocalAlias]) -> Scenario {
    var day = day
    let indices = Dictionary(day.places.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for alias in aliases {
      guard let index = indices[alias.place], !day.places[index].aliases.contains(alias.name) else {
        continue
      }
      day.places[index].aliases.append(alias.name)
    }
    return day
  }

  /// Local names stand in a table of their own, not with the places.
  private func unlearn(_ part: inout Scenario, _ view: StoreView) throws {
    let learned = Dictionary(grouping: try view.aliases(), by: \.place)
    for index in part.places.indices {
      let names = Set((learned[part.places[index].id] ?? []).map(\.name))
      part.places[index].aliases.removeAll(where: names.contains)
    }
  }

  /// The scenario with nothing in it but what the import has changed.
  private func changed(_ whole: Scenario, _ outcome: ImportOutcome) -> Scenario {
    func ids(_ changes: [ImportChange]) -> Set<String> {
      Set(changes.filter { $0.kind == .added || $0.kind == .changed }.map(\.id))
    }
    let own = ids(outcome.changes)
    let riders = ids(outcome.riders)
    var part = Scenario(
      territory: whole.territory, riders: whole.riders.filter { riders.contains($0.id) })
    switch table {
    case .places: part.places = whole.places.filter { own.contains($0.id) }
    case .riders: part.riders = whole.riders.filter { own.contains($0.id) }
    case .volunteers: part.volunteers = whole.volunteers.filter { own.contains($0.id) }
    case .vehicles: part.vehicles = whole.vehicles.filter { own.contains($0.id) }
    case .standing: part.standing = whole.standing.filter { own.contains($0.booking.id) }
    case .bookings: part.bookings = whole.bookings.filter { own.contains($0.id) }
    case .availability: break
    }
    return part
  }

  /// Takes away what the sheet does not have any more, and puts in hours, which are known by what they say.
  private func removeGone(
    _ outcome: ImportOutcome, _ whole: Scenario, _ edit: StoreEdit
  ) throws {
    if [.volunteers, .vehicles, .availability].contains(table) {
      let count = try StoreHours(whole).put(into: edit, of: resources(outcome), at: moment)
      if count > 0 {
        try edit.note(
          Change(at: moment, role: role, action: "import", note: "availability: \(count) changed"))
      }
    }
    guard outcome.removesGone, table != .availability else { return }
    let gone = outcome.changes.filter { $0.kind == .gone }.map(\.id)
    for id in gone {
      try edit.remove(kind, id: id, day: table == .bookings ? date : nil)
    }
    try edit.note(
      Change(
        at: moment, role: role, action: "import", day: table == .bookings ? date : nil,
        note: "\(kind.rawValue): \(gone.count) removed"))
  }

  /// Volunteers and vehicles whose hours may be otherwise than before.
  private func resources(_ outcome: ImportOutcome) -> Set<String> {
    Set(
      outcome.changes.filter { $0.kind != .same && ($0.kind != .gone || outcome.removesGone) }
        .map { String($0.id.split(separator: "|").first ?? "") })
  }

  private var kind: ItemKind {
    switch table {
    case .places: .place
    case .riders: .rider
    case .volunteers: .volunteer
    case .vehicles: .vehicle
    case .availability: .availability
    case .standing: .standing
    case .bookings: .booking
    }
  }

  /// Bookings and decisions of any day may speak of what was taken away.
  private func judgeAllDays(_ view: StoreView) throws {
    for day in try view.bookedDays() { _ = try StoreDay(view, on: day, knowsDayBefore: false) }
  }
}

/// The hours of a territory's people and vehicles, on all days, as a store keeps them.
private struct StoreHours {
  private let items: [StoredItem]

  init(_ territory: Scenario) {
    var hours = Scenario(territory: territory.territory)
    hours.availability = territory.availability
    items = ScenarioRows.rows(of: hours).filter { $0.kind == .availability }
      .compactMap { StoredItem($0) }
  }

  /// Puts those of some in the place of all that was kept of theirs.
  ///
  /// - Returns: how many rows are otherwise than before.
  func put(into edit: StoreEdit, of resources: Set<String>, at moment: Date) throws -> Int {
    var count = 0
    let own = Dictionary(grouping: items.filter { resources.contains($0.owner) }, by: \.owner)
    for resource in resources.sorted() {
      let kept = Set((own[resource] ?? []).map(\.id))
      for item in try edit.view.items(.availability, of: resource) where !kept.contains(item.id) {
        try edit.remove(.availability, id: item.id)
        count += 1
      }
      for item in own[resource] ?? [] where try edit.put(item, at: moment) != .unchanged {
        count += 1
      }
    }
    return count
  }
}
