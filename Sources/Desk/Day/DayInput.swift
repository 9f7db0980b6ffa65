internal import Foundation
internal import Interchange
internal import OpenData
public import Planning
public import TravelTimes

/// A scenario as read from where the user keeps it, ready to be planned, judged or explained.
public struct DayInput: Sendable {
  /// With the stops of scheduled transport that feeder trips may lead to among its places (R12), and its legs as the plan
  /// told has them.
  public let scenario: Scenario
  /// What was left aside or looks odd; nothing that forbids planning.
  public let warnings: [Fault]
  /// Frozen runs are spelled out in it as the plan told has them.
  public let day: Day
  public let travel: DayTravel
  /// The plan that people were told.
  public let published: PublishedPlan?
  /// Published timetables that the rules leave riders to (R12).
  let timetables: DayTransit?

  /// Reads a day, from a scenario's files or from a territory's store.
  ///
  /// - Parameters:
  ///   - path: folder or JSON file of the scenario, or `STORE@DATE` (`DaySource`).
  ///   - previous: the plan that people were told, if any.
  ///   - leavesOutFaulty: whether bookings at fault are left out, each of their faults told as a warning (R52).
  ///   - followsTold: where `previous` is not given and the day stands in a store, its plan that people were told there
  ///     is taken for it.
  /// - Throws: `Failure` with every fault of the scenario, or of that plan.
  public init(
    _ path: String, roads: RoadsChoice = RoadsChoice(), after previous: PreviousPlan? = nil,
    leavesOutFaulty: Bool = false, followsTold: Bool = false
  ) throws(Failure) {
    let source = try DaySource(path)
    let read = try source.scenario(
      lookingForRoads: roads.source == nil, leavesOutFaulty: leavesOutFaulty)
    let territory = read.scenario.territory
    var told = try previous?.published(for: territory)
    if told == nil, followsTold, case .store(let file, let date) = source {
      told = try StorePlans.told(date, in: file).map { PublishedPlan($0) }
    }
    try self.init(
      read.scenario, warnings: read.warnings,
      travel: DayTravel.source(option: roads.source, of: territory, in: source.base),
      cache: roads.cache, after: told,
      transit: [Self.transit(of: territory, in: source.base)].compactMap(\.self))
  }

  /// - Parameters:
  ///   - warnings: of reading the scenario.
  ///   - travel: what road times come from; `nil`: estimates.
  ///   - cache: what earlier answers of routing servers are kept in.
  ///   - published: the plan that people were told, if any.
  ///   - transit: published timetables, read where the rules send riders there (R12).
  ///   - kept: where these stay open for the next day; `nil`: they are read anew.
  ///   - other: an earlier form of the day, whose timetables are taken.
  ///   - base: JSON pointer of the scenario in what was read, for warnings.
  /// - Throws: `Failure` with every fault of what the scenario means, of the roads or of the timetables.
  public init(
    _ scenario: Scenario, warnings: [Fault], travel source: RoadSource?, cache: RoadCache? = nil,
    after published: PublishedPlan? = nil, transit: [String] = [], kept: KeptFeeds? = nil,
    like other: DayInput? = nil, at base: String = ""
  ) throws(Failure) {
    self.published = published
    do throws(Faults) {
      let rules = try RuleBook(for: scenario)
      let uses = [FigureKey.steer, .feeder].contains { rules.figure($0)?.value == 1 }
      var timetables = other?.timetables
      var found = warnings
      if timetables == nil, !transit.isEmpty, uses {
        let read = try DayTransit(
          transit, rules: rules, travel: nil, date: scenario.territory.date, kept: kept)
        found += read.warnings
        timetables = read
      } else if uses, timetables == nil, other == nil {
        found.append(.noTimetables(base))
      }
      let stops = try timetables?.feederStops(scenario)
      var known = scenario
      if let stops, let rule = timetables?.feederRule {
        known.places += stops.missing(from: scenario, rule: rule)
      }
      known = known.taking(published?.plan.connections ?? [])
      self.scenario = known
      let travel = try DayTravel(known, rules, source, cache: cache)
      self.travel = travel
      timetables = timetables?.driving(by: travel)
      self.timetables = timetables
      var day = try Self.steered(
        Day(published.map(known.freezing) ?? known, rules: rules, travel: travel.matrix),
        by: timetables)
      // What people were told a leg is, it stays.
      if let timetables, let stops, published == nil {
        day = try timetables.offering(stops, on: day)
      }
      self.day = day
      self.warnings = found + (travel.roads?.warnings ?? [])
    } catch {
      throw Failure(reading: error)
    }
  }

  private init(
    scenario: Scenario, warnings: [Fault], day: Day, travel: DayTravel, timetables: DayTransit?,
    published: PublishedPlan? = nil
  ) {
    self.scenario = scenario
    self.warnings = warnings
    self.day = day
    self.travel = travel
    self.timetables = timetables
    self.published = published
  }

  /// The same input with its day in other words.
  func taking(_ day: Day) -> DayInput {
    DayInput(
      scenario: day.scenario, warnings: warnings, day: day, travel: travel, timetables: timetables,
      published: published)
  }

  /// The day with the legs that scheduled transport serves left to it, where the rules say so.
  private static func steered(_ day: Day, by timetables: DayTransit?) throws(Faults) -> Day {
    guard let timetables, timetables.rule.isOn else { return day }
    return day.steering(try timetables.alternatives(day).steered())
  }

  /// The same day after something has changed in it; rules stay, and so does travel, as there are the same places.
  ///
  /// - Parameter published: the plan that people were told, if any.
  /// - Throws: `Failure` with everything that is wrong with what has changed.
  public func changed(_ scenario: Scenario, after published: PublishedPlan? = nil) throws(Failure)
    -> DayInput
  {
    do throws(Faults) {
      var changed = try Self.steered(
        Day(published.map(scenario.freezing) ?? scenario, rules: day.rules, travel: travel.matrix),
        by: timetables)
      if published == nil, let timetables, let stops = try timetables.feederStops(scenario) {
        changed = try timetables.offering(stops, on: changed)
      }
      return DayInput(
        scenario: scenario, warnings: warnings, day: changed, travel: travel,
        timetables: timetables, published: published)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// The same day with other bookings and resources, planned anew; places, rules and travel stay.
  public func part(_ scenario: Scenario) throws(Failure) -> DayInput {
    do throws(Faults) {
      let part = try Day(scenario, rules: day.rules, travel: travel.matrix)
        .steering(day.steered).offering(day.connections)
      return DayInput(
        scenario: scenario, warnings: [], day: part, travel: travel, timetables: timetables)
    } catch {
      throw Failure(.internalError, error.faults)
    }
  }

  /// Published timetables that a day names, by paths that start from its own folder.
  public static func transit(of territory: Territory, in day: String) -> String? {
    territory.transit.map { transit($0, in: day) }
  }

  static func transit(_ entry: String, in day: String) -> String {
    entry.hasPrefix("/") ? entry : RoadsEntry.folder(of: day) + "/" + entry
  }

  /// The day as a problem for the solver.
  public func compiled() throws(Failure) -> CompiledDay {
    do throws(Faults) {
      return try CompiledDay(day, after: published)
    } catch {
      throw Failure(.internalError, error.faults)
    }
  }

  /// Reads a plan of this day.
  ///
  /// - Throws: `Failure` with every fault of how it is written, or where it is the plan of another day.
  public func plan(_ path: String) throws(Failure) -> Plan {
    let plan = try Self.read(path, of: scenario.territory)
    try compareTravel(plan, path)
    return plan
  }

  /// Reads a plan of a territory's day, whatever the travel times behind it.
  public static func read(_ path: String, of territory: Territory) throws(Failure) -> Plan {
    let plan = try Self.readPlan(path)
    guard plan.date == territory.date, plan.timeZone == territory.timeZone else {
      throw Failure(.badData, [.otherDay(path, plan, territory)])
    }
    return plan
  }

  /// Reads a plan of any day, from its file, or the last of a day in a store where the path is `STORE@DATE`.
  ///
  /// - Throws: `Failure` with every fault of how it is written.
  public static func readPlan(_ path: String) throws(Failure) -> Plan {
    if case .store(let file, let date) = try DaySource(path) {
      return try StorePlans.last(date, in: file).plan
    }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(.inputMissing, [.missingPlan(path)])
    }
    do throws(Faults) {
      return try PlanDocument.read(path).plan
    } catch {
      throw Failure(reading: error)
    }
  }
}

extension Fault {
  fileprivate static func noTimetables(_ base: String) -> Fault {
    Fault(
      code: "no-timetables",
      place: FaultPlace(file: "scenario", pointer: base + "/territory/transit"), field: "transit",
      value: "",
      cause: Bilingual(
        fr: "Les règles laissent des trajets aux transports réguliers (« steer » ou « feeder »), "
          + "mais aucun horaire n’est connu : tout est planifié sans eux.",
        en: "The rules leave trips to scheduled transport (“steer” or “feeder”), but no "
          + "timetables are known: everything is planned without it."),
      remedy: Bilingual(
        fr: "Nommez les horaires dans « transit » du territoire ; pour un serveur, --feeds.",
        en: "Name the timetables in “transit” of the territory; for a server, --feeds."))
  }

  fileprivate static func missingPlan(_ path: String) -> Fault {
    Fault(
      code: "missing-plan", place: FaultPlace(file: path), field: "", value: "",
      cause: Bilingual(fr: "Il n’y a pas de fichier à cet endroit.", en: "There is no file there."),
      remedy: Bilingual(
        fr: "Donnez le plan.json que « camin plan » a écrit.",
        en: "Give the plan.json that “camin plan” wrote."))
  }

  fileprivate static func otherDay(_ path: String, _ plan: Plan, _ territory: Territory) -> Fault {
    Fault(
      code: "other-day", place: FaultPlace(file: path, pointer: "/date"), field: "date",
      value: plan.date.text,
      cause: Bilingual(
        fr: "Ce plan est celui d’un autre jour que le scénario (\(territory.date.text)).",
        en: "This is the plan of another day than the scenario's (\(territory.date.text))."),
      remedy: Bilingual(
        fr: "Donnez le scénario et le plan d’un même jour.",
        en: "Give scenario and plan of one day."))
  }
}
