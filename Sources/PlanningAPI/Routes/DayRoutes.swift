internal import Desk
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import PlanStore
internal import Planning

/// Days that the server holds: those of a territory's store, or one scenario's.
struct DayRoutes: Sendable {
  let service: PlanningService
  /// Lines that the list has at most.
  private static let most = 400

  static let date = Endpoint.Parameter(
    name: "date", place: .path, schema: DaySchemas.date, about: "The day.", example: "2026-11-25")

  var endpoints: [Endpoint] { [list, day, keep] }

  private var list: Endpoint {
    Endpoint(
      method: .get, path: "/v1/days", id: "listDays", group: .days,
      summary: "The days that the server holds",
      about: """
        Those that have bookings or a plan, the latest first, at most \(Self.most). Empty where the server was started \
        without `--days`.
        """,
      scope: .days, parameters: [JobRoutes.known],
      answers: [
        Endpoint.Answer(
          status: 200, about: "A line a day.",
          content: [Endpoint.Content(type: "application/json", schema: APISchemas.to("DayList"))],
          headers: ["ETag": "Names the content."]), JobRoutes.unchanged,
      ]
    ) { call in
      let bytes = try await service.reader.run { [service] in
        JSONAnswer.bytes(DayListView(try service.settings.days?.days(atMost: Self.most) ?? []))
      }
      return await Reply.tagged(Reply.tag(of: bytes), call.request) {
        Reply.bytes(bytes, "application/json")
      }
    }
  }

  private var day: Endpoint {
    Endpoint(
      method: .get, path: "/v1/days/{date}", id: "getDay", group: .days,
      summary: "A day: what is to be planned, and its last plan",
      about: """
        `scenario` is what `/v1/plans` takes, standing orders made into bookings; `plan` is what results give. A store has \
        every day, some of them without bookings.
        """,
      scope: .days, parameters: [Self.date, JobRoutes.known],
      answers: [
        Endpoint.Answer(
          status: 200, about: "The day.",
          content: [Endpoint.Content(type: "application/json", schema: APISchemas.to("Day"))],
          headers: ["ETag": "Names the content."]), JobRoutes.unchanged,
      ], problems: [.invalid]
    ) { call in
      guard let date = PlanDate(call.parameter("date")) else { throw Problem(.notFound) }
      let language = call.request.language
      let bytes = try await service.study.run { [service] in
        DayView(date: date, content: try service.day(date)).bytes(language)
      }
      return await Reply.tagged(Reply.tag(of: bytes), call.request) {
        Reply.bytes(bytes, "application/json")
      }
    }
  }
}

extension DayRoutes {
  private var keep: Endpoint {
    Endpoint(
      method: .post, path: "/v1/days/{date}/plans", id: "keepPlan", group: .days,
      summary: "Keep a plan as that of a day",
      about: """
        The plan is checked on the day as it is now, and kept as its next version: a draft, or once people were told one, \
        an amendment. With `after`, the number of the version that the client knows (0: none), it is refused where \
        somebody else has kept another meanwhile.
        """,
      scope: .keep, parameters: [Self.date],
      body: Endpoint.Body(schema: KeepRequest.schema, example: ["plan": Examples.plan]),
      answers: [
        Endpoint.Answer(
          status: 201, about: "Kept.",
          content: [Endpoint.Content(type: "application/json", schema: APISchemas.to("KeptPlan"))],
          headers: ["Location": "The day."])
      ], problems: [.overtaken]
    ) { call in
      guard let date = PlanDate(call.parameter("date")) else { throw Problem(.notFound) }
      let kept = try await service.study.run { [service] in
        try service.keep(KeepRequest(call.body), on: date)
      }
      return Reply.json(
        StateView(kept, isStale: false), status: .created,
        headers: [.location: "/v1/days/" + date.text])
    }
  }
}

extension PlanningService {
  /// Keeps a plan of a day in the store.
  fileprivate func keep(_ asked: KeepRequest, on date: PlanDate) throws -> StoredDay.Plan {
    let content = try day(date)
    guard let days = settings.days, days.isStore else { throw Problem.withoutStore }
    if let after = asked.after, after != content.kept?.plan.number ?? 0 {
      throw Problem(.overtaken)
    }
    let request = try PlanningRequest.checked(
      asked.body(with: ScenarioDocument.text(content.scenario)), .checking)
    guard let plan = request.plan else { throw Problem(.invalid) }
    do {
      let input = try DayInput(request, on: ground)
      try input.accept(plan, of: request, at: "/plan")
      return try days.keep(plan, of: input, since: content.mark, role: "coordination", at: Date())
    } catch let failure as Failure
      where failure.faults.contains(where: { $0.code == "plan-overtaken" })
    {
      throw Problem(.overtaken)
    } catch {
      throw Problem(any: error, base: request.base)
    }
  }

  /// A day that the server holds.
  ///
  /// - Throws: `Problem` where there is none, or it has faults.
  func day(_ date: PlanDate) throws -> DayShelf.Content {
    guard let days = settings.days else { throw Problem.withoutDays }
    let found: DayShelf.Content?
    do throws(Failure) {
      found = try days.day(date)
    } catch {
      throw Problem(error, base: "")
    }
    guard let found else { throw Problem.noDay }
    return found
  }
}

extension Problem {
  static let noDay = Problem(
    .notFound, fr: "Le serveur n’a pas ce jour.", en: "The server does not hold that day.")
  static let withoutDays = Problem(
    .notFound, fr: "Le serveur a été lancé sans --days.",
    en: "The server was started without --days.")
  fileprivate static let withoutStore = Problem(
    .notFound, fr: "Cette journée est un fichier, non une base : rien n’y est gardé.",
    en: "This day is a file, not a store: nothing is kept in it.")
}
