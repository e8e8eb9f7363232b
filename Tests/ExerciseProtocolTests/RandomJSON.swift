import ExerciseProtocol

/// Random values, with text that has broken parsers before.
enum RandomJSON {
  static func value(
    _ random: inout some RandomNumberGenerator, depth: Int = 4
  ) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int.random(in: .min ... .max, using: &random))
    case 3: .integer(Int.random(in: -9...9, using: &random))
    case 4: .number(number(&random))
    case 5: .string(text(&random))
    case 6: .array((0..<3).map { _ in value(&random, depth: depth - 1) })
    default: object(&random, depth: depth - 1)
    }
  }

  private static func object(
    _ random: inout some RandomNumberGenerator, depth: Int
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let name = text(&random)
      guard !members.contains(where: { $0.name == name }) else { continue }
      members.append(.init(name, depth > 2 ? value(&random, depth: depth - 1) : .null))
    }
    return .object(members)
  }

  /// Any finite number, by its bits.
  private static func number(_ random: inout some RandomNumberGenerator) -> Double {
    let number = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
    return number.isFinite ? number : 0.5
  }

  static func text(_ random: inout some RandomNumberGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let range: ClosedRange<UInt32> = Bool.random(using: &random) ? 0...0x7F : 0...0x10FFFF
      let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
      text.unicodeScalars.append(scalar ?? "\u{FFFD}")
    }
    return text
  }
}
