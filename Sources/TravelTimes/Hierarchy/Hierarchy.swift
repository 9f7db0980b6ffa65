/// An arc of the hierarchy, stored at its lower node.
struct HierarchyArc: BitwiseCopyable {
  /// The node at the other, higher end.
  var other: UInt32
  /// With the top bit: the arc of the network that it is. Without: the node that the shortcut passes.
  var origin: UInt32
  var cost: TravelCost

  static let plain: UInt32 = 0x8000_0000
}

/// A contraction hierarchy: nodes by importance, 0 the most important, and arcs to higher nodes.
struct Hierarchy {
  /// `position[node]`: the number in the hierarchy of a node of the network.
  var position: [UInt32]
  /// `upFirst[node]..<upFirst[node + 1]`: arcs that lead up from a node.
  var upFirst: [UInt32] = [0]
  var up: [HierarchyArc] = []
  /// `downFirst[node]..<downFirst[node + 1]`: arcs that come down to a node, `other` being their tail.
  var downFirst: [UInt32] = [0]
  var down: [HierarchyArc] = []

  /// The number of a node; `Arc.outside` stays what it is.
  func number(_ node: UInt32) -> UInt32 { node == Arc.outside ? node : position[Int(node)] }
}
