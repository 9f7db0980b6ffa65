import Interchange
import Planning
import Testing

@Suite struct ScenarioDocumentFaultTests {
  private func faults(_ json: String) -> [String] {
    do throws(Faults) {
      _ = try ScenarioSource.read(json: Array(json.utf8))
      return []
    } catch {
      return error.faults.map(brief)
    }
  }

  @Test func allFaultsAtOnceWithPointers() {
    let json = """
      {
        "territory": {"version": 2, "id": "t", "name": "T", "date": "2026-02-30"},
        "places": [
          {"id": "a", "name": "A", "latitude": "44,6", "longitude": 1.8},
          {"id": "b", "name": 7, "latitude": 44.6, "longitude": 200}
        ],
        "riders": [{"id": "r 1", "home": "zzz", "needs": "walker"}, {"home": "a"}],
        "bookings": [
          {"id": "b1", "rider": "r1", "companions": -1, "modes": ["bus", "tad", "car"], "legs": [
            {"from": "a", "to": "b", "anchor": {"arrive_by": "9:99", "fixed": "10:00"}},
            {"from": "b", "to": "a", "anchor": {}},
            {"from": "b", "anchor": {"arrive_by": "10:00", "depart_after": "09:00"}}
          ]},
          {"id": "b2", "rider": "r1"}
        ],
        "locks": {}
      }
      """
    let expected = [
      "scenario.json:2#/territory/version unknown-version version=2",
      "scenario.json:2#/territory/date bad-date date=2026-02-30",
      "scenario.json:4#/places/0/latitude wrong-type latitude=44,6",
      "scenario.json:5#/places/1/name wrong-type name=7",
      "scenario.json:5#/places/1/longitude out-of-range longitude=200",
      "scenario.json:7#/riders/0/id bad-id id=r 1",
      "scenario.json:7#/riders/0/home unknown-place home=zzz",
      "scenario.json:7#/riders/0/needs wrong-type needs=walker",
      "scenario.json:7#/riders/1/id missing-value id",
      "scenario.json:9#/bookings/0/companions out-of-range companions=-1",
      "scenario.json:9#/bookings/0/modes/0 unknown-value modes=bus",
      "scenario.json:9#/bookings/0/modes/2 unknown-value modes=car",
      "scenario.json:10#/bookings/0/legs/0/anchor/arrive_by bad-time arrive_by=9:99",
      "scenario.json:11#/bookings/0/legs/1/anchor no-anchor anchor",
      "scenario.json:12#/bookings/0/legs/2/to missing-value to",
      "scenario.json:12#/bookings/0/legs/2/anchor two-anchors anchor="
        + "arrive_by 10:00, depart_after 09:00",
      "scenario.json:14#/bookings/1/legs missing-value legs",
      "scenario.json:16#/locks wrong-type locks={}",
    ]
    #expect(faults(json) == expected)
  }

  @Test(arguments: [
    ("", "scenario.json empty-file"), ("{", "scenario.json:1 bad-json"),
    ("{\"a\": 1,\n}", "scenario.json:2 bad-json"), ("{} x", "scenario.json:1 bad-json"),
    ("{\"a\": 01}", "scenario.json:1 bad-json"), ("{\"a\": \"\\x\"}", "scenario.json:1 bad-json"),
    ("{\"a\": 1, \"a\": 2}", "scenario.json:1 repeated-key"),
    ("[" + String(repeating: "[", count: 100), "scenario.json:1 bad-json"),
    ("[]", "scenario.json:1# wrong-type=[]"),
    ("{}", "scenario.json:1#/territory missing-value territory"),
  ])
  func brokenDocuments(json: String, fault: String) {
    let found = faults(json)
    #expect(found.count == 1)
    #expect(found.first == fault)
  }

  @Test("R1: unknown keys are counted, personal ones named")
  func unknownKeysAreCountedAndPersonalOnesNamed() throws {
    let json = """
      {"territory": {"version": 1, "id": "t", "name": "T", "date": "2026-11-25", "mood": "good"},
       "places": [{"id": "a", "name": "A", "latitude": 44.6, "longitude": 1.8}],
       "riders": [{"id": "r1", "home": "a", "prenom": "Jeanne"}]}
      """
    let (scenario, warnings) = try ScenarioSource.read(json: Array(json.utf8))
    #expect(
      warnings.map(brief) == [
        "scenario.json:1#/territory unknown-key territory",
        "scenario.json:3#/riders/0 personal-data riders",
      ])
    #expect(!ScenarioDocument.text(scenario).contains("Jeanne"))
  }
}
