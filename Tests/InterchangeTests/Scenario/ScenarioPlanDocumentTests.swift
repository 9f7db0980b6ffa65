import DialARide
import Interchange
import Planning
import Testing

@Suite struct PlanDocumentTests {
  /// A plan on the night when summer time begins, with every field set.
  static var plan: Plan {
    let both = Bilingual(fr: "Trop loin : 104 km", en: "Too far: 104 km")
    let change = LeastChange(
      kind: "later_pickup", amount: 20, unit: "min", resource: "v12", moved: 2, text: both)
    let binding = Binding(
      leg: "b2-1", rule: "tus-2019.most_distance", resources: ["v12", "v13"], value: 104,
      limit: 100, unit: "km", source: "Décret 2019-850", proven: true, text: both)
    let reason = Reason(
      code: .rideOrDetourLimit, leg: "b2-1", rule: "tus-2019.max_km", resources: 2, ofResources: 3,
      proven: true, text: both, leastChange: change)
    let stop = RunStop(
      kind: .pickup, place: "livernon", leg: "b1-1", booking: "b1", rider: "r1",
      needs: ["wheelchair"], companions: 1, arrival: 6000, start: 6060, departure: 7300,
      onBoard: 2, metres: 12_345, door: "a", walk: 250)
    let run = Run(
      id: "v07#2", resource: "v07", mode: .volunteer, carrier: "ADMR", start: "a", end: "b",
      departure: -600, arrival: 90_000,
      stops: [
        stop,
        RunStop(
          kind: .rest, place: "a", arrival: 8000, start: 8000, departure: 9000, onBoard: 0,
          metres: 0),
      ], metres: 40_000, emptyMetres: 10_000, driving: 3000, waiting: 60, cost: 12.85, layout: 1,
      fewRiders: FewRiders(riders: 1, least: 2))
    var indicators = Indicators()
    indicators.legs = 3
    indicators.outsideLegs = 1
    indicators.outsideCost = 25.5
    indicators.occupancy = 1.0 / 3
    indicators.costUnshared = 40.5
    indicators.parkedMinutes = 2.5
    indicators.servedLegsByMode = ["volunteer": 1]
    indicators.unservedByReason = ["ride_or_detour_limit": 1]
    return Plan(
      territory: "t", territoryName: "Œuvre", date: PlanDate(year: 2026, month: 3, day: 29),
      timeZone: "Europe/Paris", approximate: true, runs: [run],
      outside: [
        OutsideRide(fallback: "taxi", leg: "b3-1", booking: "b3", rider: "r3", price: 25.5)
      ],
      unserved: [
        UnservedBooking(
          booking: "b2", rider: "r2", legs: ["b2-1"], reasons: [reason], bindings: [binding])
      ],
      tiers: [Tier(id: "cost", value: 12.85, unit: "EUR")], indicators: indicators,
      profiles: ["tus-2019"], standby: ["b2"],
      provenance: PlanProvenance(
        engine: "camin 0.1", seed: .max, iterations: 500, timeLimit: 2.5, iterationsDone: 499,
        threads: 2, scenarioHash: "ab", planHash: "cd",
        travel: TravelProvenance(
          kind: .roads, source: "lot.roads", fingerprint: "graph:1f", attribution: "© A",
          timesHash: "ef")),
      changes: PlanChanges(
        previous: "ef", keepsTimes: true,
        changes: [
          PlanChange(
            kind: .timeMoved, person: "r1", legs: ["b1-1"], before: 6000, after: 7200, price: 1.5,
            text: both),
          PlanChange(
            kind: .otherDriver, person: "r1", legs: ["b1-1"], from: "v1", to: "v07", price: 3,
            text: both),
        ]),
      proof: ProvenBound(
        objective: 12.85, lowerBound: 12.5, proof: .columnGeneration, isOptimal: false),
      connections: [
        Connection(
          leg: "b1-1", order: .rideLast,
          stop: Place(
            id: "stop:f:1", name: "Gare", latitude: 44.5, longitude: 1.5, kind: "station"),
          time: 3600, board: 3540, farTime: 1800, margin: 300, wait: 1200, price: 2.5,
          line: Bilingual(fr: "train 1", en: "train 1"),
          text: Bilingual(fr: "À 0 h 30, train 1.", en: "At 00:30, train 1."))
      ])
  }

  @Test func comesBackAsItWas() throws {
    let text = try PlanDocument.text(Self.plan)
    let (plan, warnings) = try PlanDocument.read(json: Array(text.utf8))
    #expect(plan == Self.plan)
    #expect(warnings.isEmpty)
    #expect(try PlanDocument.text(plan) == text)
  }

  @Test func contentHashIsOfWhatThePlanSays() throws {
    let hash = try PlanDocument.contentHash(Self.plan)
    var other = Self.plan
    other.provenance.seed = 1
    other.provenance.planHash = hash
    other.proof = nil
    #expect(try PlanDocument.contentHash(other) == hash)
    other.runs[0].departure += 1
    #expect(try PlanDocument.contentHash(other) != hash)
  }

  @Test func timesCarryTheOffsetOfTheMoment() throws {
    let text = try PlanDocument.text(Self.plan)
    #expect(text.contains("\"arrival\": \"2026-03-29T01:40:00+01:00\""))
    #expect(text.contains("\"departure\": \"2026-03-29T03:01:40+02:00\""))
    #expect(text.contains("\"departure\": \"2026-03-28T23:50:00+01:00\""))
    #expect(text.contains("\"arrival\": \"2026-03-30T02:00:00+02:00\""))
  }

  @Test func keysAreSorted() throws {
    let lines = try PlanDocument.text(Self.plan).split(separator: "\n")
    let keys = lines.filter { $0.hasPrefix("  \"") }.map { String($0.prefix { $0 != ":" }) }
    #expect(keys == keys.sorted())
    #expect(keys.count == 17)
  }

  @Test func handEditedPlanTellsAllFaults() throws {
    var text = try PlanDocument.text(Self.plan)
    text = text.replacing("2026-03-29T01:40:00+01:00", with: "01:40")
    text = text.replacing("\"mode\": \"volunteer\"", with: "\"mode\": \"vélo\"")
    text = text.replacing("\"kind\": \"pickup\"", with: "\"kind\": \"montée\"")
    text = text.replacing("\"proven\": true", with: "\"proven\": \"oui\"")
    text = text.replacing("\"on_board\": 2", with: "\"on_board\": -2")
    text = text.replacing("\"engine\": \"camin 0.1\",", with: "")
    var found: [String] = []
    do throws(Faults) {
      _ = try PlanDocument.read(json: Array(text.utf8))
    } catch {
      found = error.faults.map { fault in
        "\(fault.place.pointer ?? "") \(fault.code)=\(fault.value)"
      }
      #expect(error.faults.allSatisfy { $0.place.line != nil && !$0.remedy.fr.isEmpty })
      let instant = try #require(error.faults.first { $0.code == "bad-instant" })
      #expect(instant.remedy.en.contains("2026-03-29T09:00:00+02:00"))
    }
    #expect(
      found.sorted() == [
        "/changes/changes/0/before bad-instant=01:40", "/provenance/engine missing-value=",
        "/runs/0/mode unknown-value=vélo",
        "/runs/0/stops/0/arrival bad-instant=01:40", "/runs/0/stops/0/kind unknown-value=montée",
        "/runs/0/stops/0/on_board out-of-range=-2",
        "/unserved/0/bindings/0/proven wrong-type=oui",
        "/unserved/0/reasons/0/proven wrong-type=oui",
      ])
  }

  @Test func fileIsReplacedWhole() throws {
    let sandbox = try ScenarioSandbox()
    let path = sandbox.path + "/plan.json"
    try PlanDocument.write(Self.plan, to: path)
    #expect(try PlanDocument.read(path).plan == Self.plan)
    #expect(throws: Faults.self) { try PlanDocument.write(Self.plan, to: sandbox.path) }
    #expect(throws: Faults.self) {
      try PlanDocument.write(Self.plan, to: sandbox.path + "/absent/plan.json")
    }
  }

  @Test func unknownZone() {
    var plan = Self.plan
    plan.timeZone = "Europe/Cahors"
    #expect(throws: Faults.self) { try PlanDocument.text(plan) }
  }
}
