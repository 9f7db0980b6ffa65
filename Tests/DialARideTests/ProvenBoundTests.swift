import DialARide
import Testing

@Suite("What is proven of a cost") struct ProvenBoundTests {
  private func bound(_ objective: Double, _ lower: Double, optimal: Bool = false) -> ProvenBound {
    ProvenBound(
      objective: objective, lowerBound: lower, proof: .columnGeneration, isOptimal: optimal)
  }

  @Test func gapIsAShareOfTheObjective() {
    #expect(bound(200, 150).gap == 0.25)
    #expect(bound(200, 0).gap == 1)
    #expect(bound(0, 0).gap == 0)
    #expect(bound(100, 100 + 1e-9).gap == 0)
  }

  @Test func soundStatementsAreConsistent() {
    #expect(bound(200, 150).inconsistencies.isEmpty)
    #expect(bound(200, 200, optimal: true).inconsistencies.isEmpty)
    #expect(bound(0, 0, optimal: true).inconsistencies.isEmpty)
  }

  @Test func contradictionsAreFound() {
    #expect(bound(200, 201).inconsistencies == [.boundAboveObjective])
    #expect(bound(200, 150, optimal: true).inconsistencies == [.optimalWithGap])
    #expect(bound(200, .infinity).inconsistencies == [.notANumber])
    var stated = bound(200, 150)
    stated.gap = 0.01
    #expect(stated.inconsistencies == [.wrongGap(expected: 0.25)])
  }
}
