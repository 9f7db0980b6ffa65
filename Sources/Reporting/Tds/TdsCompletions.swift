import Planning

/// Telegram 4A: what was performed, and what it cost, of the legs of which it was noted (R60, R61).
struct TdsCompletions: Sendable {
  let context: PaperContext
  let actuals: DayActuals

  var telegrams: [XmlElement] {
    actuals.rides.filter { $0.status == .done }.compactMap(completion)
  }

  private func completion(_ ride: DayActuals.Ride) -> XmlElement? {
    let parts = TdsParts(context: context)
    let record = actuals.day.legs[ride.leg]
    let run = actuals.plan.runs[ride.run]
    let stops = run.stops.filter { $0.leg == record.leg.id }
    guard let pickup = stops.first(where: { $0.kind == .pickup }),
      let delivery = stops.first(where: { $0.kind == .delivery })
    else { return nil }
    let isNoted = ride.pickup != nil || ride.setdown != nil
    return XmlElement("tripTaskCompletion")
      .holding(parts.opening("TripTaskCompletion", leg: record.leg.id))
      .holding(
        XmlElement("cost", text: cost(of: ride)),
        parts.address("pickupAddress", record.leg.from),
        parts.time(
          "pickupTime", ride.pickup ?? ride.plannedPickup, type: isNoted ? "actual" : "scheduled"),
        parts.address("dropoffAddress", record.leg.to),
        parts.time(
          "dropoffTime", ride.setdown ?? ride.plannedSetdown, type: isNoted ? "actual" : "scheduled"
        ),
        parts.address("scheduledPickupPoint", pickup.place),
        parts.time("scheduledPickupTime", ride.plannedPickup, type: "scheduled"),
        parts.address("scheduledDropoffPoint", delivery.place),
        parts.time("scheduledDropoffTime", ride.plannedSetdown, type: "scheduled"),
        ride.pickup == nil ? nil : parts.address("performedPickupPoint", pickup.place),
        parts.time("performedPickupTime", ride.pickup, type: "actual"),
        ride.setdown == nil ? nil : parts.address("performedDropoffPoint", delivery.place),
        parts.time("performedDropoffTime", ride.setdown, type: "actual"),
        XmlElement("detoursPermissible", text: record.leg.sharing == .no ? "false" : "true")
      )
      .with("fareAmount", TdsExport(context: context).fare(record.leg.id))
      .with(
        "specialAttributes",
        TdsCodes.attributes(needs: record.rider.needs, accompany: record.booking.accompany)
      )
      .with("transportServices", run.mode.rawValue)
  }

  /// The run's cost as planned, shared out evenly among the legs that it has driven.
  private func cost(of ride: DayActuals.Ride) -> String {
    let legs = actuals.rides.count { $0.run == ride.run && $0.status == .done }
    let share = actuals.plan.runs[ride.run].cost / Double(max(1, legs))
    return Formats(.english).number(share, decimals: 2, grouped: false)
  }
}
