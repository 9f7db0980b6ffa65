/// Scheduled transport that a ride leads to or comes from, in place of a ride all the way: what makes a leg a feeder trip
/// (R12).
///
/// Times are seconds elapsed since local midnight of the plan's date, as in a `Plan`.
public struct Connection: Codable, Hashable, Sendable {
  /// Where scheduled transport stands in the leg.
  public enum Order: String, Codable, Sendable, CaseIterable {
    /// The rider is driven to a stop and goes on from there.
    case rideFirst = "ride_first"
    /// The rider comes to a stop and is driven on from there.
    case rideLast = "ride_last"
  }

  /// Id of the leg.
  public var leg: String
  public var order: Order
  /// The stop where ride and scheduled transport meet, a place like any other.
  public var stop: Place
  /// When the rider must be ready there to go on, or is there and can be met.
  public var time: Int
  /// When scheduled transport itself leaves the stop, or arrives there, as people read it on the board.
  public var board: Int
  /// When the rider is at the leg's destination, or leaves its origin.
  public var farTime: Int
  /// Secure margin between the ride and `time`, seconds.
  public var margin: Int
  /// Longest wait for the rider at the stop on top of the margin, seconds.
  public var wait: Int
  /// What the rider pays for it, euros; `nil`: not published.
  public var price: Double?
  /// The scheduled transport that is met at the stop, e.g. `train 870612`.
  public var line: Bilingual
  /// All of the scheduled part, leg by leg, as people are told it.
  public var text: Bilingual

  public init(
    leg: String, order: Order, stop: Place, time: Int, board: Int, farTime: Int, margin: Int,
    wait: Int, price: Double? = nil, line: Bilingual, text: Bilingual
  ) {
    self.leg = leg
    self.order = order
    self.stop = stop
    self.time = time
    self.board = board
    self.farTime = farTime
    self.margin = margin
    self.wait = wait
    self.price = price
    self.line = line
    self.text = text
  }
}
