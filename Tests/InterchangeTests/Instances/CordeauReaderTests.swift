import DialARide
import Interchange
import Testing

@Suite("Cordeau's dial-a-ride format")
struct CordeauReaderTests {
  private let near = 1e-9

  @Test("a2-16: header `2 16 480 3 30`, requests counted, depot repeated")
  func setA() throws {
    let instance = try ShippedInstances.read("darp_ab/a2-16.txt")
    let draft = instance.draft
    #expect(instance.name == "a2-16")
    #expect(instance.format == .darp)
    #expect(!instance.vehiclesFirst)
    #expect(draft.requests.count == 16)
    #expect(draft.vehicles.count == 2)
    #expect(draft.matrices.map(\.size) == [33])
    for vehicle in draft.vehicles {
      #expect(vehicle.layouts == [[3]])
      #expect(vehicle.longestDuration == 480)
      #expect(vehicle.shift == TimeWindow(0, 480))
      #expect(vehicle.start == 0 && vehicle.end == 0)
      #expect(vehicle.costPerMetre == 1 && vehicle.fixedCost == 0)
    }
    #expect(draft.requests.allSatisfy { $0.longestRide == 30 && $0.load == [1] })
    #expect(draft.requests.allSatisfy { $0.pickup?.serviceTime == 3 })
  }

  @Test("a2-16: outbound request 1 and inbound request 16, narrowed by hand")
  func narrowedWindows() throws {
    let requests = try ShippedInstances.read("darp_ab/a2-16.txt").draft.requests
    // 1 at (-1.198, -5.164), 17 at (6.687, 6.731) with [402, 417]; direct is the root of
    // 7.885² + 11.895² = 203.66425, so [402 - 30 - 3, 417 - direct - 3] at the pickup.
    let direct = 203.66425.squareRoot()
    let first = try #require(requests[0].pickup?.windows.first)
    #expect(first.start == 369)
    #expect(abs(first.end - (414 - direct)) < near)
    #expect(requests[0].delivery?.windows == [TimeWindow(402, 417)])
    // 16 at (5.212, 9.271) with [366, 381], 32 at (-8.819, -4.749); direct² = 14.031² + 14.02²
    // = 393.429361, so [366 + 3 + direct, 381 + 3 + 30] at the delivery.
    let last = try #require(requests[15].delivery?.windows.first)
    #expect(abs(last.start - (369 + 393.429361.squareRoot())) < near)
    #expect(last.end == 414)
    #expect(requests[15].pickup?.windows == [TimeWindow(366, 381)])
  }

  @Test("a2-16 as it stands in the file")
  func windowsOfTheFile() throws {
    let options = ReadingOptions(tightensWindows: false)
    let requests = try ShippedInstances.read("darp_ab/a2-16.txt", options).draft.requests
    #expect(requests[0].pickup?.windows == [TimeWindow(0, 1440)])
    #expect(requests[15].delivery?.windows == [TimeWindow(0, 1440)])
  }

  @Test("b8-96: header `8 96 720 6 45`, service time and load of request 1 are 5")
  func setB() throws {
    let draft = try ShippedInstances.read("darp_ab/b8-96.txt").draft
    #expect(draft.requests.count == 96)
    #expect(draft.vehicles.count == 8)
    #expect(draft.vehicles[7].layouts == [[6]])
    #expect(draft.vehicles[7].longestDuration == 720)
    #expect(draft.requests[0].load == [5])
    #expect(draft.requests[0].delivery?.serviceTime == 5)
    #expect(draft.requests[0].longestRide == 45)
    // Delivery 97 in [593, 608]: pickup from 593 - 45 - 5.
    #expect(draft.requests[0].pickup?.windows.first?.start == 543)
  }

  @Test("pr01: header `3 48 480 6 90`, nodes counted, no second depot line, a day of 1440")
  func setPR() throws {
    let instance = try ShippedInstances.read("darp_pr/pr01")
    let draft = instance.draft
    #expect(instance.name == "pr01")
    #expect(draft.requests.count == 24)
    #expect(draft.vehicles.count == 3)
    #expect(draft.matrices[0].size == 49)
    #expect(draft.vehicles[0].longestDuration == 480)
    #expect(draft.vehicles[0].shift == TimeWindow(0, 1440))
    #expect(draft.requests[0].longestRide == 90)
    // Delivery 25 in [258, 287]; inbound pickup 24 in [321, 346] lets delivery 48 last until
    // 346 + 10 + 90.
    #expect(draft.requests[0].pickup?.windows.first?.start == 158)
    #expect(draft.requests[23].delivery?.windows.first?.end == 446)
  }

  @Test(
    "narrowing is Cordeau's rule, outbound in the first half and inbound in the second",
    arguments: ShippedInstances.names.filter { $0.hasPrefix("darp_") })
  func cordeausRule(_ name: String) throws {
    let narrow = try ShippedInstances.read(name).draft
    let wide = try ShippedInstances.read(name, ReadingOptions(tightensWindows: false)).draft
    let horizon = try #require(wide.vehicles.first?.shift.end)
    for (index, request) in wide.requests.enumerated() {
      let (pickup, delivery) = (try #require(request.pickup), try #require(request.delivery))
      let ride = try #require(request.longestRide)
      let matrix = wide.matrices[0]
      let direct = matrix.times[pickup.location * matrix.size + delivery.location]
      let (p, d, s) = (pickup.windows[0], delivery.windows[0], pickup.serviceTime)
      let result = narrow.requests[index]
      if index < wide.requests.count / 2 {
        let expected = TimeWindow(max(0, d.start - ride - s), min(d.end - direct - s, horizon))
        #expect(result.pickup?.windows == [expected])
        #expect(result.delivery?.windows == [d])
      } else {
        let expected = TimeWindow(max(0, p.start + s + direct), min(p.end + s + ride, horizon))
        #expect(result.delivery?.windows == [expected])
        #expect(result.pickup?.windows == [p])
      }
    }
  }

  @Test("a variant with nodes counted, no second depot line and a comment")
  func otherVariant() throws {
    let text = """
      # made by hand
      1 2 100 1 50
      0 0 0 0 0 0 1440
      1 3 4 1 1 0 1440
      2 3 0 1 -1 10 20
      """
    let draft = try InstanceFile.read(text: text, file: "x/tiny.txt").draft
    #expect(draft.name == "tiny")
    #expect(draft.requests.count == 1)
    #expect(draft.vehicles[0].shift.end == 1440)
  }

  @Test("a tiny instance costs what a hand adds up: 5 + 4 + 3")
  func handMadeCost() throws {
    let text = """
      1 1 100 1 50
      0 0 0 0 0 0 100
      1 3 4 1 1 0 100
      2 3 0 1 -1 0 100
      3 0 0 0 0 0 100
      """
    let instance = try InstanceFile.read(text: text, file: "tiny.txt")
    let problem = try instance.problem()
    let claimed = try SolutionFile.read(text: #"{"routes": [[1, 2]]}"#, file: "s", of: instance)
    let cost = claimed.solution.cost(in: problem)
    #expect(cost.total == 12)
    #expect(instance.statedCost(cost) == 12)
    #expect(claimed.solution.unserved.isEmpty)
  }

  @Test("a request that no schedule can serve keeps its windows")
  func impossibleRequest() throws {
    let text = """
      1 1 100 1 50
      0 0 0 0 0 0 100
      1 3 4 1 1 60 70
      2 3 0 1 -1 10 20
      """
    let request = try InstanceFile.read(text: text, file: "tiny.txt").draft.requests[0]
    #expect(request.pickup?.windows == [TimeWindow(60, 70)])
    #expect(request.delivery?.windows == [TimeWindow(10, 20)])
  }
}
