public import Planning

/// The file of a plan that people have been told, where its day is planned anew.
public struct PreviousPlan: Sendable {
  public var path: String
  /// Times told hold, within the tolerance promised.
  public var keepsTimes: Bool

  public init(path: String, keepsTimes: Bool = false) {
    self.path = path
    self.keepsTimes = keepsTimes
  }

  /// - Throws: `Failure` where it cannot be read, or is of another day than the territory's.
  public func published(for territory: Territory) throws(Failure) -> PublishedPlan {
    PublishedPlan(try DayInput.read(path, of: territory), keepsTimes: keepsTimes)
  }
}
