/// How a request to the planning API wants its search to run.
public struct RequestOptions: Hashable, Sendable {
  /// Seconds; `nil`: the server's own limit, or none where iterations are given.
  public var timeLimit: Double?
  public var iterations: Int?
  public var seed = 1
  /// At most so many; the server may grant fewer.
  public var threads: Int?
  /// Where a plan told before is given: times told hold.
  public var keepsTimes: Bool?

  public init() {}
}

/// The keys of `options`.
enum RequestOptionFields {
  static var set: FieldSet<RequestOptions> {
    var set = FieldSet(blank: RequestOptions())
    set.add(
      optional: "time_limit", fr: "", \.timeLimit, .decimal(from: 0.1, to: 86_400),
      about: "Seconds that the search may take; the server may have a lower limit.")
    set.add(
      optional: "iterations", fr: "", \.iterations, .whole(from: 0),
      about: "Iterations in place of a time: with the same seed the same plan on every machine.")
    set.add("seed", fr: "", \.seed, .whole(from: 0), about: "Seed of the random draws.")
    set.add(
      optional: "threads", fr: "", \.threads, .whole(from: 1),
      about: "Processors wanted; the server grants its own number at most.")
    set.add(
      optional: "keep_times", fr: "", \.keepsTimes, .flag,
      about:
        "With a plan told before: times told hold, within the tolerance promised; with events they do unless told otherwise."
    )
    return set
  }
}
