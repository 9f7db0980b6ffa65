import Planning

/// What the marks of the map mean, and what its lines are worth.
struct MapLegend: Sendable {
  let index: PlanIndex
  let formats: Formats
  let paths: [MapPath]

  var markup: Markup {
    tag("figcaption") {
      tag("ul", ["class": "legend"]) { marks }
      tag("p") {
        lines
          + formats.say(
            fr: " Les domiciles sont arrondis à une centaine de mètres.",
            en: " Homes are rounded to about a hundred metres.")
      }
    }
  }

  private var pieces: [MapPiece] { paths.flatMap(\.pieces) }
  private var hasStraight: Bool { pieces.contains(where: \.isStraight) }
  private var hasRoads: Bool { pieces.contains { !$0.isStraight } }

  private var lines: String {
    let roads = formats.say(
      fr: "Les lignes suivent la route la plus rapide, entre les points montrés.",
      en: "Lines follow the fastest road between the points shown.")
    guard hasStraight else { return roads }
    let straight = formats.say(
      fr: "Les lignes pointillées sont approximatives : elles vont tout droit d’un arrêt à l’autre "
        + "et ne suivent pas les routes.",
      en: "Dashed lines are approximate: they go straight from stop to stop and do not follow the "
        + "roads.")
    return hasRoads ? roads + " " + straight : straight
  }

  @MarkupBuilder private var marks: Markup {
    for mode in Mode.allCases where index.runs.contains(where: { $0.run.mode == mode }) {
      tag("li") {
        RunList.swatch(mode)
        mode.shortTitle[formats.language]
      }
    }
    tag("li") {
      swatch { tag("path", ["class": "empty", "d": "M1 4H33"]) }
      formats.say(fr: "à vide (trait fin)", en: "empty (thin line)")
    }
    if hasStraight {
      tag("li") {
        swatch { tag("path", ["class": "loaded straight", "d": "M1 4H33"]) }
        formats.say(fr: "tracé approximatif, en ligne droite", en: "approximate, straight line")
      }
    }
    tag("li") {
      swatch {
        tag("path", ["class": "base", "d": MapMark.base, "transform": "translate(17 4)"])
      }
      formats.say(fr: "départ", en: "start")
    }
    if !index.plan.outside.isEmpty {
      tag("li", ["class": "outside"]) {
        swatch {
          tag("path", ["class": "way", "d": "M1 4H33"])
          tag("path", ["class": "mark", "d": MapMark.outside, "transform": "translate(8 4)"])
        }
        formats.say(fr: "confié à l’extérieur", en: "given away outside")
      }
    }
    if !index.plan.unserved.isEmpty {
      tag("li", ["class": "unserved"]) {
        swatch {
          tag("path", ["class": "way", "d": "M8 4H33"])
          tag("path", ["class": "cross", "d": "M1 1L7 7M1 7L7 1"])
        }
        formats.say(fr: "non servi", en: "not served")
      }
    }
  }

  private func swatch(@MarkupBuilder content: () -> Markup) -> Markup {
    tag("svg", ["class": "swatch", "viewBox": "0 0 34 8", "aria-hidden": "true"], content: content)
  }
}
