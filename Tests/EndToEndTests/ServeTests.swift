import CaminTestSupport
import Foundation
import Testing

/// The planning API as a frontend meets it.
@Suite(.enabled(if: Shell.has("curl"), "no curl")) struct ServeTests {
  private func request(seconds: Double) throws -> String {
    let day = try JSONSerialization.data(withJSONObject: DayDocument().root)
    return
      "{\"scenario\": \(String(decoding: day, as: UTF8.self)), \"options\": {\"time_limit\": \(seconds)}}"
  }

  /// Waits half a minute at most; what is waited for is looked at afterwards.
  private func wait(_ holds: () throws -> Bool) throws {
    for _ in 0..<300 {
      if try holds() { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
  }

  @Test func theCurlOfTheReadmeWorksAsPrinted() throws {
    let readme = try String(contentsOf: Shipped.root.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(
      readme.components(separatedBy: "## Call it from your frontend").dropFirst().first)
    let block = try #require(
      section.components(separatedBy: "```sh\n").dropFirst().map {
        $0.components(separatedBy: "\n```")[0]
      }
      .first { $0.hasPrefix("curl") })
    let server = try RunningServer(in: Scratch())
    #expect(block.contains("127.0.0.1:8080"))
    let printed = block.replacing("127.0.0.1:8080", with: "127.0.0.1:\(server.port)")
    let run = try Shell.run(["sh", "-c", printed], in: Shipped.root)
    #expect(run.status == 0, "\(run.errors)")
    let plan = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      "\(run.output.prefix(500))")
    #expect((plan["runs"] as? [Any])?.isEmpty == false)
    #expect(server.stop() == 0)
  }

  @Test func aJobSurvivesAKill() throws {
    let scratch = try Scratch()
    let first = try RunningServer(in: scratch)
    let accepted = try first.json("POST", "/v1/plans", body: request(seconds: 3))
    let id = try #require(accepted["id"] as? String)
    _ = try first.job(id, until: ["solving"])
    first.kill9()
    let second = try RunningServer(in: scratch)
    let job = try second.job(id, until: ["complete", "failed", "stopped"])
    #expect(job["state"] as? String == "complete")
    #expect(job["attempts"] as? Int == 2)
    #expect(second.stop() == 0)
  }

  /// A search gives way to answers, and no more after many others than the first did.
  @Test func everyJobIsAsUrgentAsTheFirst() throws {
    let server = try RunningServer(["--jobs", "1", "--threads", "1"], in: Scratch())
    let process = server.process.processIdentifier
    let own = try #require(Self.niceness("/proc/\(process)/task/\(process)"))
    var last = ""
    for seconds in [0.1, 0.1, 0.1, 20] {
      last = try #require(
        try server.json("POST", "/v1/plans", body: request(seconds: seconds))["id"] as? String)
    }
    _ = try server.job(last, until: ["solving"])
    let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
    // A thread may end while it is looked at.
    let all = tasks.compactMap { Self.niceness("/proc/\(process)/task/" + $0) }
    #expect(all.max() == min(19, own + 10), "\(own): \(all)")
    _ = try server.ask("DELETE", "/v1/jobs/" + last)
  }

  /// Of one thread: field 19 of proc_pid_stat(5), the 17th behind the name.
  private static func niceness(_ task: String) -> Int? {
    guard let text = try? String(contentsOfFile: task + "/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[end...].split(separator: " ")
    return fields.count > 17 ? Int(fields[17]) : nil
  }

  @Test func daysAndOffersOfAStore() throws {
    let scratch = try Scratch()
    let store = scratch.path("lot.camin")
    let made = try Camin.run(
      "init", store, "--territory", Shipped.root.appending(path: "Scenarios/lot-small.json").path)
    #expect(made.status == 0, "\(made.everything)")
    let feed = Shipped.territory + "/transit"
    let server = try RunningServer(["--days", store, "--feeds", feed], in: scratch)
    let days = try #require(try server.json("GET", "/v1/days")["days"] as? [[String: Any]])
    #expect(days.map { $0["date"] as? String } == ["2026-11-25"])
    let way = ["--from", "44.7375,1.3822", "--to", "44.4447,1.4377"]
    let told = try Camin.run(
      ["offers", store, "--date", "2026-11-25", "--feeds", feed, "--at", "9:00", "--arrive"] + way
        + ["--json"])
    #expect(told.status == 0, "\(told.everything)")
    let asked = try server.json(
      "GET",
      "/v1/offers?date=2026-11-25&from=44.7375,1.3822&to=44.4447,1.4377&arrive_by=9:00")
    let same = try #require(
      JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? NSDictionary)
    #expect(same == NSDictionary(dictionary: asked))
    let nowhere = try Camin.run(
      "serve", "--store", scratch.path("o.db"), "--port", "0", "--days", scratch.path("none.camin"))
    #expect(nowhere.status == 66, "\(nowhere.everything)")
    #expect(server.stop() == 0)
  }

  @Test func sigtermKeepsTheBestPlanSoFar() throws {
    let scratch = try Scratch()
    let first = try RunningServer(["--jobs", "1"], in: scratch)
    let accepted = try first.json("POST", "/v1/plans", body: request(seconds: 300))
    let id = try #require(accepted["id"] as? String)
    let waiting = try #require(
      try first.json("POST", "/v1/plans", body: request(seconds: 1))["id"] as? String)
    try wait { try first.json("GET", "/v1/jobs/" + id)["incumbent"] != nil }
    let begin = Date()
    #expect(first.stop() == 0)
    #expect(Date().timeIntervalSince(begin) < 15)
    let second = try RunningServer(in: scratch)
    let job = try second.json("GET", "/v1/jobs/" + id)
    #expect(job["state"] as? String == "stopped")
    #expect(job["ended_by"] as? String == "server")
    let plan = try second.ask("GET", "/v1/jobs/\(id)/result")
    try Data(plan.text.utf8).write(to: scratch.folder.appending(path: "plan.json"))
    try JSONSerialization.data(withJSONObject: DayDocument().root)
      .write(to: scratch.folder.appending(path: "day.json"))
    let check = try Camin.run(
      "check", scratch.path("day.json"), scratch.path("plan.json"), "--roads", "none")
    #expect(check.status == 0, "\(check.everything)")
    // What was waiting is done by the next server.
    #expect(try second.job(waiting, until: ["complete"])["attempts"] as? Int == 1)
  }

  /// Sixty deliveries by three vehicles, to be searched for as long as may be.
  private static var vroom: String {
    let place = (0..<61).map { (x: $0 * 37 % 101, y: $0 * 59 % 97) }
    let durations = place.map { a in place.map { b in abs(a.x - b.x) + abs(a.y - b.y) } }
    let vehicles = (1...3).map {
      "{\"id\": \($0), \"start_index\": 0, \"end_index\": 0, \"capacity\": [22]}"
    }
    let jobs = (1...60).map { "{\"id\": \($0), \"location_index\": \($0), \"delivery\": [1]}" }
    return """
      {"vehicles": [\(vehicles.joined(separator: ","))], "jobs": [\(jobs.joined(separator: ","))],
       "matrices": {"car": {"durations": \(durations)}}, "options": {"l": 50}}
      """
  }

  /// Neither a search whose client waits, nor the events of a job whose turn does not come, keep the process: the one is
  /// answered with the best so far, the other ends.
  @Test func sigtermWaitsForNoClient() throws {
    let scratch = try Scratch()
    let server = try RunningServer(["--jobs", "1"], in: scratch)
    let running = try server.json("POST", "/v1/plans", body: request(seconds: 300))
    _ = try server.job(try #require(running["id"] as? String), until: ["solving"])
    let waiting = try #require(
      try server.json("POST", "/v1/plans", body: request(seconds: 1))["id"] as? String)
    try Data(Self.vroom.utf8).write(to: scratch.folder.appending(path: "vroom.json"))
    let url = "http://127.0.0.1:\(server.port)"
    let clients = try [
      [
        "-H", "Content-Type: application/json", "--data-binary", "@vroom.json", "-o", "answer.json",
        url + "/vroom",
      ],
      ["-N", "-o", "events.txt", url + "/v1/jobs/\(waiting)/events"],
    ].map { arguments in
      let client = Process()
      client.executableURL = URL(filePath: "/usr/bin/env")
      client.currentDirectoryURL = scratch.folder
      client.arguments = ["curl", "-sS"] + arguments
      try client.run()
      return client
    }
    try wait { (try? scratch.text("events.txt").contains("event: status")) ?? false }
    // Nothing tells from outside that the search has begun.
    Thread.sleep(forTimeInterval: 2)
    let begin = Date()
    #expect(server.stop() == 0)
    #expect(Date().timeIntervalSince(begin) < 15)
    for client in clients { client.sleepUntilExit() }
    let answer = try JSONSerialization.jsonObject(with: scratch.data("answer.json"))
    #expect((answer as? [String: Any])?["code"] as? Int == 0, "\(answer)")
    #expect(try !scratch.text("events.txt").contains("event: done"))
  }

  @Test func keysAreMadeShownAndRevoked() throws {
    let scratch = try Scratch()
    let store = ["--store", scratch.path("server.db"), "--lang", "en"]
    let made = try Camin.run(["key", "create", "--name", "front", "--tenant", "lot"] + store)
    #expect(made.status == 0, "\(made.everything)")
    let key = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(key.wholeMatch(of: /camin_[0-9a-z]{8}_[0-9a-z]{52}/) != nil)
    let server = try RunningServer(in: scratch)
    #expect(try server.ask("GET", "/v1/jobs").status == 401)
    #expect(
      try server.ask("GET", "/v1/jobs", headers: ["Authorization: Bearer " + key]).status == 200)
    let list = try Camin.run(["key", "list"] + store)
    let id = String(key.split(separator: "_")[1])
    #expect(list.output.contains(id) && !list.output.contains(key))
    #expect(try Camin.run(["key", "revoke", id] + store).status == 0)
    #expect(try Camin.run(["key", "revoke", id] + store).status == 65)
    try wait {
      try server.ask("GET", "/v1/jobs", headers: ["Authorization: Bearer " + key]).status != 200
    }
    #expect(
      try server.ask("GET", "/v1/jobs", headers: ["Authorization: Bearer " + key]).status == 401)
    #expect(try !server.errors.contains(key))
    #expect(
      try Camin.run(["key", "create", "--name", "x", "--scopes", "all"] + store).status == 64)
  }

  @Test func onlyThisMachineIsAnsweredWithoutKeys() throws {
    let scratch = try Scratch()
    let store = ["--store", scratch.path("server.db")]
    let open = try Camin.run(["serve", "--host", "0.0.0.0", "--port", "0"] + store)
    #expect(open.status == 64, "\(open.everything)")
    #expect(try Camin.run(["key", "create", "--name", "x"] + store).status == 0)
    #expect(try Camin.run(["serve", "--host", "0.0.0.0", "--port", "0"] + store).status == 64)
    let server = try RunningServer(in: Scratch())
    #expect(try server.ask("GET", "/v1/jobs", headers: ["Host: evil.example"]).status == 421)
    #expect(
      try server.ask("GET", "/v1/jobs", headers: ["Origin: https://evil.example"]).status == 403)
    #expect(
      try server.ask("GET", "/v1/jobs", headers: ["Host: localhost:\(server.port)"]).status == 200)
    #expect(try server.ask("GET", "/healthz").text.hasPrefix("ok"))
  }

  @Test func twoServersDoNotShareAFile() throws {
    let scratch = try Scratch()
    let server = try RunningServer(in: scratch)
    let second = try Camin.run(["serve", "--store", scratch.path("server.db"), "--port", "0"])
    #expect(second.status == 74, "\(second.everything)")
    let taken = try Camin.run([
      "serve", "--store", scratch.path("other.db"), "--port", "\(server.port)",
    ])
    #expect(taken.status == 69, "\(taken.everything)")
  }

  @Test(.enabled(if: Shell.has("openssl"), "no openssl")) func itSpeaksTLS() throws {
    let scratch = try Scratch()
    let made = try Shell.run(
      [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=localhost",
        "-keyout", scratch.path("key.pem"), "-out", scratch.path("cert.pem"),
      ])
    try #require(made.status == 0, "\(made.errors)")
    let server = try RunningServer(
      ["--tls-certificate", scratch.path("cert.pem"), "--tls-key", scratch.path("key.pem")],
      in: scratch)
    let answer = try server.ask("GET", "/v1/limits", tls: true)
    #expect(answer.status == 200)
    #expect(server.stop() == 0)
    let absent = try Camin.run(
      [
        "serve", "--store", scratch.path("o.db"), "--port", "0", "--tls-certificate", "none.pem",
        "--tls-key", "none.pem",
      ])
    #expect(absent.status == 69, "\(absent.everything)")
  }
}
