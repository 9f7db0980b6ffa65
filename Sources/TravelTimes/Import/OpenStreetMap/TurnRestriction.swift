/// A turn restriction as OpenStreetMap states it: from a way over a node into a way.
struct TurnRestriction: Hashable {
  var from: Int64
  var via: Int64
  var to: Int64
  var only: Bool

  enum Reading: Hashable {
    case turn(TurnRestriction)
    /// For cars, but over ways, by the clock, or incomplete.
    case notUnderstood
    case notForCars
  }

  /// Reads a relation as the OpenStreetMap wiki documents it (Relation:restriction).
  static func read(_ members: [OsmMember], _ tags: [String: String]) -> Reading {
    let exempt = tags["except"].map { $0.split(separator: ";") } ?? []
    if exempt.contains("motorcar") || exempt.contains("motor_vehicle") { return .notForCars }
    let vehicles = ["restriction:motorcar", "restriction:motor_vehicle", "restriction"]
    guard let text = vehicles.lazy.compactMap({ tags[$0] }).first else {
      return tags["restriction:conditional"] == nil ? .notForCars : .notUnderstood
    }
    func ids(_ role: String, _ type: Character) -> [Int64] {
      members.filter { $0.role == role && $0.type == type }.map(\.id)
    }
    let (from, via, to) = (ids("from", "w"), ids("via", "n"), ids("to", "w"))
    let known = text.hasPrefix("no_") || text.hasPrefix("only_")
    guard known, from.count == 1, via.count == 1, to.count == 1,
      !members.contains(where: { $0.role == "via" && $0.type == "w" })
    else { return .notUnderstood }
    return .turn(
      TurnRestriction(from: from[0], via: via[0], to: to[0], only: text.hasPrefix("only_")))
  }
}
