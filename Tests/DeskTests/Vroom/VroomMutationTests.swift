import CaminTestSupport
import Desk
import Foundation
import Interchange
import Testing

/// Requests spoilt at random: a sound answer or a clear refusal each, and no search beyond its time.
@Suite struct VroomMutationTests {
  private static let sound = """
    {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity": [3], "skills": [1], "type": "van",
       "time_window": [0, 900], "speed_factor": 1.2, "costs": {"fixed": 5, "per_km": 3}, "max_tasks": 6,
       "breaks": [{"id": 1, "service": 5, "time_windows": [[10, 200]], "max_load": [2]}],
       "steps": [{"type": "start"}, {"type": "job", "id": 1}, {"type": "end"}]},
      {"id": 2, "start_index": 3, "capacity_profiles": [{"name": "a", "capacity": [2]}, {"capacity": [3]}]}],
     "jobs": [{"id": 1, "location_index": 1, "setup": 3, "service": 4, "delivery": [1], "pickup": [1],
       "service_per_type": {"van": 9}, "priority": 4, "skills": [1], "time_windows": [[0, 50], [80, 300]]}],
     "shipments": [{"amount": [1], "max_transit_time": 90, "pickup": {"id": 1, "location_index": 2},
       "delivery": {"id": 1, "location_index": 3, "description": "é"}}],
     "x_links": [{"type": "apart", "tasks": [{"type": "job", "id": 1}, {"type": "shipment", "id": 1}]}],
     "options": {"g": false, "x": 1}, \(VroomDoorTests.line)}
    """

  /// Values that somebody might write where others belong.
  private static let strange = [
    "null", "-1", "0", "1", "2", "1e400", "99999999999999999999999", "4294967295", "4294967296",
    "0.5", "true",
    "\"\"", "\"x\"", "[]", "{}", "[[]]", "[1]", "[-1, 5]", "{\"id\": 1}", "[null]",
    "18446744073709551615",
  ]

  @Test(arguments: 0..<10)
  func everyAnswerIsSoundOrARefusal(block: Int) throws {
    var random = SplitMix64(seed: UInt64(77_000 + block))
    var codes: [Int: Int] = [:]
    for _ in 0..<100 {
      let text = Self.spoilt(&random)
      let isPlan = random.chance(0.2)
      let begin = ContinuousClock.now
      let (code, json) = try VroomDoorTests.answer(text, limit: 0.01) {
        $0.options.plan = isPlan ? true : nil
      }
      #expect(ContinuousClock.now - begin < .seconds(20), "\(text)")
      codes[code, default: 0] += 1
      if code == 0 {
        #expect(try VroomDoorTests.summary(json)["cost"] is Int, "\(text)")
        _ = try VroomDoorTests.routes(json)
      } else {
        #expect(code == 2, "\(code) \(json) \(text)")
        #expect((json["error"] as? String)?.isEmpty == false, "\(text)")
        #expect((json["errors"] as? [[String: String]])?.isEmpty == false, "\(text)")
      }
    }
    // Spoiling is neither harmless nor always fatal.
    #expect(codes[0, default: 0] > 5 && codes[2, default: 0] > 20, "\(codes)")
  }

  private static func spoilt(_ random: inout SplitMix64) -> String {
    guard random.chance(0.7) else {
      var bytes = Array(sound.utf8)
      for _ in 0..<random.int(1...3) {
        let place = random.int(0...bytes.count - 1)
        switch random.int(0...3) {
        case 0: bytes[place] = UInt8(random.int(0...255))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(random.int(32...126)), at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [32] }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    guard var document = try? JSONSerialization.jsonObject(with: Data(sound.utf8)) else {
      return ""
    }
    for _ in 0..<random.int(1...2) { change(&document, &random) }
    guard
      let data = try? JSONSerialization.data(withJSONObject: document, options: .fragmentsAllowed)
    else { return "" }
    var text = String(decoding: data, as: UTF8.self)
    // What the writer could not hold is put in afterwards.
    for (index, value) in strange.enumerated() {
      text = text.replacing("\"@\(index)@\"", with: value)
    }
    return text
  }

  /// Walks down at random, and changes, drops or doubles what it finds.
  private static func change(_ value: inout Any, _ random: inout SplitMix64) {
    if var object = value as? [String: Any], !object.isEmpty, random.chance(0.9) {
      let keys = object.keys.sorted()
      let key = keys[random.int(0...keys.count - 1)]
      if random.chance(0.15) {
        object[key] = nil
      } else if var inner = object[key] {
        change(&inner, &random)
        object[key] = inner
      }
      value = object
    } else if var array = value as? [Any], !array.isEmpty, random.chance(0.9) {
      let index = random.int(0...array.count - 1)
      switch random.int(0...9) {
      case 0: array.remove(at: index)
      case 1: array.append(array[index])
      default:
        var inner = array[index]
        change(&inner, &random)
        array[index] = inner
      }
      value = array
    } else {
      value = "@\(random.int(0...strange.count - 1))@"
    }
  }
}
