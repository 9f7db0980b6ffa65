internal import ArgumentParser
internal import Desk
internal import Foundation
internal import PlanStore
internal import Planning
internal import PlanningAPI

/// `camin key`: who may use a server.
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key",
      abstract: say(fr: "Gérer les clés de l’API.", en: "Manage the keys of the API."),
      discussion: say(
        fr: """
          Une clé n’est montrée qu’une fois, à sa création ; le fichier n’en garde que l’empreinte. Les clés d’un même \
          --tenant voient les mêmes calculs, les autres non. Les jours que tient le serveur (--days) demandent day:read, \
          y garder un plan day:write, les offres offer:read. Dès qu’il y a une clé, il en faut une. Un serveur en marche \
          apprend les changements en deux secondes.
          """,
        en: """
          A key is shown once, when it is made; the file keeps its hash alone. Keys of one --tenant see the same jobs, \
          others do not. Days that the server holds (--days) need day:read, keeping a plan there day:write, offers \
          offer:read. As soon as there is a key, one is needed. A running server learns of changes within two seconds.
          """),
      subcommands: [KeyCreateCommand.self, KeyListCommand.self, KeyRevokeCommand.self])
  }
}

/// `camin key create`
struct KeyCreateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "create", abstract: say(fr: "Faire une clé.", en: "Make a key."))
  }

  @OptionGroup var store: ServerStoreOption

  @Option(
    help: ArgumentHelp(
      say(fr: "À quoi elle sert.", en: "What it is for."), valueName: say(fr: "nom", en: "name")))
  var name: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "À qui elle est ; son nom sans indication.", en: "Whose it is; its name unless given."),
      valueName: say(fr: "nom", en: "name")))
  var tenant: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Droits, séparés par des virgules : \(KeyCreateCommand.scopeList).",
        en: "Rights, separated by commas: \(KeyCreateCommand.scopeList)."),
      valueName: say(fr: "droits", en: "scopes")))
  var scopes = "plan:read,plan:write"

  @Option(
    help: ArgumentHelp(
      say(fr: "Jours de validité.", en: "Days of validity."),
      valueName: say(fr: "jours", en: "days")))
  var days = 365.0

  @Option(
    help: ArgumentHelp(
      say(fr: "Demandes par seconde.", en: "Requests a second."),
      valueName: say(fr: "nombre", en: "count")))
  var rate = 20.0

  @Option(
    help: ArgumentHelp(
      say(fr: "Taille d’une demande, en Mo.", en: "Size of a request, in MB."), valueName: "MB"))
  var maxBody = 10

  @OptionGroup var output: OutputOptions

  private static var scopeList: String { Scope.allCases.map(\.rawValue).joined(separator: ", ") }

  /// What `--json` tells.
  private struct Answer: Encodable {
    let id: String
    let key: String
    let tenant: String
    let expires: String
  }

  func run() throws {
    let scopes = try parsedScopes()
    let path = try store.path()
    let made = NewKey(
      name: name, tenant: tenant ?? name, scopes: scopes, days: days, rate: rate,
      mostBytes: maxBody * 1_000_000)
    let file = try storing { () throws(StoreError) in try ServerFile.open(path) }
    _ = try storing { () throws(StoreError) -> ApiKey in
      try file.add(made.record)
      return made.record
    }
    if output.json {
      try JSONOutput.write(
        Answer(
          id: made.record.id, key: made.secret, tenant: made.record.tenant,
          expires: made.record.expiresAt.formatted(.iso8601)))
    } else {
      try Console.write(made.secret + "\n")
    }
  }

  private func parsedScopes() throws(Failure) -> Set<Scope> {
    let names = scopes.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    let unknown = names.filter { Scope(rawValue: $0) == nil }
    var faults = unknown.map {
      Fault.option(
        "--scopes", $0,
        Bilingual(fr: "Droits : \(Self.scopeList).", en: "Scopes: \(Self.scopeList)."))
    }
    let positive = Bilingual(fr: "Donnez un nombre positif.", en: "Give a positive number.")
    if !(days > 0 && days <= 3650) { faults.append(.option("--days", "\(days)", positive)) }
    if !(rate > 0 && rate <= 10_000) { faults.append(.option("--rate", "\(rate)", positive)) }
    if !(1...50).contains(maxBody) { faults.append(.option("--max-body", "\(maxBody)", positive)) }
    if names.isEmpty { faults.append(.option("--scopes", scopes, positive)) }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
    return Set(names.compactMap(Scope.init))
  }
}

/// `camin key list`
struct KeyListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say(fr: "Montrer les clés.", en: "Show the keys."))
  }

  @OptionGroup var store: ServerStoreOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells of a key.
  private struct Item: Encodable {
    let id: String
    let tenant: String
    let name: String
    let scopes: [String]
    let rate: Double
    let created: String
    let expires: String
    let revoked: String?
    let valid: Bool

    init(_ key: ApiKey) {
      id = key.id
      tenant = key.tenant
      name = key.name
      scopes = key.scopes.sorted()
      rate = key.rate
      created = key.createdAt.formatted(.iso8601)
      expires = key.expiresAt.formatted(.iso8601)
      revoked = key.revokedAt?.formatted(.iso8601)
      valid = key.isValid(at: Date())
    }
  }

  func run() throws {
    let path = try store.path()
    let keys = try storing { () throws(StoreError) in
      try ServerFile.open(path, access: .reading).keys()
    }
    if output.json { return try JSONOutput.write(["keys": keys.map(Item.init)]) }
    guard !keys.isEmpty else {
      return try Console.write(say(fr: "Il n’y a pas de clé.\n", en: "There are no keys.\n"))
    }
    try Console.write(keys.map(line).joined())
  }

  private func line(_ key: ApiKey) -> String {
    let state =
      key.revokedAt != nil
      ? say(fr: "révoquée", en: "revoked")
      : key.isValid(at: Date())
        ? say(fr: "valable jusqu’au ", en: "valid until ")
          + key.expiresAt.formatted(.iso8601.year().month().day())
        : say(fr: "expirée", en: "expired")
    return [key.id, key.tenant, key.name, key.scopes.sorted().joined(separator: ","), state]
      .joined(separator: "  ") + "\n"
  }
}

/// `camin key revoke`
struct KeyRevokeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "revoke", abstract: say(fr: "Révoquer une clé.", en: "Revoke a key."))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "La partie publique de la clé, que montre « list ».",
        en: "Public part of the key, as “list” shows it."),
      valueName: "id"))
  var id: String

  @OptionGroup var store: ServerStoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let path = try store.path()
    let wasThere = try storing { () throws(StoreError) in
      // Opened for reading first: revoking makes no new file.
      _ = try ServerFile.open(path, access: .reading)
      return try ServerFile.open(path).revoke(key: id, at: Date())
    }
    guard wasThere else {
      throw Failure(
        .badData,
        [
          Fault(
            code: "unknown-key", place: FaultPlace(file: path), field: "id", value: id,
            cause: Bilingual(
              fr: "Il n’y a pas de clé valable de ce nom.",
              en: "There is no valid key of that name."),
            remedy: Bilingual(
              fr: "Voir « camin key list ».", en: "See “camin key list”."))
        ])
    }
    if output.json { return try JSONOutput.write(["revoked": id]) }
    guard !output.quiet else { return }
    try Console.write(say(fr: "Révoquée : \(id)\n", en: "Revoked: \(id)\n"))
  }
}
