import Planning

/// The columns of `places.csv` and the keys of a place in `scenario.json`.
enum PlaceFields {
  static var set: FieldSet<Place> {
    var set = FieldSet(blank: Place(id: "", name: "", latitude: 0, longitude: 0))
    set.add(
      "id", fr: "id", also: ["identifiant", "code", "lieu", "place", "place_id"], required: true,
      \.id,
      .id, about: "Short code that bookings and homes refer to.")
    set.add(
      "name", fr: "nom", also: ["libelle", "intitule"], required: true, \.name, .words,
      about: "Name as people know it; of a place, never of a person.")
    set.add(
      "aliases", fr: "alias", also: ["autres_noms", "synonymes", "other_names"], \.aliases,
      .names(.nameInList), about: "Other names of the same place; separated by | in a cell.")
    set.add(
      "latitude", fr: "latitude", also: ["lat"], required: true, \.latitude,
      .decimal(from: -90, to: 90), about: "Degrees north, WGS 84.")
    set.add(
      "longitude", fr: "longitude", also: ["lon", "lng", "long"], required: true, \.longitude,
      .decimal(from: -180, to: 180), about: "Degrees east, WGS 84.")
    set.add(
      "commune", fr: "commune", also: ["ville", "town", "municipality", "code_insee"], \.commune,
      .words,
      about: "Name or INSEE code of the commune.")
    set.add(
      "commune_class", fr: "classe_commune", also: ["type_commune"], \.communeClass,
      .choice(classes),
      about: "Kind of commune, for the rules of transport d'utilité sociale.")
    set.add(
      "kind", fr: "type", also: ["nature", "type_de_lieu"], \.kind, .words,
      about: "home, hospital, station, shop, market, service, depot or another word.")
    set.add(
      "zones", fr: "zones", also: ["zone", "zones_tad", "zone_tad"], \.zones, .codes(.id),
      about: "Codes of the TAD zones that the place lies in.")
    set.add(
      "stop", fr: "arret", also: ["code_arret", "id_arret", "stop_id"], isSparse: true, \.stop,
      .optionalId,
      about: "Id of the stop that the place is, at which services may meet riders; absent: none.")
    return set
  }

  private static let classes = [
    Choice(CommuneClass.rural, "rural", "rurale", "commune rurale"),
    Choice(.smallUrban, "small_urban", "petite ville", "petite unite urbaine"),
    Choice(.urban, "urban", "urbaine", "ville", "unite urbaine"),
    Choice(.hub, "hub", "pôle", "pole d'echange", "pole multimodal", "gare"),
  ]
}
