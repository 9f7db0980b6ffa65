internal import Desk
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
    let signals = StopSignals(stop: SearchStop()) {}
    let documents = try WorkDisplay.during(
      say(fr: "Impression en PDF", en: "Printing to PDF"), output
    ) { display in
      try printer.print(
        pages.map(\.text), isStopped: { signals.isRaised },
        progress: { display.count($0, of: pages.count) })
    }
    return zip(pages, documents).map { page, bytes in
      let name = String(page.name.dropLast(".html".count))
      return OutputFile("pdf/\(name).pdf", bytes: bytes)
    }
  }
}
