import Testing

/// One broken text and the faults it must get: code, line, field.
struct Malformed: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let faults: [String]

  init(_ name: String, _ faults: [String], _ text: String) {
    testDescription = name
    self.text = text
    self.faults = faults
  }

  static let darp = [
    Malformed("nothing", ["empty-file"], " \n\n"),
    Malformed("prose", ["unknown-format 1"], "hello\nworld"),
    Malformed(
      "letters, NaN and hexadecimal in numbers",
      ["not-a-number 1 T", "not-a-number 3 x", "not-a-number 3 latest", "not-a-number 4 y"],
      "1 1 48O 1 30\n0 0 0 0 0 0 9\n1 nan 0 0 1 0 inf\n2 0 0x1p3 0 -1 0 9"),
    Malformed(
      "negative and fractional counts",
      ["out-of-range 1 m", "not-an-integer 1 Q", "out-of-range 1 L"],
      "-2 1 480 1.5 -30\n0 0 0 0 0 0 9\n1 1 0 0 1 0 9\n2 0 1 0 -1 0 9"),
    Malformed(
      "absurd sizes", ["out-of-range 1 m", "out-of-range 1 n"],
      "1000000000000 1000000000000 480 1 30\n0 0 0 0 0 0 9\n1 1 0 0 1 0 9\n2 0 1 0 -1 0 9"),
    Malformed(
      "overflowing number", ["out-of-range 1 T", "out-of-range 3 load"],
      "1 1 1e400 1 30\n0 0 0 0 0 0 9\n1 1 0 0 99999999999999999999 0 9\n2 0 1 0 -1 0 9"),
    Malformed(
      "cut off after the pickups", ["line-count 1 n"],
      "1 2 480 1 30\n0 0 0 0 0 0 9\n1 1 0 0 1 0 9\n2 0 1 0 1 0 9"),
    Malformed(
      "cut off within a line", ["column-count 4"],
      "1 2 480 1 30\n0 0 0 0 0 0 9\n1 1 0 0 1 0 9\n2 0 1 0"),
    Malformed(
      "a line missing in the middle is one gap", ["node-number 3 id"],
      "1 2 480 1 30\n0 0 0 0 0 0 9\n2 1 0 0 1 0 9\n3 0 1 0 -1 0 9\n4 0 1 0 -1 0 9"),
    Malformed(
      "loads and windows that contradict",
      ["empty-window 3 earliest, latest", "delivery-load 6 load"],
      "1 2 480 1 30\n0 0 0 0 0 0 9\n1 1 0 0 1 9 8\n2 1 0 0 1 0 9\n3 0 1 0 -1 0 9\n4 0 1 0 -2 0 9"),
    Malformed(
      "a second depot with other hours", ["end-depot 5 earliest, latest"],
      "1 1 480 1 30\n0 0 0 0 0 0 9\n1 1 0 0 1 0 9\n2 0 1 0 -1 0 9\n3 0 0 0 0 0 8"),
    Malformed("only a header", ["line-count 1 n"], "1 1 480 1 30"),
    Malformed(
      "a fleet cut short", ["line-count 1 n"], "3 1\n480 1 1 1 1"),
    Malformed(
      "ride-sharing loads in one kind", ["out-of-range 2 capacity", "delivery-load 5 load"],
      """
      1 1
      480 1 -1 0 0
      0 0 0 0 0 0 0 0 0 0 9
      1 1 1 0 30 0 1 0 0 0 9
      2 1 1 0 0 -1 -1 0 0 0 9
      3 0 0 0 0 0 0 0 0 0 9
      """),
  ]

  static let pdptw = [
    Malformed("only a header", ["line-count 1"], "5 100 1"),
    Malformed(
      "partners that do not answer",
      ["partner 3 pickup, delivery", "partner 4 pickup, delivery", "partner 5 pickup, delivery"],
      """
      1 10 1
      0 0 0 0 0 9 0 0 0
      1 1 1 5 0 9 0 0 3
      2 1 1 -5 0 9 0 1 0
      3 1 1 -5 0 9 0 7 0
      """),
    Malformed(
      "a node that is neither, one that is both, one that is its own",
      Array(repeating: "partner", count: 3).enumerated().map { "\($1) \($0 + 3) pickup, delivery" },
      """
      1 10 1
      0 0 0 0 0 9 0 0 0
      1 1 1 5 0 9 0 0 0
      2 1 1 -5 0 9 0 1 1
      3 1 1 -5 0 9 0 0 3
      """),
    Malformed(
      "sections and keys missing",
      ["missing-key EDGES", "truncated-file 3", "missing-key CAPACITY"],
      "SIZE: 3\nNODES\n0 0 0 0 0 9 0 0 0"),
    Malformed(
      "a matrix that is cut, ragged and not whole",
      ["line-count 8 EDGES", "not-an-integer 8 minutes", "column-count 9"],
      """
      SIZE: 3
      CAPACITY: 4
      NODES
      0 0 0 0 0 9 0 0 0
      1 0 0 1 0 9 0 0 2
      2 0 0 -1 0 9 0 1 0
      EDGES
      0 1.5 2
      0 1
      EOF
      """),
    Malformed(
      "a size beyond memory", ["out-of-range 1 SIZE"],
      "SIZE: 1000000000000\nCAPACITY: 4\nNODES\nEDGES\nEOF"),
  ]
}
