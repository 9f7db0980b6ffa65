import DialARide
import Interchange
import Testing

@Suite("Pickup-and-delivery formats")
struct PickupDeliveryReaderTests {
  @Test("lc101: header `25 200 1`, node 3 is delivered at node 75")
  func liLim() throws {
    let instance = try ShippedInstances.read("li_lim_100/lc101.txt")
    let draft = instance.draft
    #expect(instance.format == .pdptw)
    #expect(instance.vehiclesFirst)
    #expect(draft.vehicles.count == 25)
    #expect(draft.requests.count == 53)
    #expect(draft.vehicles[0].layouts == [[200]])
    #expect(draft.vehicles[0].shift == TimeWindow(0, 1236))
    #expect(draft.vehicles[0].longestDuration == nil)
    // Nodes 1 and 2 are deliveries, so the first pickup of the file is node 3.
    let first = draft.requests[0]
    #expect(first.id == "3")
    #expect(first.load == [10])
    #expect(first.longestRide == nil)
    #expect(first.pickup?.windows == [TimeWindow(65, 146)])
    #expect(first.delivery?.windows == [TimeWindow(997, 1068)])
    #expect(first.delivery?.serviceTime == 90)
    #expect(instance.numbering.node(ofStop: 1) == 75)
    // (42, 66) to (45, 65).
    #expect(draft.matrices[0].times[3 * 107 + 75] == 10.0.squareRoot())
  }

  @Test("bar-n100-1: SIZE 101, CAPACITY 300, minutes that differ by direction")
  func sartoriBuriol() throws {
    let instance = try ShippedInstances.read("sartori_buriol/bar-n100-1.txt")
    let draft = instance.draft
    #expect(instance.name == "bar-n100-1")
    #expect(instance.vehiclesFirst)
    #expect(draft.requests.count == 50)
    #expect(draft.vehicles.count == 50)
    #expect(draft.vehicles[0].layouts == [[300]])
    #expect(draft.vehicles[0].shift == TimeWindow(0, 240))
    #expect(draft.requests[0].pickup?.windows == [TimeWindow(129, 240)])
    #expect(draft.requests[0].delivery?.windows == [TimeWindow(137, 237)])
    #expect(draft.requests[0].load == [22])
    #expect(instance.numbering.node(ofStop: 1) == 51)
    #expect(draft.matrices[0].times[1] == 2)
    #expect(draft.matrices[0].times[101] == 3)
  }

  @Test(
    "a vehicle costs more than any routes can",
    arguments: ["li_lim_100/lrc208.txt", "sartori_buriol/ber-n100-1.txt"])
  func vehiclesDominate(_ name: String) throws {
    let draft = try ShippedInstances.read(name).draft
    let matrix = draft.matrices[0]
    // The costliest plan serves every request alone and by the longest ways there are.
    let longest = matrix.times.max() ?? 0
    #expect(draft.vehicles[0].fixedCost > 0)
    let alone = draft.requests.reduce(0.0) { sum, request in
      let (p, d) = (request.pickup?.location ?? 0, request.delivery?.location ?? 0)
      return sum + matrix.times[p] + matrix.times[p * matrix.size + d]
        + matrix.times[d * matrix.size]
    }
    #expect(draft.vehicles[0].fixedCost > alone)
    #expect(
      draft.vehicles[0].fixedCost <= 10 * longest * Double(matrix.size + draft.vehicles.count))
  }

  @Test("the stated cost leaves the fixed costs of the hierarchy out")
  func statedCost() throws {
    let text = """
      2 10 1
      0 0 0 0 0 100 0 0 0
      1 3 4 5 0 100 1 0 2
      2 3 0 -5 0 100 1 1 0
      """
    let instance = try InstanceFile.read(text: text, file: "tiny")
    let problem = try instance.problem()
    let solution = Solution(routes: [Route(vehicle: 0, stops: [0, 1])], unserved: [])
    let cost = solution.cost(in: problem)
    #expect(instance.statedCost(cost) == 12)
    // Longest ways: 5 from the depot once, 5 from node 1, 4 from node 2; 14 < 100.
    #expect(cost.fixed == 100)
    #expect(cost.total == 112)
  }
}
