/// All pieces of which a route of negative reduced cost can be made.
struct PieceList {
  private(set) var pieces: [Piece] = []
  /// Labels made so far.
  private(set) var labels = 0
  private let view: PricingView
  private let walks: WalkBounds
  /// Shortest times between stops over any way.
  private let least: [Double]

  /// Labels of one round that begin with the same request, at the same stop and with the same on board.
  private struct Key: Hashable {
    var stop: Int
    var aboard: RequestSet
  }

  /// - Returns: `nil` where more than `most` labels would be needed.
  init?(_ view: PricingView, walks: WalkBounds, least: [Double], most: Int) {
    self.view = view
    self.walks = walks
    self.least = least
    for request in 0..<view.count {
      guard explore(from: request, most: most) else { return nil }
    }
  }

  private var rate: Double { view.duty.waitingRate }

  private mutating func explore(from request: Int, most: Int) -> Bool {
    let begin = PartialPiece(view, first: request)
    guard begin.layouts != 0, canEnd(begin) else { return true }
    var round = [begin]
    var whole: [Int: [Piece]] = [:]
    var seen: [Key: [PartialPiece]] = [:]
    while !round.isEmpty {
      var next: [PartialPiece] = []
      for label in round {
        if label.isWhole {
          keep(label.piece, &whole)
          continue
        }
        for stop in stops(after: label) {
          guard let more = label.extended(view, to: stop), canEnd(more) else { continue }
          labels += 1
          guard labels <= most else { return false }
          let key = Key(stop: stop, aboard: RequestSet(more.aboard.map(\.request)))
          if seen[key]?.contains(where: { $0.dominates(more, waitingRate: rate) }) == true {
            continue
          }
          seen[key, default: []].append(more)
          next.append(more)
        }
      }
      round = next
    }
    for last in whole.keys.sorted() { pieces += whole[last] ?? [] }
    return true
  }

  /// Keeps the piece unless another one with the same ends is as good.
  private func keep(_ piece: Piece, _ whole: inout [Int: [Piece]]) {
    let last = Int(piece.last)
    if whole[last]?.contains(where: { $0.dominates(piece, waitingRate: rate) }) == true { return }
    whole[last]?.removeAll { piece.dominates($0, waitingRate: rate) }
    whole[last, default: []].append(piece)
  }

  /// Deliveries of those on board, and pickups of those who may join them.
  private func stops(after label: PartialPiece) -> [Int] {
    var stops = label.aboard.map { 2 * $0.request + 1 }
    for request in 0..<view.count where !label.requests.contains(request) {
      let joins = label.aboard.allSatisfy { view.mayShare[$0.request * view.count + request] }
      let arrival = label.earliest + least[label.stop * view.stopCount + 2 * request]
      guard joins, arrival <= view.close[2 * request] else { continue }
      stops.append(2 * request)
    }
    return stops
  }

  /// Whether all on board can still be set down in time, each by itself, and some route through the label might
  /// have a negative reduced cost.
  private func canEnd(_ label: PartialPiece) -> Bool {
    var openPrizes = 0.0
    for deadline in label.aboard {
      let way = least[label.stop * view.stopCount + 2 * deadline.request + 1]
      let latest = min(deadline.latest, label.latest + deadline.offset)
      guard deadline.offset >= way, label.earliest + way <= latest else { return false }
      openPrizes += view.prize[deadline.request]
    }
    let start = min(label.start.latest, label.latest + label.start.offset)
    let before = walks.before(label.start.request, by: start)
    let after = walks.after(label.stop, from: label.earliest)
    return before + label.cost + openPrizes / 2 + after + view.fixedCost < 0
  }
}

extension RequestSet {
  init(_ requests: [Int]) {
    self.init()
    for request in requests { insert(request) }
  }
}
