internal import ArgumentParser
internal import Desk
internal import Planning

/// `camin doctor`: what this machine lacks.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: say(
        fr: "Dire ce qui manque sur cette machine.", en: "Tell what this machine lacks."),
      discussion: say(
        fr: """
          Regarde ce dont Camin a besoin et ce qui lui est utile, sans rien changer ni rien demander au réseau. \
          Se termine par 69 s’il manque quelque chose d’indispensable.
          """,
        en: """
          Looks at what Camin needs and at what is of use to it, changes nothing and asks nothing of the network. \
          Ends with 69 where something is missing that it cannot do without.
          """))
  }

  @OptionGroup var output: OutputOptions

  private struct Result: Encodable {
    let version: String
    let fit: Bool
    let findings: [Finding]
  }

  func run() throws {
    let findings = Examination().findings()
    let isFit = findings.allSatisfy { $0.state != .faulty }
    if output.json {
      try JSONOutput.write(Result(version: Release.version, fit: isFit, findings: findings))
    } else if !output.quiet || !isFit {
      try Console.write(text(findings, isFit: isFit))
    }
    if !isFit { throw ExitCode(ExitStatus.unavailable.rawValue) }
  }

  private func text(_ findings: [Finding], isFit: Bool) -> String {
    let language = output.language
    let rows = findings.map { (mark($0.state) + " " + $0.title[language], $0.found[language]) }
    let remedies = findings.filter { !$0.remedy[language].isEmpty }.map {
      "- \($0.title[language])\(say(fr: " : ", en: ": "))\($0.remedy[language])\n"
    }
    let verdict =
      isFit
      ? say(fr: "Camin peut travailler ici.\n", en: "Camin can work here.\n")
      : say(fr: "Camin ne peut pas travailler ici.\n", en: "Camin cannot work here.\n")
    return Figures.table(rows) + remedies.joined() + verdict
  }

  private func mark(_ state: Finding.State) -> String {
    switch state {
    case .fine: say(fr: "[bon]   ", en: "[fine]   ")
    case .absent: say(fr: "[absent]", en: "[absent] ")
    case .faulty: say(fr: "[DÉFAUT]", en: "[FAULTY] ")
    }
  }
}
