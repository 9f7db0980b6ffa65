public import Planning

/// The body of a request to the planning API: a scenario alone, or with what belongs to it.
public struct PlanningRequest: Sendable {
  public var scenario: Scenario
  /// What was left aside or looks odd.
  public var warnings: [Fault]
  public var options = RequestOptions()
  public var plan: Plan?
  public var previous: Plan?
  public var other: Plan?
  public var trip: String?
  public var quote: QuoteWish?
  /// `nil`: nothing is said of what has happened.
  public var events: EventsDocument.Content?
  /// Where the scenario stands in the body, a JSON pointer.
  public var base: String

  /// Where the body does not say what it should.
  public struct Refusal: Error {
    /// It is no JSON at all, or no object.
    public var isMalformed: Bool
    public var faults: [Fault]
  }

  /// Reads a body; every fault of scenario, plans and options is told at once, by JSON pointer.
  ///
  /// - Parameter name: what faults call the body.
  public static func read(
    json bytes: [UInt8], as form: RequestForm, name: String = "request"
  ) throws(Refusal) -> PlanningRequest {
    let log = InputLog()
    guard let root = JSONFile.parse(bytes, as: name, log) else {
      throw Refusal(isMalformed: true, faults: log.faults)
    }
    guard case .object(let members) = root.content else {
      log.fault(.wrongType(Expected.object), at: JSONSite(file: name), node: root)
      throw Refusal(isMalformed: true, faults: log.faults)
    }
    let reader = RequestReader(name: name, root: root, members: members, form: form, log: log)
    guard let request = reader.read(), log.faults.isEmpty else {
      throw Refusal(isMalformed: false, faults: FaultPrinter.sorted(log.faults))
    }
    return request
  }
}

/// Reads one body.
struct RequestReader {
  let name: String
  let root: JSONNode
  let members: [JSONMember]
  let form: RequestForm
  let log: InputLog

  private var isBare: Bool {
    form.mayBeBare && node(.scenario) == nil && members.contains { $0.key == "territory" }
  }

  private func node(_ part: RequestPart) -> JSONNode? {
    guard form.parts.contains(part) else { return nil }
    return members.first { $0.key == part.rawValue && !$0.value.isNull }?.value
  }

  private func site(_ part: RequestPart) -> JSONSite { JSONSite(file: name).child(part.rawValue) }

  /// - Returns: `nil` where there is no scenario; the log says why.
  func read() -> PlanningRequest? {
    guard !isBare else { return scenario(root, base: "") }
    for part in form.required where node(part) == nil {
      log.fault(
        .missingValue, at: FaultPlace(file: name, line: root.line, pointer: site(part).pointer),
        field: part.rawValue)
    }
    let others = members.map(\.key).filter { key in !form.parts.contains { $0.rawValue == key } }
    if !others.isEmpty { log.warning(.unknownKeys(others), at: JSONSite(file: name), node: root) }
    let options = node(.options).map { node in
      RequestOptionFields.set.read(node, site(.options), log).record
    }
    let plans = [RequestPart.plan, .previous, .other].map(plan)
    let trip = node(.trip).flatMap { FieldCodec.id.decode($0, site(.trip), log) }
    guard let node = node(.scenario) else { return nil }
    var request = scenario(node, base: site(.scenario).pointer)
    request.options = options ?? RequestOptions()
    (request.plan, request.previous, request.other) = (plans[0], plans[1], plans[2])
    request.trip = trip
    request.quote = self.node(.quote).flatMap { quote($0, site(.quote), in: request.scenario) }
    request.events = self.node(.events).map { node in
      let own = InputLog()
      var content = EventsDocument.read(node, name, request.scenario, own)
      let base = site(.events).pointer
      log.add(own.faults.map { $0.below(base) })
      for index in content.events.indices {
        content.events[index].place.pointer = base + (content.events[index].place.pointer ?? "")
      }
      return content
    }
    return request
  }

  private func plan(_ part: RequestPart) -> Plan? {
    guard let node = node(part), let clock = PlanDocument.clock(of: node) else { return nil }
    return PlanFields.set(clock).decode(node, site(part), log)
  }

  private func scenario(_ node: JSONNode, base: String) -> PlanningRequest {
    let own = InputLog()
    let draft = DocumentReader.read(node, file: name, own)
    let meaning = ScenarioMeaning(draft).findings(besides: own.faults)
    log.add((own.faults + meaning.faults).map { $0.below(base) })
    let warnings = log.warnings + (own.warnings + meaning.warnings).map { $0.below(base) }
    return PlanningRequest(
      scenario: draft.scenario, warnings: FaultPrinter.sorted(warnings), base: base)
  }
}

extension Fault {
  /// The fault of a document that stands at this JSON pointer in another.
  public func below(_ base: String) -> Fault {
    var fault = self
    fault.place.pointer = base + (place.pointer ?? "")
    return fault
  }
}
