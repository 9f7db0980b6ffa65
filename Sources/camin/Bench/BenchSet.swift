internal import DialARide
internal import Interchange

/// Instances of one folder.
struct BenchSet {
  /// An instance that can be solved, and what is known of it.
  struct Entry {
    let name: String
    let instance: Instance
    let problem: Problem
    /// `nil` where no table names it.
    let best: BestKnownValue?
  }

  /// The folder's name.
  let name: String
  /// In the order of their names, `a2-16` before `a10-16`.
  let entries: [Entry]
}
