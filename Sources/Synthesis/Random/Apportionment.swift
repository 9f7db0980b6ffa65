/// Whole numbers that add up to `total` in proportion to the shares, by largest remainder; ties go
/// to the earlier share. All zero where no share is positive.
func apportion(_ total: Int, shares: [Double]) -> [Int] {
  let sum = shares.reduce(0) { $0 + max(0, $1) }
  guard sum > 0, total > 0 else { return shares.map { _ in 0 } }
  let exact = shares.map { max(0, $0) / sum * Double(total) }
  var counts = exact.map { Int($0) }
  let byRemainder = exact.indices.sorted { a, b in
    let left = exact[a] - Double(counts[a])
    let right = exact[b] - Double(counts[b])
    return left != right ? left > right : a < b
  }
  for index in byRemainder.prefix(total - counts.reduce(0, +)) { counts[index] += 1 }
  return counts
}

/// How many of `count` have a trait of this share: rounded, and at least one where the share is
/// positive and `least` asks for it.
func quota(_ share: Double, of count: Int, least: Int = 0) -> Int {
  guard share > 0 else { return 0 }
  return min(count, max(least, Int((share * Double(count)).rounded())))
}
