public import Planning

extension Actual.Status {
  /// What became of a leg, in words.
  public var title: Bilingual {
    switch self {
    case .done: Bilingual(fr: "faits", en: "done")
    case .noShow: Bilingual(fr: "passager absent", en: "rider not there")
    case .cancelledOnSpot: Bilingual(fr: "annulés sur place", en: "cancelled on the spot")
    case .lateCancel: Bilingual(fr: "annulés tard", en: "cancelled late")
    case .refusedAtDoor: Bilingual(fr: "refusés à la porte", en: "refused at the door")
    case .unmet: Bilingual(fr: "non assurés", en: "not met")
    }
  }
}

extension DayActuals.Sheet.Basis {
  /// Where the kilometres of a run come from, in words.
  var title: Bilingual {
    switch self {
    case .measured: Bilingual(fr: "relevés", en: "noted")
    case .derived: Bilingual(fr: "du plan", en: "planned")
    case .notDriven: Bilingual(fr: "non faite", en: "not driven")
    case .unreported: Bilingual(fr: "rien de noté", en: "nothing noted")
    }
  }
}
