import Interchange
import Planning
import Testing

/// Rule profiles in files of their own.
@Suite struct ProfileDocumentTests {
  private func faults(_ text: String) -> [Fault] {
    do {
      _ = try ProfileDocument.read(json: Array(text.utf8))
      return []
    } catch {
      return error.faults
    }
  }

  @Test func everyShippedProfileReadsBackTheSame() throws {
    for profile in try ShippedProfiles.all() {
      let text = ProfileDocument.text(profile)
      #expect(try ProfileDocument.read(json: Array(text.utf8)) == profile)
    }
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
