internal import Planning

/// Days as spreadsheets count them: whole days since an epoch, the time of day in the fraction.
enum SerialDay {
  /// Days by which the epoch of old Macintosh workbooks (1904) comes later.
  private static let later = 1462

  /// Serial number of 1 January 2020, from which near dates are quickly counted.
  private static let anchor = (serial: 43_831, date: PlanDate(year: 2020, month: 1, day: 1))

  /// Days and seconds of a serial number, to the nearest second; `nil` where it is no day up to the year 9999.
  static func split(_ serial: Double) -> (day: Int, seconds: Int)? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let whole = Int((serial * 86_400).rounded())
    return (whole / 86_400, whole % 86_400)
  }

  /// The date of a serial day; `nil` for 0, which stands for a time without a day, and for 29 February 1900, a day
  /// that Excel counts and that never was.
  static func date(_ day: Int, is1904: Bool) -> PlanDate? {
    var day = day
    if is1904 {
      day += later
    } else if day < 1 || day == 60 {
      return nil
    } else if day < 60 {
      day += 1
    }
    return anchor.date.adding(days: day - anchor.serial)
  }

  /// The date that a bare number means where a day is expected; `nil` outside of 1990 to 2100, where it is
  /// something else.
  static func plainDate(_ number: Double) -> PlanDate? {
    guard number == number.rounded(), (32_874...73_415).contains(number) else { return nil }
    return date(Int(number), is1904: false)
  }
}
