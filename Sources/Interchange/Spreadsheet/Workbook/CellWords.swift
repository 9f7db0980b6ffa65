internal import Planning

/// Writes what a number in a workbook means as Camin's readers of text take it.
struct CellWords {
  let is1904: Bool

  /// A cell of a number that is shown in a format.
  func cell(_ number: Double, shownAs format: NumberFormat) -> SheetCell {
    guard format != .number, let (day, seconds) = SerialDay.split(number) else {
      return SheetCell(kind: .number, text: Self.plain(number), number: number)
    }
    let clock = ClockTime(seconds: seconds).text
    let date = SerialDay.date(day, is1904: is1904)?.text
    switch format {
    case .elapsed where day < 2:
      let hours = ClockTime(seconds: day * 86_400 + seconds)
      return SheetCell(kind: .time, text: hours.text, number: number)
    case .time, .elapsed:
      // A day may lie behind a time that is shown alone; what reads the column must not overlook it.
      guard day > 0, let date else { return SheetCell(kind: .time, text: clock, number: number) }
      return SheetCell(kind: .moment, text: date + " " + clock, number: number)
    case .date where seconds == 0:
      guard let date else { break }
      return SheetCell(kind: .date, text: date, number: number)
    default:
      guard let date else { return SheetCell(kind: .time, text: clock, number: number) }
      return SheetCell(kind: .moment, text: date + " " + clock, number: number)
    }
    return SheetCell(kind: .number, text: Self.plain(number), number: number)
  }

  /// The number with 15 figures, as spreadsheets show it: they store 44.608 as 44.608000000000004.
  static func plain(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return NumberText.plain(number) }
    let text = NumberText.plain(number)
    guard text.count(where: \.isNumber) > 15 else { return text }
    var power = 1.0
    var size = number.magnitude
    while size >= 10 { (size, power) = (size / 10, power / 10) }
    while size < 1 { (size, power) = (size * 10, power * 10) }
    let scale = power * 1e14
    let rounded = (number * scale).rounded() / scale
    return rounded.isFinite && rounded != 0 ? NumberText.plain(rounded) : text
  }
}
