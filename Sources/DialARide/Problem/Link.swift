/// A tie between requests that may lie in different vehicles. Requests are named by their index.
public enum Link: Codable, Hashable, Sendable {
  /// At most one of these requests is served: they are forms that one demand can take (a through ride, or a ride to
  /// a station). Their penalty, the same for all, is paid once, where none of them is served.
  ///
  /// Where `together` or `requires` names one of them, it means the demand, whichever form it takes. All other
  /// links speak of the form they name alone.
  case oneOf([Int])
  /// All of these requests are served, or none (an outward trip and its return).
  case together([Int])
  /// `request` is served only if `required` is.
  case requires(request: Int, required: Int)
  /// Where both are served, the same vehicle serves them.
  case sameVehicle(Int, Int)
  /// Where both are served, service at the second's first stop starts between `leastGap` and
  /// `greatestGap` seconds after service ends at the first's last stop.
  case ordered(first: Int, second: Int, leastGap: Double, greatestGap: Double?)
  /// Never on board of the same vehicle at the same time.
  case apart(Int, Int)
}
