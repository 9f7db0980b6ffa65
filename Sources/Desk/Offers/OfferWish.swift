internal import OpenData
public import Planning
internal import TravelTimes

/// What somebody asks of the aggregator, as a command's options or a request's parameters write it.
public struct OfferWish: Hashable, Sendable {
  /// A place of the day by id or name, or `latitude,longitude`.
  public var from = ""
  public var to = ""
  /// Either this or `arriveBy`, as a clock shows it.
  public var departAfter: String?
  public var arriveBy: String?
  public var needs: [String] = []
  public var companions = 0
  public var insured = false
  public var purpose = ""
  /// When it is asked; `nil`: nobody says.
  public var asked: String?

  /// The parts that can be wrong.
  public enum Part: String, Sendable {
    case from, to
    case departAfter = "depart_after"
    case arriveBy = "arrive_by"
    case needs, asked
  }

  /// Why one part will not do.
  public struct Complaint: Sendable {
    public var part: Part
    public var value: String
    public var remedy: Bilingual
  }

  public init() {}

  /// - Parameters:
  ///   - fault: how the caller tells a complaint.
  /// - Throws: `Failure` with all that is wrong with it.
  public func query(
    on input: DayInput, fault: (Complaint) -> Fault
  ) throws(Failure) -> OfferQuery {
    var complaints: [Complaint] = []
    func end(_ text: String, _ part: Part) -> OfferQuery.End? {
      if let place = input.scenario.places.first(where: { $0.id == text || $0.name == text }) {
        return OfferQuery.End(
          name: place.name, latitude: place.latitude, longitude: place.longitude)
      }
      if let found = StopFinder([]).find(text) {
        return OfferQuery.End(latitude: found.place.latitude, longitude: found.place.longitude)
      }
      complaints.append(Complaint(part: part, value: text, remedy: Self.placeRemedy))
      return nil
    }
    let (origin, destination) = (end(from, .from), end(to, .to))
    let time = time(&complaints)
    let moment = asked.flatMap { LocalMoment($0) }
    if let asked, moment == nil {
      complaints.append(
        Complaint(
          part: .asked, value: asked,
          remedy: Bilingual(fr: "Écrivez AAAA-MM-JJTHH:MM.", en: "Write YYYY-MM-DDTHH:MM.")))
    }
    let known = input.day.rules.needCodes
    for need in needs where !known.contains(need) {
      complaints.append(
        Complaint(
          part: .needs, value: need,
          remedy: Bilingual(
            fr: "Codes connus : \(known.joined(separator: ", ")).",
            en: "Known codes: \(known.joined(separator: ", ")).")))
    }
    guard complaints.isEmpty, let origin, let destination, let time else {
      throw Failure(.usage, complaints.map(fault))
    }
    return OfferQuery(
      from: origin, to: destination, time: time, needs: needs, companions: companions,
      insured: insured, purpose: purpose, askedAt: moment)
  }

  private func time(_ complaints: inout [Complaint]) -> OfferQuery.Time? {
    switch (departAfter, arriveBy) {
    case (let text?, nil):
      if let time = ClockTime(text) { return .departAfter(time) }
      complaints.append(Complaint(part: .departAfter, value: text, remedy: Self.timeRemedy))
    case (nil, let text?):
      if let time = ClockTime(text) { return .arriveBy(time) }
      complaints.append(Complaint(part: .arriveBy, value: text, remedy: Self.timeRemedy))
    default:
      complaints.append(
        Complaint(
          part: .departAfter, value: departAfter ?? "",
          remedy: Bilingual(
            fr: "Donnez une heure, et une seule : depart_after ou arrive_by.",
            en: "Give one time and only one: depart_after or arrive_by.")))
    }
    return nil
  }

  private static let timeRemedy = Bilingual(fr: "Écrivez HH:MM.", en: "Write HH:MM.")
  private static let placeRemedy = Bilingual(
    fr: "Donnez un lieu de la journée, ou des coordonnées (44.4493,1.4333).",
    en: "Give a place of the day, or coordinates (44.4493,1.4333).")
}
