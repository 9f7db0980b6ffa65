/// How many letters must be added, dropped or changed to make one word of another (Levenshtein
/// 1966).
enum EditDistance {
  /// The distance, or some number not below `limit` where it is not below it either. Takes time in
  /// proportion to the product of the lengths at most.
  static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], below limit: Int) -> Int {
    if abs(a.count - b.count) >= limit { return limit }
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in b.indices {
        let changed = diagonal + (letter == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
        least = min(least, row[j + 1])
      }
      if least >= limit { return limit }
    }
    return row[b.count]
  }
}
