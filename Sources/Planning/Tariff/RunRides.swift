/// The rides of one run, as its stops tell them, and who was on board over each stretch of the way.
struct RunRides {
  struct Ride {
    /// Index into the day's legs.
    var leg: Int
    var metres = 0
    /// Elapsed seconds: from the end of pick-up to the start of set-down.
    var start: Int
    var end: Int
    /// Most legs with a prescription on board at once while this one was, itself included.
    var patients = 1
    /// Most legs on board at once, itself included.
    var riders = 1
  }
  struct Stretch {
    var metres: Int
    /// Legs on board, in the order of their pick-ups.
    var legs: [Int]
  }
  private(set) var rides: [Ride] = []
  private(set) var stretches: [Stretch] = []

  init(_ run: Run, _ day: Day) {
    var onBoard: [Ride] = []
    for stop in run.stops {
      if stop.metres > 0, !onBoard.isEmpty {
        stretches.append(Stretch(metres: stop.metres, legs: onBoard.map(\.leg)))
        let patients = onBoard.count { day.legs[$0.leg].booking.insured }
        for i in onBoard.indices {
          onBoard[i].metres += stop.metres
          onBoard[i].patients = max(onBoard[i].patients, patients)
          onBoard[i].riders = max(onBoard[i].riders, onBoard.count)
        }
      }
      guard let leg = day.legIndex[stop.leg] else { continue }
      if stop.kind == .pickup {
        onBoard.append(Ride(leg: leg, start: stop.departure, end: stop.departure))
      } else if let i = onBoard.firstIndex(where: { $0.leg == leg }) {
        var ride = onBoard.remove(at: i)
        ride.end = stop.start
        rides.append(ride)
      }
    }
  }
}
