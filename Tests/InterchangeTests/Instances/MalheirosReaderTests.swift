import DialARide
import Interchange
import Testing

@Suite("Malheiros's heterogeneous multi-depot format")
struct MalheirosReaderTests {
  private let name = "mdhdarp/a9-72hetIUY.txt"

  @Test("a9-72: nine vehicles of two kinds, four depots, 72 requests")
  func fleet() throws {
    let draft = try ShippedInstances.read(name).draft
    #expect(draft.requests.count == 72)
    #expect(draft.vehicles.count == 9)
    // `1 6 0 1`: no stretcher, 6 patients, 7 with staff, 1 wheelchair; `2 1 1 1` likewise.
    #expect(draft.vehicles[0].layouts == [[0, 6, 7, 1]])
    #expect(draft.vehicles[5].layouts == [[1, 2, 4, 1]])
    #expect(draft.vehicles.allSatisfy { $0.longestDuration == 480 && $0.start == $0.end })
    #expect(draft.vehicles.map(\.start) == [145, 146, 147, 148, 145, 146, 147, 148, 145])
    #expect(draft.matrices[0].size == 149)
    // From (-5, -5) to node 1 at (-4.927, 9.670).
    let way = draft.matrices[0].times[145 * 149 + 1]
    #expect(abs(way - (0.073 * 0.073 + 14.67 * 14.67).squareRoot()) < 1e-12)
  }

  @Test("a9-72: request 1 is a patient with a companion, request 72 comes home")
  func requests() throws {
    let draft = try ShippedInstances.read(name).draft
    #expect(draft.requests[0].load == [0, 1, 2, 0])
    #expect(draft.requests[0].longestRide == 30)
    #expect(draft.requests[0].pickup?.serviceTime == 3)
    // Node 73 in [461, 476]; node 72 in [172, 187], so node 144 no later than 187 + 3 + 30.
    #expect(draft.requests[0].pickup?.windows.first?.start == 428)
    #expect(draft.requests[71].delivery?.windows.first?.end == 220)
  }

  @Test("all vehicles at node 0 where asked")
  func oneDepot() throws {
    let options = ReadingOptions(depots: .firstNode)
    let draft = try ShippedInstances.read(name, options).draft
    #expect(draft.vehicles.allSatisfy { $0.start == 145 && $0.end == 145 })
    let toFirst = draft.matrices[0].times[145 * 146 + 1]
    #expect(abs(toFirst - (4.927 * 4.927 + 9.67 * 9.67).squareRoot()) < 1e-12)
  }

  /// Tries every seating of a few riders of each kind and compares with the four sums that the
  /// reader puts in their place.
  @Test(
    "the four sums say exactly who finds a place",
    arguments: [[1, 2, 1, 1], [0, 3, 0, 0], [2, 1, 2, 0]])
  func sumsAreExact(_ places: [Int]) throws {
    for code in 0..<256 {
      let riders = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3]
      let capacity = try sums(places, as: .vehicle)
      let load = try sums(riders, as: .request)
      let fits = zip(load, capacity).allSatisfy { $0 <= $1 }
      #expect(fits == canSeat(riders, places), "\(riders) on \(places)")
    }
  }

  private enum Side { case vehicle, request }

  private func sums(_ kinds: [Int], as side: Side) throws -> [Int] {
    let written = kinds.map { "\($0)" }.joined(separator: " ")
    let negated = kinds.map { "\(-$0)" }.joined(separator: " ")
    let zeros = "0 0 0 0"
    let text = """
      1 1
      480 \(side == .vehicle ? written : zeros)
      0 0 0 0 0 0 0 0 0 0 480
      1 1 0 3 30 \(side == .request ? written : zeros) 0 480
      2 2 0 3 0 \(side == .request ? negated : zeros) 0 480
      3 0 0 0 0 0 0 0 0 0 480
      """
    let draft = try InstanceFile.read(text: text, file: "seats").draft
    return side == .vehicle ? draft.vehicles[0].layouts[0] : draft.requests[0].load
  }

  /// Seats rider by rider on every kind of place open to him.
  private func canSeat(_ riders: [Int], _ places: [Int]) -> Bool {
    let open = [[0, 1, 2], [1, 2], [2], [3]]
    guard let kind = riders.firstIndex(where: { $0 > 0 }) else { return true }
    return open[kind].contains { place in
      guard places[place] > 0 else { return false }
      var (left, free) = (riders, places)
      left[kind] -= 1
      free[place] -= 1
      return canSeat(left, free)
    }
  }
}
