extension Recreate {
  /// Serves the group that would lose most by waiting, again and again (Potvin and Rousseau 1993).
  func regret(
    _ depth: Int, _ bank: inout [Int], _ solution: inout SearchSolution,
    _ random: inout RandomSource
  ) {
    var waiting = bank
    bank = []
    var table = RegretTable(requests: p.requestCount, depth: depth)
    let vehicles = candidates(solution)
    for g in waiting {
      for r in groups.members[g] { scan(r, solution, vehicles, &table) }
    }
    while let chosen = mostRegretted(waiting, table, &random) {
      let g = waiting.remove(at: chosen)
      guard place(g, table, &solution, &random) else {
        bank.append(g)
        continue
      }
      refresh(&table, waiting, after: g, solution)
    }
    bank += waiting
  }

  private func scan(
    _ r: Int, _ solution: SearchSolution, _ vehicles: [Int], _ table: inout RegretTable
  ) {
    table.clear(r)
    if let tied = tiedVehicle(r, solution) {
      table.offer(tied, bench.insertion(r, vehicle: tied, in: solution).delta, for: r)
      return
    }
    for vehicle in vehicles {
      table.offer(vehicle, bench.insertion(r, vehicle: vehicle, in: solution).delta, for: r)
    }
  }

  /// Index of the group to serve next; `nil` where none of them fits anywhere.
  private func mostRegretted(
    _ waiting: [Int], _ table: RegretTable, _ random: inout RandomSource
  ) -> Int? {
    var chosen: Int?
    var most = -Double.infinity
    for (i, g) in waiting.enumerated() {
      let value = groups.isPlain[g] ? regret(ofAll: groups.members[g], table) : regret(g, table)
      // Noise of a hundredth, so that equal choices do not always fall the same way.
      let shaken = value + abs(value) * 0.01 * random.unit()
      if shaken > most {
        most = shaken
        chosen = i
      }
    }
    return chosen
  }

  private func regret(ofAll members: [Int], _ table: RegretTable) -> Double {
    var value = 0.0
    for r in members {
      value += table.best(r).delta.isFinite ? table.regret(r, penalty: p.penalty[r]) : -.infinity
    }
    return value
  }

  /// Of each demand that of the form which costs least: another form that costs little more takes the place of another
  /// vehicle.
  private func regret(_ g: Int, _ table: RegretTable) -> Double {
    groups.demands[g].reduce(0) { sum, forms in
      var best = forms[0]
      for r in forms where table.best(r).delta < table.best(best).delta { best = r }
      let least = table.best(best).delta
      guard least.isFinite else { return -.infinity }
      var second = p.penalty[best]
      for r in forms where r != best { second = min(second, table.best(r).delta) }
      return sum + table.regret(best, penalty: max(least, second))
    }
  }

  /// Serves a group of one where the table says, a larger one leg by leg.
  private func place(
    _ g: Int, _ table: RegretTable, _ solution: inout SearchSolution, _ random: inout RandomSource
  ) -> Bool {
    let members = groups.members[g]
    guard members.count == 1, groups.required[g].isEmpty else {
      return insert(group: g, into: &solution, blink: 0, &random)
    }
    let best = table.best(members[0])
    guard best.delta < p.penalty[members[0]] else { return false }
    let point = bench.insertion(members[0], vehicle: best.vehicle, in: solution)
    bench.apply(members[0], point, vehicle: best.vehicle, to: &solution)
    return true
  }

  /// Brings the table up to date after a group was served.
  private func refresh(
    _ table: inout RegretTable, _ waiting: [Int], after g: Int, _ solution: SearchSolution
  ) {
    let changed = changedVehicles(g, solution)
    let vehicles = candidates(solution)
    for h in waiting {
      for r in groups.members[h] {
        if changed.contains(where: { table.lists($0, for: r) }) || !groups.sameVehicleAs[r].isEmpty
        {
          scan(r, solution, vehicles, &table)
          continue
        }
        for vehicle in changed {
          table.offer(vehicle, bench.insertion(r, vehicle: vehicle, in: solution).delta, for: r)
        }
      }
    }
  }

  /// Vehicles whose insertions are new: those of the group, their crews, and the next unused of their classes.
  private func changedVehicles(_ g: Int, _ solution: SearchSolution) -> [Int] {
    var changed: [Int] = []
    func add(_ vehicle: Int) {
      if !changed.contains(vehicle) { changed.append(vehicle) }
    }
    for r in groups.members[g] where solution.vehicleOf[r] >= 0 {
      let vehicle = Int(solution.vehicleOf[r])
      add(vehicle)
      let view = p.vehicles[vehicle]
      if view.crew >= 0 { for member in p.crews[Int(view.crew)] { add(member) } }
      let spare = (0..<p.vehicleCount).first {
        p.vehicles[$0].vehicleClass == view.vehicleClass && solution.routes[$0].count == 0
      }
      if let spare { add(spare) }
    }
    return changed
  }
}
