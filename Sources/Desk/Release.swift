/// Which Camin this is.
public enum Release {
  public static let version = "0.1.0"
  /// As files name what has made them.
  public static let engine = "camin " + version
}
