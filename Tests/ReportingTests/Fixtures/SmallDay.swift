import Planning

/// A day made by hand: a volunteer with a wheelchair, a base visit and a rider brought back by somebody else; a
/// TAD run with a break that ends past midnight; one booking that nobody can take.
enum SmallDay {
  static let date = PlanDate(year: 2026, month: 11, day: 25)

  static let scenario = Scenario(
    territory: Territory(
      id: "essai", name: "Vallée d’essai", date: date, provenance: "synthetic"),
    places: places, riders: riders, bookings: bookings,
    volunteers: [Volunteer(id: "v07", home: "home-v07")],
    vehicles: [
      FleetVehicle(
        id: "tad-1", mode: .tad, carrier: "Régie", start: "depot", end: "depot",
        layouts: [["seat": 8], ["seat": 5, "wheelchair": 1]])
    ])

  static let places = [
    Place(
      id: "home-v07", name: "Le Mas", latitude: 44.512345, longitude: 1.412345, commune: "Catus",
      kind: "home"),
    Place(
      id: "home-r1", name: "Lieu-dit <script>alert(1)</script> & \"Pech\"", latitude: 44.523456,
      longitude: 1.423456, commune: "Crayssac", kind: "home"),
    Place(
      id: "home-r2", name: "=1+1", latitude: 44.534567, longitude: 1.434567, commune: "Mercuès",
      kind: "home"),
    Place(
      id: "hospital", name: "Hôpital; porte B", latitude: 44.4451, longitude: 1.4402,
      commune: "Cahors", kind: "hospital"),
    Place(
      id: "depot", name: "Dépôt", latitude: 44.45, longitude: 1.44, commune: "Cahors", kind: "depot"
    ),
  ]

  static let riders = [
    Rider(id: "R1", home: "home-r1", needs: ["wheelchair"]), Rider(id: "R2", home: "home-r2"),
    Rider(id: "R3", home: "home-r2"),
  ]

  static let bookings = [
    Booking(
      id: "b1", rider: "R1", companions: 1,
      legs: [
        Leg(
          id: "b1-1", from: "home-r1", to: "hospital",
          anchor: .arriveBy(ClockTime(hour: 9, minute: 0))),
        Leg(
          id: "b1-2", from: "hospital", to: "home-r1",
          anchor: .release(ClockTime(hour: 11, minute: 30), spread: 1200)),
      ]),
    Booking(
      id: "b2", rider: "R2",
      legs: [
        Leg(
          id: "b2-1", from: "home-r2", to: "hospital",
          anchor: .departAfter(ClockTime(hour: 23, minute: 30)))
      ]),
    Booking(
      id: "b3", rider: "R3",
      legs: [
        Leg(
          id: "b3-1", from: "home-r2", to: "hospital",
          anchor: .arriveBy(ClockTime(hour: 10, minute: 0)))
      ]),
  ]
}
