internal import Foundation

/// The map library, from Debian's package `libjs-leaflet`: where it is not installed, the page shows its timeline
/// alone.
public enum Leaflet {
  /// Where the package puts it.
  public static let folder = "/usr/share/javascript/leaflet"

  /// Read when first asked for.
  static let files: [StaticFile] = [
    ("leaflet.js", "text/javascript; charset=utf-8"), ("leaflet.css", "text/css; charset=utf-8"),
  ].compactMap { name, type in
    FileManager.default.contents(atPath: folder + "/" + name).map {
      StaticFile("/leaflet/" + name, type, [UInt8]($0))
    }
  }
}
