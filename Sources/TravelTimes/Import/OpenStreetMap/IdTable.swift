/// Numbers identifiers in the order in which they come (open addressing, half full at most).
struct IdTable: ~Copyable {
  private var keys: Slab<Int64>
  private var numbers: Slab<UInt32>
  private var mask: Int
  private(set) var count = 0

  private static let empty = Int64.min

  init(expecting size: Int) {
    var room = 1024
    while room < 2 * size { room *= 2 }
    mask = room - 1
    keys = Slab(room, filledWith: IdTable.empty)
    numbers = Slab(room, filledWith: 0)
  }

  /// The number of an identifier, a new one where it is new.
  mutating func insert(_ id: Int64) -> UInt32 {
    if 2 * count > mask { grow() }
    let place = place(of: id)
    if keys[place] == IdTable.empty {
      keys[place] = id
      numbers[place] = UInt32(count)
      count += 1
    }
    return numbers[place]
  }

  func number(of id: Int64) -> UInt32? {
    let place = place(of: id)
    return keys[place] == IdTable.empty ? nil : numbers[place]
  }

  private func place(of id: Int64) -> Int {
    var place =
      Int(truncatingIfNeeded: (UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    while keys[place] != id, keys[place] != IdTable.empty { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = IdTable(expecting: mask + 1)
    for place in 0...mask where keys[place] != IdTable.empty {
      let target = larger.place(of: keys[place])
      larger.keys[target] = keys[place]
      larger.numbers[target] = numbers[place]
    }
    larger.count = count
    self = larger
  }
}
