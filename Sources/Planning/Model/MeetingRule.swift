/// Where a service takes up its riders and sets them down (R24).
public enum MeetingRule: String, Codable, Sendable, CaseIterable {
  /// At the door.
  case door
  /// At the nearest stop, which must be within walking distance.
  case stop
  /// At the nearest stop within walking distance, or at the door where the walk would weigh more.
  case both
}
