internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Optimizer
internal import Planning

/// Questions about a day or a plan that are answered at once.
struct QuestionRoutes: Sendable {
  let service: PlanningService
  /// Seconds that reasons may take.
  private static let patience = 20.0

  var endpoints: [Endpoint] { [validate, check, explain, quote, compare] }

  private var validate: Endpoint {
    question(
      "validate", id: "validate", summary: "Is a day fit to be planned?",
      about: "All faults are told at once, each by JSON pointer, with what would mend it.",
      form: .validation, example: Examples.scenario, answer: "Validation"
    ) { call in
      try await study(call, .validation) { input, request, language in
        _ = try input.compiled()
        return Reply.json(ValidationView(input, language))
      }
    }
  }

  private var check: Endpoint {
    question(
      "check", id: "check", summary: "Does a plan keep every rule?",
      about:
        "Any plan, also one changed by hand, is judged by a checker that shares no code with the solver.",
      form: .checking, example: Examples.checking, answer: "Verdict"
    ) { call in
      try await study(call, .checking) { input, request, language in
        let plan = try input.plan(of: request, \.plan, at: "/plan")
        return Reply.json(VerdictView(try input.violations(in: plan), language))
      }
    }
  }

  private var explain: Endpoint {
    question(
      "explain", id: "explain", summary: "Why is a trip served so, or not at all?",
      about:
        "For each trip not served: what keeps each resource from it, and the least change that would serve it.",
      form: .explaining, example: Examples.explaining, answer: "Explanation"
    ) { call in
      try await study(call, .explaining) { input, request, language in
        let plan = try input.plan(of: request, \.plan, at: "/plan")
        return Reply.json(
          try ExplanationView(
            input, plan, trip: request.trip, seconds: Self.patience,
            threads: service.settings.jobs.threads, closing: service.office.closing))
      }
    }
  }

  private var quote: Endpoint {
    question(
      "quote", id: "quote", summary: "What can be told to a caller?",
      about: """
        The cheapest ways to serve one more ride, everybody else riding as told; nothing is promised by it. Times are \
        seconds since local midnight. Without an offer: why, and the least change that would give one.
        """,
      form: .quoting, example: Examples.quoting, answer: "Quote"
    ) { call in
      try await study(call, .quoting) { input, request, language in
        let plan = try input.plan(of: request, \.plan, at: "/plan")
        guard let wish = request.quote, let asked = wish.request else { throw Problem(.invalid) }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(Self.patience)
        do {
          return Reply.json(
            try input.quoteDesk(plan, now: wish.now).quote(
              asked, most: min(wish.most, 50),
              reasons: ReasonEffort(threads: service.settings.jobs.threads) { [service] in
                clock.now < end && !service.office.closing.isRaised
              }))
        } catch let faults as Faults {
          throw Failure(.badData, faults.faults)
        }
      }
    }
  }

  private var compare: Endpoint {
    question(
      "compare", id: "compare", summary: "How do two plans of a day differ in figures?",
      form: .comparing, example: Examples.comparing, answer: "Comparison"
    ) { call in
      try await study(call, .comparing) { input, request, language in
        let plans = [
          ("plan", try input.plan(of: request, \.plan, at: "/plan")),
          ("other", try input.plan(of: request, \.other, at: "/other")),
        ]
        return Reply.json(try ComparisonView(input, plans, language))
      }
    }
  }

  private func question(
    _ name: String, id: String, summary: String, about: String = "", form: RequestForm,
    example: JSONItem, answer: String, _ handler: @escaping Endpoint.Handler
  ) -> Endpoint {
    Endpoint(
      method: .post, path: "/v1/" + name, id: id, group: .questions, summary: summary, about: about,
      scope: .read, body: Endpoint.Body(schema: APISchemas.body(form), example: example),
      answers: [
        Endpoint.Answer(
          status: 200, about: "The answer.",
          content: [
            Endpoint.Content(type: "application/json", schema: APISchemas.to(answer))
          ])
      ], handler: handler)
  }

  /// Reads the day and answers, on a thread that may take its time.
  private func study(
    _ call: Call, _ form: RequestForm,
    _ answer: @escaping @Sendable (DayInput, PlanningRequest, Language) throws -> Response
  ) async throws -> Response {
    let language = call.request.language
    return try await service.study.run { [service] in
      let request = try service.asked(call.body, form)
      do {
        let input = try DayInput(request, on: service.ground)
        return try answer(input, request, language)
      } catch {
        throw Problem(any: error, base: request.base)
      }
    }
  }
}

extension DayInput {
  /// A plan that a request brings, known to be of this day and its times.
  fileprivate func plan(
    of request: PlanningRequest, _ path: KeyPath<PlanningRequest, Plan?>, at pointer: String
  ) throws -> Plan {
    guard let plan = request[keyPath: path] else { throw Problem(.invalid) }
    try accept(plan, of: request, at: pointer)
    return plan
  }
}
