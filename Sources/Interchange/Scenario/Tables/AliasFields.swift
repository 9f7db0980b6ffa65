import Planning

/// A name that people of the territory have for a place.
struct PlaceAlias: Equatable {
  var name = ""
  /// Id of the place.
  var place = ""
}

/// The columns of `aliases.csv`, the territory's table of local names: merged communes, hamlets, hospital doors.
enum AliasFields {
  static func set(_ places: PlaceIndex) -> FieldSet<PlaceAlias> {
    var set = FieldSet(blank: PlaceAlias())
    set.add(
      "alias", fr: "alias", also: ["nom", "nom_local", "name"], required: true, \.name, .nameInList,
      about: "Name as people write it.")
    set.add(
      "place", fr: "lieu", also: ["id", "lieu_id", "place_id"], required: true, \.place,
      .place(places), about: "The place: id, name or alias.")
    return set
  }
}
