import Foundation
import FoundationXML
import Testing

/// Looks at every kind of file that people get of a plan.
struct AfternoonPapers {
  let scratch: Scratch
  let folder: String
  let plan: PlanFile

  private func text(_ name: String) throws -> String { try scratch.text(folder + "/" + name) }

  /// - Parameter isPrinted: PDF were made too.
  func expectAll(isPrinted: Bool) throws {
    let drivers = Set(plan.runs.compactMap { $0["resource"] as? String })
    let names = drivers.sorted().map { $0 + ".html" }
    #expect(try scratch.names(folder + "/sheets") == names)
    #expect(try scratch.names(folder + "/calendar") == drivers.sorted().map { $0 + ".ics" })
    try expectSheets(drivers)
    try expectTables()
    try expectMessages()
    try expectMaps()
    if isPrinted { try expectPdf(drivers) }
  }

  private func expectSheets(_ drivers: Set<String>) throws {
    for run in plan.runs {
      let driver = try #require(run["resource"] as? String)
      let sheet = try text("sheets/\(driver).html")
      #expect(sheet.contains("name=\"viewport\"") && !sheet.contains("<script"), "\(driver)")
      #expect(!sheet.contains("http:") && !sheet.contains("https:"), "\(driver) asks for a network")
      for stop in run["stops"] as? [[String: Any]] ?? [] {
        let time = try #require((stop["start"] as? String)?.dropFirst(11).prefix(5))
        #expect(sheet.contains(time), "\(driver) lacks \(time)")
      }
      let calendar = try text("calendar/\(driver).ics")
      #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.hasSuffix("END:VCALENDAR\r\n"))
      #expect(calendar.contains("BEGIN:VEVENT"), "\(driver)")
      #expect(calendar.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 }, "\(driver)")
    }
    for page in ["calls.html", "proposals.html", "summary.html", "transparency.html", "all.html"] {
      #expect(try text(page).contains("</html>"), "\(page)")
    }
  }

  private func expectTables() throws {
    let legs = Set(plan.drivers.keys)
    let runs = try text("runs.csv")
    for leg in legs { #expect(runs.contains(leg), "runs.csv lacks \(leg)") }
    for item in plan.unserved {
      let booking = try #require(item["booking"] as? String)
      #expect(try text("unserved.csv").contains(booking))
    }
    let riders = plan.runs.indices.flatMap { plan.stops($0) }.compactMap { $0["rider"] as? String }
    let calls = try text("calls.csv")
    for rider in riders where !rider.isEmpty { #expect(calls.contains(rider), "\(rider)") }
    #expect(try text("proposals.csv").split(separator: "\r\n").count > 1)
  }

  private func expectMessages() throws {
    for people in ["messages/riders", "messages/drivers"] {
      let messages = try scratch.names(folder + "/" + people)
      #expect(!messages.isEmpty, "\(people)")
      for name in messages {
        let message = try text(people + "/" + name)
        #expect(message.hasPrefix("Bonjour") && !message.contains("<"), "\(name)")
      }
    }
    for name in try scratch.names(folder + "/tds") {
      let parser = XMLParser(data: Data(try text("tds/" + name).utf8))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    }
  }

  private func expectMaps() throws {
    let map = try object(text("plan.geojson"))
    let features = try #require(map["features"] as? [[String: Any]])
    let lines = features.filter {
      ($0["geometry"] as? [String: Any])?["type"] as? String == "LineString"
    }
    #expect(!lines.isEmpty)
    #expect(try text("plan.html").contains("</html>"))
  }

  /// A4, and one page a driver.
  private func expectPdf(_ drivers: Set<String>) throws {
    for driver in drivers {
      let pdf = PdfFile(try scratch.data(folder + "/pdf/sheets/\(driver).pdf"))
      #expect(pdf.pages == 1, "\(driver): \(pdf.pages) pages")
      #expect(pdf.sizes == [[595, 842]], "\(driver): \(pdf.sizes)")
    }
    let all = PdfFile(try scratch.data(folder + "/pdf/all.pdf"))
    #expect(all.pages > drivers.count && all.sizes == [[595, 842]], "\(all)")
  }
}
