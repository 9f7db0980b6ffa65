import Planning
import Reporting
import Testing

/// R12: feeder trips in what coordinators, drivers and riders read.
@Suite("Trains that rides lead to") struct ConnectionWordsTests {
  private static let station = Place(
    id: "gare-essai", name: "Gare d’Essai", latitude: 44.5, longitude: 1.5, kind: "station")

  private static func connection(_ leg: String, _ order: Connection.Order) -> Connection {
    Connection(
      leg: leg, order: order, stop: station, time: SmallDay.at(9, 10), board: SmallDay.at(9, 12),
      farTime: SmallDay.at(10, 5), margin: 600, wait: 1200, price: 4.5,
      line: Bilingual(fr: "train 12", en: "train 12"),
      text: Bilingual(
        fr: "À 9 h 12, train 12, de Essai à Ville, arrivée à 10 h 05.",
        en: "At 09:12, train 12, from Essai to Ville, arriving at 10:05."))
  }

  /// The volunteer's rider goes on by train; the TAD's first rider comes by one.
  private var plan: Plan {
    SmallDay.plan {
      $0.connections = [
        Self.connection("b1-1", .rideFirst), Self.connection("b1-2", .rideLast),
      ]
      for run in $0.runs.indices {
        for stop in $0.runs[run].stops.indices
        where $0.runs[run].stops[stop].booking == "b1" {
          if $0.runs[run].stops[stop].place == "hospital" {
            $0.runs[run].stops[stop].place = Self.station.id
          }
        }
      }
    }
  }

  private func page(_ language: Language) throws -> String {
    let report = PlanReport(plan: plan, scenario: SmallDay.scenario, language: language)
    return try #require(XmlReading(report.page)).text.replacing("\u{A0}", with: " ")
  }

  @Test("R12: the run sheet says by when, and for which train")
  func toDrivers() throws {
    let french = try page(.french)
    #expect(french.contains("À déposer avant 09:00 : train 12 de 09:12"))
    #expect(
      french.contains("Descend du train 12 de 09:12 ; s’il a du retard, attendre et prévenir"))
    #expect(!french.contains("Attendu à 09:10"))
    let english = try page(.english)
    #expect(english.contains("To be set down by 09:00: train 12 at 09:12"))
  }

  @Test("R12: the call list tells the train and the ticket")
  func toRiders() throws {
    let french = try page(.french)
    #expect(french.contains("Ensuite : À 9 h 12, train 12, de Essai à Ville"))
    #expect(french.contains("Auparavant : À 9 h 12, train 12"))
    #expect(french.contains("Billet à prendre par le voyageur : 4,50 €"))
    #expect(french.contains("Gare d’Essai"))
    #expect(try page(.english).contains("The rider buys the ticket: €4.50"))
  }

  @Test("R12: the message tells ride and train in one line")
  func messages() throws {
    let text = try #require(
      SmallPapers.text("messages/riders/R1.txt", of: SmallPapers.make(plan: plan)))
    #expect(text.contains("puis train 12 à 09:12, arrivée 10:05"))
    #expect(text.contains("Gare d'Essai"))
  }

  @Test func summary() {
    let report = PlanReport(plan: plan, scenario: SmallDay.scenario, language: .french)
    #expect(report.summary.contains("Rabattements"))
  }
}
