extension Scenario {
  /// Gives a driver or vehicle other hours on the date, by rows for it alone; when the day before ended is kept.
  mutating func setHours(of resource: String, to windows: [ClockWindow]) {
    let lastEnd = lastEnd(of: resource)
    setRows(
      of: resource,
      to: windows.map {
        Availability(
          resource: resource, days: .date(territory.date), window: $0, lastEnd: lastEnd)
      })
  }

  /// Replaces what holds for the date alone; without rows the resource is absent.
  mutating func setRows(of resource: String, to rows: [Availability]) {
    let days = Availability.Days.date(territory.date)
    availability.removeAll { $0.resource == resource && $0.days == days }
    availability +=
      rows.isEmpty ? [Availability(resource: resource, days: days, window: nil)] : rows
  }

  /// Rows of the most specific kind that speak of the date.
  func rows(of resource: String) -> [Availability] {
    let rows = availability.filter {
      $0.resource == resource && $0.days.contains(territory.date)
    }
    let strongest = rows.map(\.days.precedence).max()
    return rows.filter { $0.days.precedence == strongest }
  }

  /// When the driver ended the day before, by the rows that speak of the date.
  func lastEnd(of resource: String) -> ClockTime? {
    rows(of: resource).compactMap(\.lastEnd).max()
  }
}
