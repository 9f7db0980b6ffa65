import Foundation
import Testing

/// A day of `Scenarios/acceptance`, to be changed, planned and judged by the built command.
struct AcceptanceDay {
  private static let folder = Shipped.root.appending(path: "Scenarios/acceptance")
  private var root: [String: Any]
  private let scratch: Scratch

  init(_ name: String) throws {
    scratch = try Scratch()
    root = try Self.document(Self.folder.appending(path: name + ".json"))
  }

  private static func document(_ url: URL) throws -> [String: Any] {
    let found = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return try #require(found as? [String: Any])
  }

  /// The plan that lies beside a day.
  static func plan(_ name: String) throws -> PlanFile {
    try PlanFile(folder.appending(path: "plans/\(name).json").path)
  }

  // MARK: Changing it

  /// Changes the object of a list that has this id.
  mutating func change(
    _ list: String, _ id: String, _ change: (inout [String: Any]) -> Void
  ) throws {
    var objects = try #require(root[list] as? [[String: Any]])
    let index = try #require(objects.firstIndex { $0["id"] as? String == id })
    change(&objects[index])
    root[list] = objects
  }

  /// Changes a leg of a booking.
  mutating func changeLeg(
    _ leg: String, _ change: (inout [String: Any]) -> Void
  ) throws {
    let booking = String(leg.prefix { $0 != "-" })
    try self.change("bookings", booking) {
      var legs = $0["legs"] as? [[String: Any]] ?? []
      for index in legs.indices where legs[index]["id"] as? String == leg { change(&legs[index]) }
      $0["legs"] = legs
    }
  }

  mutating func changeTerritory(_ change: (inout [String: Any]) -> Void) throws {
    var territory = try #require(root["territory"] as? [String: Any])
    change(&territory)
    root["territory"] = territory
  }

  mutating func remove(_ list: String, _ id: String) throws {
    let objects = try #require(root[list] as? [[String: Any]])
    root[list] = objects.filter { $0["id"] as? String != id }
  }

  mutating func addLock(_ lock: [String: Any]) {
    root["locks"] = (root["locks"] as? [[String: Any]] ?? []) + [lock]
  }

  /// Gives the day a shipped profile of its own, with one figure changed.
  mutating func set(_ profile: String, _ key: String, _ value: Double) throws {
    let file = Shipped.root.appending(path: "Sources/Planning/Rules/Profiles/\(profile).json")
    var own = try Self.document(file)
    var figures = try #require(own["figures"] as? [String: [String: Any]])
    try #require(figures[key] != nil)
    figures[key]?["value"] = value
    own["figures"] = figures
    let others = (root["profiles"] as? [[String: Any]] ?? []).filter {
      $0["id"] as? String != profile
    }
    root["profiles"] = others + [own]
  }

  // MARK: Asking the command

  private func write() throws -> String {
    let path = scratch.path("day.json")
    try JSONSerialization.data(withJSONObject: root).write(to: URL(filePath: path))
    return path
  }

  private func write(_ plan: PlanFile) throws -> String {
    let path = scratch.path("plan.json")
    try plan.write(path)
    return path
  }

  /// - Parameter told: the plan that people know already.
  func planned(after told: PlanFile? = nil) throws -> PlanFile {
    let previous = try told.map { ["--previous", try write($0)] } ?? []
    let run = try Camin.run(
      [
        "plan", write(), "--iterations", "200", "--seed", "1", "--quiet", "--out",
        scratch.path("out"),
      ] + previous)
    #expect(run.status == 0, "\(run.everything)")
    return try PlanFile(scratch.path("out/plan.json"))
  }

  /// What `camin check` finds, in short: `ride-time tad-local.ride_factor 3240 / 3120`.
  func broken(_ plan: PlanFile) throws -> [String] {
    let run = try Camin.run("check", write(), write(plan), "--json")
    let violations = try #require(object(run.output)["violations"] as? [[String: Any]])
    let isValid = violations.allSatisfy { $0["decided"] as? Bool == true }
    #expect(run.status == (isValid ? 0 : 1), "\(run.everything)")
    return violations.map { violation in
      let numbers = ["value", "limit"].compactMap { PlanFile.number(violation[$0]) }
        .map { String(Int($0.rounded())) }.joined(separator: " / ")
      let words = ["rule", "figure"].compactMap { violation[$0] as? String } + [numbers]
      return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// What `camin check` says to people.
  func verdict(_ plan: PlanFile, _ options: String...) throws -> Camin.Run {
    try Camin.run(["check", write(), write(plan)] + options)
  }

  func explained(_ plan: PlanFile, _ trip: String) throws -> String {
    let run = try Camin.run("explain", write(), write(plan), trip)
    #expect(run.status == 0, "\(run.everything)")
    return run.output
  }

  func validated() throws -> Camin.Run { try Camin.run("validate", write()) }
}

extension PlanFile {
  /// A leg's pick-up or set-down, with the run that makes it.
  struct Visit {
    var run: [String: Any]
    var stop: [String: Any]

    /// Minutes after midnight as the clock shows them.
    var minutes: Int {
      let clock = (stop["start"] as? String ?? "").dropFirst(11).prefix(5).split(separator: ":")
      return (Int(clock.first ?? "") ?? 0) * 60 + (Int(clock.last ?? "") ?? 0)
    }
    var place: String? { stop["place"] as? String }
    var resource: String? { run["resource"] as? String }
  }

  func visit(_ kind: String, _ leg: String) throws -> Visit {
    for (number, run) in runs.enumerated() {
      let stop = stops(number).first {
        $0["kind"] as? String == kind && $0["leg"] as? String == leg
      }
      if let stop { return Visit(run: run, stop: stop) }
    }
    throw Missing(what: "the \(kind) of \(leg)")
  }

  func pickup(_ leg: String) throws -> Visit { try visit("pickup", leg) }

  func delivery(_ leg: String) throws -> Visit { try visit("delivery", leg) }

  /// Metres that the vehicle drives with the leg's rider on board.
  func metres(_ leg: String) throws -> Int {
    for number in runs.indices {
      let stops = stops(number)
      let own = stops.indices.filter { stops[$0]["leg"] as? String == leg }
      guard let first = own.first, let last = own.last, first < last else { continue }
      return stops[(first + 1)...last].reduce(0) { $0 + ($1["metres"] as? Int ?? 0) }
    }
    throw Missing(what: "the ride of \(leg)")
  }

  func kinds(_ run: Int) -> [String] { stops(run).compactMap { $0["kind"] as? String } }

  /// What is zero is not written.
  func indicator(_ key: String) -> Double {
    Self.number((root["indicators"] as? [String: Any])?[key]) ?? 0
  }

  static func number(_ value: Any?) -> Double? {
    value as? Double ?? (value as? Int).map(Double.init)
  }

  /// Reasons of a booking that is not served.
  func reasons(_ booking: String) throws -> [[String: Any]] {
    let found = try #require(unserved.first { $0["booking"] as? String == booking })
    return try #require(found["reasons"] as? [[String: Any]])
  }

  /// Who must be told what is new.
  var peopleToTell: [String] {
    let changes = (root["changes"] as? [String: Any])?["changes"] as? [[String: Any]]
    return (changes ?? []).compactMap { $0["person"] as? String }
  }

  /// Resource of each leg served.
  var drivers: [String: String] {
    var drivers: [String: String] = [:]
    for (number, run) in runs.enumerated() {
      for stop in stops(number) where stop["kind"] as? String == "pickup" {
        if let leg = stop["leg"] as? String { drivers[leg] = run["resource"] as? String }
      }
    }
    return drivers
  }
}

extension [String: Any] {
  /// The French of a text in two languages.
  func french(_ key: String) -> String {
    (self[key] as? [String: String])?["fr"] ?? ""
  }
}
