internal import Planning

/// Takes over from a sheet the fields that it speaks of, and notes which of them change.
struct FieldComparison {
  let map: ColumnMap
  /// Fields that the sheet has columns for.
  let mapped: Set<String>
  private let legFields = LegFields.set(.unavailable)
  private let anchorFields = AnchorFields.set

  init(map: ColumnMap, mapped: Set<String>) {
    self.map = map
    self.mapped = mapped
  }

  /// - Parameter prefix: of the record's fields in the map.
  func merge<Record>(
    _ fields: FieldSet<Record>, prefix: String, from new: Record, into record: inout Record,
    _ changes: inout [ImportChange.FieldChange]
  ) {
    for field in fields.fields where mapped.contains(prefix + field.key) {
      let before = record
      field.copy(new, &record)
      guard field.writeJSON(before) != field.writeJSON(record) else { continue }
      changes.append(
        ImportChange.FieldChange(
          field: map.label(prefix + field.key), before: words(field, before),
          after: words(field, record)))
    }
  }

  private func words<Record>(_ field: Field<Record>, _ record: Record) -> Bilingual {
    Bilingual(fr: field.writeCell(record, .french), en: field.writeCell(record, .english))
  }

  /// Takes over the legs of a booking, leg by leg where there are as many as before.
  func merge(
    _ new: [Leg], into legs: inout [Leg], of booking: String,
    _ changes: inout [ImportChange.FieldChange]
  ) {
    guard new.count == legs.count else {
      changes.append(
        ImportChange.FieldChange(
          field: "trajets", before: Bilingual(fr: "\(legs.count)", en: "\(legs.count)"),
          after: Bilingual(fr: "\(new.count)", en: "\(new.count)")))
      legs = new
      return
    }
    for index in legs.indices {
      var draft = LegDraft(legs[index])
      merge(
        legFields, prefix: "leg.", from: LegDraft(new[index]), into: &draft,
        &changes)
      // An id that the sheet leaves open is not taken away.
      let id = draft.id.isEmpty ? legs[index].id : draft.id
      let anchors = (
        legs[index].anchor, anchor(new[index].anchor, keepingSpreadOf: legs[index].anchor)
      )
      if anchors.0 != anchors.1 {
        changes.append(
          ImportChange.FieldChange(
            field: label(of: anchors.1), before: words(anchors.0), after: words(anchors.1)))
      }
      legs[index] = draft.leg(id: id, anchor: anchors.1)
    }
  }

  /// A sheet without a column for it does not say that an end of care is certain.
  private func anchor(_ new: Anchor, keepingSpreadOf old: Anchor) -> Anchor {
    guard case .release(let time, _) = new, case .release(_, let spread) = old,
      !mapped.contains("spread")
    else { return new }
    return .release(time, spread: spread)
  }

  private func label(of anchor: Anchor) -> String {
    AnchorDraft(anchor).parts.first.map { map.label($0.key) } ?? "anchor"
  }

  private func words(_ anchor: Anchor) -> Bilingual {
    let draft = AnchorDraft(anchor)
    let parts = draft.parts.compactMap { part in
      anchorFields.fields.first { $0.key == part.key }.map { ($0.header, part.text) }
    }
    return Bilingual(
      fr: parts.map { "\($0.0.fr) \($0.1)" }.joined(separator: ", "),
      en: parts.map { "\($0.0.en) \($0.1)" }.joined(separator: ", "))
  }
}
