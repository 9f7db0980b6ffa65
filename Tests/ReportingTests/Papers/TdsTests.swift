import Foundation
import FoundationXML
import Planning
import Reporting
import Testing

/// R60: the day in the words of the Transactional Data Specification.
@Suite struct TdsTests {
  /// Elements of a telegram in the order that the published schema asks for; those in capitals it demands.
  private static let order: [String: String] = [
    "tripRequest": """
    tripRequestId TELEGRAMTYPE TIMESTAMP PICKUPADDRESS DROPOFFADDRESS pickupTime appointmentTime \
    dropoffTime pickupWindowStartTime pickupWindowEndTime detoursPermissible \
    negotiatedPickupTime hardConstraintOnPickupTime hardConstraintOnDropoffTime
    """,
    "tripRequestResponse": """
    tripRequestId TELEGRAMTYPE TIMESTAMP TRIPAVAILABLE scheduledPickupTime scheduledPickupPoint \
    scheduledDropoffPoint transferPoint tripRejectionReason
    """,
    "tripTask": """
    tripRequestId TELEGRAMTYPE TIMESTAMP TRIPTASKID CUSTOMERPICKUPLOCINVEHPERFORMANCESEQUENCE \
    PICKUPNODEADDRESS PICKUPNODESCHEDULEDTIME detailedPickupLocationDescription \
    CUSTOMERDROPOFFLOCINVEHPERFORMANCESEQUENCE DROPOFFNODEADDRESS DROPOFFNODESCHEDULEDTIME \
    detailedDropoffLocationDescription customerMobilePhone CUSTOMERNAME numOtherReservedPassengers
    """,
  ]

  /// A telegram: its name, its attributes, its children.
  private struct Telegram {
    let name: String
    let attributes: [String: String]
    let children: [Child]

    struct Child {
      let name: String
      let attributes: [String: String]
      let text: String
    }

    func child(_ name: String) -> Child? { children.first { $0.name == name } }
  }

  private func telegrams(_ file: String, _ set: PaperSet = SmallPapers.make()) throws -> [Telegram]
  {
    try telegrams(in: #require(SmallPapers.text(file, of: set)))
  }

  private func telegrams(in text: String) throws -> [Telegram] {
    let document = try XMLDocument(xmlString: text)
    func attributes(_ node: XMLElement) -> [String: String] {
      Dictionary(
        (node.attributes ?? []).map { ($0.name ?? "", $0.stringValue ?? "") },
        uniquingKeysWith: { first, _ in first })
    }
    func elements(_ node: XMLElement?) -> [XMLElement] {
      (node?.children ?? []).compactMap { $0 as? XMLElement }
    }
    return elements(document.rootElement()).map { node in
      Telegram(
        name: node.name ?? "", attributes: attributes(node),
        children: elements(node).map {
          Telegram.Child(
            name: $0.name ?? "", attributes: attributes($0), text: $0.stringValue ?? "")
        })
    }
  }

  @Test(arguments: ["tds/1A-trip-requests.xml", "tds/1B-responses.xml", "tds/3A-trip-tasks.xml"])
  func elementsStandAsTheSchemaAsks(_ file: String) throws {
    let all = try telegrams(file)
    #expect(all.count >= 3)
    try compareWithSchema(all)
  }

  private func compareWithSchema(_ all: [Telegram]) throws {
    for telegram in all {
      let words = try #require(Self.order[telegram.name]).split(separator: " ")
      let names = telegram.children.map { $0.name.lowercased() }
      let places = try names.map { name in
        try #require(
          words.firstIndex { $0.lowercased() == name }, "\(name) in \(telegram.name)")
      }
      #expect(places == places.sorted() && Set(places).count == places.count, "\(names)")
      let demanded = words.filter { $0.uppercased() == $0 }.map { $0.lowercased() }
      #expect(demanded.allSatisfy(names.contains), "\(telegram.name): \(names)")
    }
  }

  @Test func saysWhatWasAskedAndAnswered() throws {
    let asked = try telegrams("tds/1A-trip-requests.xml")
    #expect(asked.map { $0.child("tripRequestId")?.text } == ["b1-1", "b1-2", "b2-1", "b3-1"])
    let first = asked[0]
    #expect(first.attributes["specialAttributes"] == "W")
    #expect(first.child("appointmentTime")?.attributes["time"] == "2026-11-25T09:00:00+01:00")
    #expect(first.child("negotiatedPickupTime")?.attributes["time"] == "2026-11-25T08:15:00+01:00")
    #expect(first.child("hardConstraintOnDropoffTime")?.text == "true")
    #expect(asked[2].attributes["specialAttributes"] == "A")
    let answers = try telegrams("tds/1B-responses.xml")
    #expect(answers.map { $0.child("tripAvailable")?.text } == ["true", "true", "true", "false"])
    #expect(answers[3].child("tripRejectionReason")?.text == "INVALID_SERVICE_HOURS")
    #expect(answers[0].attributes["transportServices"] == "volunteer")
  }

  @Test func saysWhatDriversAreToDo() throws {
    let set = SmallPapers.make(prices: RidePrices(cents: ["b1-1": 410]))
    let tasks = try telegrams("tds/3A-trip-tasks.xml", set)
    #expect(
      tasks.map { $0.child("tripTaskId")?.text } == ["v07#1/b1-1", "tad-1#1/b1-2", "tad-1#1/b2-1"])
    let first = tasks[0]
    #expect(first.child("customerPickupLocInVehPerformanceSequence")?.text == "1")
    #expect(first.child("customerDropoffLocInVehPerformanceSequence")?.text == "2")
    #expect(first.child("pickupNodeScheduledTime")?.attributes["dwellTime"] == "300")
    #expect(first.child("customerName")?.text == "R1" && first.attributes["fareAmount"] == "4.10")
    #expect(first.child("numOtherReservedPassengers")?.text == "1")
    let last = tasks[2].child("dropoffNodeScheduledTime")?.attributes["time"]
    #expect(last == "2026-11-26T00:10:00+01:00")
  }

  @Test("R61: what was done is told with planned and noted times; what was not is no completion")
  func completions() throws {
    let rules = try RuleBook(for: SmallDay.scenario)
    let travel = FallbackTravel(rules).matrix(of: SmallDay.scenario.places)
    let day = try Day(SmallDay.scenario, rules: rules, travel: travel)
    let place = FaultPlace(file: "actuals.csv")
    let rows = [
      Actual(
        run: "v07#1", leg: "b1-1", status: .done, pickup: ClockTime(hour: 8, minute: 17),
        setdown: ClockTime(hour: 8, minute: 55)),
      Actual(run: "tad-1#1", leg: "b1-2", status: .done),
      Actual(run: "tad-1#1", leg: "b2-1", status: .noShow),
    ].map { PlacedActual($0, at: place) }
    let actuals = try DayActuals(rows, plan: SmallDay.plan, day: day)
    let file = SmallPapers.make(prices: RidePrices(cents: ["b1-1": 410])).completions(of: actuals)
    #expect(file.name == "tds/4A-completions.xml" && !file.text.contains("Quercynol"))
    let all = try telegrams(in: file.text)
    try compareWithSchema(all)
    #expect(Set(all.map { $0.child("tripRequestId")?.text }) == ["b1-1", "b1-2"])
    let noted = try #require(all.first { $0.child("tripRequestId")?.text == "b1-1" })
    #expect(noted.child("pickupTime")?.attributes["time"] == "2026-11-25T08:17:00+01:00")
    #expect(noted.child("scheduledPickupTime")?.attributes["time"] == "2026-11-25T08:15:00+01:00")
    #expect(noted.child("performedDropoffTime")?.attributes["time"] == "2026-11-25T08:55:00+01:00")
    #expect(noted.child("cost")?.text == "7.68" && noted.attributes["fareAmount"] == "4.10")
    let unnoted = try #require(all.first { $0.child("tripRequestId")?.text == "b1-2" })
    #expect(unnoted.child("performedPickupTime") == nil)
    #expect(unnoted.child("pickupTime")?.attributes["time"] == "2026-11-25T11:40:00+01:00")
    // The no-show left the run to one rider, who bears all of it.
    #expect(unnoted.child("cost")?.text == "61.50")
  }

  @Test func everyReasonHasAWordOfTheSpecification() throws {
    let words: Set = [
      "NOT_IN_SERVICE_AREA", "INVALID_SERVICE_HOURS", "INVALID_USER", "INVALID_PICKUP_ADDRESS",
      "INVALID_DROPOFF_ADDRESS", "NO_VEHICLES_AVAILABLE", "UNABLE_TO_SERVICE_TRIP", "BAD_WEATHER",
      "WRONG_SERVICE_LEVEL", "OTHER",
    ]
    for code in ReasonCode.allCases {
      let plan = SmallDay.plan { $0.unserved[0].reasons[0].code = code }
      let answers = try telegrams("tds/1B-responses.xml", SmallPapers.make(plan: plan))
      let word = answers[3].child("tripRejectionReason")?.text ?? ""
      #expect(words.contains(word), "\(code) is \(word)")
    }
  }

  @Test("R65: homes are rounded in what goes to other systems")
  func roundsHomes() throws {
    let text = try #require(SmallPapers.text("tds/1A-trip-requests.xml"))
    #expect(text.contains("44.523") && !text.contains("44.5234"))
    #expect(text.contains("&lt;script&gt;") && !text.contains("<script"))
  }
}
