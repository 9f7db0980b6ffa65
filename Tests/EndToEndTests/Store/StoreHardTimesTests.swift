import CaminTestSupport
import Foundation
import Testing

/// Kills, a full disk, a folder that may not be written, two processes at once.
@Suite(.serialized) struct StoreHardTimesTests {
  /// The long run with two hundred kills is `Benchmarks/kill_store.py`.
  @Test func aKillLeavesTheStateBeforeOrAfter() throws {
    let store = try StoreAtHand()
    try store.plan()
    let start = ContinuousClock.now
    try store.plan(seed: 2)
    let whole = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    var version = try #require(try store.state().version)
    var killed = 0
    for attempt in 0..<10 {
      let run = try Camin.run([
        "plan", store.path, "--date", StoreAtHand.day, "--iterations", "0", "--seed",
        "\(attempt + 3)", "--out", store.scratch.path("out"),
      ]) { process in
        Thread.sleep(forTimeInterval: whole * (0.5 + Double(attempt) / 20))
        kill(process.processIdentifier, SIGKILL)
      }
      if run.wasKilled { killed += 1 }
      #expect(try store.integrity() == "ok 0")
      let now = try store.state()
      #expect(now.state == "draft" && (now.version == version || now.version == version + 1))
      #expect(now.steps.count == now.version)
      version = now.version ?? version
    }
    #expect(killed > 0)
  }

  @Test func aFullDiskIsToldAndChangesNothing() throws {
    let store = try StoreAtHand()
    var big = try DayDocument()
    let first = big.bookings[0]
    big.bookings += (0..<3000).map { number in
      var booking = first
      booking["id"] = "x\(number)"
      booking["legs"] = (first["legs"] as? [[String: Any]] ?? []).enumerated().map { index, leg in
        leg.merging(["id": "x\(number)-\(index)"]) { $1 }
      }
      return booking
    }
    try big.write(store.scratch.path("big.json"))
    let before = try store.run("export", "--out", store.scratch.path("before.json"))
    #expect(before.status == 0, "\(before.everything)")
    // A limit on the size of files, in kilobytes, stands for the disk.
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 600; exec \"$0\" import \"$1\" \"$2\" 2> \"$3\"", Camin.path,
      store.path, store.scratch.path("big.json"), store.scratch.path("errors.txt"),
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "fr_FR.UTF-8"]
    try process.run()
    process.sleepUntilExit()
    let errors = try store.scratch.text("errors.txt")
    #expect(process.terminationStatus == 74 && errors.contains("rien n’"), "\(errors)")
    #expect(try store.integrity() == "ok 0")
    _ = try store.run("export", "--out", store.scratch.path("after.json"))
    #expect(try store.scratch.data("before.json") == store.scratch.data("after.json"))
  }

  /// For root there is no folder that may not be written.
  @Test(.enabled(if: getuid() != 0)) func aFolderThatMayNotBeWrittenIsTold() throws {
    let store = try StoreAtHand()
    let folder = store.scratch.folder.path
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: store.path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    }
    let run = try Camin.run("import", store.path, Shipped.small)
    #expect(run.status == 73 && run.errors.contains("lot.camin"), "\(run.everything)")
    let made = try Camin.run("init", store.scratch.path("new.camin"))
    #expect(made.status == 73, "\(made.everything)")
  }

  @Test func ofTwoAtOnceOneWaitsOrIsTold() throws {
    let store = try StoreAtHand()
    try store.plan()
    let other = Process()
    other.executableURL = URL(filePath: "/usr/bin/env")
    other.arguments = [
      "python3", "-c",
      "import sqlite3,sys,time; c=sqlite3.connect(sys.argv[1], isolation_level=None);"
        + "c.execute('begin immediate'); open(sys.argv[2],'w').close(); time.sleep(float(sys.argv[3])); c.execute('rollback')",
      store.path, store.scratch.path("held"), "60",
    ]
    try other.run()
    defer { other.terminate() }
    while !FileManager.default.fileExists(atPath: store.scratch.path("held")) {
      Thread.sleep(forTimeInterval: 0.05)
    }
    // Reading goes on meanwhile; writing waits for some seconds, and is then told.
    #expect(try store.state().state == "draft")
    let run = try store.run("state", "proposed")
    #expect(run.status == 74 && run.errors.contains("occupe"), "\(run.everything)")
    other.terminate()
    other.sleepUntilExit()
    #expect(try store.run("state", "proposed").status == 0)
    #expect(try store.integrity() == "ok 0")
  }

  @Test func manyAtOnceLoseNothing() throws {
    let store = try StoreAtHand()
    let processes = try (0..<6).map { number in
      var day = try DayDocument()
      day.setTerritory("date", to: "2026-12-0\(number + 1)")
      for index in day.bookings.indices { day.set("booked_at", of: index, to: nil) }
      try day.write(store.scratch.path("day\(number).json"))
      let process = Process()
      process.executableURL = URL(filePath: Camin.path)
      process.arguments = [
        "import", store.path, store.scratch.path("day\(number).json"), "--quiet",
      ]
      try process.run()
      return process
    }
    for process in processes {
      process.sleepUntilExit()
      #expect(process.terminationStatus == 0)
    }
    for number in 1...6 {
      let run = try store.run("validate", "--json", on: "2026-12-0\(number)")
      let counts = try object(run.output)["counts"] as? [String: Int]
      #expect(counts?["bookings"] == (try DayDocument().bookings.count), "\(run.everything)")
    }
  }
}
