public import Planning

/// What a caller asks for, as a request to the planning API writes it (R47).
public struct QuoteWish: Hashable, Sendable {
  public var from = ""
  public var to = ""
  public var departAfter: ClockTime?
  public var arriveBy: ClockTime?
  /// The way back is not before this; `nil`: there is none.
  public var returnAfter: ClockTime?
  public var needs: [String] = []
  public var rider = ""
  public var companions = 0
  public var insured = false
  public var modes: [Mode] = []
  /// What time it is, on the day itself.
  public var now: ClockTime?
  /// Offers at most.
  public var most = 5

  public init() {}

  /// The same for the desk; `nil` where not exactly one time is given.
  public var request: QuoteRequest? {
    let times = [
      departAfter.map(QuoteRequest.Time.departAfter), arriveBy.map(QuoteRequest.Time.arriveBy),
    ].compactMap(\.self)
    guard times.count == 1 else { return nil }
    return QuoteRequest(
      from: from, to: to, time: times[0], back: returnAfter.map(QuoteRequest.Time.departAfter),
      needs: needs, rider: rider, companions: companions, insured: insured, modes: modes)
  }
}

/// The keys of `quote`.
enum QuoteFields {
  static var set: FieldSet<QuoteWish> {
    var set = FieldSet(blank: QuoteWish())
    set.add("from", fr: "", required: true, \.from, .id, about: "Place of the day, by its id.")
    set.add("to", fr: "", required: true, \.to, .id, about: "Place of the day, by its id.")
    set.add(
      optional: "depart_after", fr: "", \.departAfter, .time,
      about: "Not picked up before; either this or arrive_by.")
    set.add(optional: "arrive_by", fr: "", \.arriveBy, .time, about: "There by this time.")
    set.add(
      optional: "return_after", fr: "", \.returnAfter, .time, about: "The way back, not before.")
    set.add("needs", fr: "", \.needs, .needs, about: "Need codes.")
    set.add("rider", fr: "", \.rider, .optionalPseudonym, about: "A rider of the day.")
    set.add("companions", fr: "", \.companions, .whole(from: 0), about: "People who come along.")
    set.add("insured", fr: "", \.insured, .flag, about: "The health insurance pays.")
    set.add("modes", fr: "", \.modes, .codes(.mode), about: "Offers that may serve it.")
    set.add(optional: "now", fr: "", \.now, .time, about: "What time it is, on the day itself.")
    set.add("most", fr: "", \.most, .whole(from: 1), about: "Offers at most.")
    return set
  }
}

extension RequestReader {
  /// The wish, with what is wrong with it beside the day told to the log.
  func quote(_ node: JSONNode, _ site: JSONSite, in scenario: Scenario) -> QuoteWish? {
    let (wish, isSound) = QuoteFields.set.read(node, site, log)
    guard isSound else { return nil }
    if wish.request == nil { log.fault(.oneTime, at: site, node: node) }
    let places = Set(scenario.places.map(\.id))
    for (key, place) in [("from", wish.from), ("to", wish.to)] where !places.contains(place) {
      let there = site.child(key)
      log.fault(
        .unknownPlace([]), at: FaultPlace(file: site.file, line: node.line, pointer: there.pointer),
        field: key, value: place)
    }
    return wish
  }
}

extension Complaint {
  fileprivate static let oneTime = Complaint(
    "one-time",
    cause: Bilingual(
      fr: "Il faut une heure, et une seule.", en: "One time is needed, and only one."),
    remedy: Bilingual(
      fr: "Donnez depart_after ou arrive_by.", en: "Give depart_after or arrive_by."))
}
