/// One fault in a row of a text file of roads, places or travel times.
public struct RowFault: Hashable, Sendable {
  /// What is wrong, in English.
  public enum Cause: String, Hashable, Sendable {
    case noSuchColumn = "no such column"
    case notLatitude = "not a latitude in degrees"
    case notLongitude = "not a longitude in degrees"
    case notAboveZero = "not a number above zero"
    case notFromZero = "not a number from zero up"
    case nameTwice = "this name stands above already"
    case noSuchNode = "no node of this name"
    case distanceToItself = "a place is at no distance from itself"
    case pairTwice = "this pair stands above already"
    case pairMissing = "this pair is missing"
  }

  public var file: String
  /// Counted from 1, the heading included.
  public var line: Int
  /// Column, as its heading writes it.
  public var field: String
  public var value: String
  public var cause: Cause

  public init(file: String, line: Int, field: String, value: String, cause: Cause) {
    self.file = file
    self.line = line
    self.field = field
    self.value = value
    self.cause = cause
  }
}
