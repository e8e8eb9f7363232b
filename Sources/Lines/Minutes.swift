/// A time as it is typed: `20`, `20m`, `20min`, `1h`, `1h30`, `1h30m`; with a sign, a difference to
/// what is there.
///
/// `1:30` is none: on screen it is a minute and a half, and on a watch an hour and a half.
package struct Minutes: Hashable, Sendable {
  /// Never negative; the sign is in ``change``.
  package var minutes: Int
  package var change: Change?

  package enum Change: Hashable, Sendable { case more, less }

  /// As much as can be planned: a day.
  package static let most = 1440

  /// - Returns: nil where that is no time, or more than a day.
  package init?(typed text: String) {
    switch text.first {
    case "+": change = .more
    // The hyphen of the keyboard, and the minus that texts have.
    case "-", "−": change = .less
    default: break
    }
    let number = (change == nil ? text : String(text.dropFirst())).lowercased()
    guard let minutes = Self.read(number), minutes <= Self.most else { return nil }
    self.minutes = minutes
  }

  /// As ``init(typed:)`` reads it: the sign and the minutes.
  package var text: String {
    switch change {
    case .more: "+\(minutes)"
    case .less: "-\(minutes)"
    case nil: "\(minutes)"
    }
  }

  private static func read(_ text: String) -> Int? {
    let parts = text.split(separator: "h", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return digits(withoutUnit(parts[0]))
    case 2:
      guard let hours = digits(parts[0]), hours <= 24 else { return nil }
      let rest = parts[1].isEmpty ? 0 : digits(withoutUnit(parts[1])).flatMap { $0 < 60 ? $0 : nil }
      return rest.map { hours * 60 + $0 }
    default: return nil
    }
  }

  private static func withoutUnit(_ text: Substring) -> Substring {
    let unit = ["min", "m"].first { text.hasSuffix($0) } ?? ""
    return text.dropLast(unit.count)
  }

  /// Digits and nothing else, however many zeros lead them.
  private static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(text)
  }
}

extension Minutes {
  /// What is planned after it.
  ///
  /// - Parameter planned: nil where no time is.
  /// - Returns: nil where none is any more.
  /// - Throws: where less than nothing would be left, or more than a day.
  package func changed(from planned: Int?) throws(Problem) -> Int? {
    let result =
      switch change {
      case nil: minutes
      case .more: (planned ?? 0) + minutes
      case .less: (planned ?? 0) - minutes
      }
    guard result >= 0 else {
      throw Problem(
        planned.map { "Only \($0.minutesInWords) planned: \(minutes) can't be taken away." }
          ?? "No time is planned yet, so “\(text)” can't be taken away from it.",
        hint: planned == nil
          ? "minutes=\(minutes) plans that much." : "minutes=0 plans no time; minutes=20 twenty.",
        isUsage: true)
    }
    guard result <= Self.most else { throw .outOfRange("minutes", result, 0...Self.most) }
    return result > 0 ? result : nil
  }
}

extension Int {
  /// `1 minute is`, `20 minutes are`.
  fileprivate var minutesInWords: String { self == 1 ? "1 minute is" : "\(self) minutes are" }
}
