internal import ArgumentParser
internal import Interchange
internal import Planning

/// `camin schema`: the JSON Schemas of what Camin reads and writes.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: say(
        fr: "Montrer le schéma JSON d’un scénario, d’un plan ou d’un certificat.",
        en: "Show the JSON Schema of a scenario, a plan or a certificate."),
      discussion: say(
        fr: "Pour qui écrit des scénarios ou lit des plans par programme (JSON Schema 2020-12).",
        en: "For programs that write scenarios or read plans (JSON Schema 2020-12)."))
  }

  /// The documents that have a schema.
  enum Document: String, CaseIterable, ExpressibleByArgument {
    case scenario, plan, certificate
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Le document voulu ; scenario sans indication.",
        en: "The document wanted; scenario unless given."),
      valueName: "document"),
    completion: .list(Document.allCases.map(\.rawValue)))
  var document: Document?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let schema: PublishedSchema =
      switch document ?? .scenario {
      case .scenario: .scenario
      case .plan: .plan
      case .certificate: .certificate
      }
    try Console.write(schema.text)
  }
}
