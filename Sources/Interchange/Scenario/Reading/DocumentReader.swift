import Planning

/// Reads a scenario from one JSON document.
struct DocumentReader {
  private let file: String
  private let log: InputLog
  private var draft = ScenarioDraft()

  private init(_ file: String, _ log: InputLog) {
    self.file = file
    self.log = log
  }

  /// The scenario as far as it can be read; all that is wrong goes to the log.
  static func read(_ root: JSONNode, file: String, _ log: InputLog) -> ScenarioDraft {
    var reader = DocumentReader(file, log)
    guard case .object(let members) = root.content else {
      log.fault(.wrongType(Expected.object), at: JSONSite(file: file), node: root)
      for kind in ObjectKind.allCases { reader.draft.origins.markDamaged(kind) }
      return reader.draft
    }
    reader.readTerritory(members, root)
    let places = reader.readPlaces(members)
    reader.draft.scenario.riders = reader.list(
      "riders", members, .rider, RiderFields.set(places), id: \.id)
    reader.readBookings(members, places)
    reader.readStanding(members, places)
    reader.draft.scenario.volunteers = reader.list(
      "volunteers", members, .volunteer, VolunteerFields.set(places), id: \.id)
    reader.draft.scenario.vehicles = reader.list(
      "vehicles", members, .vehicle, VehicleFields.set(places), id: \.id
    ).map(\.returningToStart)
    reader.readAvailability(members, places)
    reader.draft.scenario.locks = reader.list("locks", members, .lock, LockFields.set, id: nil)
    reader.draft.scenario.lines = reader.list(
      "lines", members, .line, LineFields.set(places), id: \.id)
    reader.draft.scenario.profiles = reader.list(
      "profiles", members, .profile, ProfileFields.set, id: nil)
    reader.warnAboutOthers(members, root)
    return reader.draft
  }

  /// Bookings alone, with riders and places, as they come in after a day was planned.
  ///
  /// - Parameter scenario: the day, whose places may be named.
  static func readLate(
    _ root: JSONNode, file: String, besides scenario: Scenario, _ log: InputLog
  ) -> ScenarioDraft {
    var reader = DocumentReader(file, log)
    guard case .object(let members) = root.content else {
      log.fault(.wrongType(Expected.object), at: JSONSite(file: file), node: root)
      return reader.draft
    }
    reader.draft.scenario.places = reader.list(
      "places", members, .place, PlaceFields.set, id: \.id)
    let places = PlaceIndex(scenario.places + reader.draft.scenario.places)
    reader.draft.scenario.riders = reader.list(
      "riders", members, .rider, RiderFields.set(places), id: \.id)
    reader.readBookings(members, places)
    return reader.draft
  }

  private mutating func readTerritory(_ members: [JSONMember], _ root: JSONNode) {
    let site = JSONSite(file: file).child("territory")
    guard let node = members.first(where: { $0.key == "territory" })?.value else {
      let place = FaultPlace(file: file, line: root.line, pointer: site.pointer)
      log.fault(.missingValue, at: place, field: "territory")
      draft.origins.markDamaged(.territory)
      return draft.origins.add(.territory, Origin(file: file, pointer: "", isSound: false))
    }
    let (territory, sound) = TerritoryFields.set.read(node, site, log)
    draft.scenario.territory = territory
    if !sound { draft.origins.markDamaged(.territory) }
    draft.origins.add(
      .territory, Origin(file: file, line: node.line, pointer: site.pointer, isSound: sound))
  }

  private mutating func readPlaces(_ members: [JSONMember]) -> PlaceIndex {
    draft.scenario.places = list("places", members, .place, PlaceFields.set, id: \.id)
    let isComplete = !draft.origins.damaged.contains(.place)
    let index = PlaceIndex(draft.scenario.places, isComplete: isComplete)
    AliasCheck(index, log).run(on: draft)
    return index
  }

  private mutating func readBookings(_ members: [JSONMember], _ places: PlaceIndex) {
    let fields = BookingFields.set
    let legFields = LegShape(leg: LegFields.set(places), anchor: AnchorFields.set)
    let assembly = BookingAssembly(log)
    for (node, site) in nodes("bookings", members, .booking) {
      var (booking, sound) = fields.read(node, site, log, others: ["legs"])
      for (leg, origin) in assembly.legs(parts(of: node, site, legFields, &sound), of: booking.id) {
        booking.legs.append(leg)
        draft.origins.add(.leg, origin)
      }
      if booking.id.isEmpty { draft.origins.markDamaged(.booking) }
      draft.scenario.bookings.append(booking)
      draft.origins.add(
        .booking, Origin(file: file, line: node.line, pointer: site.pointer, isSound: sound))
    }
  }

  private mutating func readStanding(_ members: [JSONMember], _ places: PlaceIndex) {
    let fields = BookingFields.set
    let patterns = StandingFields.set
    let legFields = LegShape(leg: LegFields.set(places), anchor: AnchorFields.set)
    let assembly = BookingAssembly(log)
    for (node, site) in nodes("standing", members, .standing) {
      var (booking, sound) = fields.read(
        node, site, log, others: ["legs"] + patterns.fields.flatMap(\.jsonKeys))
      let pattern = patterns.read(
        node, site, log, others: ["legs"] + fields.fields.flatMap(\.jsonKeys))
      sound = sound && pattern.sound
      for (leg, origin) in assembly.legs(parts(of: node, site, legFields, &sound), of: booking.id) {
        booking.legs.append(leg)
        draft.origins.add(.standingLeg, origin)
      }
      if booking.id.isEmpty { draft.origins.markDamaged(.standing) }
      draft.scenario.standing.append(pattern.record.with(booking))
      draft.origins.add(
        .standing, Origin(file: file, line: node.line, pointer: site.pointer, isSound: sound))
    }
  }

  /// The fields of a leg, made once for all of them.
  private struct LegShape {
    let leg: FieldSet<LegDraft>
    let anchor: FieldSet<AnchorDraft>
  }

  private func parts(
    of booking: JSONNode, _ site: JSONSite, _ fields: LegShape, _ sound: inout Bool
  ) -> [BookingAssembly.Part] {
    guard case .object(let members) = booking.content else { return [] }
    let here = site.child("legs")
    guard let list = members.first(where: { $0.key == "legs" })?.value else {
      log.fault(
        .missingValue, at: FaultPlace(file: file, line: booking.line, pointer: here.pointer),
        field: "legs")
      sound = false
      return []
    }
    guard case .array(let nodes) = list.content else {
      log.fault(.wrongType(Expected.list), at: here, node: list)
      sound = false
      return []
    }
    return nodes.enumerated().map { part($1, here.child($0), fields) }
  }

  private func part(_ node: JSONNode, _ site: JSONSite, _ fields: LegShape)
    -> BookingAssembly.Part
  {
    var (draft, sound) = fields.leg.read(node, site, log, others: ["anchor"])
    if case .object(let members) = node.content,
      let anchor = members.first(where: { $0.key == "anchor" })?.value
    {
      let read = fields.anchor.read(anchor, site.child("anchor"), log)
      draft.anchor = read.record
      sound = sound && read.sound
    }
    return BookingAssembly.Part(
      draft: draft,
      origin: Origin(file: file, line: node.line, pointer: site.pointer, isSound: sound))
  }

  private mutating func readAvailability(_ members: [JSONMember], _ places: PlaceIndex) {
    let fields = AvailabilityFields.set(places)
    for (node, site) in nodes("availability", members, .availability) {
      let (record, sound) = fields.read(node, site, log)
      draft.add(
        record, Origin(file: file, line: node.line, pointer: site.pointer, isSound: sound), log)
    }
  }

  /// Reads a list of objects.
  private mutating func list<Record>(
    _ key: String, _ members: [JSONMember], _ kind: ObjectKind, _ fields: FieldSet<Record>,
    id: KeyPath<Record, String>?
  ) -> [Record] {
    nodes(key, members, kind).map { node, site in
      let (record, sound) = fields.read(node, site, log)
      draft.origins.add(
        kind, Origin(file: file, line: node.line, pointer: site.pointer, isSound: sound))
      if !sound, let id, record[keyPath: id].isEmpty { draft.origins.markDamaged(kind) }
      return record
    }
  }

  /// The items of a list; a list that is not there is empty.
  private mutating func nodes(_ key: String, _ members: [JSONMember], _ kind: ObjectKind)
    -> [(JSONNode, JSONSite)]
  {
    let site = JSONSite(file: file).child(key)
    guard let node = members.first(where: { $0.key == key })?.value, !node.isNull else { return [] }
    guard case .array(let items) = node.content else {
      log.fault(.wrongType(Expected.list), at: site, node: node)
      draft.origins.markDamaged(kind)
      return []
    }
    return items.enumerated().map { ($1, site.child($0)) }
  }

  static let keys = [
    "territory", "places", "riders", "bookings", "standing", "volunteers", "vehicles",
    "availability", "locks", "lines", "profiles", "$schema",
  ]

  private func warnAboutOthers(_ members: [JSONMember], _ root: JSONNode) {
    let others = members.map(\.key).filter { !Self.keys.contains($0) }
    if !others.isEmpty { log.warning(.unknownKeys(others), at: JSONSite(file: file), node: root) }
  }
}
