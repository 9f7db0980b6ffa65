import Synthesis
import Testing

@Suite struct SeededGeneratorTests {
  /// First outputs of SplitMix64 from state 0, as published with the algorithm.
  @Test func matchesThePublishedSequence() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xe220_a839_7b1d_cdaf)
    #expect(generator.next() == 0x6e78_9e6a_a1b9_65f4)
    #expect(generator.next() == 0x06c4_5d18_8009_454f)
  }

  @Test func picksInProportion() {
    var generator = SeededGenerator(seed: 1)
    var counts = [0, 0, 0, 0]
    for _ in 0..<8_000 {
      if let index = generator.pick(weights: [1, 0, 3, -5]) { counts[index] += 1 }
    }
    #expect(counts[1] == 0 && counts[3] == 0)
    #expect((1_800...2_200).contains(counts[0]))
    #expect(generator.pick(weights: [0, 0]) == nil)
  }

  @Test func rangesKeepTheirEndsAndStep() {
    var generator = SeededGenerator(seed: 7)
    var seen: Set<Int> = []
    for _ in 0..<500 { seen.insert(generator.between(-30, 30, step: 15)) }
    #expect(seen == [-30, -15, 0, 15, 30])
  }

  @Test func streamsDiffer() {
    var a = SeededGenerator(seed: 46, stream: "demand")
    var b = SeededGenerator(seed: 46, stream: "supply")
    #expect(a.next() != b.next())
    #expect(generator(a) == generator(a))
  }

  private func generator(_ generator: SeededGenerator) -> [Int] {
    var copy = generator
    return copy.shuffled(Array(0..<20))
  }
}
