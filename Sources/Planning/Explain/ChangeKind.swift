/// Kinds of `LeastChange`.
enum ChangeKind: String {
  case laterPickup = "later_pickup"
  case earlierPickup = "earlier_pickup"
  case laterArrival = "later_arrival"
  case earlierArrival = "earlier_arrival"
  case longerRide = "longer_ride"
  /// One driver is there earlier, or longer.
  case earlierStart = "earlier_start"
  case laterEnd = "later_end"
  case moreKilometres = "more_kilometres"
  case moreKilometresAYear = "more_kilometres_a_year"
  case longerDuty = "longer_duty"
  case moreTrips = "more_trips"
  case longerWait = "longer_wait"
  case moreRoom = "more_room"
  /// A wish of a driver, or a decision of the coordinator, is lifted.
  case rule

  var isTime: Bool {
    switch self {
    case .laterPickup, .earlierPickup, .laterArrival, .earlierArrival: true
    default: false
    }
  }

  /// A limit of one driver's day or year.
  var isLimit: Bool {
    switch self {
    case .moreKilometres, .moreKilometresAYear, .longerDuty, .moreTrips, .longerWait: true
    default: false
    }
  }

  init(_ limit: DriverLimit, ofTheYear: Bool) {
    self =
      switch limit {
      case .distance: ofTheYear ? .moreKilometresAYear : .moreKilometres
      case .duty: .longerDuty
      case .trips: .moreTrips
      case .wait, .waitOnBoard: .longerWait
      }
  }
}

/// Says changes as a coordinator would put them to the rider or to the driver.
struct ChangeWords {
  let resource: DayResource
  /// Id of the leg that would be served.
  let leg: String

  /// A change of what the rider has asked for; the driver is who would then come.
  ///
  /// - Parameter seconds: how much later, earlier or longer.
  func ofRider(_ kind: ChangeKind, _ seconds: Int) -> Bilingual {
    let time = Shown.duration(seconds)
    let name = resource.named
    let (fr, en) =
      switch kind {
      case .laterPickup:
        (
          "la prise en charge du trajet \(leg) pouvait avoir lieu \(time) plus tard",
          "leg \(leg) could be picked up \(time) later"
        )
      case .earlierPickup:
        (
          "la prise en charge du trajet \(leg) pouvait avoir lieu \(time) plus tôt",
          "leg \(leg) could be picked up \(time) earlier"
        )
      case .laterArrival:
        (
          "l’arrivée du trajet \(leg) pouvait avoir lieu \(time) plus tard",
          "leg \(leg) could arrive \(time) later"
        )
      case .earlierArrival:
        (
          "l’arrivée du trajet \(leg) pouvait avoir lieu \(time) plus tôt",
          "leg \(leg) could arrive \(time) earlier"
        )
      default:
        (
          "le voyageur du trajet \(leg) pouvait rester \(time) de plus à bord",
          "the rider of leg \(leg) could stay \(time) longer on board"
        )
      }
    return Bilingual(
      fr: "Si \(fr), \(name.fr) pourrait l’assurer.", en: "If \(en), \(name.en) could serve it.")
  }

  /// A change of what the driver has offered.
  ///
  /// - Parameters:
  ///   - wish: what the driver would do.
  func ofDriver(_ wish: Bilingual) -> Bilingual {
    let name = resource.named
    return Bilingual(
      fr: "Si \(name.fr) \(wish.fr), le trajet \(leg) pourrait être assuré.",
      en: "If \(name.en) \(wish.en), leg \(leg) could be served.")
  }

  /// - Parameter clock: until when, or from when, the driver would be there.
  static func there(_ kind: ChangeKind, _ seconds: Int, _ clock: String) -> Bilingual {
    let time = Shown.duration(seconds)
    return kind == .earlierStart
      ? Bilingual(
        fr: "était disponible dès \(clock) (\(time) plus tôt)",
        en: "were available from \(clock) (\(time) earlier)")
      : Bilingual(
        fr: "était disponible jusqu’à \(clock) (\(time) de plus)",
        en: "were available until \(clock) (\(time) longer)")
  }

  /// - Parameters:
  ///   - amount: in the unit in which people speak of the limit.
  ///   - most: the limit with it.
  static func limit(_ kind: ChangeKind, _ amount: Int, most: Int) -> Bilingual {
    switch kind {
    case .moreKilometres:
      Bilingual(
        fr: "acceptait \(amount) km de plus ce jour-là (\(most) km en tout)",
        en: "accepted \(amount) km more on that day (\(most) km in all)")
    case .moreKilometresAYear:
      Bilingual(
        fr: "acceptait \(amount) km de plus cette année", en: "accepted \(amount) km more this year"
      )
    case .longerDuty:
      Bilingual(
        fr: "acceptait \(Shown.duration(amount * 60)) de service de plus "
          + "(\(Shown.duration(most * 60)) en tout)",
        en: "accepted \(Shown.duration(amount * 60)) more on duty "
          + "(\(Shown.duration(most * 60)) in all)")
    case .moreTrips:
      Bilingual(
        fr: amount == 1 ? "acceptait une course de plus" : "acceptait \(amount) courses de plus",
        en: amount == 1 ? "accepted one trip more" : "accepted \(amount) trips more")
    default:
      Bilingual(
        fr: "acceptait d’attendre \(Shown.duration(amount * 60)) de plus "
          + "(\(Shown.duration(most * 60)))",
        en: "accepted to wait \(Shown.duration(amount * 60)) longer "
          + "(\(Shown.duration(most * 60)))")
    }
  }

  static func room(_ dimension: String, _ count: Int) -> Bilingual {
    let many = count > 1
    let (fr, en) =
      switch dimension {
      case "seat": (many ? "places assises" : "place assise", many ? "seats" : "seat")
      case "wheelchair":
        (
          many ? "places de fauteuil roulant" : "place de fauteuil roulant",
          many ? "wheelchair places" : "wheelchair place"
        )
      default: ("place « \(dimension) »", "place “\(dimension)”")
      }
    return Bilingual(
      fr: "avait \(count) \(fr) de plus", en: "had \(count) more \(en)")
  }

  /// Adds that the change was found by moving others.
  static func moving(_ count: Int, _ text: Bilingual) -> Bilingual {
    guard count > 0 else { return text }
    return Bilingual(
      fr: text.fr
        + (count > 1
          ? " Il faudrait pour cela confier \(count) autres trajets à d’autres conducteurs."
          : " Il faudrait pour cela confier un autre trajet à un autre conducteur."),
      en: text.en
        + (count > 1
          ? " For that \(count) other legs would change drivers."
          : " For that another leg would change drivers."))
  }
}

extension DayResource {
  /// `le bénévole v12`, `volunteer v12`.
  var named: Bilingual {
    switch mode {
    case .volunteer: Bilingual(fr: "le bénévole \(id)", en: "volunteer \(id)")
    case .tad:
      Bilingual(fr: "le véhicule \(id) (TAD)", en: "vehicle \(id) (on demand)")
    case .vsl: Bilingual(fr: "le VSL \(id)", en: "VSL \(id)")
    case .taxi: Bilingual(fr: "le taxi \(id)", en: "taxi \(id)")
    }
  }
}
