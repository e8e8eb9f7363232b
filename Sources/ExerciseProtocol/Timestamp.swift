/// A moment in UTC, to the millisecond: how events, cards and timers tell the time.
///
/// Its text form is the profile of ISO 8601 that RFC 3339 describes, always in UTC and always with
/// milliseconds (`2011-10-12T09:30:00.000Z`), so that the text sorts as the time does.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z; leap seconds are not counted.
  public var milliseconds: Int

  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// How long after `earlier` this is, in seconds; negative where it is before.
  public func seconds(since earlier: Timestamp) -> Double {
    Double(milliseconds - earlier.milliseconds) / 1000
  }

  /// The moment `seconds` later.
  public func advanced(bySeconds seconds: Double) -> Timestamp {
    Timestamp(milliseconds: milliseconds + Int((seconds * 1000).rounded()))
  }
}

extension Timestamp: CustomStringConvertible {
  public var description: String {
    let (days, time) = milliseconds.flooredQuotientAndRemainder(dividingBy: 86_400_000)
    let date = CivilDate(daysSinceEpoch: days)
    let clock = [time / 3_600_000, time / 60_000 % 60, time / 1000 % 60].map { padded($0, 2) }
    return "\(date)T\(clock.joined(separator: ":")).\(padded(time % 1000, 3))Z"
  }

  /// Reads the text form; seconds may have any number of decimals, and the zone must be `Z`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].last == "Z", let date = CivilDate(parts[0]) else { return nil }
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], 0...23),
      let minute = number(clock[1], 0...59)
    else { return nil }
    let seconds = clock[2].split(separator: ".", omittingEmptySubsequences: false)
    guard seconds.count <= 2, let second = number(seconds[0], 0...60) else { return nil }
    var fraction = 0
    if seconds.count == 2 {
      let digits = seconds[1].prefix(3)
      guard let value = Int(digits), seconds[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      fraction = value * [100, 10, 1][digits.count - 1]
    }
    let minutes = (date.daysSinceEpoch * 24 + hour) * 60 + minute
    self.init(milliseconds: (minutes * 60 + second) * 1000 + fraction)
  }
}

extension Timestamp: JSONRepresentable {
  public var json: JSONValue { .string(description) }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    guard let time = Timestamp(try reader.string()) else {
      throw reader.mismatch("a time such as 2011-10-12T09:30:00.000Z")
    }
    self = time
  }
}

/// A day of the Gregorian calendar, without a zone: due dates, and the date part of a
/// ``Timestamp``.
public struct CivilDate: Hashable, Comparable, Sendable {
  public let daysSinceEpoch: Int

  public init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`. Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
  /// civil_from_days.
  public var description: String {
    let (era, dayOfEra) = (daysSinceEpoch + 719_468).flooredQuotientAndRemainder(
      dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads `YYYY-MM-DD`; nil for a day that the calendar does not have. Method: as above,
  /// days_from_civil.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = number(parts[0], 0...9999), let month = number(parts[1], 1...12),
      let day = number(parts[2], 1...31)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shiftedYear.flooredQuotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: era * 146_097 + dayOfEra - 719_468)
    // The 31st of a shorter month came out as a day of the next one.
    guard description == text else { return nil }
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func number(_ text: some StringProtocol, _ range: ClosedRange<Int>) -> Int? {
  guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
    return nil
  }
  return range.contains(number) ? number : nil
}

extension Int {
  fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int) -> (Int, Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
