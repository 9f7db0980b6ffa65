import Foundation
import Testing

/// Feeder trips by the built command, with the timetable made up for the Lot (R12).
@Suite struct FeederTripTests {
  private static let feed = Shipped.territory + "/transit"

  /// A rider and a volunteer near Gourdon, or near Cahors, and an appointment beside the station of Cahors.
  private func day(from home: (latitude: Double, longitude: Double), feeder: Double = 1) throws
    -> [String: Any]
  {
    let url = Shipped.root.appending(path: "Sources/Planning/Rules/Profiles/volunteer-default.json")
    var profile = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    var figures = try #require(profile["figures"] as? [String: [String: Any]])
    figures["feeder"]?["value"] = feeder
    figures["steer_walk"]?["value"] = 1000
    profile["figures"] = figures
    func place(_ id: String, _ name: String, _ latitude: Double, _ longitude: Double)
      -> [String: Any]
    {
      ["id": id, "name": name, "latitude": latitude, "longitude": longitude]
    }
    return [
      "territory": [
        "version": 1, "id": "lot", "name": "Lot", "date": "2026-11-25", "transit": Self.feed,
      ] as [String: Any],
      "places": [
        place("home", "Domicile r1", home.latitude, home.longitude),
        place("depot", "Domicile v1", home.latitude - 0.005, home.longitude - 0.01),
        place("office", "Préfecture, Cahors", 44.449, 1.434),
      ],
      "riders": [["id": "r1", "home": "home"]],
      "bookings": [
        [
          "id": "b1", "rider": "r1",
          "legs": [
            ["id": "b1-1", "from": "home", "to": "office", "anchor": ["arrive_by": "09:00"]],
            ["id": "b1-2", "from": "office", "to": "home", "anchor": ["depart_after": "13:45"]],
          ] as [[String: Any]],
        ] as [String: Any]
      ],
      "volunteers": [["id": "v1", "home": "depot", "radius_km": 80] as [String: Any]],
      "vehicles": [] as [Any],
      "availability": [
        ["resource": "v1", "days": "wednesday", "start": "06:00", "end": "20:00"]
      ],
      "profiles": [profile],
    ]
  }

  private static let gourdon = (latitude: 44.76, longitude: 1.45)

  private func write(_ document: [String: Any], to path: String) throws {
    try JSONSerialization.data(withJSONObject: document).write(to: URL(filePath: path))
  }

  private func plan(_ scratch: Scratch, _ document: [String: Any]) throws -> [String: Any] {
    let file = scratch.path("day.json")
    try write(document, to: file)
    let run = try Camin.run(
      "plan", file, "--iterations", "200", "--seed", "1", "--out", scratch.path("out"),
      "--certificate", scratch.path("cert.json"))
    #expect(run.status == 0, "\(run.everything)")
    let check = try Camin.run("check", file, scratch.path("out/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
    let proof = try Camin.run("prove", file, scratch.path("cert.json"))
    #expect(proof.status == 0, "\(proof.everything)")
    return try #require(
      JSONSerialization.jsonObject(with: scratch.data("out/plan.json")) as? [String: Any])
  }

  private func kilometres(_ plan: [String: Any]) -> Double {
    (plan["indicators"] as? [String: Any])?["km"] as? Double ?? .infinity
  }

  /// 30 km driven in place of more than 150, both ways by train, and everybody told so.
  @Test func whereItPays() throws {
    let scratch = try Scratch()
    let through = try plan(scratch, day(from: Self.gourdon, feeder: 0))
    #expect(through["connections"] == nil)
    let made = try plan(scratch, day(from: Self.gourdon))
    let connections = try #require(made["connections"] as? [[String: Any]])
    #expect(connections.compactMap { $0["leg"] as? String } == ["b1-1", "b1-2"])
    #expect(kilometres(made) < kilometres(through) / 3)
    let page = String(decoding: try scratch.data("out/plan.html"), as: UTF8.self)
    #expect(page.contains("À déposer avant"))
    let sheets = try Camin.run(
      "sheets", scratch.path("day.json"), scratch.path("out/plan.json"), "--out",
      scratch.path("sheets"))
    #expect(sheets.status == 0, "\(sheets.everything)")
    let text = String(decoding: try scratch.data("sheets/messages/riders/r1.txt"), as: UTF8.self)
    #expect(text.contains("; puis") && text.contains("par le train IC"), "\(text)")
  }

  /// From a suburb of Cahors nothing is saved.
  @Test func whereItDoesNot() throws {
    let scratch = try Scratch()
    let made = try plan(scratch, day(from: (44.47, 1.445)))
    #expect(made["connections"] == nil)
    #expect(kilometres(made) < 40)
  }

  /// A train earlier than the ride is found; a plan is not judged without its timetables; a plan told keeps its trains.
  @Test func checkedAndKept() throws {
    let scratch = try Scratch()
    let document = try day(from: Self.gourdon)
    var made = try plan(scratch, document)
    let again = try Camin.run(
      "plan", scratch.path("day.json"), "--previous", scratch.path("out/plan.json"),
      "--iterations", "200", "--out", scratch.path("again"))
    #expect(again.status == 0, "\(again.everything)")
    #expect(again.output.contains("Rabattements"))
    var connections = try #require(made["connections"] as? [[String: Any]])
    connections[0]["time"] = "2026-11-25T06:10:00+01:00"
    made["connections"] = connections
    try write(made, to: scratch.path("early.json"))
    let early = try Camin.run("check", scratch.path("day.json"), scratch.path("early.json"))
    #expect(early.status == 1, "\(early.everything)")
    #expect(early.output.contains("b1-1"))
    var plain = document
    var territory = document["territory"] as? [String: Any]
    territory?["transit"] = nil
    plain["territory"] = territory
    try write(plain, to: scratch.path("plain.json"))
    let lost = try Camin.run("check", scratch.path("plain.json"), scratch.path("out/plan.json"))
    #expect(lost.status == 65, "\(lost.everything)")
    #expect(lost.errors.contains("unknown-feeder-stop"))
  }
}
