internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Planning
internal import Reporting
internal import TravelTimes

/// What people look at of a plan that a request brings, and what scheduled transport would do for its day.
///
/// A plan opened from a file or a store has no job that could be asked for its map.
struct PictureRoutes: Sendable {
  let service: PlanningService

  var endpoints: [Endpoint] { [mapData, page, alternatives] }

  private var mapData: Endpoint {
    endpoint(
      "geojson", id: "drawGeoJSON", summary: "A plan as map data (RFC 7946)", form: .checking,
      example: Examples.checking,
      content: Endpoint.Content(type: "application/geo+json", schema: APISchemas.mapData)
    ) { request, language in
      Reply.text(
        try service.report(request, language).mapData, "application/geo+json",
        headers: [.contentLanguage: language.rawValue])
    }
  }

  private var page: Endpoint {
    endpoint(
      "page", id: "drawPage", summary: "A plan as one page to read and to print", form: .checking,
      example: Examples.checking,
      content: Endpoint.Content(type: "text/html", schema: APISchemas.string)
    ) { request, language in
      Reply.text(
        try service.report(request, language, forPage: true).page, "text/html; charset=utf-8",
        headers: [
          .contentLanguage: language.rawValue, .contentSecurityPolicy: StaticPages.inlinePolicy,
        ])
    }
  }

  private var alternatives: Endpoint {
    endpoint(
      "alternatives", id: "alternatives",
      summary: "What would scheduled transport do for each leg of a day?",
      about: """
        By the timetables that the server was started with; `timetables` is false where it has none, and no leg is told \
        then. A leg without a title has no bus or train at about the time wished.
        """,
      form: .validation, example: Examples.scenario,
      content: Endpoint.Content(
        type: "application/json", schema: APISchemas.to("Alternatives"))
    ) { request, _ in
      Reply.json(AlternativesAnswer(try service.alternatives(of: request)))
    }
  }

  private func endpoint(
    _ name: String, id: String, summary: String, about: String = "", form: RequestForm,
    example: JSONItem, content: Endpoint.Content,
    _ answer: @escaping @Sendable (PlanningRequest, Language) throws -> Response
  ) -> Endpoint {
    Endpoint(
      method: .post, path: "/v1/" + name, id: id, group: .questions, summary: summary, about: about,
      scope: .read, body: Endpoint.Body(schema: APISchemas.body(form), example: example),
      answers: [Endpoint.Answer(status: 200, about: "The answer.", content: [content])]
    ) { call in
      let language = call.request.language
      return try await service.study.run { [service] in
        let request = try service.asked(call.body, form)
        do {
          return try answer(request, language)
        } catch {
          throw Problem(any: error, base: request.base)
        }
      }
    }
  }
}

/// What `alternatives` answers.
struct AlternativesAnswer: Encodable {
  struct Leg: Encodable {
    let leg: String
    let suits: Bool
    let steered: Bool
    let title: Bilingual?
    let steps: [Bilingual]
    let obstacles: [Bilingual]
  }

  /// Whether the server knows any.
  let timetables: Bool
  let legs: [Leg]

  init(_ found: [LegAlternative]?) {
    timetables = found != nil
    legs = (found ?? []).map { item in
      Leg(
        leg: item.leg, suits: item.suits, steered: item.isSteered, title: item.title,
        steps: item.steps, obstacles: item.obstacles)
    }
  }

  static var schema: JSONItem {
    let texts = APISchemas.list(APISchemas.to("Bilingual"))
    return APISchemas.object(
      [
        "timetables": APISchemas.flag,
        "legs": APISchemas.list(
          APISchemas.object(
            [
              "leg": APISchemas.string, "suits": APISchemas.flag, "steered": APISchemas.flag,
              "title": APISchemas.to("Bilingual"), "steps": texts, "obstacles": texts,
            ], required: ["leg", "suits", "steered", "steps", "obstacles"])),
      ], required: ["timetables", "legs"])
  }
}

extension PlanningService {
  /// What people read of a plan of the request's day; roads are drawn where the server has some.
  ///
  /// - Parameter forPage: what buses and trains would do stands on the page alone, and takes a second to find.
  func report(
    _ plan: Plan, of request: PlanningRequest, _ language: Language, forPage: Bool = false
  ) -> PlanReport {
    // With the stops that feeder trips lead to (R12), of which the request knows nothing.
    let scenario = request.scenario.taking(plan.connections)
    return PlanReport(
      plan: plan, scenario: scenario, language: language, roads: lines(of: plan, in: scenario),
      alternatives: forPage ? (try? alternatives(of: request)) : nil)
  }

  /// The same of the plan that the request brings.
  func report(
    _ request: PlanningRequest, _ language: Language, forPage: Bool = false
  ) throws -> PlanReport {
    guard let plan = request.plan else { throw Problem(.invalid) }
    return report(plan, of: request, language, forPage: forPage)
  }

  /// What buses and trains would do for each leg; `nil`: the server has no timetables.
  func alternatives(of request: PlanningRequest) throws -> [LegAlternative]? {
    guard !settings.feeds.isEmpty else { return nil }
    let input = try DayInput(request, on: ground)
    return try input.alternatives(settings.feeds, kept: ground.timetables)
  }

  /// A source of roads that has fallen silent since is no reason to show nothing.
  private func lines(of plan: Plan, in scenario: Scenario) -> RoadLines? {
    guard let source = settings.roads, let rules = try? RuleBook(for: scenario),
      let travel = try? DayTravel(scenario, rules, source, cache: settings.roadsCache),
      let roads = travel.roads
    else { return nil }
    return try? RoadLines(
      of: plan, in: scenario, on: roads, named: travel.provenance.source)
  }
}
