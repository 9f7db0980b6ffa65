import Planning

extension FigureTitles {
  /// Properties of a need.
  static let needs: [String: Bilingual] = [
    "pickup": Bilingual(fr: "temps à la prise en charge", en: "time at pick-up"),
    "setdown": Bilingual(fr: "temps à la dépose", en: "time at set-down"),
    "consent": Bilingual(fr: "accord du conducteur exigé", en: "driver must have agreed"),
    "door": Bilingual(fr: "pris à la porte", en: "met at the door"),
    "seat": Bilingual(fr: "sièges", en: "seats"),
    "wheelchair": Bilingual(fr: "places de fauteuil roulant", en: "wheelchair places"),
    "folded": Bilingual(
      fr: "fauteuil plié ou déambulateur dans le coffre",
      en: "folded wheelchair or frame in the boot"),
    "child_seat": Bilingual(fr: "sièges enfant", en: "child seats"),
    "animal": Bilingual(fr: "place pour un animal", en: "room for an animal"),
  ]
}
