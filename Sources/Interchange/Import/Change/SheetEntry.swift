/// What a sheet says of one thing, on one row or several.
protocol SheetEntry {
  /// Nothing on its rows is at fault so far.
  var isSound: Bool { get }
  var lines: Set<Int> { get }
}
