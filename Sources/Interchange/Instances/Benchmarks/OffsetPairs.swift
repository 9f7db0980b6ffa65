import DialARide

/// Requests of an instance whose node i is a pickup and node i + n its delivery, i in 1...n.
struct OffsetPairs {
  /// The load that a request has in the problem's dimensions, from the loads of its pickup.
  let load: ([Int]) -> [Int]
  let longestRide: (NodeRow) -> Double?
  let tightens: Bool

  /// Checks that the loads of each pair cancel.
  static func check(_ table: NodeTable, requests: Int, _ log: inout FaultLog) {
    for i in stride(from: 1, through: requests, by: 1) {
      guard let pickup = table.nodes[i] else { continue }
      if let least = pickup.loads.min(), least < 0 {
        log.add(
          .negativePickupLoad, line: pickup.row.line, field: "load", value: "\(least)")
        continue
      }
      guard let delivery = table.nodes[i + requests] else { continue }
      for (taken, left) in zip(pickup.loads, delivery.loads) where left != -taken {
        log.add(
          .deliveryLoad(-taken), line: delivery.row.line, field: "load", value: "\(left)")
      }
    }
  }

  /// The requests of sound nodes, with nodes as locations.
  func requests(_ nodes: [NodeRow], count: Int, _ travel: PlaneTravel) -> [RequestDraft] {
    stride(from: 1, through: count, by: 1).map { i in
      let (pickup, delivery) = (nodes[i], nodes[i + count])
      var windows = (pickup: pickup.window, delivery: delivery.window)
      if tightens, let ride = longestRide(pickup) {
        windows = WindowTightening(
          serviceAtPickup: pickup.service, direct: travel.between(i, i + count),
          longestRide: ride, horizon: nodes[0].window.end
        ).narrow(pickup: windows.pickup, delivery: windows.delivery)
      }
      return RequestDraft(
        id: "\(i)",
        pickup: StopDraft(
          location: i, serviceTime: pickup.service, windows: [windows.pickup]),
        delivery: StopDraft(
          location: i + count, serviceTime: delivery.service, windows: [windows.delivery]),
        load: load(pickup.loads), longestRide: longestRide(pickup))
    }
  }
}
