/// What the price of a patient's ride depends on.
public struct TariffRide: Hashable, Sendable {
  /// `vsl` or `taxi`.
  public var mode: Mode
  public var carrier: String
  /// Metres on board.
  public var metres: Int
  /// Patients on board at once, at most, this one included.
  public var patients: Int
  /// Clock times at which the ride begins and ends, seconds; past 24 h on the following day.
  public var start: Int
  public var end: Int
  /// The day on which it begins is a Sunday or a public holiday; a Saturday.
  public var isSundayOrHoliday: Bool
  public var isSaturday: Bool
  /// Rides in the own wheelchair.
  public var inWheelchair: Bool
  /// To or from hospital for a stay or a day there.
  public var isHospitalStay: Bool
  /// Names or INSEE codes of the communes of both ends.
  public var communes: [String]

  public init(
    mode: Mode, carrier: String = "", metres: Int, patients: Int = 1, start: Int = 10 * 3600,
    end: Int = 11 * 3600, isSundayOrHoliday: Bool = false, isSaturday: Bool = false,
    inWheelchair: Bool = false, isHospitalStay: Bool = false, communes: [String] = []
  ) {
    self.mode = mode
    self.carrier = carrier
    self.metres = metres
    self.patients = patients
    self.start = start
    self.end = end
    self.isSundayOrHoliday = isSundayOrHoliday
    self.isSaturday = isSaturday
    self.inWheelchair = inWheelchair
    self.isHospitalStay = isHospitalStay
    self.communes = communes
  }

  /// The same patient driven alone and directly.
  func alone(metres: Int) -> TariffRide {
    var ride = self
    ride.metres = metres
    ride.patients = 1
    return ride
  }
}

extension TariffRide {
  /// Value of `Booking.purpose` for a stay or a day in hospital, on which alone an empty return is paid.
  public static let hospitalStay = "hospital_stay"

  init(_ ride: RunRides.Ride, of run: Run, in day: Day) {
    let leg = day.legs[ride.leg]
    let start = day.clock.clockTime(ride.start).seconds
    let date = day.clock.date.adding(days: start >= 86_400 ? start / 86_400 : 0)
    let places = day.scenario.places
    self.init(
      mode: run.mode, carrier: run.carrier, metres: ride.metres, patients: ride.patients,
      start: start, end: start + ride.end - ride.start,
      isSundayOrHoliday: date.weekday == .sunday
        || day.scenario.territory.holidays.contains(date),
      isSaturday: date.weekday == .saturday,
      inWheelchair: (leg.load["wheelchair"] ?? 0) > 0,
      isHospitalStay: leg.booking.purpose == Self.hospitalStay,
      communes: [places[leg.from].commune, places[leg.to].commune])
  }
}
