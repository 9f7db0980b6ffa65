import Planning
import Testing

@Suite("R66: comparing rule profiles")
struct ProfileDiffTests {
  @Test("added, removed and changed figures, by key; a new source alone is a change")
  func changes() throws {
    let old = try #require(try ShippedProfiles.all().first { $0.id == "tus-2019" })
    var new = old
    #expect(ProfileDiff(from: old, to: new).changes.isEmpty)
    new.figures["share_cap"]?.value = 0.40
    new.figures["most_distance"]?.source = "another text"
    new.figures["place_scope"] = nil
    new.figures["zone"] = Figure(value: 1, unit: "flag", source: "x", status: .assumed)
    let changes = ProfileDiff(from: old, to: new).changes
    #expect(changes.map(\.key) == ["most_distance", "place_scope", "share_cap", "zone"])
    #expect(changes.map(\.kind) == [.changed, .removed, .changed, .added])
    #expect(changes[2].old?.value == 0.32 && changes[2].new?.value == 0.40)
    #expect(changes[1].new == nil && changes[3].old == nil)
  }

  @Test("R66: which figures no official text confirms")
  func unconfirmed() throws {
    let profiles = try ShippedProfiles.all()
    let tap = try #require(profiles.first { $0.id == "tap-2025" })
    #expect(tap.unconfirmed.count == tap.figures.count - 1)
    #expect(!tap.unconfirmed.contains("mix_with_public"))
  }

  @Test("every figure of every shipped profile is one that Camin knows, in a unit of its own")
  func known() throws {
    for profile in try ShippedProfiles.all() {
      let kind = try #require(RuleKind(rawValue: profile.kind))
      for (key, figure) in profile.figures {
        let known = FigureKey.known(key, in: kind)
        #expect(known?.measure.units.contains(figure.unit) == true, "\(profile.id).\(key)")
      }
    }
    #expect(FigureKey.known("wait_totale", in: .tap) == nil)
    #expect(FigureKey.known("tariff.rate.46", in: .taxi) != nil)
    #expect(FigureKey.known("tariff.rate.", in: .taxi) == nil)
  }
}
