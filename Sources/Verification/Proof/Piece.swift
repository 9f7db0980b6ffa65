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
  /// Distance driven; zero where it is not limited.
  var metres: Double
  var requests: RequestSet

  func end(startingAt start: Double) -> Double { max(earliestEnd, start + length) }

  /// Whether the other piece can be replaced by this one in any route for no more: what the shorter one saves in time
  /// may have to be waited, and paid for.
  ///
  /// - Parameter waitingRate: cost of a second of waiting.
  func dominates(_ other: Piece, waitingRate: Double) -> Bool {
    cost + waitingRate * max(0, other.length - length) <= other.cost && metres <= other.metres
      && earliestEnd <= other.earliestEnd
      && length <= other.length
      && latestStart >= other.latestStart
      && requests.isSubset(of: other.requests)
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
    /// Metres that the request may still be driven.
    var way = Double.infinity
  }

  var stop: Int
  var earliest: Double
  /// Latest T from which the past allows, by windows and rides that have ended.
  var latest: Double
  var cost: Double
  var metres: Double
  /// Of the start of the piece.
  var start: Deadline
  /// Of the deliveries of those on board, by ascending request.
  var aboard: [Deadline]
  var requests: RequestSet
  /// Layouts that have held everybody so far, a bit each.
  var layouts: UInt64

  /// The piece that begins with the pickup, or the only stop, of a request.
  init(_ view: PricingView, first request: Int) {
    stop = 2 * request
    earliest = view.open[stop]
    latest = view.close[stop]
    cost = -view.prize[request]
    metres = 0
    start = Deadline(request: request, latest: view.close[stop], offset: 0)
    aboard = view.isRide[request] ? [Self.deadline(view, request, isFirst: true)] : []
    requests = RequestSet()
    requests.insert(request)
    layouts = view.isRide[request] ? view.layouts(.max, holding: request) : .max
  }

  /// The first to get in may have to wait for a set-up, which counts as service.
  private static func deadline(_ view: PricingView, _ request: Int, isFirst: Bool = false)
    -> Deadline
  {
    Deadline(
      request: request, latest: view.close[2 * request + 1],
      offset: view.longestStay[request] + (isFirst ? view.longestSetup[request] : 0),
      way: view.longestWay[request])
  }

  var isWhole: Bool { aboard.isEmpty }

  /// Goes on to the pickup of a request or the delivery of one on board; `nil` where times forbid it.
  func extended(_ view: PricingView, to next: Int) -> PartialPiece? {
    let arc = stop * view.stopCount + next
    let travel = view.duration[arc]
    let arrival = max(view.open[next], earliest + travel)
    guard arrival <= view.close[next] else { return nil }
    var more = PartialPiece(at: next, arrival, of: self, moved(start, by: travel))
    // Somebody is on board, so the wait for the next stop is limited.
    let setup = stop == 2 * start.request ? view.longestSetup[start.request] : 0
    more.latest = min(view.close[next], latest + travel + setup + view.rules.longestWait)
    more.cost += view.cost[arc]
    more.aboard.reserveCapacity(aboard.count + 1)
    let request = next >> 1
    let boards = next & 1 == 0 && view.isRide[request]
    if boards {
      more.layouts = view.layouts(layouts, holding: request, with: aboard)
      guard more.layouts != 0 else { return nil }
    }
    let way = view.metres.isEmpty ? 0 : view.metres[arc]
    if view.rules.longestDistance < .infinity {
      more.metres += way
      guard more.metres <= view.rules.longestDistance else { return nil }
    }
    var isPlaced = !boards
    for deadline in aboard {
      var deadline = moved(deadline, by: travel)
      deadline.way -= way
      guard deadline.offset >= 0, deadline.way >= 0, arrival <= deadline.latest else { return nil }
      if !isPlaced, deadline.request > request {
        more.aboard.append(Self.deadline(view, request))
        isPlaced = true
      }
      if deadline.request == request {
        more.latest = min(more.latest, deadline.latest)
      } else {
        more.aboard.append(deadline)
      }
    }
    if !isPlaced { more.aboard.append(Self.deadline(view, request)) }
    if next & 1 == 0 {
      more.cost -= view.prize[request]
      more.requests.insert(request)
    }
    return arrival <= more.latest ? more : nil
  }

  /// The same piece at its next stop, nobody yet on board.
  private init(at stop: Int, _ earliest: Double, of past: PartialPiece, _ start: Deadline) {
    self.stop = stop
    self.earliest = earliest
    latest = past.latest
    cost = past.cost
    metres = past.metres
    self.start = start
    aboard = []
    requests = past.requests
    layouts = past.layouts
  }

  private func moved(_ deadline: Deadline, by travel: Double) -> Deadline {
    Deadline(
      request: deadline.request, latest: min(deadline.latest, latest + deadline.offset),
      offset: deadline.offset - travel, way: deadline.way)
  }

  /// Whether whatever the other can still become, this one can become no later, with no more served and for
  /// no more. Both are at the same stop with the same requests on board.
  ///
  /// - Parameter waitingRate: cost of a second of waiting, for what the shorter one may have to wait.
  func dominates(_ other: PartialPiece, waitingRate: Double) -> Bool {
    cost + waitingRate * max(0, start.offset - other.start.offset) <= other.cost
      && metres <= other.metres && earliest <= other.earliest
      && latest >= other.latest
      && start.latest >= other.start.latest && start.offset >= other.start.offset
      && requests.isSubset(of: other.requests) && other.layouts & ~layouts == 0
      && zip(aboard, other.aboard).allSatisfy {
        $0.latest >= $1.latest && $0.offset >= $1.offset && $0.way >= $1.way
      }
  }

  /// The piece; all on board must have got out.
  var piece: Piece {
    let start = moved(start, by: 0)
    return Piece(
      first: Int32(2 * start.request), last: Int32(stop), earliestEnd: earliest,
      latestStart: start.latest, length: -start.offset, cost: cost, metres: metres,
      requests: requests)
  }
}
