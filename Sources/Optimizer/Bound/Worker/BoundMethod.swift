/// How routes are priced for a bound.
package enum BoundMethod: Sendable {
  /// By fragments; where these are too many, by walks and then stop by stop.
  case strongest
  /// Stop by stop.
  case stops
  /// By walks that heed windows alone: weak, and there unless steps are too short for the grid of time.
  case walks
}
