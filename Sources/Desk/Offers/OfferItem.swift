public import OpenData
public import Planning

/// One way to be carried, whoever carries.
public struct OfferItem: Encodable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Bus or train by the timetable.
    case scheduled
    /// A booked service that publishes itself as open data, alone or with buses and trains.
    case flex
    case tad, volunteer, vsl, taxi
    /// Somebody outside the scheme whom the territory pays (R33).
    case outside
  }
  public var kind: Kind
  /// What it is called.
  public var title: Bilingual
  /// From door to door, ISO 8601; for rides that are planned once booked, as asked for and by the direct way.
  public var departure: String
  public var arrival: String
  public var durationSeconds: Int
  public var changes: Int
  public var walkMetres: Int
  /// Euros that the rider pays; `nil`: not known, or paid by others.
  public var price: Double?
  /// What the price is made of, or who pays it.
  public var priceNote: Bilingual?
  /// The last moment to book it, by the territory's clock; `nil`: none, or none stated.
  public var deadline: String?
  /// Whether it can still be booked.
  public var isOpen: Bool
  /// `possible`, `impossible`, `unknown`.
  public var wheelchair: String
  public var howToBook: Bilingual
  /// A sentence for each leg.
  public var steps: [Bilingual]
  public var journey: JourneyDocument?
}

/// Who cannot carry, and why.
public struct OfferRefusal: Encodable, Sendable {
  public var kind: OfferItem.Kind
  public var title: Bilingual
  /// The rules that keep all of them from it, the commonest first.
  public var reasons: [Bilingual]
}

/// All that runs between two places, in one list.
///
/// Order: what can still be booked before what cannot; scheduled transport within the territory's margins first, so
/// that nobody is spent where a bus runs; then by time from door to door, then by price.
public struct Offers: Encodable, Sendable {
  public var offers: [OfferItem]
  public var refusals: [OfferRefusal]
  /// What the list stands on, for whoever reads it.
  public var note: Bilingual
}
