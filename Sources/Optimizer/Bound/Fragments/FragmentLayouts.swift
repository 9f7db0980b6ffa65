import DialARide

/// The capacity layouts of the vehicles of one matrix, each different one once, and which classes have which.
///
/// One layout holds for a whole fragment, whether layouts belong to the route or to the trip.
struct FragmentLayouts {
  private var layouts: [[Int32]] = []
  /// For each layout the classes that have it.
  private var owners: [BitMask] = []
  /// Classes of the matrix.
  private(set) var members = BitMask()
  /// False where there are too many layouts for a mask.
  let isExpressible: Bool

  init(_ p: BoundProblem, matrix: Int) {
    let dimensions = p.problem.dimensions
    var known: [[Int32]: Int] = [:]
    for (k, kind) in p.classes.enumerated() where kind.matrix == matrix {
      members.insert(k)
      let draft = p.problem.vehicles[kind.vehicle]
      // Without layouts there is no rule of capacity.
      let own =
        draft.layouts.isEmpty
        ? [[Int32](repeating: .max, count: dimensions)]
        : draft.layouts.map { layout in
          (0..<dimensions).map { $0 < layout.count ? Int32(layout[$0]) : 0 }
        }
      for layout in own {
        let index = known[layout] ?? layouts.count
        if index == layouts.count {
          known[layout] = index
          layouts.append(layout)
          owners.append(BitMask())
        }
        owners[index].insert(k)
      }
    }
    isExpressible = layouts.count <= BitMask.capacity
  }

  var all: BitMask { .all(layouts.count) }

  /// The layouts among these that hold the load.
  func fitting(_ load: [Int32], among alive: BitMask) -> BitMask {
    var mask = alive
    for (index, layout) in layouts.enumerated() where mask.contains(index) {
      for k in load.indices where load[k] > layout[k] { mask.remove(index) }
    }
    return mask
  }

  func classes(of mask: BitMask) -> BitMask {
    var classes = BitMask()
    for (index, owner) in owners.enumerated() where mask.contains(index) { classes |= owner }
    return classes
  }
}
