internal import Desk
internal import Interchange

/// Schemas of offers to carry somebody.
enum OfferSchemas {
  private typealias Base = APISchemas

  private static let kind: JSONItem = [
    "type": "string", "enum": .array(OfferItem.Kind.allCases.map { .string($0.rawValue) }),
  ]
  private static let words = Base.to("Bilingual")

  static var offers: JSONItem {
    Base.object(
      [
        "offers": Base.list(Base.to("Offer")), "refusals": Base.list(refusal), "note": words,
      ], required: ["offers", "refusals", "note"],
      about: """
        What can still be booked before what cannot; scheduled transport within the territory's margins first; then by \
        time from door to door, then by price. As `camin offers --json` tells it, texts in both languages.
        """)
  }

  static var offer: JSONItem {
    Base.object(
      [
        "kind": kind, "title": words,
        "departure": Base.moment, "arrival": Base.moment, "duration_seconds": Base.count,
        "changes": Base.count, "walk_metres": Base.count,
        "price": ["type": "number", "description": "Euros that the rider pays."],
        "price_note": words,
        "deadline": [
          "type": "string",
          "description": "The last moment to book it, by the territory's clock, without offset.",
        ],
        "is_open": ["type": "boolean", "description": "It can still be booked."],
        "wheelchair": ["type": "string", "enum": ["possible", "impossible", "unknown"]],
        "how_to_book": words, "steps": Base.list(words),
        "journey": [
          "type": "object", "additionalProperties": true,
          "description": "Legs of a published service, as `camin journey --json` tells them.",
        ],
      ],
      required: [
        "kind", "title", "departure", "arrival", "duration_seconds", "changes", "walk_metres",
        "is_open", "wheelchair", "how_to_book", "steps",
      ])
  }

  private static var refusal: JSONItem {
    Base.object(
      ["kind": kind, "title": words, "reasons": Base.list(words)],
      required: ["kind", "title", "reasons"], about: "Who cannot carry, and why.")
  }
}
