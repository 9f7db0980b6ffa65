/// How something ended, in the numbers of `sysexits.h` where there is one; a command ends with them, and a server
/// answers with what they stand for.
public enum ExitStatus: Int32, Sendable {
  case ok = 0
  /// The plan breaks a rule.
  case violations = 1
  /// A bound is not confirmed, a run made again gives another result, or there is no bound to certify.
  case unproven = 2
  /// Done, but without bookings that are at fault, as was asked for.
  case partial = 3
  case usage = 64
  case badData = 65
  case inputMissing = 66
  /// A routing server is of no use.
  case unavailable = 69
  /// A fault of Camin's own.
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  /// Ctrl-C where there is nothing to write.
  case interrupted = 130
}
