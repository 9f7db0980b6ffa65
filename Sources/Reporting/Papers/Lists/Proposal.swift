import Planning

/// What a volunteer is asked: whether he or she drives these runs (R27: the volunteer may decline).
///
/// Riders are counted, not named: whoever declines need not know them.
struct Proposal: Sendable {
  let resource: String
  let runs: [RunRecord]

  /// Volunteers in the order of their first departure.
  static func all(_ context: PaperContext) -> [Proposal] {
    DriverRuns.all(of: context.index).filter { $0.runs.first?.run.mode == .volunteer }
      .map { Proposal(resource: $0.resource, runs: $0.runs) }
  }

  var riders: Int {
    Set(runs.flatMap { $0.run.stops.filter { $0.kind == .pickup }.map(\.rider) }).count
  }

  var metres: Int { runs.reduce(0) { $0 + $1.run.metres } }

  func times(_ index: PlanIndex) -> String {
    runs.map { RunList.times($0, index) }.joined(separator: ", ")
  }

  /// Communes touched, each once, in the order of the way; homes are told no more closely.
  func communes(_ index: PlanIndex) -> [String] {
    var seen: Set<String> = []
    return runs.flatMap { $0.run.stops.filter { !$0.leg.isEmpty } }.compactMap { stop in
      let commune = index.place(stop.place)?.commune ?? ""
      let name = commune.isEmpty ? index.placeName(stop.place) : commune
      return seen.insert(name).inserted ? name : nil
    }
  }

  /// What riders need, each once.
  func needs(_ language: Language) -> [String] {
    var seen: Set<String> = []
    return runs.flatMap { $0.run.stops.flatMap(\.needs) }.filter { seen.insert($0).inserted }
      .map { Needs.title($0, language) }
  }
}

/// The runs of one driver or vehicle.
struct DriverRuns: Sendable {
  let resource: String
  var runs: [RunRecord]

  /// In reading order of their first run.
  static func all(of index: PlanIndex) -> [DriverRuns] {
    var position: [String: Int] = [:]
    var drivers: [DriverRuns] = []
    for record in index.runs {
      if let known = position[record.run.resource] {
        drivers[known].runs.append(record)
      } else {
        position[record.run.resource] = drivers.count
        drivers.append(DriverRuns(resource: record.run.resource, runs: [record]))
      }
    }
    return drivers
  }
}
