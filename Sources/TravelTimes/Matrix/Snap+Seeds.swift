extension Snap {
  /// Ways out of the point: to the ends of its stretch.
  func departures(_ sections: GraphSections) -> [UpwardSearch.Seed] {
    arcs(sections).map { index, arc in
      let cost = arc.isBackward ? back(sections) : ahead(sections)
      return UpwardSearch.Seed(node: arc.head, cost: cost, arc: index)
    }.reduce(into: []) { seeds, seed in
      // Copies of an arc behind a restricted turn end in the same node.
      if seed.node != Arc.outside,
        !seeds.contains(where: { $0.node == seed.node && $0.cost == seed.cost })
      {
        seeds.append(seed)
      }
    }
  }

  /// Ways to the point: from the ends of its stretch.
  func arrivals(_ sections: GraphSections) -> [UpwardSearch.Seed] {
    arcs(sections).map { index, arc in
      let stretch = Int(stretch)
      let cost =
        arc.isBackward
        ? sections.backward[stretch] - back(sections) : sections.forward[stretch] - ahead(sections)
      return UpwardSearch.Seed(node: arc.tail, cost: cost, arc: index)
    }.filter { $0.node != Arc.outside }
  }

  /// Cost to another point along the same stretch; `unreachable` where that way is closed.
  func along(to other: Snap, _ sections: GraphSections) -> TravelCost {
    guard stretch == other.stretch else { return .unreachable }
    var best = TravelCost.unreachable
    if fraction <= other.fraction, sections.forward[Int(stretch)] != .unreachable {
      best = ahead(sections) - other.ahead(sections)
    }
    if fraction >= other.fraction, sections.backward[Int(stretch)] != .unreachable {
      best = min(best, back(sections) - other.back(sections))
    }
    return best
  }

  /// Cost on to the far end; the stretch must be open that way.
  private func ahead(_ sections: GraphSections) -> TravelCost {
    let whole = sections.forward[Int(stretch)]
    return whole - whole.share(fraction)
  }

  /// Cost back to the near end; the stretch must be open that way.
  private func back(_ sections: GraphSections) -> TravelCost {
    sections.backward[Int(stretch)].share(fraction)
  }

  private func arcs(_ sections: GraphSections) -> [(UInt32, StoredArc)] {
    let range = sections.arcFirst[Int(stretch)]..<sections.arcFirst[Int(stretch) + 1]
    return range.map { ($0, sections.arcs[Int($0)]) }
  }
}
