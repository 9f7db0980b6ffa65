internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Planning

/// `camin lock`: what the coordinator has decided about a day (R41).
struct LockCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lock",
      abstract: say(
        fr: "Décider d’avance d’un trajet, ou revoir ces décisions.",
        en: "Decide about a trip beforehand, or see those decisions."),
      discussion: say(
        fr: """
          Le plan suit ces décisions, même contre une règle, et le dit alors. Sans --trip ni --resource, la liste du jour. \
          Verrous : assign (ce trajet par ce bénévole ou véhicule), forbid (jamais par lui : il a décliné), promise (heure \
          annoncée, avec --time), order (dans l’ordre où ils sont donnés), freeze (toute la tournée reste comme annoncée).

            camin lock lot.camin --date 2026-11-25 --kind forbid --trip b007-1 --resource v003
          """,
        en: """
          The plan follows these decisions, even against a rule, and says so then. Without --trip and --resource the list of \
          the day. Kinds: assign (this trip by this volunteer or vehicle), forbid (never by it: they have declined), promise \
          (a time told, with --time), order (in the order given), freeze (the whole run stays as told).

            camin lock lot.camin --date 2026-11-25 --kind forbid --trip b007-1 --resource v003
          """))
  }

  @OptionGroup var store: StoreArgument
  @OptionGroup var day: DayOption

  @Option(
    help: ArgumentHelp(
      say(fr: "Sorte de décision ; assign sans indication.", en: "Kind of decision; else assign."),
      valueName: say(fr: "verrou", en: "kind")),
    completion: .list(PlanLock.Kind.allCases.map(\.rawValue)))
  var kind: String = PlanLock.Kind.assign.rawValue

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Trajet, ou demande pour tous ses trajets.",
        en: "A leg, or a booking for all its legs."),
      valueName: say(fr: "trajet", en: "trip")))
  var trip: String = ""

  @Option(
    help: ArgumentHelp(
      say(fr: "Bénévole ou véhicule.", en: "Volunteer or vehicle."),
      valueName: say(fr: "ressource", en: "resource")))
  var resource: String = ""

  @Option(
    help: ArgumentHelp(
      say(fr: "Heure annoncée, par exemple 8:05.", en: "The time told, e.g. 8:05."),
      valueName: say(fr: "heure", en: "time")))
  var time: String?

  @Flag(help: ArgumentHelp(say(fr: "Revenir sur cette décision.", en: "Take the decision back.")))
  var remove = false

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Told: Encodable {
    let date: String
    /// Whether anything was changed; `null` where the list was asked for.
    let changed: Bool?
    let locks: [PlanLock]
  }

  func run() throws {
    let date = try day.day()
    let role = try role.id()
    var changed: Bool?
    if !trip.isEmpty || !resource.isEmpty {
      let lock = PlanLock(trip: trip, resource: resource, kind: try kindOf(), time: try timeOf())
      changed =
        try remove
        ? StoreLocks.remove(lock, on: date, in: store.path, role: role, at: WallClock.now())
        : StoreLocks.put(lock, on: date, in: store.path, role: role, at: WallClock.now())
    }
    let locks = try StoreDay(store: store.path, on: date).scenario.locks
    if output.json {
      try JSONOutput.write(Told(date: date.text, changed: changed, locks: locks))
    } else if !output.quiet {
      if changed == false {
        try Console.write(say(fr: "Rien ne change.\n", en: "Nothing changes.\n"))
      }
      let lines = locks.map { lock in
        [lock.kind.rawValue, lock.trip, lock.resource, lock.time?.text ?? ""]
          .filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
      }
      try Console.write(
        date.text + "\n"
          + (lines.isEmpty ? say(fr: "Aucun verrou.\n", en: "No locks.\n") : lines.joined()))
    }
  }

  private func kindOf() throws(Failure) -> PlanLock.Kind {
    if let kind = PlanLock.Kind(rawValue: kind) { return kind }
    let list = PlanLock.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      .usage, [.option("--kind", kind, Bilingual(fr: "Verrous : \(list).", en: "Kinds: \(list)."))])
  }

  private func timeOf() throws(Failure) -> ClockTime? {
    guard let time else { return nil }
    if let clock = ClockTime(time) { return clock }
    throw Failure(
      .usage, [.option("--time", time, Bilingual(fr: "Écrivez HH:MM.", en: "Write HH:MM."))])
  }
}
