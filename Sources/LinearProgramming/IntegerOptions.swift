/// How to run branch and bound.
///
/// Without a time limit and without a stop flag the same problem, after the same history of
/// calls, gives the same result on every run.
public struct IntegerOptions: Sendable {
  /// Families of cutting planes.
  public struct Cuts: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let gomory = Cuts(rawValue: 1)
    public static let mixedIntegerRounding = Cuts(rawValue: 2)
    public static let cover = Cuts(rawValue: 4)
    public static let clique = Cuts(rawValue: 8)
    public static let all: Cuts = [.gomory, .mixedIntegerRounding, .cover, .clique]
  }

  /// Which open node is taken after a dead end.
  public enum NodeOrder: Hashable, Sendable {
    /// The best bound first: proves fast.
    case bestBound
    /// The newest first: finds solutions fast.
    case depthFirst
  }

  public var timeLimit: Duration?
  /// Most nodes of the tree to work on; `nil` for no limit. A stop that depends on nothing
  /// but the input. The root is a node: 0 solves the relaxation alone.
  public var nodeLimit: Int?
  /// Stop when the solution is proved to be within this share of the optimum; 0 to 1.
  public var relativeGap: Double
  /// Only solutions better than this are wanted; whatever cannot be is pruned.
  public var cutoff: Double?
  /// A feasible point to start from, one value per column; it is checked first. The result is
  /// never worse. With `presolve` it prunes as a cutoff, else GLPK gets it as a solution.
  public var incumbent: [Double]?
  public var stop: StopFlag?
  /// Simplify the problem first. `nil`: only without an incumbent, for GLPK takes no starting
  /// solution through a presolve, and one that it knows prunes better than a cutoff.
  public var presolve: Bool?
  /// For set partitioning `.clique` pays; it costs time at the root.
  public var cuts: Cuts
  /// With a cutoff or an incumbent, fix the columns that are too dear before the search.
  public var fixesByReducedCost: Bool
  /// Try simple rounding at each node.
  public var roundingHeuristic: Bool
  /// Try the feasibility pump at the root.
  public var feasibilityPump: Bool
  public var nodeOrder: NodeOrder

  public init(
    timeLimit: Duration? = nil, nodeLimit: Int? = nil, relativeGap: Double = 0,
    cutoff: Double? = nil, incumbent: [Double]? = nil, stop: StopFlag? = nil,
    presolve: Bool? = nil, cuts: Cuts = [], fixesByReducedCost: Bool = true,
    roundingHeuristic: Bool = true, feasibilityPump: Bool = false,
    nodeOrder: NodeOrder = .bestBound
  ) {
    self.timeLimit = timeLimit
    self.nodeLimit = nodeLimit
    self.relativeGap = relativeGap
    self.cutoff = cutoff
    self.incumbent = incumbent
    self.stop = stop
    self.presolve = presolve
    self.cuts = cuts
    self.fixesByReducedCost = fixesByReducedCost
    self.roundingHeuristic = roundingHeuristic
    self.feasibilityPump = feasibilityPump
    self.nodeOrder = nodeOrder
  }
}
