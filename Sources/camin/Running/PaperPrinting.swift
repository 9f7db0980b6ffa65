internal import Dispatch
internal import Interchange
internal import Optimizer
internal import Reporting

/// Prints the pages among some files to PDF, says how far it is, and minds Ctrl-C.
struct PaperPrinting {
  let printer: PdfPrinter
  let output: OutputOptions

  /// `pdf/NAME.pdf` for every page.
  func documents(of files: [ReportFile]) throws -> [OutputFile] {
    let pages = files.filter { $0.name.hasSuffix(".html") }
    let shows = !output.quiet && !output.json
    let signals = StopSignals(stop: SearchStop()) {}
    defer { if shows, Console.canRedraw { Console.complain("\r\u{1B}[K") } }
    let documents = try printer.print(
      pages.map(\.text), isStopped: { signals.isRaised },
      progress: { done in
        guard shows, Console.canRedraw else { return }
        Console.complain("\r\u{1B}[KPDF \(done)/\(pages.count)")
      })
    return zip(pages, documents).map { page, bytes in
      let name = String(page.name.dropLast(".html".count))
      return OutputFile("pdf/\(name).pdf", bytes: bytes)
    }
  }
}
