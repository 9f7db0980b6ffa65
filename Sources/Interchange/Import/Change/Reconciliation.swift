internal import Planning

/// Compares the bookings of a sheet with those that are there, and puts them together; standing orders likewise, of which
/// a booking of a single day is one without days.
struct Reconciliation {
  /// The orders after the import: those that were there, in their order, then the new ones.
  private(set) var orders: [StandingOrder]
  /// The entry of the sheet that each comes from; `nil` for those that stay as they were.
  private(set) var entries: [BookingSheet.Entry?]
  private(set) var changes: [ImportChange] = []
  /// Rows that say again what another row of the sheet says.
  private(set) var repeated: [Origin] = []

  private let comparison: FieldComparison
  private let bookingFields = BookingFields.set
  private let patternFields = StandingFields.set
  private let byId: [String: Int]
  private let byTrip: [TripKey: Int]
  private var touched: Set<Int> = []
  private let prefix: String
  private var next: Int
  private let existing: Int

  /// - Parameter prefix: what ids of new ones begin with.
  init(_ base: [StandingOrder], map: ColumnMap, mapped: Set<String>, prefix: String) {
    orders = base
    entries = base.map { _ in nil }
    existing = base.count
    self.prefix = prefix
    // The rider is always said, by an id or by a name; ids of bookings are no news of them.
    comparison = FieldComparison(
      map: map, mapped: mapped.union(["booking.rider"]).subtracting(["booking.id"]))
    byId = Dictionary(base.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var byTrip: [TripKey: Int] = [:]
    for (index, order) in base.enumerated() {
      for leg in order.booking.legs {
        let key = TripKey(leg, of: order)
        if byTrip[key] == nil { byTrip[key] = index }
      }
    }
    self.byTrip = byTrip
    let numbers = base.compactMap { $0.id.hasPrefix(prefix) ? Int($0.id.dropFirst()) : nil }
      .filter { $0 < 1_000_000_000 }
    next = (numbers.max() ?? 0) + 1
  }

  /// Takes in all entries.
  ///
  /// - Parameters:
  ///   - standing: ids of standing orders, whose bookings no sheet of single ones can miss.
  ///   - present: ids that stand in the sheet, also on rows that are at fault.
  mutating func run(_ sheet: [BookingSheet.Entry], standing: Set<String>, present: Set<String>) {
    var seen: [TripKey: Int] = [:]
    var taken = Set(orders.map(\.id)).union(sheet.filter(\.hasId).map(\.booking.id))
    for (number, entry) in sheet.enumerated() {
      let keys = entry.booking.legs.map { TripKey($0, of: entry.order) }
      if !keys.isEmpty, keys.allSatisfy({ seen[$0] != nil }) {
        repeated.append(entry.origin)
        continue
      }
      for key in keys { seen[key] = number }
      if let index = match(entry, keys) { update(index, entry) } else { add(entry, &taken) }
    }
    for index in 0..<existing where !touched.contains(index) {
      let booking = orders[index].booking
      let order = booking.id.split(separator: ":").first.map(String.init) ?? ""
      guard !standing.contains(order), !present.contains(booking.id) else { continue }
      changes.append(ImportChange(id: booking.id, kind: .gone, rider: booking.rider))
    }
  }

  /// The booking that an entry speaks of: the one of its id, else the one of whose trips all of its are.
  private func match(_ entry: BookingSheet.Entry, _ keys: [TripKey]) -> Int? {
    if entry.hasId, let index = byId[entry.booking.id] { return index }
    guard let index = keys.first.flatMap({ byTrip[$0] }),
      keys.allSatisfy({ byTrip[$0] == index })
    else { return nil }
    return index
  }

  private mutating func update(_ index: Int, _ entry: BookingSheet.Entry) {
    touched.insert(index)
    var order = orders[index]
    var booking = order.booking
    var fields: [ImportChange.FieldChange] = []
    let id = booking.id
    comparison.merge(patternFields, prefix: "", from: entry.order, into: &order, &fields)
    comparison.merge(
      bookingFields, prefix: "booking.", from: entry.booking, into: &booking, &fields)
    let isPart = entry.booking.legs.count < booking.legs.count && entry.booking.id != id
    if !isPart {
      comparison.merge(legs(of: entry, named: id), into: &booking.legs, of: id, &fields)
    }
    let hasOther = entry.hasId && entry.booking.id != id
    changes.append(
      ImportChange(
        id: id, kind: fields.isEmpty ? .same : .changed, rider: booking.rider, fields: fields,
        place: place(entry), otherId: hasOther ? entry.booking.id : ""))
    guard !fields.isEmpty else { return }
    orders[index] = order.with(booking)
    entries[index] = entry
  }

  private mutating func add(_ entry: BookingSheet.Entry, _ taken: inout Set<String>) {
    var booking = entry.booking
    if !entry.hasId {
      repeat {
        let digits = String(next)
        booking.id = prefix + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        next += 1
      } while !taken.insert(booking.id).inserted
      booking.legs = legs(of: entry, named: booking.id)
    }
    changes.append(
      ImportChange(id: booking.id, kind: .added, rider: booking.rider, place: place(entry)))
    orders.append(entry.order.with(booking))
    entries.append(entry)
  }

  /// The legs of an entry, those named after it renamed.
  private func legs(of entry: BookingSheet.Entry, named id: String) -> [Leg] {
    entry.booking.legs.enumerated().map { index, leg in
      var leg = leg
      if leg.id == "\(entry.booking.id)-\(index + 1)" { leg.id = "\(id)-\(index + 1)" }
      return leg
    }
  }

  private func place(_ entry: BookingSheet.Entry) -> FaultPlace {
    FaultPlace(file: entry.origin.file, line: entry.origin.line)
  }

  /// Takes away the bookings that the sheet has no more.
  mutating func removeGone() {
    let gone = Set(changes.filter { $0.kind == .gone }.map(\.id))
    keep(orders.indices.filter { !gone.contains(orders[$0].id) })
  }

  /// Takes away those of some orders that the sheet has changed nothing of.
  mutating func removeUntouched(_ ids: Set<String>) {
    keep(orders.indices.filter { entries[$0] != nil || !ids.contains(orders[$0].id) })
  }

  private mutating func keep(_ indices: [Int]) {
    entries = indices.map { entries[$0] }
    orders = indices.map { orders[$0] }
  }
}
