extension Feed {
  /// Euros of a ride on a route whose price does not hang on zones: the least of those that hold for it.
  ///
  /// - Returns: `nil` where no such price is published.
  public func flatFare(route id: String) -> Double? {
    guard let position = routes.firstIndex(where: { $0.id == id }) else { return nil }
    return fares.filter { fare in
      let isOurs = fare.agency < 0 || fare.agency == routes[position].agency
      return fare.currency == "EUR"
        && (fare.rules.isEmpty
          ? isOurs
          : fare.rules.contains {
            ($0.route == Int32(position) || $0.route < 0 && isOurs) && $0.origin.isEmpty
              && $0.destination.isEmpty && $0.through.isEmpty
          })
    }.map(\.price).min()
  }
}
