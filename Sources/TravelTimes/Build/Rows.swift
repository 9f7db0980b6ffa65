/// Items grouped by a key in flat arrays (compressed sparse rows), in ascending order in each row.
struct Rows {
  /// `first[key]..<first[key + 1]` are a row's places in `items`.
  private(set) var first: [UInt32]
  private(set) var items: [UInt32]

  /// - Parameter key: the row of an item, below `keys`.
  init(of count: Int, keys: Int, key: (Int) -> Int) {
    first = [UInt32](repeating: 0, count: keys + 1)
    items = [UInt32](repeating: 0, count: count)
    for item in 0..<count { first[key(item) + 1] += 1 }
    for row in 0..<keys { first[row + 1] += first[row] }
    var next = first
    for item in 0..<count {
      let row = key(item)
      items[Int(next[row])] = UInt32(item)
      next[row] += 1
    }
  }

  subscript(_ key: Int) -> ArraySlice<UInt32> { items[Int(first[key])..<Int(first[key + 1])] }
}

extension UnsafeBufferPointer<UInt32> {
  /// The row that an entry belongs to, where these are the rows' first entries.
  func row(of entry: UInt32) -> UInt32 {
    var (low, high) = (0, count - 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if self[middle] <= entry { low = middle } else { high = middle }
    }
    return UInt32(low)
  }
}
