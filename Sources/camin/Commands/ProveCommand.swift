internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Interchange
internal import Planning
internal import Verification

/// `camin prove`: the bound of a certificate, proven again by code that knows nothing of the one that found it.
struct ProveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "prove",
      abstract: say(
        fr: "Prouver à nouveau la borne d’un certificat.",
        en: "Prove the bound of a certificate again."),
      discussion: say(
        fr: """
          Recalcule, à partir des seuls multiplicateurs du certificat, un coût en dessous duquel aucun plan ne peut \
          descendre. Le code employé n’a rien de commun avec celui qui a trouvé la borne.

            camin solve a2-16.txt --out a2-16.json --certificate a2-16.cert.json
            camin prove a2-16.txt a2-16.cert.json

          Les données sont un fichier que « camin solve » lit, ou un scénario. Se termine par 0 si la borne est \
          confirmée, par 2 sinon, par 65 si le certificat est celui d’autres données.
          """,
        en: """
          Computes anew, from the certificate's multipliers alone, a cost that no plan can go below. The code has \
          nothing in common with the one that found the bound.

            camin solve a2-16.txt --out a2-16.json --certificate a2-16.cert.json
            camin prove a2-16.txt a2-16.cert.json

          The data are a file that “camin solve” reads, or a scenario. Ends with 0 if the bound is confirmed, with 2 \
          if not, with 65 where the certificate belongs to other data.
          """))
  }

  @OptionGroup var input: ProblemArgument

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le certificat.", en: "The certificate."),
      valueName: say(fr: "certificat", en: "certificate")),
    completion: .file(extensions: ["json"]))
  var certificate: String

  @OptionGroup var previous: PreviousOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Verdict: Encodable {
    let confirmed: Bool
    let claimedBound: Double
    let provenBound: Double
    /// The weakest method that any class of vehicles needed.
    let method: BoundProof.Method
    let vehicleClasses: Int
    /// The bound that the run stated; what lies above `claimed_bound` rests on enumeration and is not proven here.
    let lowerBound: Double
    let proof: ProvenBound.Proof
  }

  func run() throws {
    let claim = try read()
    let problem = try input.read(after: previous)
    let hash = try problem.hash()
    guard hash == claim.inputHash, claim.requests == problem.problem.requestCount else {
      let fault = Fault.otherInput(
        certificate, pointer: "/input_hash", stated: claim.inputHash, found: hash)
      throw Failure(.badData, [fault])
    }
    let faults = claim.ties.enumerated().compactMap { at, tie in
      problem.problem.ties(tie.first, tie.second) ? nil : Fault.untied(certificate, at: at, tie)
    }
    guard faults.isEmpty else { throw Failure(.badData, faults) }
    let proof = WorkDisplay.during(
      say(fr: "Preuve de la borne", en: "Proving the bound"), output
    ) { _ in
      BoundProof(problem.problem, duals: claim.duals, ties: claim.ties)
    }
    let verdict = Verdict(
      confirmed: proof.confirms(claim.claimedBound), claimedBound: claim.claimedBound,
      provenBound: proof.bound, method: proof.method, vehicleClasses: proof.classes.count,
      lowerBound: claim.lowerBound, proof: claim.proof)
    if output.json {
      try JSONOutput.write(verdict)
    } else if !(output.quiet && verdict.confirmed) {
      try Console.write(Self.text(verdict))
    }
    if !verdict.confirmed { throw ExitCode(ExitStatus.unproven.rawValue) }
  }

  private func read() throws(Failure) -> BoundCertificate {
    do throws(Faults) {
      return try CertificateDocument.read(certificate)
    } catch {
      throw Failure(reading: error)
    }
  }

  private static func text(_ verdict: Verdict) -> String {
    let rows = [
      (say(fr: "Borne annoncée", en: "Bound claimed"), Figures.decimals(verdict.claimedBound, 4)),
      (
        say(fr: "Borne prouvée ici", en: "Bound proven here"),
        Figures.decimals(verdict.provenBound, 4)
      ),
      (say(fr: "Méthode", en: "Method"), words(verdict.method)),
    ]
    var text = Figures.table(rows)
    if verdict.lowerBound > verdict.claimedBound + 1e-6 * max(1, abs(verdict.claimedBound)) {
      let stated = Figures.decimals(verdict.lowerBound, 4)
      text += say(
        fr: "La borne de \(stated) obtenue par énumération n’est pas vérifiée ici.\n",
        en: "The bound of \(stated) found by enumeration is not checked here.\n")
    }
    guard !verdict.confirmed else {
      return text + say(fr: "La borne est confirmée.\n", en: "The bound is confirmed.\n")
    }
    text += say(fr: "La borne n’est pas confirmée", en: "The bound is not confirmed")
    return text
      + (verdict.method == .exact
        ? say(
          fr: " : les multiplicateurs ne la prouvent pas.\n",
          en: ": the multipliers do not prove it.\n")
        : say(
          fr: " : le calcul exact serait trop long, et ce qui a pu être prouvé est plus faible.\n",
          en: ": the exact computation would take too long, and what could be proven is weaker.\n"))
  }

  private static func words(_ method: BoundProof.Method) -> String {
    switch method {
    case .exact: say(fr: "tournées les moins chères, exactement", en: "cheapest routes, exactly")
    case .pieces:
      say(
        fr: "morceaux de tournées exacts, suites de morceaux en partie",
        en: "exact pieces of routes, sequences of pieces in part")
    case .walks:
      say(
        fr: "horaires seuls, sans durées à bord (plus faible)",
        en: "windows alone, without ride times (weaker)")
    case .selection:
      say(fr: "sans les trajets (très faible)", en: "without travel (very weak)")
    }
  }
}

extension Fault {
  fileprivate static func untied(_ path: String, at index: Int, _ tie: TieMultiplier) -> Fault {
    Fault(
      code: "untied", place: FaultPlace(file: path, pointer: "/ties/\(index)"), field: "ties",
      value: "\(tie.first), \(tie.second)",
      cause: Bilingual(
        fr: "Rien n’oblige un même véhicule à servir ces deux demandes.",
        en: "Nothing makes one vehicle serve both of these requests."),
      remedy: Bilingual(
        fr: "Reprenez le certificat tel que Camin l’a écrit.",
        en: "Take the certificate as Camin wrote it."))
  }
}

/// The instance or scenario that a command works on.
struct ProblemArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        fr:
          "Les données : une instance que « camin solve » lit, un scénario, ou une base avec --date.",
        en: "The data: an instance that “camin solve” reads, a scenario, or a store with --date."),
      valueName: say(fr: "données", en: "data")),
    completion: .file())
  var path: String

  @OptionGroup var day: StoreDayOption

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Format de l’instance ; reconnu à son contenu sans indication.",
        en: "Format of the instance; told from its content unless given."),
      valueName: "format"),
    completion: .list(InstanceFormat.allCases.map(\.rawValue)))
  var format: InstanceFormat?

  @OptionGroup var travel: RoadsOption

  /// - Parameter previous: the plan that people were told before the day was planned, if any.
  func read(after previous: PreviousOption? = nil) throws(Failure) -> ProblemInput {
    try ProblemInput(day.path(path), format: format, roads: travel, after: previous)
  }
}
