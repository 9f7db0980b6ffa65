/// Roads that stay open between those who use them, until their file changes.
public final class KeptRoads: Sendable {
  private let kept: KeptOpen<RoadSource, Roads>

  /// - Parameter most: sources that are open at once.
  public init(most: Int = 4) { kept = KeptOpen(most: most) }

  func roads(
    _ source: RoadSource, at path: String, _ cache: RoadCache?
  ) throws(RoadError) -> Roads {
    do {
      return try kept.value(source, from: [path]) {
        try source.read(path, holding: true, cache)
      }
    } catch let error as RoadError {
      throw error
    } catch {
      preconditionFailure("opening roads throws \(error)")
    }
  }
}
