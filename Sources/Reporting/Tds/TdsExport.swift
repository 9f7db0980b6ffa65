import Planning

/// The day as telegrams of the Transactional Data Specification for demand-responsive transport (TCRP Report 210,
/// R60), by the XML schema published with it.
///
/// The schema has no element that holds several telegrams, so each file's root is Camin's own; each of its children is
/// valid by itself. People stand in it by pseudonym.
struct TdsExport: Sendable {
  let context: PaperContext

  var files: [ReportFile] {
    [
      file("tds/1A-trip-requests.xml", legs.map(request)),
      file("tds/1B-responses.xml", legs.map(response)),
      file("tds/3A-trip-tasks.xml", tasks),
    ]
  }

  /// Telegram 4A of what was noted as done.
  func completions(of actuals: DayActuals) -> ReportFile {
    file(
      "tds/4A-completions.xml", TdsCompletions(context: context, actuals: actuals).telegrams)
  }

  private var index: PlanIndex { context.index }
  private var parts: TdsParts { TdsParts(context: context) }

  private var legs: [LegRecord] {
    index.scenario.bookings.flatMap { booking in
      booking.legs.enumerated().map { LegRecord(leg: $1, booking: booking, position: $0) }
    }
  }

  private func file(_ name: String, _ telegrams: [XmlElement]) -> ReportFile {
    let root = XmlElement("telegrams")
      .with("territory", index.plan.territory).with("date", index.plan.date.text)
      .holding(telegrams)
    return ReportFile(name: name, text: root.document)
  }

  private func attributes(_ record: LegRecord) -> String {
    let rider = index.scenario.riders.first { $0.id == record.booking.rider }
    return TdsCodes.attributes(needs: rider?.needs ?? [], accompany: record.booking.accompany)
  }

  // MARK: 1A, what was asked for

  private func request(_ record: LegRecord) -> XmlElement {
    let leg = record.leg
    let asked = AskedTimes(leg.anchor)
    let planned = index.service(ofLeg: leg.id)?.pickup?.start
    return XmlElement("tripRequest").holding(parts.opening("TripRequest", leg: leg.id)).holding(
      parts.address("pickupAddress", leg.from), parts.address("dropoffAddress", leg.to),
      parts.time("pickupTime", clock: asked.pickup),
      parts.time("appointmentTime", clock: asked.appointment),
      XmlElement("detoursPermissible", text: leg.sharing == .no ? "false" : "true"),
      parts.time("negotiatedPickupTime", planned, type: "scheduled"),
      XmlElement("hardConstraintOnPickupTime", text: asked.isPickupHard ? "true" : "false"),
      XmlElement("hardConstraintOnDropoffTime", text: asked.appointment == nil ? "false" : "true")
    ).with("specialAttributes", attributes(record))
  }

  // MARK: 1B, what is answered

  private func response(_ record: LegRecord) -> XmlElement {
    let leg = record.leg.id
    let opening = XmlElement("tripRequestResponse")
      .holding(parts.opening("TripRequestResponse", leg: leg))
    if let service = index.service(ofLeg: leg), let pickup = service.pickup,
      let delivery = service.delivery
    {
      return opening.holding(
        XmlElement("tripAvailable", text: "true"),
        parts.time("scheduledPickupTime", pickup.start, type: "scheduled"),
        parts.address("scheduledPickupPoint", pickup.place),
        parts.address("scheduledDropoffPoint", delivery.place)
      ).with("fareAmount", fare(leg)).with("transportServices", service.run.run.mode.rawValue)
    }
    if let outside = index.outside(ofLeg: leg) {
      return opening.holding(XmlElement("tripAvailable", text: "true"))
        .with("transportServices", outside.fallback)
    }
    return opening.holding(
      XmlElement("tripAvailable", text: "false"),
      XmlElement("tripRejectionReason", text: rejection(record)))
  }

  private func rejection(_ record: LegRecord) -> String {
    let item = index.plan.unserved.first { $0.booking == record.booking.id }
    let reasons = item?.reasons ?? []
    let own = reasons.first { $0.leg == record.leg.id } ?? reasons.first
    return own.map { TdsCodes.rejection($0.code) } ?? "OTHER"
  }

  /// What a rider is asked for a leg, euros; `nil` where it is not known.
  func fare(_ leg: String) -> String? {
    context.prices.cents[leg].map {
      Formats(.english).fixedPoint($0, decimals: 2, grouped: false)
    }
  }

  // MARK: 3A, what drivers are to do

  private var tasks: [XmlElement] {
    index.runs.flatMap { record in
      record.run.stops.enumerated().compactMap { position, pickup in
        pickup.kind == .pickup ? task(pickup, at: position, of: record.run) : nil
      }
    }
  }

  private func task(_ pickup: RunStop, at position: Int, of run: Run) -> XmlElement? {
    guard
      let end = run.stops.firstIndex(where: { $0.kind == .delivery && $0.leg == pickup.leg })
    else { return nil }
    let delivery = run.stops[end]
    let record = index.legs[pickup.leg]
    return XmlElement("tripTask").holding(parts.opening("TripTask", leg: pickup.leg)).holding(
      XmlElement("tripTaskId", text: run.id + "/" + pickup.leg),
      XmlElement("customerPickupLocInVehPerformanceSequence", text: "\(position + 1)"),
      parts.address("pickupNodeAddress", pickup.place),
      parts.time(
        "pickupNodeScheduledTime", pickup.start, type: "scheduled",
        dwell: pickup.departure - pickup.start),
      XmlElement("customerDropoffLocInVehPerformanceSequence", text: "\(end + 1)"),
      parts.address("dropoffNodeAddress", delivery.place),
      parts.time(
        "dropoffNodeScheduledTime", delivery.start, type: "scheduled",
        dwell: delivery.departure - delivery.start),
      XmlElement("customerName", text: pickup.rider),
      XmlElement("numOtherReservedPassengers", text: "\(pickup.companions)")
    )
    .with("notesForDriver", Needs.phrase(pickup.needs, companions: 0, context.formats))
    .with("specialAttributes", record.map(attributes) ?? "")
    .with("fareAmount", fare(pickup.leg))
  }
}

/// What a rider's wish says of pick-up and appointment.
private struct AskedTimes {
  var pickup: ClockTime?
  var appointment: ClockTime?
  /// The time is a line's, not a wish.
  var isPickupHard = false

  /// A return that hangs on the arrival has no time of the clock.
  init(_ anchor: Anchor) {
    switch anchor {
    case .arriveBy(let time): appointment = time
    case .departAfter(let time), .release(let time, _): pickup = time
    case .fixed(let time): (pickup, isPickupHard) = (time, true)
    case .afterStay: break
    }
  }
}
