import Foundation
import Testing

/// `camin check` and `camin explain` on plans, some of them changed by hand.
@Suite struct CheckTests {
  private let scratch: Scratch
  private let plan: PlanFile

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
    plan = try PlanFile(scratch.path("out/plan.json"))
  }

  /// The rules that `check` finds broken.
  private func broken(_ plan: PlanFile) throws -> (status: Int32, violations: [[String: Any]]) {
    try plan.write(scratch.path("edited.json"))
    let run = try Camin.run("check", Shipped.small, scratch.path("edited.json"), "--json")
    let verdict = try object(run.output)
    #expect(verdict["valid"] as? Bool == (run.status == 0))
    return (run.status, try #require(verdict["violations"] as? [[String: Any]]))
  }

  @Test("R44: a plan written again by another program passes")
  func passesThePlanWrittenAgainByAnotherProgram() throws {
    let (status, violations) = try broken(plan)
    #expect(status == 0 && violations.isEmpty, "\(violations)")
  }

  @Test("R44: a stop moved by an hour is named with value and limit")
  func findsAStopMovedByAnHour() throws {
    var edited = plan
    let (run, leg) = try plan.anyServed()
    var stops = plan.stops(run)
    let index = try #require(stops.firstIndex { $0["leg"] as? String == leg })
    for key in ["arrival", "start", "departure"] {
      stops[index][key] = try PlanFile.moved(stops[index][key], by: 3600)
    }
    edited.set(stops: stops, ofRun: run)
    let (status, violations) = try broken(edited)
    #expect(status == 1)
    let travel = violations.filter { $0["rule"] as? String == "travel" }
    #expect(!travel.isEmpty, "\(violations)")
    for violation in travel {
      #expect(violation["run"] as? String == plan.runs[run]["id"] as? String)
      #expect(violation["value"] is Double || violation["value"] is Int)
      #expect(violation["limit"] is Double || violation["limit"] is Int)
    }
  }

  @Test func findsARiderDropped() throws {
    var edited = plan
    let (run, leg) = try plan.anyServed()
    edited.set(stops: plan.stops(run).filter { $0["leg"] as? String != leg }, ofRun: run)
    let (status, violations) = try broken(edited)
    #expect(status == 1)
    let lost = violations.first { $0["rule"] as? String == "lost-leg" }
    #expect(try #require(lost)["legs"] as? [String] == [leg])
  }

  @Test func saysItToPeople() throws {
    var edited = plan
    let (run, leg) = try plan.anyServed()
    edited.set(stops: plan.stops(run).filter { $0["leg"] as? String != leg }, ofRun: run)
    try edited.write(scratch.path("edited.json"))
    let check = try Camin.run("check", Shipped.small, scratch.path("edited.json"), "--quiet")
    #expect(check.status == 1)
    #expect(check.output.contains("[lost-leg]") && check.output.contains(leg))
    #expect(check.errors.isEmpty)
  }

  @Test func tellsMissingAndDamagedPlansApart() throws {
    #expect(try Camin.run("check", Shipped.small, scratch.path("none.json")).status == 66)
    try Data("{\"runs\": 7".utf8).write(to: scratch.folder.appending(path: "cut.json"))
    let run = try Camin.run("check", Shipped.small, scratch.path("cut.json"))
    #expect(run.status == 65 && run.errors.contains("cut.json"), "\(run.everything)")
  }

  @Test func refusesThePlanOfAnotherDay() throws {
    let scenario = try scratch.scenario()
    try scenario.change("territory.json", "2026-11-25", to: "2026-12-02")
    let run = try Camin.run("check", scenario.path, scratch.path("out/plan.json"))
    #expect(run.status == 65 && run.errors.contains("other-day"), "\(run.everything)")
  }

  @Test func explainsAServedTrip() throws {
    let (run, leg) = try plan.anyServed()
    let text = try Camin.run("explain", Shipped.small, scratch.path("out/plan.json"), leg)
    #expect(text.status == 0 && text.output.contains(leg), "\(text.everything)")
    let id = try #require(plan.runs[run]["id"] as? String)
    #expect(text.output.contains(id))
    let json = try Camin.run(
      "explain", Shipped.small, scratch.path("out/plan.json"), leg, "--json")
    let served = try #require(object(json.output)["served"] as? [[String: Any]])
    #expect(served.map { $0["leg"] as? String } == [leg])
    #expect(served.first?["run"] as? String == id)
  }

  @Test func explainsAnUnservedTrip() throws {
    let leg = try plan.anyUnserved()
    let text = try Camin.run("explain", Shipped.small, scratch.path("out/plan.json"), leg)
    #expect(text.status == 0 && text.output.contains("Non servi"), "\(text.everything)")
    let json = try Camin.run(
      "explain", Shipped.small, scratch.path("out/plan.json"), leg, "--json")
    let unserved = try #require(object(json.output)["unserved"] as? [[String: Any]])
    #expect((unserved.first?["legs"] as? [String])?.contains(leg) == true)
    let reasons = try #require(unserved.first?["reasons"] as? [[String: Any]])
    #expect(reasons.first?["code"] is String)
  }

  @Test func knowsNoUnknownTrip() throws {
    let run = try Camin.run("explain", Shipped.small, scratch.path("out/plan.json"), "nobody-9")
    #expect(run.status == 65 && run.errors.contains("nobody-9"), "\(run.everything)")
  }

  @Test("R45: without a trip all that is not served is explained, resource by resource")
  func explainsAllUnserved() throws {
    let path = scratch.path("out/plan.json")
    let run = try Camin.run("explain", Shipped.small, path, "--json")
    #expect(run.status == 0, "\(run.everything)")
    let told = try #require(try object(run.output)["unserved"] as? [[String: Any]])
    #expect(
      told.compactMap { $0["booking"] as? String }
        == plan.unserved.compactMap { $0["booking"] as? String })
    let resources = try ["volunteers.csv", "vehicles.csv"].reduce(0) { count, file in
      let text = try String(contentsOfFile: Shipped.small + "/" + file, encoding: .utf8)
      return count + text.split(whereSeparator: \.isNewline).count - 1
    }
    for item in told {
      let bindings = try #require(item["bindings"] as? [[String: Any]])
      for leg in Set(bindings.compactMap { $0["leg"] as? String }) {
        let named = bindings.filter { $0["leg"] as? String == leg }
          .flatMap { $0["resources"] as? [String] ?? [] }
        #expect(named.count == resources && Set(named).count == resources, "\(leg)")
      }
    }
    let text = try Camin.run("explain", Shipped.small, path)
    #expect(text.output.contains("Par bénévole et véhicule"))
    let english = try Camin.run("explain", Shipped.small, path, "--lang", "en")
    #expect(english.output.contains("By volunteer and vehicle"))
  }

  @Test("R45: bindings written wrongly are a fault of the plan, with their place")
  func badBindings() throws {
    var root = plan.root
    var unserved = plan.unserved
    unserved[0]["bindings"] = [["leg": 1, "rule": "x", "proven": "maybe"]]
    root["unserved"] = unserved
    try JSONSerialization.data(withJSONObject: root).write(
      to: URL(filePath: scratch.path("bad.json")))
    let run = try Camin.run("explain", Shipped.small, scratch.path("bad.json"))
    #expect(run.status == 65, "\(run.everything)")
    for field in ["leg", "proven", "resources", "text"] {
      #expect(run.errors.contains("/unserved/0/bindings/0/\(field)"), "\(run.errors)")
    }
  }
}
