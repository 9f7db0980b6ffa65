internal import Planning

/// Puts what a sheet says of hours together with those that are known: what it says of a day of somebody is all of that
/// day, and other days stay.
struct HoursMerge {
  private(set) var availability: [Availability]
  /// Row that each entry comes from; `nil` for those that stay as they were.
  private(set) var origins: [Origin?]
  /// What has changed, by resource and day.
  private(set) var changes: [(key: DayKey, before: [Availability], after: [Availability])] = []

  struct DayKey: Hashable {
    var resource: String
    var days: Availability.Days
  }

  init(_ base: [Availability]) {
    availability = base
    origins = base.map { _ in nil }
  }

  /// Takes in statements, of which several may be about one day.
  ///
  /// - Parameter isPattern: they are all of the weekly pattern of whom they are about, on the days that they name.
  mutating func run(_ statements: [HoursStatement], isPattern: Bool) {
    if isPattern { spreadEveryDay(statements) }
    var order: [DayKey] = []
    var said: [DayKey: [HoursStatement]] = [:]
    for statement in statements {
      let key = DayKey(resource: statement.resource, days: statement.days)
      if said[key] == nil { order.append(key) }
      said[key, default: []].append(statement)
    }
    var held: [DayKey: [Int]] = [:]
    for (index, entry) in availability.enumerated() {
      held[DayKey(resource: entry.resource, days: entry.days), default: []].append(index)
    }
    var dropped: Set<Int> = []
    for key in order {
      let own = held[key] ?? []
      let before = own.map { availability[$0] }
      var told: Set<Availability> = []
      let entries = (said[key] ?? []).flatMap { statement in
        statement.entries.map { ($0, statement.origin) }
      }.filter { told.insert($0.0).inserted }
      // A sheet does not know when somebody ended the day before.
      let last = before.compactMap(\.lastEnd).max()
      let after = entries.map { entry, _ in
        var entry = entry
        if entry.window != nil { entry.lastEnd = entry.lastEnd ?? last }
        return entry
      }
      changes.append((key, before, after))
      guard Set(before) != Set(after) else { continue }
      for (place, index) in own.enumerated() {
        guard place < after.count else {
          dropped.insert(index)
          continue
        }
        availability[index] = after[place]
        origins[index] = entries[place].1
      }
      for place in own.count..<max(own.count, after.count) {
        availability.append(after[place])
        origins.append(entries[place].1)
      }
    }
    keep { !dropped.contains($0) }
  }

  /// Takes away what is said of nobody who is there any more.
  mutating func keep(_ isKept: (Int) -> Bool) {
    let left = availability.indices.filter(isKept)
    guard left.count < availability.count else { return }
    origins = left.map { origins[$0] }
    availability = left.map { availability[$0] }
  }

  /// Hours of every day are spread over the week where a sheet gives some of its days their own: an empty cell there says
  /// that nobody is there, which hours of every day would contradict.
  private mutating func spreadEveryDay(_ statements: [HoursStatement]) {
    var named: [String: Set<Weekday>] = [:]
    for case (let resource, .weekday(let day)) in statements.map({ ($0.resource, $0.days) }) {
      named[resource, default: []].insert(day)
    }
    var spread: [(Availability, Origin?)] = []
    var gone: [DayKey: [Availability]] = [:]
    for (entry, origin) in zip(availability, origins) {
      guard entry.days == .everyDay, let own = named[entry.resource] else {
        spread.append((entry, origin))
        continue
      }
      gone[DayKey(resource: entry.resource, days: .everyDay), default: []].append(entry)
      let known = Set(
        availability.filter { $0.resource == entry.resource }.map(\.days))
      for day in Weekday.allCases where !own.contains(day) && !known.contains(.weekday(day)) {
        var copy = entry
        copy.days = .weekday(day)
        spread.append((copy, origin))
      }
    }
    availability = spread.map(\.0)
    origins = spread.map(\.1)
    for (key, before) in gone { changes.append((key, before, [])) }
  }
}

extension HoursMerge {
  /// The changes of each resource in words, field by field.
  ///
  /// - Parameter labels: what the sheet calls a day.
  func fields(_ labels: [DayKey: String]) -> [String: [ImportChange.FieldChange]] {
    var fields: [String: [ImportChange.FieldChange]] = [:]
    for (key, before, after) in changes where Set(before) != Set(after) {
      fields[key.resource, default: []].append(
        Self.field(labels[key] ?? key.days.word(.french), before, after))
    }
    return fields
  }

  /// One change for each day of each resource.
  func list(_ places: [DayKey: FaultPlace]) -> [ImportChange] {
    changes.map { key, before, after in
      let isSame = Set(before) == Set(after)
      return ImportChange(
        id: key.resource + "|" + key.days.word(.english),
        kind: isSame ? .same : before.isEmpty ? .added : .changed,
        fields: isSame ? [] : [Self.field(key.days.word(.french), before, after)],
        place: places[key])
    }
  }

  /// Days of somebody of which a sheet does not speak.
  static func gone(_ keys: Set<DayKey>) -> [ImportChange] {
    keys.map { $0.resource + "|" + $0.days.word(.english) }.sorted()
      .map { ImportChange(id: $0, kind: .gone) }
  }

  private static func field(
    _ label: String, _ before: [Availability], _ after: [Availability]
  ) -> ImportChange.FieldChange {
    func words(_ entries: [Availability]) -> Bilingual {
      Bilingual(fr: HoursText.text(entries, .french), en: HoursText.text(entries, .english))
    }
    return ImportChange.FieldChange(field: label, before: words(before), after: words(after))
  }
}

extension Availability.Days {
  fileprivate func word(_ language: Language) -> String {
    FieldCodec<Availability.Days>.day.print(self, language)
  }
}
