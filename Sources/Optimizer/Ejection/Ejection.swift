/// A place for a request in a row that up to three others leave for it.
struct Ejection {
  var row: Int
  /// Requests that leave, -1 where fewer do.
  var leaving: (Int32, Int32, Int32)
  /// Where the request goes, counted in the row without those that leave.
  var point: FleetPoint
}

/// The lightest ejection found so far.
private struct LightestEjection {
  var ejection: Ejection?
  /// Sum of its penalties; others have to be lighter.
  var weight = Int32.max
}

extension EjectionSearch {
  /// Sets of three tried in one row for one request; there can be thousands.
  private static var mostTriples: Int { 300 }

  /// The ejection with the least sum of penalties; among equals the present order of rows decides, and fewer
  /// leave rather than more.
  func lightestEjection(for r: Int, _ random: inout RandomSource) -> Ejection? {
    var best = LightestEjection()
    for row in order where p.admissible[r * p.vehicleCount + routes.row(row).vehicle] {
      let count = sortMembers(of: row, &random)
      trySingles(r, row, count, &best)
      tryPairs(r, row, count, &best)
      tryTriples(r, row, count, &best)
    }
    return best.ejection
  }

  private func trySingles(_ r: Int, _ row: Int, _ count: Int, _ best: inout LightestEjection) {
    var a = 0
    while a < count && weight(a) < best.weight {
      attempt(r, row, (members.base[a], -1, -1), weight(a), &best)
      a += 1
    }
  }

  private func tryPairs(_ r: Int, _ row: Int, _ count: Int, _ best: inout LightestEjection) {
    var a = 0
    while a < count && 2 * weight(a) < best.weight {
      var b = a + 1
      while b < count && weight(a) + weight(b) < best.weight {
        let leaving = (members.base[a], members.base[b], Int32(-1))
        attempt(r, row, leaving, weight(a) + weight(b), &best)
        b += 1
      }
      a += 1
    }
  }

  private func tryTriples(_ r: Int, _ row: Int, _ count: Int, _ best: inout LightestEjection) {
    var tried = 0
    var a = 0
    while a < count && 3 * weight(a) < best.weight && tried < Self.mostTriples {
      var b = a + 1
      while b < count && weight(a) + 2 * weight(b) < best.weight {
        let pair = weight(a) + weight(b)
        var c = b + 1
        while c < count && pair + weight(c) < best.weight {
          let leaving = (members.base[a], members.base[b], members.base[c])
          attempt(r, row, leaving, pair + weight(c), &best)
          tried += 1
          c += 1
        }
        b += 1
      }
      a += 1
    }
  }

  private func weight(_ member: Int) -> Int32 { penalty.base[Int(members.base[member])] }

  private func attempt(
    _ r: Int, _ row: Int, _ leaving: (Int32, Int32, Int32), _ weight: Int32,
    _ best: inout LightestEjection
  ) {
    let scratch = routes.scratch(0)
    guard routes.write(row, without: leaving, into: scratch),
      let point = scan.place(r, into: scratch, of: routes)
    else { return }
    best.ejection = Ejection(row: row, leaving: leaving, point: point)
    best.weight = weight
  }

  /// Lists the requests of a row that may leave it, least penalty first, equals in random order; returns their
  /// number.
  private func sortMembers(of row: Int, _ random: inout RandomSource) -> Int {
    let nodes = routes.row(row).nodes
    var count = 0
    for x in stride(from: 1, through: routes.row(row).count, by: 1) {
      let s = nodes[x].stop
      let r = Int(s) >> 1
      if (s & 1 == 1 && p.hasPickup[r]) || rules.isPinned[r] { continue }
      // Insert at a random place among those listed, then sort stably.
      let place = random.below(count + 1)
      members.base[count] = members.base[place]
      members.base[place] = Int32(r)
      count += 1
    }
    for i in stride(from: 1, to: count, by: 1) {
      let r = members.base[i]
      let own = penalty.base[Int(r)]
      var j = i
      while j > 0 && penalty.base[Int(members.base[j - 1])] > own {
        members.base[j] = members.base[j - 1]
        j -= 1
      }
      members.base[j] = r
    }
    return count
  }
}
