internal import Interchange

/// Schemas of answers to questions about days and plans.
enum AnswerSchemas {
  private typealias Base = APISchemas

  static var validation: JSONItem {
    Base.object(
      [
        "valid": ["type": "boolean", "const": true],
        "counts": ["type": "object", "additionalProperties": Base.count],
        "travel": [
          "type": "string", "enum": ["estimate", "roads"],
          "description": "Where travel times would come from.",
        ],
        "warnings": Base.list(Base.to("Fault")),
      ], required: ["valid", "counts", "travel", "warnings"])
  }

  static var verdict: JSONItem {
    Base.object(
      ["valid": Base.flag, "violations": Base.list(Base.to("Violation"))],
      required: ["valid", "violations"],
      about: "`valid` where every broken rule was decided by the coordinator.")
  }

  static var violation: JSONItem {
    Base.object(
      [
        "rule": Base.string, "figure": Base.string, "run": Base.string,
        "legs": Base.list(Base.string), "riders": Base.list(Base.string), "value": Base.number,
        "limit": Base.number, "unit": Base.string, "source": Base.string, "decided": Base.flag,
        "text": Base.string,
      ], required: ["rule", "run", "legs", "riders", "decided", "text"])
  }

  static var explanation: JSONItem {
    let open: JSONItem = ["type": "object", "additionalProperties": true]
    return Base.object(
      [
        "served": Base.list(open), "outside": Base.list(open), "unserved": Base.list(open),
        "complete": [
          "type": "boolean",
          "description": "`false`: the time ended before every reason was looked into.",
        ],
      ], required: ["served", "outside", "unserved", "complete"],
      about: "As `camin explain --json` tells it, texts in both languages.")
  }

  static var quote: JSONItem {
    let open: JSONItem = ["type": "object", "additionalProperties": true]
    let ride = Base.object(
      [
        "leg": Base.string, "resource": Base.string, "mode": Base.string, "run": Base.string,
        "earliest_pickup": Base.count, "pickup": Base.count, "latest_pickup": Base.count,
        "arrival": Base.count, "metres": Base.count,
      ], required: ["leg", "resource", "mode", "pickup", "arrival"])
    let offer = Base.object(
      [
        "rides": Base.list(ride), "extra_metres": ["type": "integer"], "extra_cost": Base.number,
        "newly_called": Base.list(Base.string), "price_cents": Base.count,
      ], required: ["rides", "extra_metres", "extra_cost", "newly_called"])
    return Base.object(
      ["offers": Base.list(offer), "reasons": Base.list(open)], required: ["offers", "reasons"])
  }

  static var comparison: JSONItem {
    let open: JSONItem = ["type": "object", "additionalProperties": true]
    return Base.object(
      [
        "comparison": open,
        "violations": [
          "type": "object", "additionalProperties": Base.list(Base.to("Violation")),
          "description": "Rules that each plan breaks without anybody having decided so.",
        ],
      ], required: ["comparison", "violations"])
  }
}
