/// A day with other drivers, vehicles or hours, to be held against the day as it is (R48).
public struct DayVariant: Codable, Hashable, Sendable {
  public var name: String
  public var changes: [ResourceChange]

  public init(name: String, changes: [ResourceChange]) {
    self.name = name
    self.changes = changes
  }
}

/// One driver or vehicle more or less, or other hours.
public enum ResourceChange: Codable, Hashable, Sendable {
  /// One more, alike in everything to one that the day has: a volunteer lives at `place`, a vehicle starts and ends there.
  /// An empty place, and no windows: as the model has them.
  case add(id: String, like: String, place: String, windows: [ClockWindow])
  case remove(id: String)
  /// Other hours on the day, in place of those that it has.
  case hours(id: String, windows: [ClockWindow])
}

extension DayVariant {
  /// The day with the changes made.
  ///
  /// - Throws: `Faults` with every change that cannot be made.
  public func scenario(of scenario: Scenario) throws(Faults) -> Scenario {
    var making = VariantMaking(scenario, variant: name)
    for change in changes { making.make(change) }
    guard making.faults.isEmpty else { throw Faults(making.faults) }
    return making.scenario
  }
}

/// Makes the changes of one variant.
private struct VariantMaking {
  var scenario: Scenario
  let variant: String
  private(set) var faults: [Fault] = []

  init(_ scenario: Scenario, variant: String) {
    self.scenario = scenario
    self.variant = variant
  }

  mutating func make(_ change: ResourceChange) {
    switch change {
    case .add(let id, let like, let place, let windows): add(id, like, place, windows)
    case .remove(let id): remove(id)
    case .hours(let id, let windows):
      guard isKnown(id) else { return }
      scenario.setHours(of: id, to: windows)
    }
  }

  private var ids: [String] { scenario.volunteers.map(\.id) + scenario.vehicles.map(\.id) }

  private mutating func add(
    _ id: String, _ like: String, _ place: String, _ windows: [ClockWindow]
  ) {
    guard isKnown(like) else { return }
    if ids.contains(id) {
      fault(
        "duplicate-id", id,
        cause: Bilingual(
          fr: "La journée a déjà « \(id) ».", en: "The day has “\(id)” already."),
        remedy: Bilingual(fr: "Donnez un autre nom.", en: "Give another name."))
    }
    if !place.isEmpty, !scenario.places.contains(where: { $0.id == place }) {
      fault(
        "unknown-place", place,
        cause: Bilingual(
          fr: "Aucun lieu ne s’appelle « \(place) ».", en: "There is no place called “\(place)”."),
        remedy: Bilingual(
          fr: "Donnez le numéro d’un lieu de la journée.", en: "Give the id of a place of the day.")
      )
    }
    if var volunteer = scenario.volunteers.first(where: { $0.id == like }) {
      volunteer.id = id
      if !place.isEmpty { volunteer.home = place }
      scenario.volunteers.append(volunteer)
    } else if var vehicle = scenario.vehicles.first(where: { $0.id == like }) {
      vehicle.id = id
      if !place.isEmpty { (vehicle.start, vehicle.end) = (place, place) }
      scenario.vehicles.append(vehicle)
    }
    scenario.availability += scenario.availability.filter { $0.resource == like }.map { row in
      var row = row
      row.resource = id
      if !place.isEmpty { row.endPlace = "" }
      return row
    }
    if !windows.isEmpty { scenario.setHours(of: id, to: windows) }
  }

  private mutating func remove(_ id: String) {
    guard isKnown(id) else { return }
    scenario.volunteers.removeAll { $0.id == id }
    scenario.vehicles.removeAll { $0.id == id }
    scenario.availability.removeAll { $0.resource == id }
    scenario.locks.removeAll { $0.resource == id }
    scenario.lines.removeAll { $0.vehicle == id }
    // Who was booked on a line that is gone asks for the same time without it.
    let lines = Set(scenario.lines.map(\.id))
    for b in scenario.bookings.indices {
      for l in scenario.bookings[b].legs.indices
      where !scenario.bookings[b].legs[l].line.isEmpty
        && !lines.contains(scenario.bookings[b].legs[l].line)
      {
        scenario.bookings[b].legs[l].line = ""
      }
    }
  }

  private mutating func isKnown(_ id: String) -> Bool {
    if ids.contains(id) { return true }
    let near = ScenarioCheck.nearest(to: id, in: ids)
    fault(
      "unknown-resource", id,
      cause: Bilingual(
        fr: "Aucun bénévole ni véhicule ne s’appelle « \(id) ».",
        en: "There is no volunteer or vehicle called “\(id)”."),
      remedy: near.map {
        Bilingual(fr: "Vouliez-vous dire « \($0) » ?", en: "Did you mean “\($0)”?")
      }
        ?? Bilingual(
          fr: "Reprenez le nom qui figure dans la journée.", en: "Take the name as the day has it.")
    )
    return false
  }

  private mutating func fault(
    _ code: String, _ value: String, cause: Bilingual, remedy: Bilingual
  ) {
    faults.append(
      Fault(
        code: code, place: FaultPlace(file: "camin"), field: "--variant", value: value,
        cause: Bilingual(
          fr: "Variante « \(variant) » : " + cause.fr, en: "Variant “\(variant)”: " + cause.en),
        remedy: remedy))
  }
}
