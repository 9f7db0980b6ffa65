/// What rehearsed days have shown, for some of them; parts add up in the order of the days.
struct RehearsalDays: Sendable {
  /// What became of one stop on one day.
  enum Outcome {
    /// Seconds later than told.
    case made(late: Double, isLate: Bool)
    /// The rider was not there, or did not come.
    case absent
    /// The driver left without the rider, who was late.
    case left
    /// Nobody was to be served any more.
    case skipped
  }

  private let visitCount: Int
  private let runCount: Int
  private(set) var count = 0
  /// By day and stop: seconds later than told; negative: the stop was not made.
  private(set) var late: [Float] = []
  /// By day and stop: seconds that were lacking before it for nobody to be late on its account.
  private(set) var lacking: [Float] = []
  /// By day and run: seconds beyond the shift or the longest duty.
  private(set) var overrun: [Float] = []
  /// By day and run: nobody was late or left behind.
  private(set) var held: [Bool] = []
  /// By day: riders late or left behind; late for an appointment; left behind; absent.
  private(set) var lateRiders: [Int] = []
  private(set) var missed: [Int] = []
  private(set) var leftBehind: [Int] = []
  private(set) var absent: [Int] = []
  /// By stop: days on which it was late; on which the rider was absent, or left behind; riders late on its account.
  private(set) var lateCount: [Int]
  /// By run: riders late or left behind, over all days.
  private(set) var lateByRun: [Int]
  private(set) var absentCount: [Int]
  private(set) var leftCount: [Int]
  private(set) var blame: [Int]

  init(_ table: RehearsalTimetable) {
    visitCount = table.visits.count
    runCount = table.runs.count
    lateCount = Array(repeating: 0, count: visitCount)
    lateByRun = Array(repeating: 0, count: runCount)
    absentCount = lateCount
    leftCount = lateCount
    blame = lateCount
  }

  mutating func begin() {
    count += 1
    late += repeatElement(-1, count: visitCount)
    lacking += repeatElement(0, count: visitCount)
    overrun += repeatElement(0, count: runCount)
    held += repeatElement(true, count: runCount)
    lateRiders.append(0)
    missed.append(0)
    leftBehind.append(0)
    absent.append(0)
  }

  mutating func note(_ visit: Int, _ outcome: Outcome) {
    switch outcome {
    case .made(let seconds, let isLate):
      late[(count - 1) * visitCount + visit] = Float(seconds)
      if isLate { lateCount[visit] += 1 }
    case .absent:
      absentCount[visit] += 1
      absent[count - 1] += 1
    case .left:
      leftCount[visit] += 1
      leftBehind[count - 1] += 1
    case .skipped: break
    }
  }

  mutating func noteLateRider(run: Int) {
    lateRiders[count - 1] += 1
    lateByRun[run] += 1
    held[(count - 1) * runCount + run] = false
  }

  mutating func noteMissed() { missed[count - 1] += 1 }

  /// A rider was late by so much because of what happened on the way to a stop.
  mutating func note(blame visit: Int, seconds: Double) {
    blame[visit] += 1
    let index = (count - 1) * visitCount + visit
    lacking[index] = max(lacking[index], Float(seconds))
  }

  mutating func note(overrun seconds: Double, of run: Int) {
    overrun[(count - 1) * runCount + run] = Float(seconds)
  }

  mutating func append(_ other: RehearsalDays) {
    count += other.count
    late += other.late
    lacking += other.lacking
    overrun += other.overrun
    held += other.held
    lateRiders += other.lateRiders
    missed += other.missed
    leftBehind += other.leftBehind
    absent += other.absent
    for r in 0..<runCount { lateByRun[r] += other.lateByRun[r] }
    for v in 0..<visitCount {
      lateCount[v] += other.lateCount[v]
      absentCount[v] += other.absentCount[v]
      leftCount[v] += other.leftCount[v]
      blame[v] += other.blame[v]
    }
  }

  // MARK: Columns

  /// Seconds later than told on the days on which the stop was made, ascending.
  func lateness(_ visit: Int) -> [Float] {
    stride(from: visit, to: late.count, by: max(1, visitCount)).map { late[$0] }
      .filter { $0 >= 0 }.sorted()
  }

  /// Ascending, over all days.
  func lacking(_ visit: Int) -> [Float] {
    stride(from: visit, to: lacking.count, by: max(1, visitCount)).map { lacking[$0] }.sorted()
  }

  /// Ascending, over all days.
  func overrun(_ run: Int) -> [Float] {
    stride(from: run, to: overrun.count, by: max(1, runCount)).map { overrun[$0] }.sorted()
  }

  func heldCount(_ run: Int) -> Int {
    stride(from: run, to: held.count, by: max(1, runCount)).count { held[$0] }
  }
}
