internal import ArgumentParser

/// Where travel times come from.
struct RoadsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Temps de route : graphe ou matrice de « camin roads ». Sans cette option, ils sont estimés à vol d’oiseau. \
          Un plan se vérifie avec les temps qui l’ont fait.
          """,
        en: """
          Road times: a graph or a matrix of “camin roads”. Without this option they are estimated as the crow \
          flies. A plan is checked with the times that made it.
          """),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var roads: String?
}
