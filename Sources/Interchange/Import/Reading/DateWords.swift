internal import Planning

/// Dates and times of day as they stand in sheets.
enum DateWords {
  /// The day of a cell: a day or moment of the spreadsheet, its bare number, `25/11/2026`,
  /// `mercredi 25 novembre 2026`; `nil` where it is none.
  static func date(_ cell: SheetCell) -> PlanDate? {
    if cell.kind == .moment || cell.kind == .date { return PlanDate(String(cell.text.prefix(10))) }
    if let number = NumberText.number(cell.text) { return SerialDay.plainDate(number) }
    // A weekday before the date says nothing new.
    let text = cell.text.drop { $0.isLetter || $0 == "." || $0 == "," || $0.isWhitespace }
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count >= 3, let day = Int(words[0].prefix(while: \.isNumber)),
      let year = Int(words[2]),
      let month = months.firstIndex(where: { $0.contains(Fold.key(String(words[1]))) })
    {
      return PlanDate("\(year)-\(month + 1)-\(day)")
    }
    return words.first.flatMap { try? FieldCodec<PlanDate>.date.parse(String($0)) }
  }

  private static let months: [Set<String>] = [
    ["janvier", "janv", "january"], ["fevrier", "fevr", "february"], ["mars", "march"],
    ["avril", "avr", "april"], ["mai", "may"], ["juin", "june"], ["juillet", "juil", "july"],
    ["aout", "august"], ["septembre", "sept", "september"], ["octobre", "oct", "october"],
    ["novembre", "nov", "november"], ["decembre", "dec", "december"],
  ]

  /// The time of day of a cell that holds a day as well, or a bare fraction of a day; `nil` where the cell stands as
  /// it is.
  static func time(_ cell: SheetCell) -> (text: String, date: PlanDate?)? {
    let parts = cell.text.split(whereSeparator: { $0 == "T" || $0.isWhitespace })
    if parts.count == 2, let time = ClockTime(String(parts[1])),
      let date = try? FieldCodec<PlanDate>.date.parse(String(parts[0]))
    {
      return (time.text, date)
    }
    // No time is written so but by a spreadsheet that shows its own number.
    guard let number = NumberText.number(cell.text), number > 0, number < 1,
      let (_, seconds) = SerialDay.split(number), seconds < 86_400
    else { return nil }
    return (ClockTime(seconds: seconds).text, nil)
  }
}
