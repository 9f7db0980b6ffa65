internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Planning

/// Days that the server holds: those of a territory's store, or one scenario's.
struct DayRoutes: Sendable {
  let service: PlanningService
  /// Lines that the list has at most.
  private static let most = 400

  static let date = Endpoint.Parameter(
    name: "date", place: .path, schema: DaySchemas.date, about: "The day, `2026-11-25`.")

  var endpoints: [Endpoint] { [list, day] }

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
      let bytes = try await service.desk.run { [service] in
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

extension PlanningService {
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
}
