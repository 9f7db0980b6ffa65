import Planning

/// Drives a made-up run stop by stop: 1.4 times the straight line at 55 km/h.
struct RunMaker {
  var places: [Place]
  private let base: String
  private let departure: Int
  private var here: String
  private var time: Int
  private var onBoard = 0
  private var stops: [RunStop] = []
  private var emptyMetres = 0
  private var metres = 0
  private var waiting = 0

  init(base: String, start: Int, places: [Place]) {
    self.places = places
    self.base = base
    departure = start
    time = start
    here = base
  }

  /// Takes everybody along, one after another, then sets down where they asked, at most 20 minutes early.
  mutating func out(_ bookings: [Booking], riders: [Rider]) {
    for booking in bookings { ride(booking, 0, .pickup, riders, notBefore: 0) }
    for booking in bookings { ride(booking, 0, .delivery, riders, notBefore: 0) }
  }

  mutating func back(_ bookings: [Booking], riders: [Rider]) {
    for booking in bookings {
      let ready: Int =
        switch booking.legs[1].anchor {
        case .release(let time, _), .departAfter(let time): time.seconds
        default: 0
        }
      ride(booking, 1, .pickup, riders, notBefore: ready)
    }
    for booking in bookings { ride(booking, 1, .delivery, riders, notBefore: 0) }
  }

  mutating func visitBase(until leave: Int) {
    let driven = drive(to: base)
    stops.append(
      RunStop(
        kind: .base, place: base, arrival: time, start: time, departure: max(time, leave),
        onBoard: 0, metres: driven))
    time = max(time, leave)
  }

  mutating func rest(_ seconds: Int) {
    stops.append(
      RunStop(
        kind: .rest, place: here, arrival: time, start: time, departure: time + seconds, onBoard: 0,
        metres: 0))
    time += seconds
  }

  private mutating func ride(
    _ booking: Booking, _ leg: Int, _ kind: RunStop.Kind, _ riders: [Rider], notBefore: Int
  ) {
    let leg = booking.legs[leg]
    let place = kind == .pickup ? leg.from : leg.to
    let driven = drive(to: place)
    let arrival = time
    let start = max(arrival, notBefore)
    let people = 1 + booking.companions
    onBoard += kind == .pickup ? people : -people
    waiting += start - arrival
    time = start + 180
    stops.append(
      RunStop(
        kind: kind, place: place, leg: leg.id, booking: booking.id, rider: booking.rider,
        needs: riders.first { $0.id == booking.rider }?.needs ?? [], companions: booking.companions,
        arrival: arrival, start: start, departure: time, onBoard: onBoard, metres: driven))
  }

  private mutating func drive(to place: String) -> Int {
    guard let a = places.first(where: { $0.id == here }),
      let b = places.first(where: { $0.id == place })
    else { return 0 }
    let north = (a.latitude - b.latitude) * 111_320
    let east = (a.longitude - b.longitude) * 79_300
    let driven = Int((north * north + east * east).squareRoot() * 1.4)
    if onBoard == 0 { emptyMetres += driven }
    metres += driven
    time += Int(Double(driven) / 55_000 * 3600)
    here = place
    return driven
  }

  mutating func run(_ id: String, _ resource: String, _ mode: Mode, _ carrier: String) -> Run {
    _ = drive(to: base)
    return Run(
      id: id, resource: resource, mode: mode, carrier: carrier, start: base, end: base,
      departure: departure, arrival: time, stops: stops, metres: metres, emptyMetres: emptyMetres,
      driving: Int(Double(metres) / 55_000 * 3600), waiting: waiting,
      cost: Double(metres) / 1000 * (mode == .volunteer ? 0.32 : 1.1), layout: 0)
  }
}
