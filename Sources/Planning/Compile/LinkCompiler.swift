internal import DialARide

/// Ties between the requests of a day.
struct LinkCompiler {
  private let compiler: Compiler
  private let day: Day
  private let roles: [RequestRole]
  private let requestOfLeg: [Int?]

  init(_ compiler: Compiler, roles: [RequestRole], requestOfLeg: [Int?]) {
    self.compiler = compiler
    day = compiler.day
    self.roles = roles
    self.requestOfLeg = requestOfLeg
  }

  func links() -> [Link] {
    day.legsOfBooking.flatMap(bookingLinks) + stayLinks() + apart()
  }

  /// R2, R5, R28: what holds between the legs of one booking.
  private func bookingLinks(_ range: Range<Int>) -> [Link] {
    let present = range.filter { requestOfLeg[$0] != nil }
    let requests = present.compactMap { requestOfLeg[$0] }
    guard let first = present.first, requests.count > 1 else { return [] }
    let booking = day.legs[first].booking
    var links: [Link] = []
    switch booking.linkPolicy {
    case .allOrNothing: links.append(.together(requests))
    case .outboundRequired where first == range.lowerBound:
      links += requests.dropFirst().map { .requires(request: $0, required: requests[0]) }
    default: break
    }
    for leg in present.dropFirst() {
      guard let request = requestOfLeg[leg], let before = requestOfLeg[leg - 1] else { continue }
      links.append(order(of: leg, before, request))
      if case .afterStay = day.legs[leg].leg.anchor, booking.linkPolicy != .outboundRequired {
        links.append(.requires(request: request, required: before))
      }
      if booking.accompany || day.legs[leg].leg.sameDriver == .required {
        links.append(.sameVehicle(before, request))
      }
    }
    return links
  }

  /// One leg after the other; a stay has its least and greatest length, which `BookingTimes` has already seen
  /// to where the driver accompanies the rider.
  private func order(of leg: Int, _ before: Int, _ request: Int) -> Link {
    if case .afterStay(let least, let greatest) = day.legs[leg].leg.anchor,
      compiler.purpose == .check || !day.staysBefore(leg)
    {
      let stay = compiler.windows(of: leg).stay(before: leg, least: least, greatest: greatest)
      return .ordered(
        first: before, second: request, leastGap: Double(stay.least),
        greatestGap: Double(stay.greatest))
    }
    return .ordered(first: before, second: request, leastGap: 0, greatestGap: nil)
  }

  /// A stay lies between the two legs, in the same vehicle; its windows do the rest.
  private func stayLinks() -> [Link] {
    roles.indices.flatMap { stay -> [Link] in
      guard case .stay(let leg) = roles[stay], let after = requestOfLeg[leg],
        let before = requestOfLeg[leg - 1]
      else { return [] }
      return [
        .together([before, stay, after]), .sameVehicle(before, stay), .sameVehicle(stay, after),
      ]
    }
  }

  /// R9: pairs that never ride together, and riders who accept certain others, or their own class, alone.
  private func apart() -> [Link] {
    let all = legRoles()
    // Most riders ask for nothing: only pairs with one who does are looked at.
    let choosy = all.indices.filter { all[$0].1.isChoosy }
    let isChoosy = Set(choosy)
    var links: [Link] = []
    for (i, (a, first)) in all.enumerated() {
      let others = isChoosy.contains(i) ? Array(all.indices[(i + 1)...]) : choosy.filter { $0 > i }
      for j in others where first.rider.id != all[j].1.rider.id {
        let (b, second) = all[j]
        if !first.mayShare(with: second) { links.append(.apart(a, b)) }
      }
    }
    return links
  }

  private func legRoles() -> [(Int, DayLeg)] {
    roles.enumerated().compactMap { request, role in
      if case .leg(let leg) = role { (request, day.legs[leg]) } else { nil }
    }
  }
}

extension DayLeg {
  /// Whether this rider asks for or against anybody's company, or rides on a line.
  fileprivate var isChoosy: Bool {
    if line != nil { return true }
    if case .onlyWith = leg.sharing { return true }
    return !rider.neverTogether.isEmpty || !rider.isolation.isEmpty
  }

  /// Whether two riders let each other ride along, and both ride on the same line, or neither on any: nobody else is
  /// taken along on a line (R30).
  func mayShare(with other: DayLeg) -> Bool {
    accepts(other.rider) && other.accepts(rider) && leg.line == other.leg.line
  }

  /// Whether this rider lets the other ride along; riding alone is a rule of its own.
  func accepts(_ other: Rider) -> Bool {
    if rider.neverTogether.contains(other.id) || rider.isolation != other.isolation {
      return false
    }
    if case .onlyWith(let accepted) = leg.sharing { return accepted.contains(other.id) }
    return true
  }
}
