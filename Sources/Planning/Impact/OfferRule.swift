/// Decides which offer takes a booking.
struct OfferRule: Sendable {
  private let day: Day
  private let eligibility: Eligibility
  private let windows: LegWindows

  init(_ day: Day) {
    self.day = day
    eligibility = Eligibility(day)
    windows = LegWindows(day, kinds: [.tad], budget: .split)
  }

  func entry(_ booking: Int) -> OfferSplit.Entry {
    let legs = day.legsOfBooking[booking]
    let (offer, ground) =
      assigned(legs).map { ($0, OfferSplit.Ground.lock) } ?? proposed(booking)
    return OfferSplit.Entry(
      offer: offer, ground: ground, isHopeless: isHopeless(booking, in: offer))
  }

  /// Whether some leg of the booking may be taken by nobody of the offer.
  func isHopeless(_ booking: Int, in offer: Offer) -> Bool {
    day.legsOfBooking[booking].contains { leg in
      !takers(leg, in: offer).contains { day.resources[$0].mode.offer == offer }
    }
  }

  /// Who may take the leg within the offer: an assignment to another offer is left aside, since it cannot hold there.
  private func takers(_ leg: Int, in offer: Offer) -> [Int] {
    guard let resource = eligibility.assigned[leg], day.resources[resource].mode.offer == offer
    else { return allowed(leg) }
    return eligibility.candidates(leg, of: day)
  }

  /// Who may take the leg by the rules, whatever the coordinator has decided.
  private func allowed(_ leg: Int) -> [Int] {
    guard eligibility.assigned[leg] != nil else { return eligibility.candidates(leg, of: day) }
    return day.resources.indices.filter { eligibility.refusals(leg, $0).isEmpty }
  }

  /// The offer of the first leg that is assigned to somebody.
  private func assigned(_ legs: Range<Int>) -> Offer? {
    legs.lazy.compactMap { eligibility.assigned[$0] }.first.map { day.resources[$0].mode.offer }
  }

  /// What the rules propose, decisions of the coordinator left aside.
  private func proposed(_ index: Int) -> (Offer, OfferSplit.Ground) {
    let booking = day.scenario.bookings[index]
    func admits(_ offer: Offer) -> Bool {
      booking.modes.isEmpty || offer.modes.contains(where: booking.modes.contains)
    }
    // Only the line's vehicle can drive it (R30).
    if day.legsOfBooking[index].contains(where: { day.legs[$0].line != nil }) {
      return (.tad, .zone)
    }
    if booking.insured, admits(.patients) { return (.patients, .insurance) }
    if admits(.tad), isInService(day.legsOfBooking[index]) { return (.tad, .zone) }
    if admits(.volunteers) { return (.volunteers, .rest) }
    return (booking.modes.first?.offer ?? .volunteers, .mode)
  }

  /// Decisions across offers; those that agree with the rules are no matter.
  func notes(_ entries: [OfferSplit.Entry]) -> [OfferSplit.LockNote] {
    day.scenario.locks.compactMap { lock in
      guard [.assign, .order, .freeze].contains(lock.kind),
        let resource = day.resourceIndex[lock.resource],
        let leg = day.legs.first(where: {
          $0.leg.id == lock.trip || $0.booking.id == lock.trip
        })
      else { return nil }
      let offer = day.resources[resource].mode.offer
      let final = entries[leg.bookingIndex].offer
      guard offer != final || proposed(leg.bookingIndex).0 != offer else { return nil }
      return OfferSplit.LockNote(
        trip: lock.trip, resource: lock.resource, offer: offer,
        fate: offer == final ? .moves : .dropped)
    }
  }

  // MARK: The TAD's service

  /// Whether each leg could be driven by some vehicle of the TAD, alone.
  private func isInService(_ legs: Range<Int>) -> Bool {
    let times = BookingTimes(legs, windows: windows, slack: 0)
    return legs.allSatisfy { leg in
      allowed(leg).contains { r in
        let resource = day.resources[r]
        return resource.mode == .tad
          && resource.shifts.contains { fits(leg, times.windows[leg], resource, $0) }
      }
    }
  }

  /// Whether the earliest times that the windows leave bring the vehicle back by the end of the shift.
  private func fits(
    _ index: Int, _ windows: LegWindows.Windows?, _ resource: DayResource, _ shift: DayShift
  ) -> Bool {
    let leg = day.legs[index]
    func seconds(_ from: Int, _ to: Int) -> Int {
      day.travel.seconds(from, to, at: shift.pace)
    }
    let there = shift.start + seconds(resource.start, leg.from)
    let pickup = max(there, windows?.pickup?.lowerBound ?? there)
    let arrival = pickup + leg.pickupService + seconds(leg.from, leg.to)
    let delivery = max(arrival, windows?.delivery?.lowerBound ?? arrival)
    return pickup <= windows?.pickup?.upperBound ?? pickup
      && delivery <= windows?.delivery?.upperBound ?? delivery
      && delivery + leg.setdownService + seconds(leg.to, shift.endPlace ?? resource.end)
        <= shift.end
  }
}
