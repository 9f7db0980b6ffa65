public import Planning

/// What somebody asks who wants to go from one place to another.
public struct OfferQuery: Sendable {
  public struct End: Hashable, Sendable {
    /// As people call it; may be empty.
    public var name: String
    public var latitude: Double
    public var longitude: Double

    public init(name: String = "", latitude: Double, longitude: Double) {
      self.name = name
      self.latitude = latitude
      self.longitude = longitude
    }
  }
  public enum Time: Hashable, Sendable {
    case departAfter(ClockTime)
    case arriveBy(ClockTime)
  }

  public var from: End
  public var to: End
  public var time: Time
  /// Need codes, e.g. `wheelchair`.
  public var needs: [String]
  public var companions: Int
  /// A prescribed trip, which the health insurance pays.
  public var insured: Bool
  /// Purpose of the trip, for those who take some only.
  public var purpose: String
  /// When it is asked; offers whose booking deadline has passed are told as closed. `nil`: nobody says.
  public var askedAt: LocalMoment?

  public init(
    from: End, to: End, time: Time, needs: [String] = [], companions: Int = 0,
    insured: Bool = false,
    purpose: String = "", askedAt: LocalMoment? = nil
  ) {
    self.from = from
    self.to = to
    self.time = time
    self.needs = needs
    self.companions = companions
    self.insured = insured
    self.purpose = purpose
    self.askedAt = askedAt
  }
}
