/// For each waiting request its cheapest few vehicles, kept up to date as routes change.
struct RegretTable {
  private let depth: Int
  private var vehicles: [Int32]
  private var deltas: [Double]

  init(requests: Int, depth: Int) {
    self.depth = depth
    vehicles = Array(repeating: -1, count: requests * depth)
    deltas = Array(repeating: .infinity, count: requests * depth)
  }

  /// Cheapest vehicle of the request, -1 where none fits.
  func best(_ r: Int) -> (vehicle: Int, delta: Double) {
    (Int(vehicles[r * depth]), deltas[r * depth])
  }

  /// How much worse the k-th best vehicles are than the best, a missing one counting as dear as leaving the
  /// request out.
  func regret(_ r: Int, penalty: Double) -> Double {
    let best = min(deltas[r * depth], penalty)
    var sum = 0.0
    for k in 1..<depth { sum += min(deltas[r * depth + k], penalty) - best }
    return sum
  }

  mutating func clear(_ r: Int) {
    for k in 0..<depth {
      vehicles[r * depth + k] = -1
      deltas[r * depth + k] = .infinity
    }
  }

  /// Whether the vehicle is among the request's few.
  func lists(_ vehicle: Int, for r: Int) -> Bool {
    for k in 0..<depth where vehicles[r * depth + k] == Int32(vehicle) { return true }
    return false
  }

  /// Offers a vehicle that is not listed yet.
  mutating func offer(_ vehicle: Int, _ delta: Double, for r: Int) {
    var delta = delta
    var vehicle = Int32(vehicle)
    for k in 0..<depth where delta < deltas[r * depth + k] {
      swap(&delta, &deltas[r * depth + k])
      swap(&vehicle, &vehicles[r * depth + k])
    }
  }
}
