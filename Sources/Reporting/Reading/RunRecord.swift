import Planning

/// A run with its number in the report; the number is its address and picks its colour.
struct RunRecord: Sendable {
  let run: Run
  /// From 1, in reading order.
  let number: Int

  var color: String { RunPalette.color(number) }

  /// Metres from the last stop to where the run ends.
  var metresToEnd: Int { run.metres - run.stops.reduce(0) { $0 + $1.metres } }

  /// Metres driven since departure, on arrival at each stop.
  var runningMetres: [Int] {
    var sum = 0
    return run.stops.map { stop in
      sum += stop.metres
      return sum
    }
  }

  /// Different riders carried.
  var riders: Int { Set(run.stops.filter { $0.kind == .pickup }.map(\.rider)).count }

  /// Place ids from departure to return.
  var itinerary: [String] { [run.start] + run.stops.map(\.place) + [run.end] }
}

/// One color a run: told apart by people with any colour vision, and at least 4.5 : 1 against white.
enum RunPalette {
  /// After Paul Tol's "muted" scheme, the light ones darkened.
  static let colors = [
    "#332288", "#117733", "#a8486b", "#1b6f9c", "#7a5a00", "#882255", "#1f7a6d", "#a14a2a",
    "#6b5aa8",
  ]

  static func color(_ number: Int) -> String { colors[(number - 1) % colors.count] }
}
