import Interchange
import Planning
import Testing

/// Rule profiles in files of their own.
@Suite struct ProfileDocumentTests {
  private func faults(_ text: String, on date: PlanDate? = nil) -> [Fault] {
    do {
      _ = try ProfileDocument.read(json: Array(text.utf8), on: date)
      return []
    } catch {
      return error.faults
    }
  }

  /// A social-transport profile with the figures given.
  private func profile(_ figures: String, dates: String = #""valid_from": "2024-01-01""#) -> String
  {
    #"""
    {"id": "tus-lot", "kind": "tus", "title": {"fr": "Lot", "en": "Lot"}, \#(dates),
     "figures": {\#(figures)}}
    """#
  }

  private let flag = #"{"value": 1, "unit": "flag", "source": "s", "status": "assumed"}"#
  private let distance = #"{"value": 80, "unit": "km", "source": "s", "status": "assumed"}"#

  private var whole: String {
    #""most_distance": \#(distance), "criterion_required": \#(flag), "place_scope": \#(flag)"#
  }

  @Test func everyShippedProfileReadsBackTheSame() throws {
    for profile in try ShippedProfiles.all() {
      let text = ProfileDocument.text(profile)
      #expect(try ProfileDocument.read(json: Array(text.utf8)) == profile)
    }
  }

  @Test func aWholeProfileIsTaken() {
    #expect(faults(profile(whole)) == [])
  }

  @Test func allFaultsAreToldAtOnce() throws {
    let text = profile(
      """
      "most_distanse": \(distance),
      "most_distance": {"value": -5, "unit": "min", "source": "s", "status": "assumed"},
      "criterion_required": {"value": 2, "unit": "flag", "source": "s"}
      """, dates: #""valid_from": "2024-01-01", "valid_to": "2023-01-01""#)
    let found = faults(text)
    let codes = found.map(\.code).sorted()
    #expect(
      codes == [
        "bad-figure", "bad-figure", "bad-validity", "missing-figure", "missing-value",
        "unknown-figure", "wrong-unit",
      ], "\(codes)")
    let unknown = try #require(found.first { $0.code == "unknown-figure" })
    #expect(unknown.place.pointer == "/figures/most_distanse" && unknown.place.line == 2)
    #expect(unknown.remedy.fr.contains("« most_distance »"))
    #expect(unknown.remedy.en.contains("“most_distance”"))
    let status = try #require(found.first { $0.code == "missing-value" })
    #expect(status.place.pointer == "/figures/criterion_required/status")
    let unit = try #require(found.first { $0.code == "wrong-unit" })
    #expect(unit.place.pointer == "/figures/most_distance/unit" && unit.value == "min")
    #expect(unit.remedy.en.contains("km"))
    let missing = try #require(found.first { $0.code == "missing-figure" })
    #expect(missing.field == "place_scope" && missing.place.pointer == "/figures")
  }

  @Test func aProfileThatHasExpiredOrIsNotYetInForceIsAFault() throws {
    let dates = #""valid_from": "2024-01-01", "valid_to": "2025-12-31""#
    let text = profile(whole, dates: dates)
    #expect(faults(text, on: PlanDate("2025-12-31")) == [])
    let late = faults(text, on: PlanDate("2026-01-01"))
    #expect(late.map(\.code) == ["profile-not-in-force"])
    #expect(late.first?.place.pointer == "/valid_to")
    let early = faults(text, on: PlanDate("2023-12-31"))
    #expect(early.map(\.code) == ["profile-not-in-force"])
    #expect(early.first?.place.pointer == "/valid_from")
  }

  @Test func anUnknownKindNamesTheNearest() throws {
    let found = faults(profile(whole).replacing(#""kind": "tus""#, with: #""kind": "tuss""#))
    #expect(found.map(\.code) == ["unknown-rule-kind"])
    #expect(found.first?.remedy.en.contains("nearest: tus") == true)
  }

  @Test func namesThatAnAuthorMakesUpAreKnown() throws {
    let taxi = try #require(try ShippedProfiles.all().first { $0.kind == "taxi" })
    var own = taxi
    own.figures["tariff.rate.46"] = Figure(
      value: 1.1, unit: "EUR/km", source: "CPAM", status: .confirmed)
    #expect(faults(ProfileDocument.text(own)) == [])
    own.figures["tariff.rate.46"]?.unit = "EUR"
    #expect(faults(ProfileDocument.text(own)).map(\.code) == ["wrong-unit"])
  }

  @Test func whatIsNoProfileIsAFault() {
    #expect(faults("[]").contains { $0.code == "wrong-type" })
    #expect(!faults("{}").isEmpty)
    #expect(!faults("").isEmpty)
    #expect(faults("{").map(\.code) == ["bad-json"])
  }
}
