public import Planning

/// Finds places of a day by what people call them (R21): an id, a name or an alias; never guessed.
public struct PlaceNames {
  private let index: PlaceIndex

  public init(_ places: [Place]) { index = PlaceIndex(places) }

  /// The id of the place that a word means.
  ///
  /// - Parameter field: where the word stands, such as an option.
  /// - Throws: a fault that names the closest places.
  public func id(of word: String, field: String) throws(Faults) -> String {
    do throws(Complaint) {
      return try index.id(of: word)
    } catch {
      throw Faults([
        Fault(
          code: error.code, place: FaultPlace(file: "camin"), field: field, value: word,
          cause: error.cause, remedy: error.remedy)
      ])
    }
  }
}
