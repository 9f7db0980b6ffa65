/// Where a request may go into a row: the pickup behind node `pickupAfter`, the delivery behind node
/// `deliveryAfter` as counted without the pickup. For requests with one stop both name its place.
struct FleetPoint: BitwiseCopyable {
  var pickupAfter: Int32
  var deliveryAfter: Int32
}
