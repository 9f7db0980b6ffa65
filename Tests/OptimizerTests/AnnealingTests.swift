import Optimizer
import Testing

/// How hot a search is when.
@Suite struct AnnealingTests {
  private let annealing = Annealing(requestCost: 100)

  @Test(arguments: [0.0, 1, 50, 999, 1000, 1e9])
  func fallsFromStartToEndWhateverThePace(pace: Double) {
    let course = (0...20).map { annealing.temperature(Double($0) / 20, pace: pace) }
    #expect(zip(course, course.dropFirst()).allSatisfy { $0 > $1 })
    #expect(abs(course[20] - annealing.cold) < 1e-9)
    #expect(course[0] <= annealing.hot)
  }

  /// Long searches are as they were: fewer steps alone make the start colder.
  @Test func fewStepsBeginColder() {
    let starts = [0.0, 10, 100, 1000].map { annealing.temperature(0, pace: $0) }
    #expect(starts == starts.sorted() && Set(starts).count == 4)
    #expect(starts[3] == annealing.hot)
    #expect(annealing.temperature(0.3, pace: 5000) == annealing.temperature(0.3))
    #expect(starts[0] > annealing.cold)
  }
}
