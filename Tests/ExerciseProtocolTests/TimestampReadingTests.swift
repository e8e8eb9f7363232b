import ExerciseProtocol
import Testing

@Suite struct TimestampReadingTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00.000Z", 0), ("1969-12-31T23:59:59.999Z", -1),
      ("2000-02-29T12:00:00.000Z", 951_825_600_000),
      ("2011-10-12T09:30:00.000Z", 1_318_411_800_000),
      ("0000-01-01T00:00:00.000Z", -62_167_219_200_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ])
  func aTimeIsWrittenAndReadAgain(text: String, milliseconds: Int) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(
    arguments: [
      ("2011-10-12T09:30:00Z", 0), ("2011-10-12T09:30:00.5Z", 500),
      ("2011-10-12T09:30:00.12Z", 120), ("2011-10-12T09:30:00.123999Z", 123),
      ("2011-10-12T09:30:60.000Z", 60_000),
    ])
  func secondsMayHaveAnyNumberOfDecimals(text: String, milliseconds: Int) {
    #expect(Timestamp(text)?.milliseconds == 1_318_411_800_000 + milliseconds)
  }

  @Test(
    arguments: [
      "", "2011-10-12", "2011-10-12T09:30Z", "2011-10-12T09:30:00", "2011-10-12T09:30:00.Z",
      "2011-10-12T09:30:00+01:00", "2011-10-12T24:00:00Z", "2011-10-12T09:60:00Z",
      "2011-10-12T9:30:00Z", "2011-13-12T09:30:00Z", "2011-02-29T09:30:00Z",
      "1900-02-29T09:30:00Z", "2011-10-12T09:30:00Zx", "2011-10-12t09:30:00Z",
    ])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func everyDayOfFourCenturiesIsWrittenAndReadAgain() {
    for day in -1000...146_097 {
      let date = CivilDate(daysSinceEpoch: day)
      #expect(CivilDate(date.description) == date)
    }
  }

  @Test(arguments: ["2011-10-1", "2011-10-012", "2011-04-31", "2011-00-01", "2011-10-12 "])
  func whatIsNoDayIsRefused(text: String) {
    #expect(CivilDate(text) == nil)
  }
}
