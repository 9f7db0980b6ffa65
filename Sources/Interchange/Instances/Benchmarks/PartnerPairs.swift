import DialARide

/// Requests of an instance whose nodes name their partners, as Li and Lim's and Sartori and
/// Buriol's do.
struct PartnerPairs {
  /// Pickup and delivery node of each request, in the order of the pickups.
  private(set) var pairs: [(pickup: Int, delivery: Int)] = []

  /// Pairs the nodes of a numbered table and notes where they do not fit.
  init(_ table: NodeTable, _ log: inout FaultLog) {
    for (number, node) in table.nodes.enumerated().dropFirst() {
      guard let node else { continue }
      let partner = max(node.pickup, node.delivery)
      let names: Substring = "\(node.pickup) \(node.delivery)"
      guard min(node.pickup, node.delivery) == 0, table.nodes.indices.contains(partner),
        partner > 0,
        partner != number
      else {
        log.add(.missingPartner, line: node.row.line, field: "pickup, delivery", value: names)
        continue
      }
      guard let other = table.nodes[partner] else { continue }
      guard (node.delivery > 0 ? other.pickup : other.delivery) == number else {
        log.add(
          .unanswered(partner: partner), line: node.row.line, field: "pickup, delivery",
          value: names)
        continue
      }
      if node.delivery > 0 {
        Self.checkLoads(node, other, &log)
        pairs.append((number, partner))
      }
    }
  }

  private static func checkLoads(_ pickup: NodeRow, _ delivery: NodeRow, _ log: inout FaultLog) {
    let (taken, left) = (pickup.loads[0], delivery.loads[0])
    if taken < 0 {
      log.add(.negativePickupLoad, line: pickup.row.line, field: "load", value: "\(taken)")
    } else if left != -taken {
      log.add(.deliveryLoad(-taken), line: delivery.row.line, field: "load", value: "\(left)")
    }
  }

  /// The problem with its hierarchical objective: fewest vehicles, then least cost.
  func draft(
    _ name: String, _ nodes: [NodeRow], vehicles: Int, capacity: Int, _ matrix: MatrixDraft
  ) -> ProblemDraft {
    func stop(_ node: Int) -> StopDraft {
      StopDraft(location: node, serviceTime: nodes[node].service, windows: [nodes[node].window])
    }
    let cost = FleetCost.dominating(matrix, routes: min(vehicles, pairs.count))
    return ProblemDraft(
      name: name,
      requests: pairs.map { pair in
        RequestDraft(
          id: "\(pair.pickup)", pickup: stop(pair.pickup), delivery: stop(pair.delivery),
          load: nodes[pair.pickup].loads)
      },
      vehicles: (1...vehicles).map { number in
        VehicleDraft(
          id: "\(number)", start: 0, end: 0, shift: nodes[0].window, layouts: [[capacity]],
          fixedCost: cost, costPerMetre: 1)
      },
      matrices: [matrix])
  }
}
