/// What backward searches from all destinations left at each node: the cost on to every destination.
///
/// Knopp, Sanders, Schultes, Schulz, Wagner, ALENEX 2007: computing many-to-many shortest paths using highway
/// hierarchies.
struct Buckets: ~Copyable {
  /// `first[node]..<first[node + 1]` are a node's entries.
  private let first: Slab<UInt32>
  private let destinations: Slab<UInt32>
  private let costs: Slab<UInt64>

  /// - Parameter seeds: ways to each destination.
  init(_ sections: GraphSections, to seeds: [[UpwardSearch.Seed]]) {
    let nodes = sections.upFirst.count - 1
    let search = UpwardSearch(sections, backward: true)
    var found: [(node: UInt32, destination: UInt32, cost: UInt64)] = []
    first = Slab(nodes + 2, filledWith: 0)
    for (destination, seeds) in seeds.enumerated() where !seeds.isEmpty {
      search.run(seeds)
      for node in search.settled {
        found.append((node, UInt32(destination), search.cost(node)))
        first[Int(node) + 2] += 1
      }
    }
    for node in 0..<nodes { first[node + 2] += first[node + 1] }
    destinations = Slab(found.count, filledWith: 0)
    costs = Slab(found.count, filledWith: 0)
    for entry in found {
      let place = Int(first[Int(entry.node) + 1])
      first[Int(entry.node) + 1] += 1
      destinations[place] = entry.destination
      costs[place] = entry.cost
    }
  }

  /// Lowers a row of costs by the paths that climb to nodes settled by a forward search.
  func lower(_ row: UnsafeMutablePointer<UInt64>, after search: UpwardSearch) {
    for node in search.settled {
      let climbed = search.cost(node)
      let last = Int(first[Int(node) + 1])
      for entry in Int(first[Int(node)])..<last {
        let sum = climbed &+ costs[entry]
        let destination = Int(destinations[entry])
        if sum < row[destination] { row[destination] = sum }
      }
    }
  }
}
