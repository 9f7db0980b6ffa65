extension EjectionSearch {
  /// Random moves tried after each ejection. From 30 to 100 there is little between them.
  private static var movesAfterEjection: Int { 50 }

  /// Moves random requests to other rows, or swaps two between rows, wherever that is feasible.
  func perturb(_ random: inout RandomSource) {
    for _ in 0..<Self.movesAfterEjection {
      guard let r = randomRequest(&random) else { return }
      let from = Int(routes.rowOf[r])
      let to = order[random.below(order.count)]
      if to == from { continue }
      if random.chance(0.5) {
        relocate(r, from: from, to: to)
      } else if let q = randomRequest(of: to, &random) {
        swap(r, of: from, with: q, of: to)
      }
    }
  }

  private func relocate(_ r: Int, from: Int, to: Int) {
    let scratch = routes.scratch(0)
    guard let point = scan.place(r, into: to, of: routes),
      routes.write(from, without: (Int32(r), -1, -1), into: scratch),
      rules.isPlain || routes.accepts(scratch)
    else { return }
    routes.commit(scratch, to: from)
    routes.insert(r, at: point, into: to)
  }

  private func swap(_ r: Int, of from: Int, with q: Int, of to: Int) {
    let (a, b) = (routes.scratch(0), routes.scratch(1))
    guard routes.write(to, without: (Int32(q), -1, -1), into: b),
      let place = scan.place(r, into: b, of: routes),
      routes.write(from, without: (Int32(r), -1, -1), into: a),
      let back = scan.place(q, into: a, of: routes)
    else { return }
    routes.insert(q, at: back, into: a)
    routes.insert(r, at: place, into: b)
    routes.commit(a, to: from)
    routes.commit(b, to: to)
  }

  /// A request in some row that may leave it.
  private func randomRequest(_ random: inout RandomSource) -> Int? {
    for _ in 0..<20 {
      let r = random.below(p.requestCount)
      let row = Int(routes.rowOf[r])
      if row >= 0 && !rules.isPinned[r] && !rules.isApart[routes.row(row).vehicle] { return r }
    }
    return nil
  }

  private func randomRequest(of row: Int, _ random: inout RandomSource) -> Int? {
    let view = routes.row(row)
    guard view.count > 0 else { return nil }
    let r = Int(view.nodes[1 + random.below(view.count)].stop) >> 1
    return rules.isPinned[r] ? nil : r
  }
}
