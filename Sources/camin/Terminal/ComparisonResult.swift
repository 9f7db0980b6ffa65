internal import Planning
internal import TravelTimes

/// What `camin roads compare --json` tells; differences are shares, 0.05 for 5 %.
struct ComparisonResult: Encodable {
  struct Quality: Encodable {
    let pairs: Int
    let median: Double
    let p90: Double
    let p95: Double
    let bias: Double
    let within5Percent: Double
    let within15Percent: Double

    init(_ figures: MatrixComparison.Figures) {
      pairs = figures.pairs
      median = figures.median
      p90 = figures.p90
      p95 = figures.p95
      bias = figures.bias
      within5Percent = figures.within5
      within15Percent = figures.within15
    }
  }

  struct Band: Encodable {
    let fromMetres: Double
    let upToMetres: Double?
    let time: Quality?
    let distance: Quality?
  }

  struct Pair: Encodable {
    let from: String
    let to: String
    let seconds: Double
    let referenceSeconds: Double
    let metres: Double
    let referenceMetres: Double
    let difference: Double
  }

  struct Ends: Encodable {
    let from: String
    let to: String
  }

  let source: String
  let reference: String
  let places: Int
  let bands: [Band]
  let worst: [Pair]
  let onlySource: [Ends]
  let onlyReference: [Ends]

  init(_ comparison: MatrixComparison, first: String, reference: String, places: Int) {
    source = first
    self.reference = reference
    self.places = places
    bands = comparison.bands.map {
      Band(
        fromMetres: $0.from, upToMetres: $0.upTo, time: $0.time.map(Quality.init),
        distance: $0.distance.map(Quality.init))
    }
    worst = comparison.worst.map {
      Pair(
        from: $0.origin, to: $0.destination, seconds: $0.first.seconds,
        referenceSeconds: $0.reference.seconds, metres: $0.first.metres,
        referenceMetres: $0.reference.metres, difference: $0.difference)
    }
    onlySource = comparison.onlyFirst.map { Ends(from: $0.origin, to: $0.destination) }
    onlyReference = comparison.onlyReference.map { Ends(from: $0.origin, to: $0.destination) }
  }
}
