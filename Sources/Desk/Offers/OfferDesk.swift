internal import OpenData
internal import Planning
public import TravelTimes

/// Answers origin, destination and time with one ranked list over all that carries people: timetables, booked services
/// published as open data, the territory's own demand-responsive vehicles, volunteers, seated-patient transport, and
/// whoever is paid outside.
///
/// For the territory's own drivers the list tells who may drive by the rules (R12) and is there at the time; whether a
/// run takes one more rider is for a quote or a plan to say.
public struct OfferDesk: Sendable {
  private let scenario: Scenario
  private let travel: RoadSource?
  private let transit: DayTransit?

  /// - Parameters:
  ///   - input: the day, for its territory, drivers, vehicles and rules.
  ///   - travel: what road times come from; `nil`: estimates.
  ///   - transit: published timetables; `nil`: none.
  public init(_ input: DayInput, travel: RoadSource?, transit: DayTransit?) {
    scenario = input.scenario
    self.travel = travel
    self.transit = transit
  }

  /// - Throws: `Failure` where a place is off the roads or a time does not exist.
  public func offers(_ query: OfferQuery) throws(Failure) -> Offers {
    let input = try DayInput(
      OfferScenario(scenario, query, transit).scenario, warnings: [], travel: travel)
    let day = input.day
    let own = OwnOffers(day, query)
    var items = own.items
    var refusals = own.refusals
    if let transit {
      do throws(Faults) {
        let published = try PublishedOffers(day, query, transit)
        items += published.items
        if published.items.isEmpty { refusals.append(published.refusal) }
      } catch {
        throw Failure(.internalError, error.faults)
      }
    }
    return Offers(
      offers: items.sorted(by: Self.order).map(\.item), refusals: refusals, note: Self.note)
  }

  private static func order(_ a: RankedOffer, _ b: RankedOffer) -> Bool {
    a.key.lexicographicallyPrecedes(b.key)
  }

  private static let note = Bilingual(
    fr:
      "Bénévoles, TAD et véhicules de patients : heures et prix par le trajet direct, à confirmer "
      + "en planifiant.",
    en: "Volunteers, demand-responsive and patients' vehicles: times and prices by the direct way, "
      + "to be confirmed by planning.")
}

/// An offer with what it is ranked by.
struct RankedOffer: Sendable {
  var item: OfferItem
  /// Scheduled transport within the territory's margins.
  var isPreferred = false

  /// Compared part by part, the lesser first.
  var key: [Double] {
    [
      item.isOpen ? 0 : 1, isPreferred ? 0 : 1, Double(item.durationSeconds),
      item.price ?? Double.infinity, Double(item.walkMetres),
    ]
  }
}

/// The day as whoever asks finds it: the drivers and vehicles, and one booking.
struct OfferScenario {
  static let from = "offer-from"
  static let to = "offer-to"
  static let leg = "offer-leg"
  let scenario: Scenario

  init(_ day: Scenario, _ query: OfferQuery, _ transit: DayTransit?) {
    var scenario = day
    let bases = Set(
      day.volunteers.map(\.home) + day.vehicles.flatMap { [$0.start, $0.end] }
        + day.availability.map(\.endPlace))
    scenario.standing = []
    scenario.locks = []
    scenario.lines = []
    let stops = day.places.filter { bases.contains($0.id) || !$0.stop.isEmpty }
    scenario.places =
      stops + [
        Self.place(Self.from, query.from, among: day.places, transit),
        Self.place(Self.to, query.to, among: day.places, transit),
      ]
    scenario.riders = [Rider(id: "offer-rider", home: Self.from, needs: query.needs)]
    let anchor: Anchor =
      switch query.time {
      case .departAfter(let time): .departAfter(time)
      case .arriveBy(let time): .arriveBy(time)
      }
    scenario.bookings = [
      Booking(
        id: "offer", rider: "offer-rider", companions: query.companions, purpose: query.purpose,
        insured: query.insured, bookedAt: query.askedAt,
        legs: [Leg(id: Self.leg, from: Self.from, to: Self.to, anchor: anchor)])
    ]
    for index in scenario.volunteers.indices {
      scenario.volunteers[index].ridersRefused = []
      scenario.volunteers[index].ridersPreferred = []
    }
    self.scenario = scenario
  }

  /// What the rules ask of a place is taken from the nearest that the day knows, and zones from published outlines
  /// where there are any.
  private static func place(
    _ id: String, _ end: OfferQuery.End, among places: [Place], _ transit: DayTransit?
  ) -> Place {
    var place = Place(id: id, name: end.name, latitude: end.latitude, longitude: end.longitude)
    let nearest = places.min { $0.crowMetres(to: place) < $1.crowMetres(to: place) }
    guard let nearest, nearest.crowMetres(to: place) < 5000 else { return place }
    place.commune = nearest.commune
    place.communeClass = nearest.communeClass
    let areas = transit?.feeds.flatMap(\.areas) ?? []
    let zones = areas.filter { $0.contains(place.coordinate) }.map(\.id)
    // A home has no zones written down; the places round it do.
    let known = places.filter { !$0.zones.isEmpty && $0.crowMetres(to: place) < 5000 }
      .min { $0.crowMetres(to: place) < $1.crowMetres(to: place) }
    place.zones = zones.isEmpty ? known?.zones ?? [] : zones
    return place
  }
}
