import Planning

/// The keys of a feeder trip's scheduled part in `plan.json`.
enum ConnectionFields {
  static func set(_ clock: PlanClock) -> FieldSet<Connection> {
    var set = FieldSet(
      blank: Connection(
        leg: "", order: .rideFirst, stop: PlaceFields.set.blank, time: 0, board: 0, farTime: 0,
        margin: 0, wait: 0, line: Bilingual(fr: "", en: ""), text: Bilingual(fr: "", en: "")))
    set.add("leg", fr: "", required: true, \.leg, .words, about: "Id of the leg.")
    set.add(
      "order", fr: "", required: true, \.order, .choice(orders),
      about: "Whether the ride comes before the scheduled part or after it.")
    set.add(
      "stop", fr: "", required: true, \.stop, .record(PlaceFields.set),
      about: "Where ride and scheduled transport meet, a place like those of the scenario.")
    set.add(
      "time", fr: "", required: true, \.time, .instant(clock),
      about: "When the rider must be ready there to go on, or is there and can be met.")
    set.add(
      "board", fr: "", required: true, \.board, .instant(clock),
      about: "When scheduled transport leaves the stop, or arrives there.")
    set.add(
      "far_time", fr: "", required: true, \.farTime, .instant(clock),
      about: "When the rider is at the leg's destination, or leaves its origin.")
    set.add(
      "margin_seconds", fr: "", \.margin, .whole(from: 0),
      about: "Secure margin between ride and time.")
    set.add(
      "wait_seconds", fr: "", \.wait, .whole(from: 0),
      about: "Longest wait at the stop on top of the margin.")
    set.add(
      optional: "price", fr: "", \.price, .decimal(from: 0),
      about: "Euros that the rider pays for it; absent: not published.")
    set.add("line", fr: "", \.line, .bilingual, about: "What is met at the stop.")
    set.add("text", fr: "", \.text, .bilingual, about: "The scheduled part in words.")
    return set
  }

  private static let orders = [
    Choice(Connection.Order.rideFirst, "ride_first", "rabattement"),
    Choice(.rideLast, "ride_last", "diffusion"),
  ]
}
