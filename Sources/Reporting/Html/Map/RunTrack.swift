import Planning

/// Where a run is on the map at each moment, for the script that lets the day pass by.
struct RunTrack: Sendable {
  /// Drives one after another, parted by `;`: start and end in seconds since midnight, id of the line on the map, and
  /// the parts of that line's length at which the drive begins and ends.
  let text: String

  /// - Parameter number: of the run in the report.
  init(_ path: MapPath, number: Int) {
    var whole: [String: Double] = [:]
    for drive in path.drives { whole[drive.line(number), default: 0] += drive.piece.length }
    var done: [String: Double] = [:]
    text = path.drives.map { drive in
      let line = drive.line(number)
      let length = whole[line] ?? 1
      let start = done[line] ?? 0
      let end = start + drive.piece.length
      done[line] = end
      return [
        "\(drive.departure)", "\(drive.arrival)", line, Self.share(start / length),
        Self.share(end / length),
      ].joined(separator: " ")
    }.joined(separator: ";")
  }

  private static func share(_ value: Double) -> String {
    Formats(.english).number(value, decimals: 4, grouped: false)
  }
}
