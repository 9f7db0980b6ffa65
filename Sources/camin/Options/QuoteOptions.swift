internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// What a caller asks for.
struct QuoteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(fr: "Lieu de départ : numéro, nom ou alias.", en: "Where from: id, name or alias."),
      valueName: say(fr: "lieu", en: "place")))
  var from: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Lieu d’arrivée.", en: "Where to."), valueName: say(fr: "lieu", en: "place")))
  var to: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Pas de prise en charge avant cette heure.", en: "Not picked up before this time."),
      valueName: say(fr: "heure", en: "time")))
  var depart: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Être arrivé à cette heure.", en: "Be there by this time."),
      valueName: say(fr: "heure", en: "time")))
  var arrive: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Prise en charge entre ces heures : 9:00-11:00.", en: "Pick-up between: 9:00-11:00."),
      valueName: say(fr: "heures", en: "hours")))
  var window: String?

  @Option(
    name: .customLong("return"),
    help: ArgumentHelp(
      say(
        fr: "Retour : pas avant cette heure (11:30), ou entre deux (11:00-12:30).",
        en: "The way back: not before this time (11:30), or between two (11:00-12:30)."),
      valueName: say(fr: "heure", en: "time")))
  var back: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Besoins, séparés par des virgules : walker,door_help.",
        en: "Needs, separated by commas: walker,door_help."),
      valueName: say(fr: "codes", en: "codes")))
  var needs: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Voyageur connu de la journée, dont les besoins valent.",
        en: "A rider that the day knows, whose needs hold."), valueName: "id"))
  var rider: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Accompagnants.", en: "Companions."), valueName: say(fr: "nombre", en: "count")))
  var companions = 0

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Transport prescrit, à la charge de l’assurance maladie.",
        en: "A prescribed trip, paid by the health insurance.")))
  var insured = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Offres, séparées par des virgules : volunteer,tad,vsl,taxi.",
        en: "Offers, separated by commas: volunteer,tad,vsl,taxi."),
      valueName: say(fr: "offres", en: "modes")))
  var modes: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Nombre de propositions.", en: "Number of offers."),
      valueName: say(fr: "nombre", en: "count")))
  var most = 5

  /// - Throws: `Failure` with every option that cannot be understood.
  func request(on day: Day) throws(Failure) -> QuoteRequest {
    var faults: [Fault] = []
    let names = PlaceNames(day.scenario.places)
    func place(_ word: String, _ option: String) -> String {
      do throws(Faults) {
        return try names.id(of: word, field: option)
      } catch {
        faults += error.faults
        return ""
      }
    }
    let (start, end) = (place(from, "--from"), place(to, "--to"))
    let times = [
      depart.map { time($0, "--depart", &faults, QuoteRequest.Time.departAfter) },
      arrive.map { time($0, "--arrive", &faults, QuoteRequest.Time.arriveBy) },
      window.map { span($0, "--window", &faults) },
    ].compactMap(\.self)
    if times.count != 1 { faults.append(.oneTime(times.count)) }
    let wayBack = back.map { text -> QuoteRequest.Time? in
      text.contains("-")
        ? span(text, "--return", &faults)
        : time(text, "--return", &faults, QuoteRequest.Time.departAfter)
    }
    let offers = words(modes).compactMap { word -> Mode? in
      if let mode = Mode(rawValue: word) { return mode }
      faults.append(
        .badOption("--modes", word, Mode.allCases.map(\.rawValue).joined(separator: ",")))
      return nil
    }
    if let rider, !day.scenario.riders.contains(where: { $0.id == rider }) {
      faults.append(.badOption("--rider", rider, day.scenario.riders.first?.id ?? ""))
    }
    if companions < 0 { faults.append(.badOption("--companions", "\(companions)", "1")) }
    if most < 1 { faults.append(.badOption("--most", "\(most)", "5")) }
    guard faults.isEmpty, let wish = times.first.flatMap(\.self) else {
      throw Failure(.usage, faults)
    }
    return QuoteRequest(
      from: start, to: end, time: wish, back: wayBack.flatMap(\.self), needs: words(needs),
      rider: rider ?? "", companions: companions, insured: insured, modes: offers)
  }

  private func words(_ list: String?) -> [String] {
    (list ?? "").split { ", ".contains($0) }.map(String.init)
  }

  private func time(
    _ text: String, _ option: String, _ faults: inout [Fault],
    _ make: (ClockTime) -> QuoteRequest.Time
  ) -> QuoteRequest.Time? {
    if let time = ClockTime(text) { return make(time) }
    faults.append(.badOption(option, text, "10:30"))
    return nil
  }

  private func span(
    _ text: String, _ option: String, _ faults: inout [Fault]
  ) -> QuoteRequest.Time? {
    if let window = ClockWindow(text) { return .window(window) }
    faults.append(.badOption(option, text, "9:00-11:00"))
    return nil
  }
}

extension Fault {
  fileprivate static func oneTime(_ count: Int) -> Fault {
    Fault(
      code: "one-time", place: FaultPlace(file: "camin"), field: "--depart, --arrive, --window",
      value: "\(count)",
      cause: Bilingual(
        fr: "Il faut une heure, et une seule.", en: "There must be one time, and only one."),
      remedy: Bilingual(
        fr: "Donnez --depart, --arrive ou --window.", en: "Give --depart, --arrive or --window."))
  }
}
