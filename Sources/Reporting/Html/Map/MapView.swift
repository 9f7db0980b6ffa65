import Planning

/// The runs on a map drawn from the plan's own coordinates: no tiles, no network.
struct MapView: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    tag("section", ["id": "map", "aria-labelledby": "map-title"]) {
      tag("h2", ["id": "map-title"]) { formats.say(fr: "Carte", en: "Map") }
      tag("div", ["class": "map-layout"]) {
        if let projection = MapProjection(positions) {
          figure(projection)
        } else {
          tag("p", ["class": "empty"]) {
            formats.say(fr: "Aucun lieu à montrer.", en: "No place to show.")
          }
        }
        RunList(index: index, formats: formats).markup
      }
    }
  }

  /// Every place that a run or a leg without one touches, and the roads between.
  private var positions: [Position] {
    let unserved = index.plan.unserved.flatMap(\.legs).compactMap { index.legs[$0]?.leg }
    let places = index.runs.flatMap(\.itinerary) + unserved.flatMap { [$0.from, $0.to] }
    let outside = index.plan.outside.compactMap { index.ends(ofLeg: $0.leg) }
    let driven = index.runs.flatMap(\.run.drives).compactMap(index.ends) + outside
    let roads = index.roads.map { driven.flatMap($0.points) }
    return places.compactMap(index.position) + outside.flatMap { [$0.from, $0.to] } + (roads ?? [])
  }

  private func figure(_ projection: MapProjection) -> Markup {
    let paths = index.runs.map { MapPath($0.run, index, projection) }
    return tag("figure", ["class": "map"]) {
      tag("div", ["class": "map-frame"]) {
        drawing(projection, paths)
        controls
        scaleBar(projection)
        attribution
      }
      MapLegend(index: index, formats: formats, paths: paths).markup
    }
  }

  /// Whose roads are drawn, on the map itself as the licences of road data ask.
  private var attribution: Markup {
    guard let roads = index.roads, !roads.attribution.isEmpty else { return .nothing }
    return tag("p", ["class": "attribution"]) {
      formats.say(fr: "Routes : ", en: "Roads: ") + roads.attribution
    }
  }

  private func drawing(_ projection: MapProjection, _ paths: [MapPath]) -> Markup {
    let label = formats.say(
      fr: "Carte des tournées. Flèches pour se déplacer, plus et moins pour agrandir ou réduire.",
      en: "Map of the runs. Arrow keys to move, plus and minus to zoom.")
    return tag(
      "svg",
      [
        "class": "at1", "viewBox": "0 0 1000 " + MapPoint.number(projection.height),
        "tabindex": "0",
        "role": "group", "aria-label": label,
      ]
    ) {
      tag("g") {
        for item in index.plan.unserved { unserved(item, projection) }
        for ride in index.plan.outside { outside(ride, projection) }
        for (record, path) in zip(index.runs, paths) { run(record, path, projection) }
      }
      tag("g", ["class": "labels", "aria-hidden": "true"]) {
        for item in MapLabel.all(in: index, projection) { name(item) }
      }
    }
  }

  private func name(_ label: MapLabel) -> Markup {
    tag("g", ["transform": "translate(\(label.point.text))", "class": "label z\(label.level)"]) {
      tag("text", ["class": "fix", "dy": "-9", "text-anchor": label.anchor]) { label.name }
    }
  }

  private func unserved(_ item: UnservedBooking, _ projection: MapProjection) -> Markup {
    .joined(
      item.legs.compactMap { id in
        guard let leg = index.legs[id]?.leg, let from = index.position(leg.from),
          let to = index.position(leg.to)
        else { return nil }
        let start = projection.point(from)
        guard let piece = MapPiece(from: start, to: projection.point(to)) else { return nil }
        let tip =
          formats.say(fr: "Non servi : ", en: "Not served: ") + item.rider + " · "
          + index.wish(ofLeg: id, formats)
        return tag("g", ["class": "unserved", "data-rider": item.rider, "data-tip": tip]) {
          tag("path", ["class": "hit", "d": piece.data])
          tag("path", ["class": "way", "d": piece.data])
          tag("g", ["transform": "translate(\(start.text))"]) {
            tag("path", ["class": "fix cross", "d": "M-4-4L4 4M-4 4L4-4"])
          }
        }
      })
  }

  /// A leg that somebody outside the scheme drives: whence he comes and whither he goes afterwards is not known.
  private func outside(_ ride: OutsideRide, _ projection: MapProjection) -> Markup {
    guard let ends = index.ends(ofLeg: ride.leg),
      let piece = MapPiece(ends, index.roads, projection)
    else { return .nothing }
    let tip = [
      index.fallbackTitle(ride.fallback), ride.rider, index.wish(ofLeg: ride.leg, formats),
      formats.euros(ride.price),
    ].joined(separator: " · ")
    return tag(
      "g",
      [
        "class": "outside", "data-outside": ride.fallback, "data-rider": ride.rider,
        "data-tip": tip,
      ]
    ) {
      tag("path", ["class": "hit", "d": piece.data])
      tag("path", ["class": "way", "d": piece.data])
      if piece.length > 26 { arrow(piece) }
      tag("g", ["transform": "translate(\(projection.point(ends.from).text))"]) {
        tag("path", ["class": "fix mark", "d": MapMark.outside])
      }
    }
  }

  private func run(_ record: RunRecord, _ path: MapPath, _ projection: MapProjection) -> Markup {
    tag(
      "g",
      [
        "class": "run \(record.run.mode.rawValue)", "data-run": "\(record.number)",
        "style": "--run:\(record.color)", "data-tip": RunList.line(record, index, formats),
      ]
    ) {
      lines(path.empty, record.number, isLoaded: false)
      lines(path.loaded, record.number, isLoaded: true)
      for piece in path.pieces where piece.length > 26 { arrow(piece) }
      if let base = index.position(record.run.start).map(projection.point) {
        tag("g", ["transform": "translate(\(base.text))"]) {
          tag("path", ["class": "fix base", "d": MapMark.base])
        }
      }
      for pin in pins(of: record) { marker(pin, record.run.mode, projection) }
      vehicle(record, path)
    }
  }

  /// The script moves it along the run's lines as the day goes by.
  private func vehicle(_ record: RunRecord, _ path: MapPath) -> Markup {
    guard !path.drives.isEmpty else { return .nothing }
    return tag(
      "g",
      [
        "class": "vehicle", "aria-hidden": "true",
        "data-track": RunTrack(path, number: record.number).text,
      ]
    ) {
      tag("g", ["class": "fix"]) {
        tag("path", ["d": MapMark.vehicle])
        tag("text", ["x": "10", "y": "4"]) { record.run.resource }
      }
    }
  }

  private func lines(_ pieces: [MapPiece], _ number: Int, isLoaded: Bool) -> Markup {
    let style = isLoaded ? "loaded" : "empty"
    return .joined(
      [false, true].map { isStraight in
        line(
          pieces.filter { $0.isStraight == isStraight },
          MapPath.line(number, isLoaded: isLoaded, isStraight: isStraight),
          isStraight ? style + " straight" : style)
      })
  }

  /// A line is stated once and used thrice: as a rim that parts it from what lies below, as the line itself, and as
  /// what a pointer hits.
  private func line(_ pieces: [MapPiece], _ id: String, _ style: String) -> Markup {
    guard !pieces.isEmpty else { return .nothing }
    return .joined([
      tag("defs") {
        // An attribute, since styles of what surrounds it do not reach a line that is used elsewhere.
        tag(
          "path",
          ["id": id, "vector-effect": "non-scaling-stroke", "d": MapPath.data(pieces)])
      },
      tag("use", ["href": "#" + id, "class": "rim"]),
      tag("use", ["href": "#" + id, "class": style]),
      tag("use", ["href": "#" + id, "class": "hit"]),
    ])
  }

  private func arrow(_ piece: MapPiece) -> Markup {
    tag("g", ["transform": "translate(\(piece.middle.text)) rotate(\(piece.heading))"]) {
      tag("path", ["class": "fix arrow", "d": "M-4-3.6L5 0L-4 3.6z"])
    }
  }

  /// A place where the run stops, with the numbers of its stops there.
  private struct Pin {
    let position: Position
    var orders: [Int]
  }

  private func pins(of record: RunRecord) -> [Pin] {
    var pins: [Pin] = []
    for (order, stop) in record.run.stops.enumerated() {
      guard let position = index.position(stop.place) else { continue }
      if let known = pins.firstIndex(where: { $0.position == position }) {
        pins[known].orders.append(order + 1)
      } else {
        pins.append(Pin(position: position, orders: [order + 1]))
      }
    }
    return pins
  }

  private func marker(_ pin: Pin, _ mode: Mode, _ projection: MapProjection) -> Markup {
    let many = pin.orders.count > 3
    let numbers = (many ? Array(pin.orders.prefix(2)) : pin.orders).map { "\($0)" }
    return tag("g", ["transform": "translate(\(projection.point(pin.position).text))"]) {
      tag("g", ["class": "fix stop"]) {
        tag("path", ["d": MapMark.stop(mode)])
        tag("text", ["x": "8", "y": "4"]) { numbers.joined(separator: ", ") + (many ? "…" : "") }
      }
    }
  }

  private var controls: Markup {
    tag("div", ["class": "map-controls needs-script"]) {
      control("in", "+", formats.say(fr: "Agrandir", en: "Zoom in"))
      control("out", "−", formats.say(fr: "Réduire", en: "Zoom out"))
      control(
        "reset", formats.say(fr: "Tout", en: "All"), formats.say(fr: "Tout voir", en: "Show all"))
    }
  }

  private func control(_ action: String, _ sign: String, _ label: String) -> Markup {
    tag("button", ["type": "button", "data-map": action, "aria-label": label]) { sign }
  }

  /// A round length that fills at most a sixth of the width; the script adapts it to the zoom.
  private func scaleBar(_ projection: MapProjection) -> Markup {
    let most = projection.metresPerUnit * MapProjection.width / 6
    let lengths = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]
    let length = lengths.last { Double($0) <= most } ?? 100
    let share = Double(length) / projection.metresPerUnit / MapProjection.width * 100
    let perUnit = Formats(.english).number(projection.metresPerUnit, decimals: 2, grouped: false)
    return tag(
      "div",
      [
        "class": "scale", "data-metres": perUnit,
        "style": "width:" + Formats(.english).number(share, decimals: 2, grouped: false) + "%",
      ]
    ) {
      length < 1000
        ? "\(length)" + Formats.noBreak + "m" : "\(length / 1000)" + Formats.noBreak + "km"
    }
  }
}
