/// How many letters must be added, dropped or changed to make one word of another (Levenshtein
/// 1966).
enum EditDistance {
  /// Takes time in proportion to the product of the lengths.
  static func between(_ a: String, _ b: String) -> Int {
    let left = Array(a.unicodeScalars)
    let right = Array(b.unicodeScalars)
    var previous = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for (j, other) in right.enumerated() {
        let changed = previous[j] + (letter == other ? 0 : 1)
        row.append(min(changed, previous[j + 1] + 1, row[j] + 1))
      }
      previous = row
    }
    return previous[right.count]
  }

  /// The `count` words closest to `word`, nearest first; equal distances keep the order of `words`.
  /// A word that contains the other one whole counts as near, whatever its length.
  static func closest(to word: String, among words: [String], count: Int) -> [Int] {
    let folded = Fold.place(word)
    let ranked = words.enumerated().map { index, candidate in
      let other = Fold.place(candidate)
      let within = !folded.isEmpty && (other.contains(folded) || folded.contains(other))
      return (rank: within && !other.isEmpty ? 1 : between(folded, other), index: index)
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.prefix(count).map(\.index)
  }
}
