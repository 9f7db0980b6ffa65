/// What a file of the store is opened for.
public enum StoreAccess: Sendable {
  /// The file must exist and stays as it is.
  case reading
  /// The file is made where there is none.
  case writing
}
