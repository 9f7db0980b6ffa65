import CaminTestSupport
import DialARide
import Testing
import Verification

/// Planted faults of demands that can take several forms.
@Suite struct ChoiceRuleTests {
  /// A through ride (0), its other form (1), and a return (2) that goes with either.
  private static func problem(_ links: [Link] = [.together([0, 2])]) throws -> Problem {
    let times = (0..<9).map { Double($0 / 3 == $0 % 3 ? 0 : 10) }
    func ride(_ id: String, to place: Int) -> RequestDraft {
      RequestDraft(
        id: id, pickup: StopDraft(location: 0), delivery: StopDraft(location: place),
        unservedPenalty: 500)
    }
    return try Problem(
      ProblemDraft(
        requests: [ride("through", to: 1), ride("feeder", to: 2), ride("back", to: 2)],
        vehicles: [VehicleDraft(id: "v", start: 0, end: 0, costPerSecondDriven: 1)],
        matrices: [MatrixDraft(size: 3, times: times)], links: [.oneOf([0, 1])] + links))
  }

  private static func rules(_ stops: [Int], unserved: [Int], _ problem: Problem) -> [Violation] {
    let route = Route(vehicle: 0, stops: stops).scheduled(in: problem)
    return Verifier.violations(
      in: Solution(routes: stops.isEmpty ? [] : [route], unserved: unserved), of: problem)
  }

  @Test func oneFormIsEnough() throws {
    let problem = try Self.problem()
    #expect(Self.rules([0, 1, 4, 5], unserved: [], problem).isEmpty)
    #expect(Self.rules([2, 3, 4, 5], unserved: [], problem).isEmpty)
    #expect(Self.rules([], unserved: [0, 1, 2], problem).isEmpty)
  }

  @Test func twoFormsAreOneTooMany() throws {
    let found = Self.rules([0, 1, 2, 3, 4, 5], unserved: [], try Self.problem())
    #expect(found.map(\.rule) == [.severalForms])
    #expect(found.first?.requests == [0, 1])
    #expect(found.first?.value == 2)
  }

  @Test func theFormNotTakenIsNotUnserved() throws {
    let problem = try Self.problem()
    let listed = Self.rules([0, 1, 4, 5], unserved: [1], problem)
    #expect(listed.map(\.rule) == [.unservedList])
    let half = Self.rules([], unserved: [0, 2], problem)
    #expect(half.map(\.rule) == [.unservedList] && half.first?.requests == [1])
  }

  @Test func aReturnAloneHangsInTheAir() throws {
    let together = Self.rules([4, 5], unserved: [0, 1], try Self.problem())
    #expect(together.map(\.rule) == [.linkTogether])
    let links = [Link.requires(request: 2, required: 0)]
    #expect(
      Self.rules([4, 5], unserved: [0, 1], try Self.problem(links)).map(\.rule) == [.linkRequires])
    #expect(Self.rules([2, 3, 4, 5], unserved: [], try Self.problem(links)).isEmpty)
  }

  @Test func onePenaltyForAllForms() throws {
    let problem = try Self.problem()
    let nobody = Solution(routes: [], unserved: [0, 1, 2])
    #expect(Verifier.cost(of: nobody, in: problem).unserved == 1000)
    #expect(nobody.cost(in: problem).unserved == 1000)
    let route = Route(vehicle: 0, stops: [2, 3, 4, 5]).scheduled(in: problem)
    let all = Solution(routes: [route], unserved: [])
    #expect(Verifier.cost(of: all, in: problem).unserved == 0)
    #expect(all.cost(in: problem).unserved == 0)
  }

  /// Multipliers of any sign, a demand's forms each with its own.
  @Test(arguments: 1100..<1108)
  func boundsStayValid(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.requests = 2...4
    generator.vehicles = 1...2
    generator.withChoices = true
    let positive = try BoundProofTests.positiveProofs(generator, seed: seed, problems: 12)
    #expect(positive > 3)
  }
}
