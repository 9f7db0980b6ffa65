internal import ArgumentParser
internal import Desk
internal import Foundation
internal import TravelTimes

/// Where travel times come from.
struct RoadsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Temps de route : graphe ou matrice de « camin roads », dossier contenant nodes.csv et edges.csv, ou serveur \
          (osrm:http://127.0.0.1:5000, valhalla:http://127.0.0.1:8002 ; un profil s’ajoute : #car). Sans cette \
          option : ce que nomme la journée (roads dans territory.json) ; à défaut, ou avec « none », des temps estimés à \
          vol d’oiseau. Un plan se vérifie avec les temps qui l’ont fait.
          """,
        en: """
          Road times: a graph or a matrix of “camin roads”, a folder of nodes.csv and edges.csv, or a server \
          (osrm:http://127.0.0.1:5000, valhalla:http://127.0.0.1:8002; a profile may follow: #car). Without this \
          option: what the day names (roads in territory.json); failing that, or with “none”, times estimated as the \
          crow flies. A plan is checked with the times that made it.
          """),
      valueName: say(fr: "routes", en: "roads")),
    completion: .file())
  var roads: String?

  @OptionGroup var cache: RoadsCacheOption

  var choice: RoadsChoice { RoadsChoice(source: roads, cache: cache.cache) }
}

/// Where answers of routing servers are kept.
struct RoadsCacheOption: ParsableArguments {
  @Option(
    name: .customLong("roads-cache"),
    help: ArgumentHelp(
      say(
        fr: """
          Dossier où garder les réponses d’un serveur, pour ne lui demander que ce qui manque, et les graphes faits de \
          tables ; sans indication, camin/roads dans $XDG_CACHE_HOME ou ~/.cache. Il contient des coordonnées de domiciles et n’est lisible que par \
          vous.
          """,
        en: """
          Folder to keep a server's answers in, so that it is asked only for what is missing, and graphs made of \
          tables; unless given, camin/roads in $XDG_CACHE_HOME or ~/.cache. It holds coordinates of homes and is readable by you alone.
          """),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var folder: String?

  @Flag(
    name: .customLong("no-roads-cache"),
    help: ArgumentHelp(
      say(
        fr: "Ne rien garder des réponses d’un serveur ni des graphes, et n’en rien reprendre.",
        en: "Keep nothing of a server's answers, nor of graphs, and take none up.")))
  var isOff = false

  /// `nil`: none.
  var cache: RoadCache? {
    guard !isOff else { return nil }
    return folder.map { RoadCache(folder: $0) }
      ?? RoadCache.standard(ProcessInfo.processInfo.environment)
  }
}
