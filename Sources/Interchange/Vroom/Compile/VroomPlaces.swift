/// The places that a request speaks of, numbered from 0: rows of its matrices, or points.
public struct VroomPlaces: Hashable, Sendable {
  /// Rows of the matrices, ascending; empty where there are none.
  public let rows: [Int]
  /// Points in the order in which they were first met; empty where there are matrices.
  public let points: [VroomPoint]
  private let numbers: [VroomPlace: Int]

  public init(_ request: VroomRequest) {
    let places =
      request.vehicles.flatMap { [$0.start, $0.end].compactMap { $0 } }
      + request.jobs.map(\.task.place)
      + request.shipments.flatMap { [$0.pickup.place, $0.delivery.place] }
    rows = Set(places.compactMap(\.index)).sorted()
    var points: [VroomPoint] = []
    var numbers: [VroomPlace: Int] = [:]
    for (number, row) in rows.enumerated() { numbers[VroomPlace(index: row)] = number }
    for place in places where place.index == nil {
      guard let point = place.point, numbers[place] == nil else { continue }
      numbers[place] = points.count
      points.append(point)
    }
    self.points = points
    self.numbers = numbers
  }

  public var count: Int { rows.count + points.count }

  /// The number of a place of the request.
  public func number(_ place: VroomPlace) -> Int {
    let key = place.index == nil ? place : VroomPlace(index: place.index)
    guard let number = numbers[key] else {
      preconditionFailure("every place of the request has a number")
    }
    return number
  }
}
