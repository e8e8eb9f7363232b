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
    var text = [UInt8]()
    text.reserveCapacity(24)
    text.append(CivilDate(daysSinceEpoch: days))
    text.append("T", time / 3_600_000, width: 2)
    text.append(":", time / 60_000 % 60, width: 2)
    text.append(":", time / 1000 % 60, width: 2)
    text.append(".", time % 1000, width: 3)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the text form; seconds may have any number of decimals, and the zone must be `Z`.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text.utf8)
    guard let date = CivilDate(&reader), reader.accept("T"), let hour = reader.number(0...23),
      reader.accept(":"), let minute = reader.number(0...59), reader.accept(":"),
      let second = reader.number(0...60), let fraction = reader.milliseconds(),
      reader.accept("Z"), reader.isAtEnd
    else { return nil }
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
  /// `YYYY-MM-DD`.
  public var description: String {
    var text = [UInt8]()
    text.append(self)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads `YYYY-MM-DD`; nil for a day that the calendar does not have.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text.utf8)
    self.init(&reader)
    guard reader.isAtEnd else { return nil }
  }

  /// Method: Howard Hinnant, as below, days_from_civil.
  fileprivate init?(_ reader: inout DigitReader<some Collection<UInt8>>) {
    guard let year = reader.number(0...9999, width: 4), reader.accept("-"),
      let month = reader.number(1...12), reader.accept("-"),
      let day = reader.number(1...CivilDate.days(in: month, of: year))
    else { return nil }
    let shiftedMonth = month <= 2 ? month + 9 : month - 3
    let shiftedYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shiftedYear.flooredQuotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: era * 146_097 + dayOfEra - 719_468)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Reads numbers of a fixed width, byte by byte: a long session has a time in every line, and
/// taking texts apart by their characters took a quarter of the time to open it.
private struct DigitReader<Bytes: Collection<UInt8>> {
  private let bytes: Bytes
  private var index: Bytes.Index

  init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func accept(_ sign: Unicode.Scalar) -> Bool {
    guard !isAtEnd, bytes[index] == UInt8(ascii: sign) else { return false }
    bytes.formIndex(after: &index)
    return true
  }

  mutating func number(_ range: ClosedRange<Int>, width: Int = 2) -> Int? {
    var number = 0
    for _ in 0..<width {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return range.contains(number) ? number : nil
  }

  /// What follows the seconds: nothing, or a point and at least one digit. Finer ones are cut off.
  mutating func milliseconds() -> Int? {
    guard accept(".") else { return 0 }
    guard var value = digit().map({ $0 * 100 }) else { return nil }
    var weight = 10
    while let digit = digit() {
      value += digit * weight
      weight /= 10
    }
    return value
  }

  private mutating func digit() -> Int? {
    guard !isAtEnd, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 else {
      return nil
    }
    bytes.formIndex(after: &index)
    return Int(digit)
  }
}

extension [UInt8] {
  /// Appends `YYYY-MM-DD`. Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
  /// civil_from_days.
  fileprivate mutating func append(_ date: CivilDate) {
    let (era, dayOfEra) = (date.daysSinceEpoch + 719_468).flooredQuotientAndRemainder(
      dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    append(number: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), width: 4)
    append("-", month, width: 2)
    append("-", dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, width: 2)
  }

  fileprivate mutating func append(_ sign: Unicode.Scalar, _ number: Int, width: Int) {
    append(UInt8(ascii: sign))
    append(number: number, width: width)
  }

  private mutating func append(number: Int, width: Int) {
    let digits = String(number).utf8
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(0, width - digits.count)))
    append(contentsOf: digits)
  }
}

extension Int {
  fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int) -> (Int, Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
