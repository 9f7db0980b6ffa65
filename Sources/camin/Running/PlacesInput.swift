internal import Desk
internal import Interchange
internal import Planning
internal import TravelTimes

/// Places to compute times between: those of a scenario, or of a table.
struct PlacesInput {
  let places: [Place]
  /// Of the scenario; for a table, the shipped ones in force last.
  let rules: RuleBook
  /// Added to every trip: what the scenario's rules say, nothing for a table.
  let terminalTime: Double

  init(_ path: String) throws(Failure) {
    let isDay = try DaySource.isDay(path)
    let scenario = try isDay ? DaySource(path).scenario(lookingForRoads: false).scenario : nil
    do throws(Faults) {
      guard let scenario else {
        places = try Self.table(path)
        rules = try ShippedRules.latest()
        terminalTime = 0
        return
      }
      places = scenario.places
      rules = try RuleBook(for: scenario)
      terminalTime = RoadTravel.access(rules).terminalTime
    } catch {
      throw Failure(reading: error)
    }
  }

  var onRoad: [RoadPlace] { places.map(\.onRoad) }

  private static func table(_ path: String) throws(Faults) -> [Place] {
    do throws(RoadError) {
      return try CsvPlaces.places(RoadFile.bytes(path), named: path).map {
        Place(
          id: $0.name, name: $0.title, latitude: $0.at.latitude, longitude: $0.at.longitude)
      }
    } catch {
      throw Faults(error.faults)
    }
  }
}
