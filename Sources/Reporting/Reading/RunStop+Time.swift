import Planning

extension RunStop {
  /// The time by which people know the stop, elapsed seconds: back at the base it is when the vehicle gets there, and
  /// when it leaves again is told beside; elsewhere when somebody gets on or off.
  var time: Int { kind == .base ? arrival : start }
}
