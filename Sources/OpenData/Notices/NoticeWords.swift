public import Planning

extension NoticeCode {
  /// What is wrong and what would be right; field and value are told beside.
  public var words: (cause: Bilingual, remedy: Bilingual) {
    fileWords ?? valueWords ?? tableWords ?? flexWords ?? ownWords
  }

  private typealias Words = (cause: Bilingual, remedy: Bilingual)

  private static func words(_ fr: String, _ en: String, _ frRemedy: String, _ enRemedy: String)
    -> Words
  {
    (Bilingual(fr: fr, en: en), Bilingual(fr: frRemedy, en: enRemedy))
  }

  private var fileWords: Words? {
    switch self {
    case .missingRequiredFile:
      Self.words(
        "Un fichier obligatoire manque.", "A required file is missing.",
        "Demandez au producteur un jeu complet.", "Ask the publisher for a complete feed.")
    case .missingRecommendedFile:
      Self.words(
        "Un fichier conseillé manque.", "A recommended file is missing.",
        "Rien d’urgent : signalez-le au producteur.", "Nothing urgent: tell the publisher.")
    case .missingCalendarAndCalendarDateFiles:
      Self.words(
        "Ni calendar.txt ni calendar_dates.txt : on ne sait quels jours circulent les courses.",
        "Neither calendar.txt nor calendar_dates.txt: nobody knows on which days trips run.",
        "Demandez au producteur un jeu complet.", "Ask the publisher for a complete feed.")
    case .emptyFile:
      Self.words(
        "Le fichier est vide.", "The file is empty.", "Retirez-le ou remplissez-le.",
        "Remove it or fill it.")
    case .unknownFile:
      Self.words(
        "Ce fichier n’est pas prévu par la spécification, ou n’est pas dans le dossier du jeu ; il n’est pas lu.",
        "The specification knows no such file, or it is not in the feed’s folder; it is not read.",
        "Rien à faire.", "Nothing to do.")
    case .missingRequiredColumn:
      Self.words(
        "Une colonne obligatoire manque.", "A required column is missing.",
        "Ajoutez la colonne.", "Add the column.")
    case .duplicatedColumn:
      Self.words(
        "La colonne figure deux fois ; la première est lue.",
        "The column stands twice; the first one is read.", "Retirez l’une des deux.",
        "Remove one of them.")
    case .emptyColumnName:
      Self.words(
        "Une colonne n’a pas de nom.", "A column has no name.", "Nommez-la ou retirez-la.",
        "Name it or remove it.")
    case .unknownColumn:
      Self.words(
        "Cette colonne n’est pas de la spécification ; elle n’est pas lue.",
        "The specification knows no such column; it is not read.", "Rien à faire.",
        "Nothing to do.")
    case .csvParsingFailed:
      Self.words(
        "Un guillemet n’est jamais fermé : la fin du fichier est illisible.",
        "A quote is never closed: the rest of the file cannot be read.", "Fermez le guillemet.",
        "Close the quote.")
    case .invalidRowLength:
      Self.words(
        "La ligne n’a pas autant de champs que l’en-tête.",
        "The row has not as many fields as the heading.",
        "Complétez la ligne, ou mettez entre guillemets les textes à virgule.",
        "Complete the row, or quote texts that hold commas.")
    case .invalidCharacter:
      Self.words(
        "Ce texte n’est pas en UTF-8.", "This text is not UTF-8.", "Enregistrez en UTF-8.",
        "Save it as UTF-8.")
    case .newLineInValue:
      Self.words(
        "Un champ contient un saut de ligne ; il est lu tel quel.",
        "A field holds a line break; it is read as it stands.", "Retirez le saut de ligne.",
        "Remove the line break.")
    default: nil
    }
  }

  private var valueWords: Words? {
    switch self {
    case .missingRequiredField:
      Self.words(
        "Un champ obligatoire est vide.", "A required field is empty.", "Remplissez-le.",
        "Fill it in.")
    case .invalidDate:
      Self.words(
        "Ce n’est pas une date.", "This is no date.", "Écrivez AAAAMMJJ, par exemple 20261125.",
        "Write YYYYMMDD, e.g. 20261125.")
    case .invalidTime:
      Self.words(
        "Ce n’est pas une heure.", "This is no time.",
        "Écrivez HH:MM:SS ; au-delà de minuit 25:10:00 est permis.",
        "Write HH:MM:SS; past midnight 25:10:00 is allowed.")
    case .invalidFloat:
      Self.words(
        "Ce n’est pas un nombre.", "This is no number.", "Écrivez par exemple 44.4476.",
        "Write e.g. 44.4476.")
    case .invalidInteger:
      Self.words(
        "Ce n’est pas un nombre entier.", "This is no whole number.", "Écrivez par exemple 12.",
        "Write e.g. 12.")
    case .invalidTimezone:
      Self.words(
        "Ce fuseau horaire n’existe pas.", "There is no such time zone.",
        "Écrivez par exemple Europe/Paris.", "Write e.g. Europe/Paris.")
    case .numberOutOfRange:
      Self.words(
        "Le nombre est hors des limites.", "The number is out of range.", "Corrigez-le.",
        "Correct it.")
    case .unexpectedEnumValue:
      Self.words(
        "La spécification ne connaît pas cette valeur ; la valeur par défaut est prise.",
        "The specification knows no such value; the default is taken.",
        "Prenez une valeur de la spécification.", "Take a value of the specification.")
    case .duplicateKey:
      Self.words(
        "Cet identifiant figure déjà plus haut ; la première ligne vaut.",
        "This id stands further up already; the first row counts.", "Rendez-le unique.",
        "Make it unique.")
    case .foreignKeyViolation:
      Self.words(
        "Cet identifiant ne mène nulle part ; la ligne est laissée de côté.",
        "This id leads nowhere; the row is left aside.",
        "Ajoutez ce qu’il nomme, ou corrigez-le.", "Add what it names, or correct it.")
    case .startAndEndRangeOutOfOrder:
      Self.words(
        "La fin précède le début.", "The end comes before the start.", "Échangez-les.",
        "Exchange them.")
    case .startAndEndRangeEqual:
      Self.words(
        "Le début et la fin sont égaux.", "Start and end are equal.", "Corrigez l’un des deux.",
        "Correct one of them.")
    default: nil
    }
  }

  private var tableWords: Words? {
    switch self {
    case .stopWithoutLocation:
      Self.words(
        "L’arrêt n’a pas de coordonnées.", "The stop has no coordinates.",
        "Ajoutez stop_lat et stop_lon.", "Add stop_lat and stop_lon.")
    case .missingStopName:
      Self.words(
        "L’arrêt n’a pas de nom.", "The stop has no name.", "Ajoutez stop_name.", "Add stop_name.")
    case .stationWithParentStation:
      Self.words(
        "Une gare ne peut appartenir à une autre.", "A station cannot belong to another one.",
        "Videz parent_station.", "Empty parent_station.")
    case .wrongParentLocationType:
      Self.words(
        "parent_station ne désigne pas une gare.", "parent_station names no station.",
        "Donnez un lieu de location_type 1.", "Give a location of location_type 1.")
    case .locationWithoutParentStation:
      Self.words(
        "Cette entrée ou ce quai n’appartient à aucune gare.",
        "This entrance or node belongs to no station.", "Ajoutez parent_station.",
        "Add parent_station.")
    case .routeBothShortAndLongNameMissing:
      Self.words(
        "La ligne n’a ni numéro ni nom.", "The route has neither number nor name.",
        "Ajoutez route_short_name ou route_long_name.", "Add route_short_name or route_long_name.")
    case .inconsistentAgencyTimezone:
      Self.words(
        "Les réseaux du jeu ont des fuseaux différents ; le premier vaut.",
        "The agencies of the feed have different time zones; the first one counts.",
        "Donnez à tous le même.", "Give all of them the same one.")
    case .stopWithoutStopTime:
      Self.words(
        "Aucune course ne dessert cet arrêt.", "No trip calls at this stop.", "Rien d’urgent.",
        "Nothing urgent.")
    case .missingTripEdge:
      Self.words(
        "Le premier ou le dernier arrêt de la course n’a pas d’heure ; elle est laissée de côté.",
        "The first or last stop of the trip has no time; the trip is left aside.",
        "Donnez l’arrivée et le départ aux deux bouts.", "Give arrival and departure at both ends.")
    case .unusableTrip:
      Self.words(
        "La course a moins de deux arrêts ; elle est laissée de côté.",
        "The trip has fewer than two stops; it is left aside.", "Complétez stop_times.txt.",
        "Complete stop_times.txt.")
    case .unusedTrip:
      Self.words(
        "La course n’a aucun horaire.", "The trip has no stop times.",
        "Complétez stop_times.txt, ou retirez la course.",
        "Complete stop_times.txt, or remove the trip.")
    case .stopTimeWithOnlyArrivalOrDepartureTime:
      Self.words(
        "Il n’y a que l’arrivée ou que le départ ; l’autre est pris égal.",
        "There is only an arrival or only a departure; the other is taken as equal.",
        "Donnez les deux.", "Give both.")
    case .stopTimeWithArrivalBeforePreviousDepartureTime:
      Self.words(
        "La course arrive avant d’être partie de l’arrêt précédent ; elle est laissée de côté.",
        "The trip arrives before it has left the stop before; it is left aside.",
        "Corrigez les heures ; après minuit elles continuent : 24:05:00.",
        "Correct the times; past midnight they go on: 24:05:00.")
    case .decreasingOrEqualStopTimeDistance:
      Self.words(
        "La distance parcourue ne croît pas le long de la course.",
        "The distance travelled does not grow along the trip.", "Corrigez shape_dist_traveled.",
        "Correct shape_dist_traveled.")
    case .fastTravelBetweenConsecutiveStops:
      Self.words(
        "La course va trop vite entre ces arrêts.", "The trip goes too fast between these stops.",
        "Vérifiez les heures et les coordonnées.", "Check times and coordinates.")
    case .overlappingFrequency:
      Self.words(
        "Deux fréquences de la course se chevauchent.", "Two headways of the trip overlap.",
        "Séparez-les.", "Separate them.")
    case .expiredCalendar:
      Self.words(
        "Le calendrier est échu.", "The calendar has expired.",
        "Demandez un jeu à jour (camin data update).", "Ask for a current feed (camin data update)."
      )
    case .transferDistanceTooLarge:
      Self.words(
        "La correspondance dépasse 10 km ; elle n’est pas marchée.",
        "The transfer is longer than 10 km; it is not walked.", "Vérifiez les deux arrêts.",
        "Check both stops.")
    default: nil
    }
  }

  private var flexWords: Words? {
    switch self {
    case .duplicateGeographyId:
      Self.words(
        "Un arrêt, un groupe ou une zone porte déjà cet identifiant.",
        "A stop, group or zone has this id already.", "Rendez-le unique.", "Make it unique.")
    case .forbiddenGeographyId:
      Self.words(
        "Une ligne ne peut nommer à la fois un arrêt, un groupe et une zone.",
        "A row cannot name a stop, a group and a zone at once.", "N’en gardez qu’un.",
        "Keep one of them.")
    case .forbiddenArrivalOrDepartureTime:
      Self.words(
        "Une plage de prise en charge exclut les heures d’arrivée et de départ.",
        "A pick-up window excludes arrival and departure times.",
        "Videz arrival_time et departure_time.", "Empty arrival_time and departure_time.")
    case .forbiddenPickupType:
      Self.words(
        "Ce pickup_type n’est pas permis avec une plage.",
        "This pickup_type is not allowed with a window.", "Écrivez 1 ou 2.", "Write 1 or 2.")
    case .forbiddenDropOffType:
      Self.words(
        "Ce drop_off_type n’est pas permis avec une plage.",
        "This drop_off_type is not allowed with a window.", "Écrivez 1, 2 ou 3.",
        "Write 1, 2 or 3.")
    case .invalidPickupDropOffWindow:
      Self.words(
        "La plage finit avant de commencer.", "The window ends before it starts.",
        "Corrigez la plage.", "Correct the window.")
    case .missingPickupOrDropOffWindow:
      Self.words(
        "La plage n’a que l’un de ses deux bouts, ou aucun.", "The window lacks an end, or both.",
        "Donnez les deux.", "Give both.")
    case .missingPickupDropOffBookingRuleId:
      Self.words(
        "Le service se réserve, mais aucune règle de réservation n’est nommée.",
        "The service is to be booked, but no booking rule is named.",
        "Remplissez le champ nommé.", "Fill in the field named.")
    case .overlappingZoneAndPickupDropOffWindow:
      Self.words(
        "Deux zones de la course se recouvrent en même temps.",
        "Two zones of the trip overlap at the same time.", "Séparez les zones ou les plages.",
        "Separate zones or windows.")
    case .malformedJson:
      Self.words(
        "Le fichier n’est pas du GeoJSON lisible.", "The file is no readable GeoJSON.",
        "Corrigez le fichier.", "Correct the file.")
    case .unsupportedGeometryType:
      Self.words(
        "Seuls Polygon et MultiPolygon sont permis.", "Only Polygon and MultiPolygon are allowed.",
        "Redessinez la zone.", "Draw the zone anew.")
    case .invalidGeometry:
      Self.words(
        "Le contour n’est pas fermé, ou a moins de quatre points.",
        "The outline is not closed, or has fewer than four points.", "Redessinez la zone.",
        "Draw the zone anew.")
    case .missingRequiredElement:
      Self.words(
        "Il manque l’identifiant ou la géométrie.", "The id or the geometry is missing.",
        "Complétez la zone.", "Complete the zone.")
    case .missingPriorNoticeDurationMin, .missingPriorDayBookingFieldValue,
      .missingPriorNoticeLastTime:
      Self.words(
        "Le délai de réservation est incomplet.", "The booking notice is incomplete.",
        "Remplissez le champ nommé.", "Fill in the field named.")
    case .forbiddenRealTimeBookingFieldValue, .forbiddenSameDayBookingFieldValue,
      .forbiddenPriorDayBookingFieldValue:
      Self.words(
        "Ce champ n’a pas de sens pour ce type de réservation.",
        "This field has no meaning for this booking type.", "Videz-le.", "Empty it.")
    default: nil
    }
  }

  private var ownWords: Words {
    switch self {
    case .feedTooLarge:
      Self.words(
        "Le jeu déplié dépasserait la limite ; rien n’est lu.",
        "Unpacked, the feed would exceed the limit; nothing is read.",
        "Est-ce bien un jeu GTFS ? Une archive piégée gonfle sans fin.",
        "Is this a GTFS feed at all? A zip bomb grows without end.")
    case .transferCycle:
      Self.words(
        "Les correspondances sans descendre tournent en rond ; elles ne sont pas prises.",
        "In-seat transfers go round in a circle; they are not used.", "Corrigez transfers.txt.",
        "Correct transfers.txt.")
    case .flexDraftLocation:
      Self.words(
        "Une zone est nommée dans stop_id, comme dans une ébauche de GTFS-Flex ; elle est lue.",
        "A zone is named in stop_id, as in a draft of GTFS-Flex; it is read.",
        "Écrivez-la dans location_id.", "Write it in location_id.")
    case .transferNotUsed:
      Self.words(
        "Cette correspondance ne vaut que pour certaines lignes ou courses ; elle n’est pas prise.",
        "This transfer holds for certain routes or trips only; it is not used.", "Rien à faire.",
        "Nothing to do.")
    case .nothingRuns:
      Self.words(
        "Aucune course de ce jeu ne peut être prise.", "No trip of this feed can be ridden.",
        "Demandez au producteur un jeu complet.", "Ask the publisher for a complete feed.")
    case .missingFeed:
      Self.words(
        "Il n’y a ni dossier ni fichier à cet endroit.",
        "There is neither a folder nor a file there.",
        "Vérifiez le chemin du jeu de données.", "Check the path of the feed.")
    default:
      Self.words(
        "Ce n’est ni un dossier ni une archive zip de fichiers GTFS.",
        "This is neither a folder nor a zip archive of GTFS files.",
        "Donnez le jeu tel que le point d’accès national le publie.",
        "Give the feed as the national access point publishes it.")
    }
  }
}
