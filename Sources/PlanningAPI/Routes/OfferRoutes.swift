internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Planning

/// Who could carry somebody: all that runs, in one list.
struct OfferRoutes: Sendable {
  let service: PlanningService

  var endpoints: [Endpoint] { [offers] }

  private var offers: Endpoint {
    Endpoint(
      method: .get, path: "/v1/offers", id: "listOffers", group: .days,
      summary: "All that could carry somebody, in one ranked list",
      about: """
        Buses and trains, booked services published as open data, and the territory's own: demand-responsive vehicles, \
        volunteers, seated-patient transport, and whoever is paid outside. What the territory's own can do is by the \
        direct way, to be confirmed by planning. Drivers, rules and places are those of the day that the server holds.
        """,
      scope: .offers, parameters: Self.parameters,
      answers: [
        Endpoint.Answer(
          status: 200, about: "The list; who cannot carry is in it with the reasons.",
          content: [Endpoint.Content(type: "application/json", schema: APISchemas.to("Offers"))])
      ], problems: [.notFound, .invalid]
    ) { call in
      let (wish, date) = try call.offerWish()
      let offers = try await service.study.run { [service] in try service.offers(wish, on: date) }
      return Reply.json(offers)
    }
  }

  private static func parameter(
    _ name: String, _ about: String, _ schema: JSONItem = APISchemas.string,
    example: JSONItem? = nil, isRequired: Bool = false
  ) -> Endpoint.Parameter {
    Endpoint.Parameter(
      name: name, place: .query, schema: schema, about: about, example: example,
      isRequired: isRequired)
  }

  private static let time: JSONItem = ["type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}$"]

  private static let parameters = [
    parameter("date", "The day.", DaySchemas.date, example: "2026-11-25", isRequired: true),
    parameter(
      "from", "A place of the day by its id, or `latitude,longitude`.", example: "44.7375,1.3822",
      isRequired: true),
    parameter("to", "Likewise.", example: "44.4447,1.4377", isRequired: true),
    parameter("depart_after", "Not before, `HH:MM`; either this or `arrive_by`.", time),
    parameter("arrive_by", "There by this time, `HH:MM`.", time, example: "09:00"),
    parameter("needs", "Need codes, separated by commas, e.g. `wheelchair`."),
    parameter("companions", "People who come along.", APISchemas.count),
    parameter(
      "insured", "A prescribed trip, which the health insurance pays.", APISchemas.flag),
    parameter("purpose", "Purpose of the trip, for those who take some only."),
    parameter(
      "asked", "When it is asked, `2026-11-24T15:00`: what can no longer be booked is told as such."
    ),
  ]
}

extension Call {
  /// What the query asks.
  ///
  /// - Throws: `Problem` with every parameter that cannot be understood on its own.
  fileprivate func offerWish() throws(Problem) -> (OfferWish, PlanDate) {
    let query = request.uri.queryParameters
    func text(_ name: Substring) -> String? { query[name].map(String.init) }
    var faults: [Fault] = []
    let date = text("date").flatMap { PlanDate($0) }
    if date == nil {
      faults.append(
        .parameter(
          "date", text("date") ?? "",
          Bilingual(fr: "Donnez un jour, AAAA-MM-JJ.", en: "Give a day, YYYY-MM-DD.")))
    }
    var wish = OfferWish()
    wish.from = text("from") ?? ""
    wish.to = text("to") ?? ""
    wish.departAfter = text("depart_after")
    wish.arriveBy = text("arrive_by")
    wish.needs = (text("needs") ?? "").split(separator: ",").map(String.init)
    wish.purpose = text("purpose") ?? ""
    wish.asked = text("asked")
    if let companions = text("companions") {
      let count = Int(companions).flatMap { (0...100).contains($0) ? $0 : nil }
      if count == nil {
        faults.append(
          .parameter(
            "companions", companions,
            Bilingual(fr: "Un nombre entier, de 0 à 100.", en: "A whole number, 0 to 100.")))
      }
      wish.companions = count ?? 0
    }
    switch text("insured") {
    case nil, "false": break
    case "true": wish.insured = true
    case let other?:
      faults.append(
        .parameter(
          "insured", other, Bilingual(fr: "« true » ou « false ».", en: "“true” or “false”.")))
    }
    guard faults.isEmpty, let date else { throw .invalid(faults) }
    return (wish, date)
  }
}

extension PlanningService {
  fileprivate func offers(_ wish: OfferWish, on date: PlanDate) throws -> Offers {
    guard let counter else { throw Problem.withoutDays }
    let found: Offers?
    do throws(Failure) {
      found = try counter.offers(wish, on: date) {
        .parameter($0.part.rawValue, $0.value, $0.remedy)
      }
    } catch {
      throw Problem(error, base: "")
    }
    guard let found else { throw Problem.noDay }
    return found
  }
}

extension Problem {
  fileprivate static func invalid(_ faults: [Fault]) -> Problem {
    var problem = Problem(.invalid)
    problem.faults = faults
    return problem
  }
}

extension Fault {
  fileprivate static func parameter(_ name: String, _ value: String, _ remedy: Bilingual) -> Fault {
    Fault(
      code: "bad-parameter", place: FaultPlace(file: "request"), field: name, value: value,
      cause: Bilingual(fr: "Ce paramètre ne convient pas.", en: "This parameter will not do."),
      remedy: remedy)
  }
}
