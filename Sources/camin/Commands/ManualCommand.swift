internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Planning

/// `camin manual`: man pages and shell completion, made from the commands themselves.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "manual",
      abstract: say(
        fr: "Écrire les pages de manuel et la complétion des commandes.",
        en: "Write man pages and shell completion."),
      discussion: say(
        fr: """
          Écrit une page par commande et la complétion de bash, zsh et fish, dans la langue de --lang, là où ces programmes \
          les cherchent sous un dossier « share » :

            camin manual ~/.local/share
            man -M ~/.local/share/man camin-plan

          Les pages françaises vont dans man/fr/man1, les anglaises dans man/man1 ; pour avoir les deux, lancez la commande \
          deux fois. Les autres fichiers du dossier restent.
          """,
        en: """
          Writes one page a command and completion for bash, zsh and fish, in the language of --lang, where these programs \
          look for them below a folder “share”:

            camin manual ~/.local/share
            man -M ~/.local/share/man camin-plan

          English pages go to man/man1, French ones to man/fr/man1; run it twice to have both. Other files of the folder \
          stay.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Dossier « share », par exemple ~/.local/share ou /usr/local/share.",
        en: "A folder “share”, e.g. ~/.local/share or /usr/local/share."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var folder: String

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Told: Encodable {
    let folder: String
    let files: [String]
  }

  func run() throws {
    let pages = try pages()
    let files = pages + completions
    for file in files { try write(file) }
    if output.json {
      try JSONOutput.write(Told(folder: folder, files: files.map(\.name)))
    } else if !output.quiet {
      try Console.write(
        say(
          fr:
            "\(pages.count) pages de manuel et la complétion de 3 interpréteurs, dans \(folder)\n",
          en: "\(pages.count) man pages and completion for 3 shells, in \(folder)\n"))
    }
  }

  private struct File {
    /// Path below the folder.
    let name: String
    let text: String
  }

  private func pages() throws -> [File] {
    let root = try CommandTree.camin()
    let section = output.language == .french ? "man/fr/man1/" : "man/man1/"
    return root.all.map { command in
      let page = ManualPage(command: command, root: root)
      return File(name: section + page.fileName, text: page.text)
    }
  }

  private var completions: [File] {
    [
      File(
        name: "bash-completion/completions/camin", text: Camin.completionScript(for: .bash)),
      File(name: "zsh/site-functions/_camin", text: Camin.completionScript(for: .zsh)),
      File(
        name: "fish/vendor_completions.d/camin.fish", text: Camin.completionScript(for: .fish)),
    ]
  }

  private func write(_ file: File) throws(Failure) {
    let url = URL(filePath: folder).appending(path: file.name)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotCreate, [.notWritten(url.path, errno)])
    }
    try OutputDocument.write(file.text.hasSuffix("\n") ? file.text : file.text + "\n", to: url.path)
  }
}
