internal import OpenData
internal import Planning
internal import TravelTimes

/// What published timetables and booked services can do for one leg.
struct PublishedOffers {
  private(set) var items: [RankedOffer] = []
  private let day: Day
  private let query: OfferQuery
  private let transit: DayTransit
  private let words: JourneyWords

  init(_ day: Day, _ query: OfferQuery, _ transit: DayTransit) throws(Faults) {
    self.day = day
    self.query = query
    self.transit = transit
    words = JourneyWords(day.clock)
    let territory = day.scenario.territory
    let planner = JourneyPlanner(
      transit.feeds, date: territory.date, timeZone: territory.timeZone,
      accessible: query.needs.contains("wheelchair"), ways: transit.ways)
    guard let planner else { throw Faults([.internalFault("time zone \(territory.timeZone)")]) }
    items = planner.journeys(asked).filter { $0.rides > 0 }.map(offer)
  }

  var refusal: OfferRefusal {
    OfferRefusal(
      kind: .scheduled, title: Bilingual(fr: "Cars et trains", en: "Buses and trains"),
      reasons: [
        Bilingual(
          fr: "Rien ne circule près de là à cette heure.",
          en: "Nothing runs near there at that time.")
      ])
  }

  private var asked: JourneyQuery {
    let places = day.scenario.places.suffix(2).map(\.coordinate)
    func elapsed(_ time: ClockTime) -> Int { day.clock.elapsed(time) ?? time.seconds }
    let time: JourneyQuery.Time
    let window: Int
    switch query.time {
    case .departAfter(let wish): (time, window) = (.departAt(elapsed(wish)), transit.rule.late)
    case .arriveBy(let due):
      time = .arriveBy(elapsed(due) - transit.rule.margin)
      window = transit.rule.early - transit.rule.margin
    }
    return JourneyQuery(
      from: places[0], to: places[1], fromName: query.from.name, toName: query.to.name, time: time,
      window: max(0, window), mostChanges: transit.rule.changes + 2)
  }

  private func offer(_ journey: Journey) -> RankedOffer {
    let isFlex = !journey.flexLegs.isEmpty
    let names = (journey.rideLegs.map(\.route) + journey.flexLegs.map(\.route))
      .filter { !$0.isEmpty }.joined(separator: " + ")
    let isOpen =
      query.askedAt.map { asked in journey.deadline.map { asked <= $0 } ?? true } ?? true
    let (price, note) = price(journey)
    let item = OfferItem(
      kind: isFlex ? .flex : .scheduled,
      title: isFlex
        ? Bilingual(fr: "À réserver : \(names)", en: "To be booked: \(names)")
        : Bilingual(fr: "Car ou train \(names)", en: "Bus or train \(names)"),
      departure: day.clock.iso8601(journey.departure), arrival: day.clock.iso8601(journey.arrival),
      durationSeconds: journey.duration, changes: journey.changes, walkMetres: journey.walkMetres,
      price: price, priceNote: note, deadline: journey.deadline?.text, isOpen: isOpen,
      wheelchair: journey.wheelchair.word, howToBook: howToBook(journey),
      steps: words.sentences(journey), journey: JourneyDocument(journey, clock: day.clock))
    let rule = transit.rule
    let isWithin =
      !isFlex && journey.walkMetres <= rule.walk && journey.changes <= rule.changes
      && Double(journey.duration) <= rule.longest(for: day.legs[0].slowestDirectSeconds)
    return RankedOffer(item: item, isPreferred: isWithin)
  }

  private func howToBook(_ journey: Journey) -> Bilingual {
    let phones = Set(journey.flexLegs.map(\.booking.phone).filter { !$0.isEmpty }).sorted()
    let urls = Set(journey.flexLegs.map(\.booking.url).filter { !$0.isEmpty }).sorted()
    guard !journey.flexLegs.isEmpty else {
      return Bilingual(fr: "Sans réservation.", en: "Without booking.")
    }
    let ways = (phones + urls).joined(separator: ", ")
    return ways.isEmpty
      ? Bilingual(fr: "Auprès du service.", en: "With the service.")
      : Bilingual(fr: "Auprès du service : \(ways).", en: "With the service: \(ways).")
  }

  /// The sum of the rides' fares where each has a flat one; whether one ticket is good for several is not reckoned.
  private func price(_ journey: Journey) -> (Double?, Bilingual?) {
    guard journey.flexLegs.isEmpty else { return (nil, nil) }
    var sum = 0.0
    for ride in journey.rideLegs {
      guard let feed = transit.feeds.first(where: { $0.id == ride.feed }),
        let fare = feed.flatFare(route: ride.routeId)
      else { return (nil, nil) }
      sum += fare
    }
    return (sum, Bilingual(fr: "somme des billets", en: "sum of the tickets"))
  }
}
