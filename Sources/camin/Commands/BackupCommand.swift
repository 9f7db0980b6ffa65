internal import ArgumentParser
internal import Desk
internal import PlanStore
internal import Planning

/// `camin backup`: a copy of a store, checked.
struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: say(
        fr: "Sauvegarder la base d’un territoire.", en: "Back a territory's store up."),
      discussion: say(
        fr: """
          La copie est celle d’un seul instant, même si d’autres travaillent avec la base ; elle est contrôlée avant de \
          prendre son nom. Pour la reprendre, remettez-la à la place de la base.

            camin backup lot.camin sauvegardes/lot-2026-11-25.camin
          """,
        en: """
          The copy is of one moment, though others may work with the store meanwhile; it is checked before it takes its \
          name. To go back to it, put it in the store's place.

            camin backup lot.camin backups/lot-2026-11-25.camin
          """))
  }

  @OptionGroup var store: StoreArgument

  @Argument(
    help: ArgumentHelp(
      say(fr: "La copie.", en: "The copy."), valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var file: String

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Remplacer une sauvegarde précédente de ce nom.",
        en: "Replace an earlier backup of this name.")))
  var replace = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try storing {
      try StoreReading.open(store.path, output).backup(
        to: file, mayReplace: replace)
    }
    if output.json {
      try JSONOutput.write(["backup": file])
    } else if !output.quiet {
      try Console.write(
        say(fr: "Sauvegarde contrôlée : ", en: "Backup made and checked: ") + file + "\n")
    }
  }
}
