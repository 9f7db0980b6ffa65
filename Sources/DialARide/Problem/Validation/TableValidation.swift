extension DraftValidation {
  mutating func checkMatrices() {
    let size = draft.matrices.first?.size ?? 0
    for (index, matrix) in draft.matrices.enumerated() {
      let pointer = "/matrices/\(index)"
      checkCount(matrix.size, pointer + "/size")
      if matrix.size != size {
        report(
          pointer + "/size", "\(matrix.size) locations where the first matrix has \(size)",
          remedy: "give all matrices the same locations")
      }
      checkEntries(matrix.times, size: matrix.size, pointer + "/times", unit: "seconds")
      if !matrix.distances.isEmpty {
        checkEntries(matrix.distances, size: matrix.size, pointer + "/distances", unit: "metres")
      }
      if let tolls = matrix.tolls {
        checkEntries(
          tolls, size: matrix.size, pointer + "/tolls", unit: "the problem's cost unit")
      }
    }
  }

  /// Reports the first bad entry of each kind and how many there are: a matrix may have millions.
  private mutating func checkEntries(
    _ entries: [Double], size: Int, _ pointer: String, unit: String
  ) {
    let (expected, overflow) = size.multipliedReportingOverflow(by: size)
    guard size >= 0, !overflow, entries.count == expected else {
      report(
        pointer, "\(entries.count) entries for \(size) locations",
        remedy:
          "write \(overflow || size < 0 ? "size * size" : String(expected)) entries, row by row")
      return
    }
    let bad = entries.indices.filter { !(entries[$0].isFinite && entries[$0] >= 0) }
    if let first = bad.first {
      report(
        "\(pointer)/\(first)",
        "\(entries[first]) is not a number of at least zero"
          + (bad.count > 1 ? ", nor are \(bad.count - 1) more entries" : ""),
        remedy: "write \(unit); where there is no way, a number beyond every shift")
    }
    let diagonal = (0..<size).map { $0 * size + $0 }.filter { entries[$0] != 0 }
    if let first = diagonal.first {
      report(
        "\(pointer)/\(first)",
        "\(entries[first]) from location \(first % size) to itself"
          + (diagonal.count > 1 ? ", and \(diagonal.count - 1) more such entries" : ""),
        remedy: "write 0 on the diagonal")
    }
  }

  mutating func checkMixing() {
    let count = draft.mixing.count
    if count > Self.mostClasses {
      report(
        "/mixing", "\(count) classes are too many", remedy: "use at most \(Self.mostClasses)")
    }
    for (row, entries) in draft.mixing.enumerated() {
      if entries.count != count {
        report(
          "/mixing/\(row)", "\(entries.count) entries in a table of \(count) rows",
          remedy: "write as many columns as rows")
      }
      for (column, allowed) in entries.enumerated()
      where column < row && draft.mixing[column].count > row
        && draft.mixing[column][row] != allowed
      {
        report(
          "/mixing/\(row)/\(column)",
          "\(allowed), but the other way round \(draft.mixing[column][row])",
          remedy: "make the table symmetric")
      }
    }
  }

  mutating func checkSharedDetour() {
    guard let rule = draft.sharedDetour else { return }
    checkNumber(rule.perFellow, "/sharedDetour/perFellow", unit: "metres")
    checkNumber(rule.most, "/sharedDetour/most", unit: "metres")
  }

  mutating func checkCrews() {
    checkUniqueNames(draft.crews.map(\.id), "crews")
    var place: [Int: String] = [:]
    for (index, crew) in draft.crews.enumerated() {
      let pointer = "/crews/\(index)"
      checkNumber(crew.longestDuration, pointer + "/longestDuration", unit: "seconds")
      checkNumber(crew.longestDistance, pointer + "/longestDistance", unit: "metres")
      checkCount(crew.mostTrips, pointer + "/mostTrips")
      for (member, vehicle) in crew.vehicles.enumerated() {
        let memberPointer = "\(pointer)/vehicles/\(member)"
        guard checkIndex(vehicle, of: "a vehicle", count: draft.vehicles.count, memberPointer)
        else { continue }
        if let earlier = place.updateValue(memberPointer, forKey: vehicle) {
          report(
            memberPointer, "vehicle \(vehicle) is already named by \(earlier)",
            remedy: "name each vehicle in one crew, once")
        } else {
          checkShift(of: vehicle, against: crew.vehicles[..<member], memberPointer)
        }
      }
    }
  }

  /// One person drives all vehicles of a crew, so only one of them can be out at a time.
  private mutating func checkShift(
    of vehicle: Int, against others: ArraySlice<Int>, _ pointer: String
  ) {
    let shift = draft.vehicles[vehicle].shift
    for other in others where draft.vehicles.indices.contains(other) {
      let theirs = draft.vehicles[other].shift
      if shift.start < theirs.end && theirs.start < shift.end {
        report(
          pointer, "the shifts of vehicles \(other) and \(vehicle) overlap",
          remedy: "let one shift of the crew end before the next starts")
      }
    }
  }
}
