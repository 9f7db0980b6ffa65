import Planning

/// What a driver does over a stretch of a run, for the picture of the day.
struct Activity: Hashable, Sendable {
  enum Kind: String, Sendable {
    case empty, loaded, service, waiting, waitingLoaded, rest, base
  }
  var kind: Kind
  /// Seconds since local midnight.
  var start: Int
  var end: Int
  /// People on board.
  var onBoard: Int
  /// Place ids; equal where the vehicle stands.
  var from: String
  var to: String

  /// The run cut into what is done one thing after another, without gaps from departure to arrival.
  static func all(of run: Run) -> [Activity] {
    var activities: [Activity] = []
    func add(_ kind: Kind, _ start: Int, _ end: Int, _ onBoard: Int, _ from: String, _ to: String) {
      guard end > start else { return }
      activities.append(
        Activity(kind: kind, start: start, end: end, onBoard: onBoard, from: from, to: to))
    }
    var here = run.start
    var time = run.departure
    var onBoard = 0
    for stop in run.stops {
      add(onBoard > 0 ? .loaded : .empty, time, stop.arrival, onBoard, here, stop.place)
      // Standing at the base until the next departure is no waiting on the road.
      let wait: Kind = stop.kind == .base ? .base : onBoard > 0 ? .waitingLoaded : .waiting
      add(wait, stop.arrival, stop.start, onBoard, stop.place, stop.place)
      let doing: Kind = stop.kind == .rest ? .rest : stop.kind == .base ? .base : .service
      add(doing, stop.start, stop.departure, max(onBoard, stop.onBoard), stop.place, stop.place)
      (here, time, onBoard) = (stop.place, stop.departure, stop.onBoard)
    }
    add(onBoard > 0 ? .loaded : .empty, time, run.arrival, onBoard, here, run.end)
    return activities
  }
}
