internal import Logging
internal import PlanningAPI

/// What a server tells about itself: one JSON record a line on standard error.
enum ServerLog {
  static func make(quiet: Bool) -> Logger {
    var logger = Logger(label: "camin") { _ in
      JSONLog(level: quiet ? .warning : .info) { Console.complain($0) }
    }
    logger.logLevel = quiet ? .warning : .info
    return logger
  }
}
