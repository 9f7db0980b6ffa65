internal import Desk
internal import OpenData
internal import Planning
internal import TravelTimes

/// What `camin journey` is asked, made sense of: all that is wrong with it is told at once.
struct JourneyInput {
  let clock: PlanClock
  let warnings: [Fault]
  private let feeds: [Feed]
  private let ways: Ways
  private let time: JourneyQuery.Time
  private let window: Int
  private let changes: Int
  private let asked: LocalMoment?
  private let date: PlanDate

  init(
    feeds paths: [String], date dateText: String, depart: String?, arrive: String?, window: Int,
    changes: Int, asked askedText: String?, roads: String?
  ) throws(Failure) {
    var faults: [Fault] = []
    let date = PlanDate(dateText)
    if date == nil {
      faults.append(
        .option("--date", dateText, Bilingual(fr: "Écrivez AAAA-MM-JJ.", en: "Write YYYY-MM-DD.")))
    }
    if (depart == nil) == (arrive == nil) {
      faults.append(
        .option(
          "--depart, --arrive", "",
          Bilingual(fr: "Donnez l’un des deux.", en: "Give one of the two.")))
    }
    let text = depart ?? arrive ?? ""
    let clockTime = ClockTime(text)
    if clockTime == nil, (depart == nil) != (arrive == nil) {
      faults.append(
        .option(
          depart == nil ? "--arrive" : "--depart", text,
          Bilingual(fr: "Écrivez HH:MM.", en: "Write HH:MM.")))
    }
    if !(0...1440).contains(window) || !(0...8).contains(changes) {
      faults.append(
        .option(
          "--window, --changes", "\(window), \(changes)",
          Bilingual(
            fr: "Jusqu’à 1440 minutes et 8 changements.", en: "Up to 1440 minutes and 8 changes.")))
    }
    let moment = askedText.flatMap { LocalMoment($0) }
    if let askedText, moment == nil {
      faults.append(
        .option(
          "--asked", askedText,
          Bilingual(fr: "Écrivez AAAA-MM-JJTHH:MM.", en: "Write YYYY-MM-DDTHH:MM.")))
    }
    guard faults.isEmpty, let date, let clockTime else { throw Failure(.usage, faults) }
    do throws(Faults) {
      let readings = try FeedCatalog.read(paths)
      let unusable = readings.filter { !$0.isUsable }.flatMap { reading in
        reading.notices.sorted.filter { $0.severity == .error }.map(\.fault)
      }
      guard unusable.isEmpty else { throw Faults(unusable) }
      self.feeds = readings.map(\.feed)
      warnings = readings.flatMap {
        $0.notices.sorted.filter { $0.severity == .error }.map(\.fault)
      }
      ways = try Self.ways(date, roads)
    } catch {
      throw Failure(reading: error)
    }
    guard let clock = PlanClock(date: date, timeZone: self.feeds.first?.timeZone ?? "Europe/Paris")
    else { throw Failure(.internalError, [.internalFault("time zone")]) }
    let seconds = clock.elapsed(clockTime) ?? clockTime.seconds
    self.clock = clock
    self.date = date
    time = depart != nil ? .departAt(seconds) : .arriveBy(seconds)
    self.window = window * 60
    self.changes = changes
    self.asked = moment
  }

  /// Figures of the shipped rules in force on the day.
  private static func ways(_ date: PlanDate, _ roads: String?) throws(Faults) -> Ways {
    let rules = try RuleBook(
      for: Scenario(territory: Territory(id: "", name: "", date: date)))
    let fallback = FallbackTravel(rules)
    guard let walk = WalkRule(rules) else {
      throw Faults([.internalFault(WalkRule.figures.map(\.key).joined(separator: ", "))])
    }
    var open: Roads?
    if let roads {
      do throws(RoadError) {
        open = try RoadSource(roads).open()
      } catch {
        throw Faults(error.faults)
      }
    }
    return Ways(walk, walkRoads: open, driveRoads: open) { fallback.estimate(crowMetres: $0) }
  }

  func planner(accessible: Bool) throws(Failure) -> JourneyPlanner {
    guard
      let planner = JourneyPlanner(
        feeds, date: date, timeZone: clock.timeZone, accessible: accessible, ways: ways)
    else { throw Failure(.internalError, [.internalFault("time zone \(clock.timeZone)")]) }
    return planner
  }

  /// - Throws: `Failure` naming each place that is neither coordinates nor a stop.
  func query(from: String, to: String) throws(Failure) -> JourneyQuery {
    let finder = StopFinder(feeds)
    var faults: [Fault] = []
    func find(_ text: String, _ option: String) -> (name: String, place: Coordinate)? {
      if let found = finder.find(text) { return found }
      faults.append(.noSuchStop(option, text, finder.near(text)))
      return nil
    }
    let (origin, destination) = (find(from, "--from"), find(to, "--to"))
    guard let origin, let destination else { throw Failure(.badData, faults) }
    return JourneyQuery(
      from: origin.place, to: destination.place, fromName: origin.name, toName: destination.name,
      time: time, window: window, mostChanges: changes, bookedAt: asked)
  }
}

extension Fault {
  fileprivate static func noSuchStop(_ option: String, _ text: String, _ near: [String]) -> Fault {
    let list = near.joined(separator: ", ")
    return Fault(
      code: "unknown-stop", place: FaultPlace(file: "camin"), field: option, value: text,
      cause: Bilingual(
        fr: "Ce ne sont ni des coordonnées, ni un arrêt des données.",
        en: "These are neither coordinates nor a stop of the data."),
      remedy: near.isEmpty
        ? Bilingual(
          fr: "Écrivez par exemple 44.4493,1.4333.", en: "Write for example 44.4493,1.4333.")
        : Bilingual(fr: "Arrêts qui y ressemblent : \(list).", en: "Stops like it: \(list)."))
  }
}
