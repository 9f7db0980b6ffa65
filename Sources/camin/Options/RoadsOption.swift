internal import ArgumentParser

/// Where travel times come from.
struct RoadsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Temps de route : graphe ou matrice de « camin roads », ou dossier contenant nodes.csv et edges.csv. Sans \
          cette option, ils sont estimés à vol d’oiseau. Un plan se vérifie avec les temps qui l’ont fait.
          """,
        en: """
          Road times: a graph or a matrix of “camin roads”, or a folder of nodes.csv and edges.csv. Without this \
          option they are estimated as the crow flies. A plan is checked with the times that made it.
          """),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var roads: String?
}
