import Foundation

/// Best-known values of a set, from its CSV: columns `instance` and `best_known`, and `vehicles` where fewest
/// vehicles come first.
struct BestKnown {
  struct Value {
    var cost: Double
    var vehicles: Int?
  }

  private var values: [String: Value] = [:]

  init(folder: URL) throws {
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.lastPathComponent.hasPrefix("best_known_") {
      try read(file)
    }
  }

  subscript(instance: String) -> Value? { values[instance] }

  private mutating func read(_ file: URL) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    guard let header = lines.first?.split(separator: ","),
      let cost = header.firstIndex(of: "best_known")
    else { return }
    let vehicles = header.firstIndex(of: "vehicles")
    for line in lines.dropFirst() {
      // The columns read come before the first quoted one.
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count > cost, let value = Double(cells[cost]) else { continue }
      values[String(cells[0])] = Value(cost: value, vehicles: vehicles.flatMap { Int(cells[$0]) })
    }
  }
}
