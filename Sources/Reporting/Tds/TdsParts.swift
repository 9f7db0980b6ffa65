import Planning

/// Times and addresses as telegrams of the specification have them.
struct TdsParts: Sendable {
  let context: PaperContext

  private var index: PlanIndex { context.index }

  /// `tripRequestId`, `telegramType`, `timestamp`: what every telegram begins with.
  func opening(_ type: String, leg: String) -> [XmlElement] {
    [
      XmlElement("tripRequestId", text: leg), XmlElement("telegramType", text: type),
      XmlElement("timestamp").with("time", wall(context.issue.at)),
    ]
  }

  /// A planned moment; `nil` where there is none.
  ///
  /// - Parameter dwell: seconds that the vehicle stands there.
  func time(
    _ name: StaticString, _ elapsed: Int?, type: String, dwell: Int? = nil
  ) -> XmlElement? {
    guard let elapsed else { return nil }
    return XmlElement(name)
      .with("timeZoneIdentifer", index.plan.timeZone)
      .with("time", iso(elapsed))
      .with("dwellTime", dwell.map { "\($0)" })
      .with("timeType", type)
  }

  /// A moment of the rider's wish; `nil` where the clock never shows it.
  func time(_ name: StaticString, clock: ClockTime?) -> XmlElement? {
    time(name, clock.flatMap(index.clock.elapsed), type: "promised")
  }

  /// Homes as they are published: rounded to about 100 m, and by pseudonym.
  func address(_ name: StaticString, _ id: String) -> XmlElement {
    let place = index.place(id)
    let point = index.position(id).map { position in
      XmlElement("geographicLocation").holding(
        XmlElement("typeOfCoordinate", text: "WGS84"),
        XmlElement("lat", text: degrees(position.latitude)),
        XmlElement("long", text: degrees(position.longitude))
      ).with("precision", index.isHome(id) ? "100" : "10")
    }
    return XmlElement(name).holding(
      point, XmlElement("idAddressName").with("src", index.plan.territory).with("id", id)
    )
    .with("addressName", index.placeName(id))
    .with("community", place?.commune)
  }

  private func degrees(_ value: Double) -> String {
    Formats(.english).number(value, decimals: 6, grouped: false)
  }

  /// `2026-11-25T08:15:00+01:00`.
  private func iso(_ elapsed: Int) -> String {
    PlanClock(date: index.plan.date, timeZone: index.plan.timeZone)?.iso8601(elapsed)
      ?? wall(
        LocalMoment(date: index.clock.day(elapsed), time: ClockTime(seconds: elapsed % 86_400)))
  }

  /// A moment of the wall clock, without an offset, as `xsd:dateTime` allows.
  private func wall(_ moment: LocalMoment) -> String {
    moment.date.text + "T" + DayClock.text(moment.time) + ":00"
  }
}
