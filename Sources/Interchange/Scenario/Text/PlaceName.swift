/// Names of places as they are compared, for tables of local names that are kept elsewhere.
public enum PlaceName {
  /// `st_cere` and `saint_cere` are one: lower case without accents, `saint` written out.
  public static func key(_ name: String) -> String { Fold.place(name) }
}
