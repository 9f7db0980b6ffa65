/// A part of a route from an empty vehicle to an empty vehicle, nobody getting out in between leaving it empty.
///
/// Service at the first stop may start at any time s within its window up to `latestStart`; service at the last
/// stop then starts no earlier than `max(earliestEnd, s + length)`, and that is attained: the times of
/// a fixed sequence of stops, windows hulls, are a system of difference constraints, whose solutions are closed
/// under componentwise minimum and maximum.
struct Piece: Sendable {
  var first: Int32
  var last: Int32
  var earliestEnd: Double
  var latestStart: Double
  var length: Double
  /// Travel within the piece less the prizes of its requests.
  var cost: Double
  var requests: RequestSet

  func end(startingAt start: Double) -> Double { max(earliestEnd, start + length) }

  /// Whether the other piece can be replaced by this one in any route.
  func dominates(_ other: Piece) -> Bool {
    cost <= other.cost && earliestEnd <= other.earliestEnd && length <= other.length
      && latestStart >= other.latestStart && requests.isSubset(of: other.requests)
  }
}

/// A piece not yet at its end.
///
/// For each request on board, and for the first stop of the piece, the latest time of its own (of its delivery;
/// of the first start) depends on the time T at which service starts at the current stop as
/// `min(latest, T + offset)` (Gschwind and Irnich 2015, "Effective handling of dynamic time windows and
/// its application to solving the dial-a-ride problem").
struct PartialPiece: Sendable {
  struct Deadline: Sendable {
    var request: Int
    var latest: Double
    var offset: Double
  }

  var stop: Int
  var earliest: Double
  /// Latest T from which the past allows, by windows and rides that have ended.
  var latest: Double
  var cost: Double
  /// Of the start of the piece.
  var start: Deadline
  /// Of the deliveries of those on board, by ascending request.
  var aboard: [Deadline]
  var requests: RequestSet

  /// The piece that begins with the pickup, or the only stop, of a request.
  init(_ view: PricingView, first request: Int) {
    stop = 2 * request
    earliest = view.open[stop]
    latest = view.close[stop]
    cost = -view.prize[request]
    start = Deadline(request: request, latest: view.close[stop], offset: 0)
    aboard = view.isRide[request] ? [Self.deadline(view, request)] : []
    requests = RequestSet()
    requests.insert(request)
  }

  private static func deadline(_ view: PricingView, _ request: Int) -> Deadline {
    Deadline(
      request: request, latest: view.close[2 * request + 1], offset: view.longestStay[request])
  }

  var isWhole: Bool { aboard.isEmpty }

  /// Goes on to the pickup of a request or the delivery of one on board; `nil` where times forbid it.
  func extended(_ view: PricingView, to next: Int) -> PartialPiece? {
    let arc = stop * view.stopCount + next
    let travel = view.duration[arc]
    let request = next >> 1
    var more = self
    more.stop = next
    more.earliest = max(view.open[next], earliest + travel)
    more.latest = view.close[next]
    guard more.earliest <= more.latest else { return nil }
    more.cost += view.cost[arc]
    more.start = moved(start, by: travel)
    more.aboard.removeAll(keepingCapacity: true)
    for deadline in aboard {
      let deadline = moved(deadline, by: travel)
      guard deadline.offset >= 0, more.earliest <= deadline.latest else { return nil }
      if deadline.request == request {
        more.latest = min(more.latest, deadline.latest)
      } else {
        more.aboard.append(deadline)
      }
    }
    guard more.earliest <= more.latest else { return nil }
    if next & 1 == 0 {
      more.cost -= view.prize[request]
      more.requests.insert(request)
      if view.isRide[request] {
        let place = more.aboard.firstIndex { $0.request > request } ?? more.aboard.count
        more.aboard.insert(Self.deadline(view, request), at: place)
      }
    }
    return more
  }

  private func moved(_ deadline: Deadline, by travel: Double) -> Deadline {
    Deadline(
      request: deadline.request, latest: min(deadline.latest, latest + deadline.offset),
      offset: deadline.offset - travel)
  }

  /// Whether whatever the other can still become, this one can become no later, with no more served and for
  /// no more. Both are at the same stop with the same requests on board.
  func dominates(_ other: PartialPiece) -> Bool {
    cost <= other.cost && earliest <= other.earliest && latest >= other.latest
      && start.latest >= other.start.latest && start.offset >= other.start.offset
      && requests.isSubset(of: other.requests)
      && zip(aboard, other.aboard).allSatisfy { $0.latest >= $1.latest && $0.offset >= $1.offset }
  }

  /// The piece; all on board must have got out.
  var piece: Piece {
    let start = moved(start, by: 0)
    return Piece(
      first: Int32(2 * start.request), last: Int32(stop), earliestEnd: earliest,
      latestStart: start.latest, length: -start.offset, cost: cost, requests: requests)
  }
}
