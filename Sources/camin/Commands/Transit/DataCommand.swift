internal import ArgumentParser

/// `camin data`: the published timetables of a territory.
struct DataCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "data",
      abstract: say(
        fr: "Gérer les données ouvertes de transport (GTFS, GTFS-Flex) d’un territoire.",
        en: "Keep the open transport data (GTFS, GTFS-Flex) of a territory."),
      discussion: say(
        fr: """
          Fichiers locaux uniquement : téléchargez les jeux au point d’accès national (transport.data.gouv.fr), puis :

            camin data add territoire/transit horaires.zip --source https://… --licence "Licence Ouverte 2.0"
            camin data list territoire/transit
            camin data check territoire/transit
            camin data update territoire/transit horaires nouveaux-horaires.zip

          « transit » dans territory.json nomme ce dossier, par un chemin depuis celui de la journée.
          """,
        en: """
          Local files only: download feeds from the national access point (transport.data.gouv.fr), then:

            camin data add territory/transit timetable.zip --source https://… --licence "Licence Ouverte 2.0"
            camin data list territory/transit
            camin data check territory/transit
            camin data update territory/transit timetable newer-timetable.zip

          “transit” in territory.json names this folder, by a path from the day's own.
          """),
      subcommands: [
        DataAddCommand.self, DataListCommand.self, DataCheckCommand.self, DataUpdateCommand.self,
        DataPublishCommand.self,
      ])
  }
}

/// The folder that a territory keeps its feeds in.
struct CatalogArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(fr: "Dossier des jeux de données du territoire.", en: "Folder of the territory's feeds."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var folder: String
}
