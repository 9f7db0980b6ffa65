internal import Foundation

/// Random names that nobody can guess.
enum Token {
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// Lower case letters and digits (Crockford's base 32), from the system's source of randomness.
  static func random(bytes: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    let count = (bytes * 8 + 4) / 5
    return String((0..<count).map { _ in digits[Int(generator.next(upperBound: UInt32(32)))] })
  }
}
