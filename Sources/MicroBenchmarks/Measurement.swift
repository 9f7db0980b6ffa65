/// Times of one operation, nanoseconds, over several samples.
struct Measurement: Encodable {
  var name: String
  /// Operations in each sample.
  var operations: Int
  var samples: Int
  var median: Double
  var least: Double
  var most: Double

  /// Runs `body` once without counting, then `samples` times.
  ///
  /// - Parameter body: does `operations` operations and returns something that depends on all of them, so that
  ///   none is optimised away.
  static func take(
    _ name: String, operations: Int, samples: Int = 9, _ body: () throws -> Double
  ) rethrows -> Measurement {
    let clock = ContinuousClock()
    var sink = try body()
    var times: [Double] = []
    for _ in 0..<samples {
      let time = try clock.measure { sink += try body() }
      times.append(time / .nanoseconds(1))
    }
    precondition(!sink.isNaN)
    let each = times.map { $0 / Double(operations) }.sorted()
    return Measurement(
      name: name, operations: operations, samples: samples, median: each[samples / 2],
      least: each[0], most: each[samples - 1])
  }

  /// Name, median, spread and operations.
  var line: String {
    let spread = median > 0 ? (most - least) / median * 100 : 0
    return """
      \(name): \(Int(median.rounded())) ns/op, spread \(Int(spread.rounded())) %, \
      \(samples) x \(operations) ops
      """
  }
}
