import DialARide
import Interchange
import Planning
import Testing

@Suite("Certificates of bounds") struct CertificateTests {
  private static let certificate = BoundCertificate(
    engine: "camin 0.1.0", inputHash: String(repeating: "0a", count: 32),
    duals: [1, -2.5, 1.0 / 3], claimedBound: 12.25, lowerBound: 12.5, proof: .enumeration)

  @Test func comesBackAsItWas() throws {
    let text = CertificateDocument.text(Self.certificate)
    #expect(try CertificateDocument.read(json: Array(text.utf8)) == Self.certificate)
    #expect(text.contains("\"version\": 1"))
    let sandbox = try ScenarioSandbox()
    let path = sandbox.path + "/certificate.json"
    try CertificateDocument.write(Self.certificate, to: path)
    #expect(try CertificateDocument.read(path) == Self.certificate)
    #expect(throws: Faults.self) { try CertificateDocument.read(path + "x") }
  }

  @Test func allFaultsAreTold() throws {
    var text = CertificateDocument.text(Self.certificate)
    text = text.replacing("\"version\": 1", with: "\"version\": 2")
    text = text.replacing("0a0a", with: "0A0a")
    text = text.replacing("-2.5", with: "\"-2.5\"")
    text = text.replacing("\"enumeration\"", with: "\"divination\"")
    text = text.replacing("\"claimed_bound\": 12.25,", with: "")
    var found: [String] = []
    do throws(Faults) {
      _ = try CertificateDocument.read(json: Array(text.utf8))
    } catch {
      found = error.faults.map { "\($0.place.pointer ?? "") \($0.code)" }
      #expect(error.faults.allSatisfy { $0.place.line != nil && !$0.remedy.fr.isEmpty })
    }
    #expect(
      found.sorted() == [
        "/claimed_bound missing-value", "/duals/1 wrong-type", "/input_hash bad-hash",
        "/proof unknown-value", "/version unknown-version",
      ])
  }

  @Test func oneMultiplierARequest() throws {
    let text = CertificateDocument.text(Self.certificate)
      .replacing("\"requests\": 3", with: "\"requests\": 4")
    do throws(Faults) {
      _ = try CertificateDocument.read(json: Array(text.utf8))
      Issue.record("a multiplier is missing")
    } catch {
      #expect(error.faults.map(\.code) == ["dual-count"])
    }
  }

  @Test func hashesTellProblemsApart() throws {
    let matrix = MatrixDraft(size: 2, times: [0, 1, 1, 0])
    let draft = ProblemDraft(
      name: "one",
      requests: [
        RequestDraft(
          id: "a", pickup: StopDraft(location: 0), delivery: StopDraft(location: 1))
      ], vehicles: [VehicleDraft(id: "v", start: 0, end: 0)], matrices: [matrix])
    let hash = try InputHash.hex(draft)
    #expect(hash.count == 64)
    var renamed = draft
    renamed.name = "two"
    renamed.matrices[0].times[0] = -0.0
    #expect(try InputHash.hex(renamed) == hash)
    var changes = [draft, draft, draft, draft]
    changes[0].matrices[0].times[1] = 1.0.nextUp
    changes[1].matrices[0].distances = changes[1].matrices[0].times
    changes[2].requests[0].longestRide = 5
    changes[3].vehicles[0].id = "w"
    let hashes = try changes.map { try InputHash.hex($0) }
    #expect(Set(hashes + [hash]).count == 5)
  }
}
