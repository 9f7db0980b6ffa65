public import Foundation
public import Interchange
internal import PlanStore
public import Planning

/// Imports a sheet into a day of a territory's store, in one transaction. Only what changes is written, so that what
/// somebody else changes meanwhile stays.
public struct StoreSink: ImportSink {
  private let path: String
  private let date: PlanDate
  private let role: String
  private let moment: Date

  /// - Parameters:
  ///   - role: who does it, for the audit record.
  ///   - moment: now.
  public init(store path: String, on date: PlanDate, role: String, at moment: Date) {
    self.path = path
    self.date = date
    self.role = role
    self.moment = moment
  }

  public func day() throws(Faults) -> (scenario: Scenario, warnings: [Fault]) {
    do throws(Failure) {
      return try storing {
        try TerritoryStore.open(path, access: .reading).look { view in
          let day = try StoreDay(view, on: date, extent: .everything)
          return (Self.named(day.scenario, try view.aliases()), day.warnings)
        }
      }
    } catch {
      throw Faults(error.faults)
    }
  }

  public func apply(_ outcome: ImportOutcome) throws(Faults) {
    guard let whole = outcome.scenario else { return }
    let part = Self.changed(whole, outcome)
    let gone = outcome.removesGone ? outcome.bookings.filter { $0.kind == .gone }.map(\.id) : []
    do throws(Failure) {
      try storing {
        try TerritoryStore.open(path).transaction { edit in
          for id in gone { try edit.remove(.booking, id: id, day: date) }
          for alias in outcome.aliases {
            try edit.putAlias(alias.name, key: PlaceName.key(alias.name), for: alias.place)
          }
          _ = try StoreImport(role: role).put(
            part, roads: whole.territory.roads, into: edit, at: moment)
        }
      }
    } catch {
      throw Faults(error.faults)
    }
  }

  /// The day with the territory's local names, by which no plan but only a sheet speaks of places.
  private static func named(_ day: Scenario, _ aliases: [LocalAlias]) -> Scenario {
    var day = day
    let indices = Dictionary(day.places.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for alias in aliases {
      guard let index = indices[alias.place] else { continue }
      day.places[index].aliases.append(alias.name)
    }
    return day
  }

  /// The day with nothing in it but what the import has changed.
  private static func changed(_ whole: Scenario, _ outcome: ImportOutcome) -> Scenario {
    func ids(_ changes: [ImportChange]) -> Set<String> {
      Set(changes.filter { $0.kind == .added || $0.kind == .changed }.map(\.id))
    }
    let (bookings, riders) = (ids(outcome.bookings), ids(outcome.riders))
    return Scenario(
      territory: whole.territory, riders: whole.riders.filter { riders.contains($0.id) },
      bookings: whole.bookings.filter { bookings.contains($0.id) })
  }
}
