internal import Desk
internal import Foundation
internal import Planning

/// Turns pages into PDF with a program that the machine has: Chromium without a window, or else WeasyPrint.
///
/// Neither is needed for anything else. The pages fetch nothing, and Chromium is told to find no host, so that nothing
/// about anybody leaves the machine on the way.
struct PdfPrinter {
  private enum Kind { case chromium, weasyprint }

  private static let programs: [(name: String, kind: Kind)] = [
    ("chromium", .chromium), ("chromium-browser", .chromium), ("google-chrome", .chromium),
    ("google-chrome-stable", .chromium), ("weasyprint", .weasyprint),
  ]
  /// Seconds that one document may take.
  private static let longest = 120.0

  private let program: URL
  private let kind: Kind

  /// Name of the program, for people.
  var name: String { program.lastPathComponent }

  /// The first of the programs that stands in a folder of `PATH`.
  ///
  /// - Throws: `Failure` that says what to install.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(Failure) {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for (name, kind) in Self.programs {
      for folder in folders {
        let path = folder + "/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else { continue }
        program = URL(filePath: path)
        self.kind = kind
        return
      }
    }
    throw Failure(.unavailable, [.noPdfProgram])
  }

  /// One PDF a page.
  ///
  /// Pages lie on the disk meanwhile, in a folder that only this user can read, and are removed whatever happens.
  ///
  /// - Parameters:
  ///   - isStopped: asked between two pages.
  ///   - progress: told how many of them are done.
  func print(
    _ pages: [String], isStopped: () -> Bool, progress: (Int) -> Void
  ) throws(Failure) -> [[UInt8]] {
    let folder = try PrintFolder()
    defer { folder.remove() }
    var documents: [[UInt8]] = []
    for (number, page) in pages.enumerated() {
      guard !isStopped() else { throw Failure(.interrupted, []) }
      progress(number)
      documents.append(try print(page, in: folder))
    }
    progress(pages.count)
    return documents
  }

  private func print(_ page: String, in folder: PrintFolder) throws(Failure) -> [UInt8] {
    let (source, target) = (folder.path("page.html"), folder.path("page.pdf"))
    do {
      try? FileManager.default.removeItem(at: target)
      try Data(page.utf8).write(to: source)
      let process = Process()
      process.executableURL = program
      process.arguments = arguments(source, target, profile: folder.path("profile"))
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let end = Date(timeIntervalSinceNow: Self.longest)
      while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
      let bytes = [UInt8](try Data(contentsOf: target))
      guard process.terminationStatus == 0, bytes.starts(with: "%PDF-".utf8) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return bytes
    } catch {
      throw Failure(.unavailable, [.notPrinted(program.path)])
    }
  }

  private func arguments(_ source: URL, _ target: URL, profile: URL) -> [String] {
    guard kind == .chromium else { return ["--quiet", source.path, target.path] }
    // Root, as in a container, has no sandbox; the page runs no script of anybody's.
    return (geteuid() == 0 ? ["--no-sandbox"] : []) + [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-default-apps", "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=" + profile.path, "--print-to-pdf=" + target.path, source.absoluteString,
    ]
  }
}

/// A folder of one's own among the machine's temporary ones, readable by this user alone.
private struct PrintFolder {
  private let url: URL

  init() throws(Failure) {
    url = FileManager.default.temporaryDirectory.appending(path: "camin-print-" + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(.inputOutput, [.notWritten(url.path, errno)])
    }
  }

  func path(_ name: String) -> URL { url.appending(path: name) }

  func remove() { try? FileManager.default.removeItem(at: url) }
}

extension Fault {
  fileprivate static let noPdfProgram = Fault(
    code: "no-pdf-program", place: FaultPlace(file: "camin"), field: "--pdf", value: "",
    cause: Bilingual(
      fr: "Cette machine n’a pas de programme qui fasse des PDF.",
      en: "This machine has no program that makes PDF."),
    remedy: Bilingual(
      fr: "Installez Chromium (sous Debian : apt install chromium) ou WeasyPrint (apt install "
        + "weasyprint), ou imprimez les pages HTML depuis un navigateur, sans --pdf.",
      en:
        "Install Chromium (on Debian: apt install chromium) or WeasyPrint (apt install weasyprint), "
        + "or print the HTML pages from a browser, without --pdf."))

  fileprivate static func notPrinted(_ program: String) -> Fault {
    Fault(
      code: "not-printed", place: FaultPlace(file: program), field: "--pdf", value: "",
      cause: Bilingual(
        fr: "Ce programme n’a pas rendu de PDF ; rien n’a été écrit.",
        en: "This program gave no PDF; nothing was written."),
      remedy: Bilingual(
        fr: "Essayez-le seul, ou recommencez sans --pdf.",
        en: "Try it by itself, or start again without --pdf."))
  }
}
