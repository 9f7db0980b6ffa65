internal import ArgumentParser
internal import Desk
internal import Foundation
internal import PlanStore
internal import Planning

/// `camin purge`: removes what need not be kept (R65).
struct PurgeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "purge",
      abstract: say(
        fr: "Effacer ce qui n’a plus à être gardé.", en: "Remove what need not be kept."),
      discussion: say(
        fr: """
          Sans --yes, dit seulement ce qui serait effacé. --before efface demandes, verrous, plans et absences des jours \
          antérieurs, les voyageurs dont il ne reste rien et leurs domiciles ; --rider efface tout d’un voyageur. Ce qui \
          est effacé est écrasé dans le fichier. Les empreintes et les états des plans restent, et l’historique aussi \
          longtemps qu’il doit être gardé. Les sauvegardes et le fichier des contacts sont à part.

            camin purge lot.camin --before 2025-11-01 --yes
          """,
        en: """
          Without --yes it only says what would be removed. --before removes bookings, locks, plans and absences of \
          earlier days, riders of whom nothing is left and their homes; --rider removes all of one rider. What is removed \
          is overwritten in the file. Hashes and states of plans stay, and the record as long as it must be kept. Backups \
          and the file of contacts are apart.

            camin purge lot.camin --before 2025-11-01 --yes
          """))
  }

  @OptionGroup var store: StoreArgument

  @Option(
    help: ArgumentHelp(
      say(fr: "Effacer les jours avant celui-ci.", en: "Remove days before this one."),
      valueName: "date"))
  var before: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Effacer tout de ce voyageur.", en: "Remove all of this rider."),
      valueName: say(fr: "pseudonyme", en: "pseudonym")))
  var rider: String?

  @Flag(help: ArgumentHelp(say(fr: "Effacer vraiment.", en: "Remove indeed.")))
  var yes = false

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Told: Encodable {
    let done: Bool
    let bookings, locks, standing, exceptions, riders, places, plans, driven, records: Int
  }

  func run() throws {
    let scope = try scope()
    let role = try role.id()
    let moment = try WallClock.now()
    let purge = try storing {
      if yes {
        return try TerritoryStore.open(store.path).purge(scope, by: role, at: moment)
      }
      return try TerritoryStore.open(store.path).transaction(keepsChanges: false) { edit in
        try edit.purge(scope, at: moment)
      }
    }
    if output.json {
      try JSONOutput.write(
        Told(
          done: yes, bookings: purge.bookings, locks: purge.locks, standing: purge.standing,
          exceptions: purge.exceptions, riders: purge.riders, places: purge.places,
          plans: purge.plans, driven: purge.driven, records: purge.records))
    } else if !output.quiet {
      try Console.write(text(purge))
    }
  }

  private func scope() throws(Failure) -> Purge.Scope {
    switch (before, rider) {
    case (let before?, nil):
      guard let date = PlanDate(before) else {
        throw Failure(
          .usage,
          [
            .option(
              "--before", before, Bilingual(fr: "Écrivez AAAA-MM-JJ.", en: "Write YYYY-MM-DD."))
          ])
      }
      let today = try WallClock.now(in: "Europe/Paris").date
      guard date <= today else {
        throw Failure(
          .usage,
          [
            .option(
              "--before", before,
              Bilingual(
                fr: "Les jours à venir ne s’effacent pas : donnez au plus aujourd’hui.",
                en: "Days to come are not removed: give today at most."))
          ])
      }
      return .before(date)
    case (nil, let rider?): return .rider(rider)
    default:
      throw Failure(
        .usage,
        [
          .option(
            "--before, --rider", "",
            Bilingual(fr: "Donnez l’une des deux.", en: "Give one of the two."))
        ])
    }
  }

  private func text(_ purge: Purge) -> String {
    guard !purge.isEmpty else {
      return say(fr: "Il n’y a rien à effacer.\n", en: "There is nothing to remove.\n")
    }
    let rows: [(String, Int)] = [
      (say(fr: "Demandes", en: "Bookings"), purge.bookings),
      (say(fr: "Verrous", en: "Locks"), purge.locks),
      (say(fr: "Commandes permanentes", en: "Standing orders"), purge.standing),
      (say(fr: "Absences et présences datées", en: "Dated hours"), purge.exceptions),
      (say(fr: "Voyageurs", en: "Riders"), purge.riders),
      (say(fr: "Domiciles", en: "Homes"), purge.places),
      (say(fr: "Plans", en: "Plans"), purge.plans),
      (say(fr: "Kilomètres d’années passées", en: "Kilometres of past years"), purge.driven),
      (say(fr: "Lignes de l’historique", en: "Records"), purge.records),
    ].filter { $0.1 > 0 }
    return Figures.table(rows.map { ($0.0, Figures.whole($0.1)) })
      + (yes
        ? say(fr: "Effacé.\n", en: "Removed.\n")
        : say(
          fr: "Rien n’est encore effacé : ajoutez --yes.\n",
          en: "Nothing is removed yet: add --yes.\n"))
  }
}
