internal import Desk
internal import Interchange
internal import Planning
internal import TravelTimes

extension PlanningRequest {
  /// Reads a body.
  ///
  /// - Throws: `Problem` with all that is wrong with it.
  static func checked(_ body: [UInt8], _ form: RequestForm) throws(Problem) -> PlanningRequest {
    do throws(Refusal) {
      return try read(json: body, as: form)
    } catch {
      var problem = Problem(error.isMalformed ? .malformed : .invalid)
      problem.faults = error.faults
      throw problem
    }
  }
}

extension DayInput {
  /// The day that a request describes.
  ///
  /// Roads are those of the server, or estimates: a request must open no file of the server and call no other one,
  /// so what its territory says of roads is left aside, which is told. So it is with timetables.
  init(
    _ request: PlanningRequest, on ground: ServerGround, after published: PublishedPlan? = nil
  ) throws(Failure) {
    let roads = ground.roads
    var warnings = request.warnings
    if let named = request.scenario.territory.roads, named != RoadsEntry.none, named != roads?.name
    {
      warnings.append(.roadsOfServer(named, base: request.base, hasRoads: roads != nil))
    }
    if let published { try Self.check(published.plan, of: request, at: "/previous") }
    try self.init(
      request.scenario, warnings: warnings, travel: roads, cache: ground.cache, after: published,
      transit: ground.feeds, kept: ground.timetables, at: request.base)
  }

  /// A plan that stands in a request.
  ///
  /// One that was made with the same roads is judged by the day as the request has it, though places have come or gone
  /// since.
  ///
  /// - Throws: `Failure` where it is of another day, or was made with other travel times.
  func accept(_ plan: Plan, of request: PlanningRequest, at pointer: String) throws(Failure) {
    try Self.check(plan, of: request, at: pointer)
    let (own, given) = (plan.provenance.travel, travel.provenance)
    if let own, own.kind == given.kind, !own.fingerprint.isEmpty,
      own.fingerprint == given.fingerprint
    {
      return
    }
    do throws(Failure) {
      // Where stops are missing, times differ as well: the stops are the reason.
      if !plan.connections.isEmpty { _ = try following(plan) }
      try compareTravel(plan, "request")
    } catch {
      throw Failure(.badData, error.faults.map { $0.below(pointer) })
    }
  }

  private static func check(
    _ plan: Plan, of request: PlanningRequest, at pointer: String
  ) throws(Failure) {
    let territory = request.scenario.territory
    guard plan.date != territory.date || plan.timeZone != territory.timeZone else { return }
    throw Failure(.badData, [.otherDay(plan, territory, pointer)])
  }
}

extension Fault {
  fileprivate static func otherDay(_ plan: Plan, _ territory: Territory, _ pointer: String) -> Fault
  {
    Fault(
      code: "other-day", place: FaultPlace(file: "request", pointer: pointer + "/date"),
      field: "date", value: plan.date.text,
      cause: Bilingual(
        fr: "Ce plan est celui d’un autre jour que le scénario (\(territory.date.text)).",
        en: "This is the plan of another day than the scenario's (\(territory.date.text))."),
      remedy: Bilingual(
        fr: "Envoyez le scénario et le plan d’un même jour.",
        en: "Send scenario and plan of one day."))
  }

  fileprivate static func roadsOfServer(_ named: String, base: String, hasRoads: Bool) -> Fault {
    Fault(
      code: "roads-of-server",
      place: FaultPlace(file: "request", pointer: base + "/territory/roads"), field: "roads",
      value: named,
      cause: hasRoads
        ? Bilingual(
          fr: "Les routes sont celles du serveur, non celles que nomme la demande.",
          en: "Roads are the server's, not those that the request names.")
        : Bilingual(
          fr: "Le serveur n’a pas de routes : les temps sont estimés à vol d’oiseau.",
          en: "The server has no roads: times are estimated as the crow flies."),
      remedy: Bilingual(
        fr: "Lancez le serveur avec --roads ; retirez « roads » de la demande.",
        en: "Start the server with --roads; leave “roads” out of the request."))
  }
}

extension RequestForm {
  static let planning = RequestForm(required: [.scenario], optional: [.options])
  static let replanning = RequestForm(
    required: [.scenario, .previous], optional: [.events, .options])
  static let validation = RequestForm(required: [.scenario])
  static let checking = RequestForm(required: [.scenario, .plan])
  static let explaining = RequestForm(required: [.scenario, .plan], optional: [.trip])
  static let quoting = RequestForm(required: [.scenario, .plan, .quote])
  static let comparing = RequestForm(required: [.scenario, .plan, .other])

  static func of(_ kind: JobKind) -> RequestForm {
    switch kind {
    case .plan: planning
    case .replan: replanning
    }
  }
}

extension Problem {
  /// Any error as a problem; what nobody expects is told as an internal one, without its words.
  init(any error: any Error, base: String) {
    switch error {
    case let problem as Problem: self = problem
    case let failure as Failure: self.init(failure, base: base)
    default: self.init(.internalError)
    }
  }
}
