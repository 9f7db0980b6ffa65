import Foundation
import Testing

/// `camin replan` and `camin diff`: a plan told is mended, and who must be called is told.
@Suite struct ReplanTests {
  private let scratch: Scratch
  private let day: Folder

  init() throws {
    scratch = try Scratch()
    day = try scratch.scenario()
    let run = try Camin.run(
      "plan", day.path, "--iterations", "100", "--quiet", "--out", scratch.path("told"))
    #expect(run.status == 0, "\(run.everything)")
  }

  private var told: String { scratch.path("told/plan.json") }

  private func replan(_ arguments: String...) throws -> Camin.Run {
    try Camin.run(
      ["replan", day.path, told, "--iterations", "60", "--out", scratch.path("new")] + arguments)
  }

  /// The driver with most stops.
  private func busiest() throws -> String {
    let plan = try PlanFile(told)
    let run = try #require(plan.runs.indices.max { plan.stops($0).count < plan.stops($1).count })
    return try #require(plan.runs[run]["resource"] as? String)
  }

  private func drivers(_ plan: PlanFile) -> [String: String] {
    var drivers: [String: String] = [:]
    for run in plan.runs.indices {
      for stop in plan.stops(run) where stop["kind"] as? String == "pickup" {
        drivers[stop["leg"] as? String ?? ""] = plan.runs[run]["resource"] as? String
      }
    }
    return drivers
  }

  @Test(
    "R43: a driver falls ill: plan, changed day and calls are written, checked, and agree with diff"
  )
  func ill() throws {
    let driver = try busiest()
    let run = try replan("--unavailable", driver)
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("\(driver) n’est pas disponible"))
    #expect(run.output.contains("À appeler, dans cet ordre"))
    let names = try scratch.names("new")
    for name in ["calls.csv", "day.json", "plan.html", "plan.json", "runs.csv"] {
      #expect(names.contains(name), "\(names)")
    }
    let (old, new) = (try PlanFile(told), try PlanFile(scratch.path("new/plan.json")))
    #expect(!new.runs.contains { $0["resource"] as? String == driver })
    let changed = scratch.path("new/day.json")
    let check = try Camin.run("check", changed, scratch.path("new/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
    let diff = try Camin.run(
      "diff", told, scratch.path("new/plan.json"), "--day", changed, "--json")
    #expect(diff.status == 0, "\(diff.everything)")
    let calls = try #require(object(diff.output)["calls"] as? [[String: Any]])
    let people = calls.compactMap { $0["person"] as? String }
    #expect(people.contains(driver) && Set(people).count == people.count)
    let (before, after) = (drivers(old), drivers(new))
    let riders = try #require(old.root["runs"] as? [[String: Any]]).flatMap {
      $0["stops"] as? [[String: Any]] ?? []
    }
    for (leg, was) in before where after[leg] != was {
      let rider = riders.first { $0["leg"] as? String == leg }?["rider"] as? String
      #expect(people.contains(rider ?? ""), "\(leg)")
    }
    let csv = try Camin.run(
      "diff", told, scratch.path("new/plan.json"), "--day", changed, "--csv")
    #expect(csv.output == (try scratch.text("new/calls.csv")))
    let english = try Camin.run(
      "diff", told, scratch.path("new/plan.json"), "--day", changed, "--lang", "en")
    #expect(english.output.contains("(rider)") || english.output.contains("(driver)"))
  }

  @Test("R50: on the day itself, twice in a row, what was driven stays")
  func twice() throws {
    let old = try PlanFile(told)
    let driver = try busiest()
    let first = try replan("--now", "09:30", "--unavailable", driver + "@09:30")
    #expect(first.status == 0, "\(first.everything)")
    let (leg, _) = try #require(
      drivers(try PlanFile(scratch.path("new/plan.json"))).filter { $0.value != driver }.max {
        $0.key < $1.key
      })
    let second = try Camin.run(
      "replan", scratch.path("new/day.json"), scratch.path("new/plan.json"), "--now", "09:40",
      "--iterations", "40", "--moved", leg + "=18:00", "--out", scratch.path("later"), "--json")
    #expect(
      second.status == 0 || second.errors.contains("already-driven"), "\(second.everything)")
    let plan = try PlanFile(scratch.path("new/plan.json"))
    let made = old.runs.indices.flatMap { old.stops($0) }.filter {
      ($0["start"] as? String ?? "").contains("T08:") && !($0["leg"] as? String ?? "").isEmpty
    }
    let kept = plan.runs.indices.flatMap { plan.stops($0) }
    for stop in made {
      #expect(
        kept.contains {
          $0["leg"] as? String == stop["leg"] as? String
            && $0["kind"] as? String == stop["kind"] as? String
            && $0["start"] as? String == stop["start"] as? String
        }, "\(stop["leg"] ?? "")")
    }
  }

  @Test("Events of a file, CSV or JSON, and a late caller, give what options give")
  func files() throws {
    let plan = try PlanFile(told)
    let (_, leg) = try plan.anyServed()
    let driver = try busiest()
    try Data(
      "evenement;ressource;trajet;heure;debut;fin\nmalade;\(driver);;;;\nannulation;;\(leg);;;\n"
        .utf8
    )
    .write(to: scratch.folder.appending(path: "events.csv"))
    let csv = try replan("--events", scratch.path("events.csv"), "--json")
    #expect(csv.status == 0, "\(csv.everything)")
    let one = try object(csv.output)
    let options = try replan("--unavailable", driver, "--cancelled", leg, "--json")
    #expect(try object(options.output)["plan_hash"] as? String == one["plan_hash"] as? String)
    let place = try #require(plan.stops(0).first?["place"] as? String)
    let other = try #require(
      plan.stops(0).compactMap { $0["place"] as? String }.first { $0 != place })
    let late: [String: Any] = [
      "events": [["event": "cancelled", "trip": leg]],
      "riders": [["id": "rneu", "home": place]],
      "bookings": [
        [
          "id": "bneu", "rider": "rneu",
          "legs": [["from": place, "to": other, "anchor": ["depart_after": "10:00"]]],
        ]
      ],
    ]
    try JSONSerialization.data(withJSONObject: late)
      .write(to: scratch.folder.appending(path: "events.json"))
    let json = try replan("--events", scratch.path("events.json"), "--json")
    #expect(json.status == 0, "\(json.everything)")
    #expect(try scratch.text("new/day.json").contains("bneu"))
  }

  @Test("What cannot be is told all at once, and nothing is written")
  func faults() throws {
    try Data("evenement;ressource;trajet;heure\nmoved;;b001-1;\nfoudre;v1;;\n".utf8)
      .write(to: scratch.folder.appending(path: "bad.csv"))
    let read = try replan(
      "--events", scratch.path("bad.csv"), "--moved", "b001-1", "--now", "soon", "--json")
    #expect(read.status == 65, "\(read.everything)")
    for code in ["incomplete-event", "--moved", "--now"] {
      #expect(read.errors.contains(code), "\(code) \(read.errors)")
    }
    let meant = try replan("--unavailable", "nobody", "--cancelled", "nothing", "--json")
    #expect(meant.status == 65)
    #expect(
      meant.errors.contains("unknown-resource") && meant.errors.contains("unknown-trip"),
      "\(meant.everything)")
    let nothing = try replan()
    #expect(nothing.status == 64, "\(nothing.everything)")
    let absent = try Camin.run("replan", day.path, scratch.path("none.json"), "--cancelled", "b001")
    #expect(absent.status == 66, "\(absent.everything)")
    #expect(try !scratch.names().contains("new"))
    let diff = try Camin.run("diff", told, scratch.path("none.json"), "--day", day.path)
    #expect(diff.status == 66, "\(diff.everything)")
    let same = try Camin.run("diff", told, told, "--day", day.path)
    #expect(same.status == 0 && same.output.contains("Personne"), "\(same.everything)")
  }
}
