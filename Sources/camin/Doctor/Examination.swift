internal import Desk
internal import Foundation
internal import Interchange
internal import Planning
internal import PlanningAPI
internal import TravelTimes

/// Looks at what Camin needs of a machine, without changing anything on it.
struct Examination {
  private let environment: [String: String]
  private let files = FileManager.default

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.environment = environment
  }

  /// Everything that was looked at, the needed before the useful.
  func findings() -> [Finding] {
    [
      processors, memory, timeZone,
      folder("temporary", temporaryTitle, files.temporaryDirectory.path),
      disk, cache, pdf, leaflet,
    ] + (WallClock.pretended.map { [pretendedTime($0)] } ?? [])
  }

  // MARK: Needed

  private var processors: Finding {
    let count = Processors.available
    return Finding(
      "processors", .fine, Bilingual(fr: "Processeurs", en: "Processors"),
      found: Bilingual(same: String(count)))
  }

  /// Bytes below which days of some hundred legs may not fit.
  private static let leastMemory: UInt64 = 1 << 30

  private var memory: Finding {
    let bytes = ProcessInfo.processInfo.physicalMemory
    let isEnough = bytes >= Self.leastMemory
    return Finding(
      "memory", isEnough ? .fine : .faulty, Bilingual(fr: "Mémoire", en: "Memory"),
      found: Self.size(bytes),
      remedy: isEnough
        ? Bilingual(same: "")
        : Bilingual(fr: "Il en faut au moins 1 Go.", en: "At least 1 GB is needed."))
  }

  private var timeZone: Finding {
    let zone = "Europe/Paris"
    let isKnown = TimeZone(identifier: zone) != nil
    return Finding(
      "time_zone", isKnown ? .fine : .faulty,
      Bilingual(fr: "Fuseaux horaires", en: "Time zones"),
      found: isKnown
        ? Bilingual(same: zone) : Bilingual(fr: "\(zone) inconnu", en: "\(zone) unknown"),
      remedy: isKnown
        ? Bilingual(same: "")
        : Bilingual(fr: "Installez le paquet tzdata.", en: "Install the package tzdata."))
  }

  private var temporaryTitle: Bilingual {
    Bilingual(fr: "Dossier temporaire", en: "Temporary folder")
  }

  private func folder(_ id: String, _ title: Bilingual, _ path: String) -> Finding {
    let isWritable = files.isWritableFile(atPath: path)
    return Finding(
      id, isWritable ? .fine : .faulty, title, found: Bilingual(same: path),
      remedy: isWritable
        ? Bilingual(same: "")
        : Bilingual(
          fr: "Donnez-vous le droit d’y écrire, ou nommez un autre dossier dans TMPDIR.",
          en: "Give yourself the right to write there, or name another folder in TMPDIR."))
  }

  /// Bytes that a big day's plan, sheets and PDF take, and room to spare.
  private static let leastDisk: UInt64 = 200 << 20

  /// Room in the folder where the command runs, which results go to unless told otherwise.
  private var disk: Finding {
    let title = Bilingual(fr: "Place sur le disque", en: "Room on the disk")
    let attributes = try? files.attributesOfFileSystem(forPath: files.currentDirectoryPath)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.uint64Value else {
      return Finding(
        "disk", .absent, title, found: Bilingual(fr: "inconnue", en: "unknown"),
        remedy: Bilingual(fr: "Vérifiez-la vous-même.", en: "See for yourself."))
    }
    let isEnough = free >= Self.leastDisk
    return Finding(
      "disk", isEnough ? .fine : .faulty, title, found: Self.size(free),
      remedy: isEnough
        ? Bilingual(same: "")
        : Bilingual(fr: "Libérez au moins 200 Mo.", en: "Make room, 200 MB at least."))
  }

  // MARK: Useful

  private var cache: Finding {
    let title = Bilingual(
      fr: "Réponses gardées des serveurs de routes", en: "Kept answers of road servers")
    guard let path = RoadCache.standard(environment)?.folder else {
      return Finding(
        "roads_cache", .absent, title, found: Bilingual(fr: "nulle part", en: "nowhere"),
        remedy: Bilingual(
          fr: "Nommez un dossier avec --roads-cache, si vous employez un serveur de routes.",
          en: "Name a folder with --roads-cache if you use a road server."))
    }
    return Finding("roads_cache", .fine, title, found: Bilingual(same: path))
  }

  private var pdf: Finding {
    let title = Bilingual(fr: "Impression en PDF", en: "Printing to PDF")
    do throws(Failure) {
      let printer = try PdfPrinter(environment: environment)
      return Finding("pdf", .fine, title, found: Bilingual(same: printer.name))
    } catch {
      return Finding(
        "pdf", .absent, title,
        found: Bilingual(fr: "aucun programme", en: "no program"),
        remedy: Bilingual(
          fr:
            "Pour des PDF : apt-get install chromium (ou weasyprint). Sans cela, les pages s’impriment depuis le "
            + "navigateur.",
          en:
            "For PDF: apt-get install chromium (or weasyprint). Without it pages are printed from the browser."
        ))
    }
  }

  private var leaflet: Finding {
    let title = Bilingual(
      fr: "Carte de la page de camin serve", en: "Map of the page of camin serve")
    let path = Leaflet.folder
    guard files.isReadableFile(atPath: path + "/leaflet.js") else {
      return Finding(
        "leaflet", .absent, title, found: Bilingual(fr: "Leaflet absent", en: "no Leaflet"),
        remedy: Bilingual(
          fr: "apt-get install libjs-leaflet ; sans cela, la frise remplace la carte.",
          en: "apt-get install libjs-leaflet; without it the timeline takes the place of the map."))
    }
    return Finding("leaflet", .fine, title, found: Bilingual(same: path))
  }

  /// A store's record must not be kept by a clock that somebody forgot to take away.
  private func pretendedTime(_ text: String) -> Finding {
    Finding(
      "time", .absent, Bilingual(fr: "Heure", en: "Time"),
      found: Bilingual(
        fr: "\(text), au lieu de celle de l’horloge", en: "\(text), in place of the clock's"),
      remedy: Bilingual(
        fr: "Pour cesser de s’exercer : unset \(WallClock.variable).",
        en: "To end the rehearsal: unset \(WallClock.variable)."))
  }

  private static func size(_ bytes: UInt64) -> Bilingual {
    let gigabytes = Figures.decimals(Double(bytes) / 1e9, 1)
    return Bilingual(fr: gigabytes + "\u{A0}Go", en: gigabytes + "\u{A0}GB")
  }
}
