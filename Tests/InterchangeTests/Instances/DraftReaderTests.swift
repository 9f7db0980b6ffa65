import DialARide
import Foundation
import Interchange
import Planning
import Testing

@Suite("Problems as JSON")
struct DraftReaderTests {
  @Test("a draft written out reads back equal")
  func roundTrip() throws {
    let draft = try ShippedInstances.read("mdhdarp/a9-72hetIUY.txt").draft
    let text = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
    let instance = try InstanceFile.read(text: text, file: "copy.json")
    #expect(instance.format == .json)
    #expect(instance.draft == draft)
    #expect(instance.name == "a9-72hetIUY")
    #expect(instance.numbering.node(ofStop: 5) == 5)
    // The base visit of the last vehicle is a stop too.
    #expect(instance.numbering.node(ofStop: 2 * 72 + 8) == 152)
    #expect(instance.numbering.node(ofStop: 2 * 72 + 9) == nil)
  }

  @Test(
    "what does not fit a draft is told with its JSON pointer",
    arguments: [
      (#"{"name": "x""#, "json", ""),
      (#"{"name": 3}"#, "json", "/name"),
      (#"{"name": ""}"#, "missing-key", ""),
      (
        #"{"name": "", "requests": [], "vehicles": [{"id": "v", "shift": {"start": "a"}}]}"#,
        "json", "/vehicles/0/shift/start"
      ),
      (
        #"{"name": "", "requests": [], "vehicles": [], "matrices": [{"size": "many"}]}"#,
        "json", "/matrices/0/size"
      ),
    ])
  func misfit(_ text: String, _ code: String, _ pointer: String) {
    do {
      _ = try InstanceFile.read(text: text, file: "broken.json")
      Issue.record("accepted")
    } catch {
      #expect(error.faults.map(\.code) == [code])
      #expect(error.faults.first?.place.pointer == pointer)
    }
  }

  @Test("a draft that contradicts itself gets all its faults, each with file and pointer")
  func contradictions() throws {
    var draft = try ShippedInstances.read("darp_ab/a2-16.txt").draft
    draft.requests[3].pickup?.location = -3
    draft.requests[5].load = [-1]
    draft.matrices[0].size = 4_000_000_000_000
    draft.vehicles[1].matrix = -1
    let text = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
    let instance = try InstanceFile.read(text: text, file: "broken.json")
    let thrown = #expect(throws: InstanceFaults.self) { try instance.problem() }
    let faults = try #require(thrown).faults
    let pointers = faults.compactMap(\.place.pointer)
    for start in ["/requests/3/pickup", "/requests/5/load", "/matrices/0", "/vehicles/1"] {
      #expect(pointers.contains { $0.hasPrefix(start) }, "\(start) in \(pointers)")
    }
    #expect(faults.allSatisfy { $0.place.file == "broken.json" && $0.code == "problem" })
  }
}
