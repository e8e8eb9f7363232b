import ExerciseProtocol
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (86_399_999, "1970-01-01T23:59:59.999Z"), (1_318_411_800_000, "2011-10-12T09:30:00.000Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (-2_203_891_200_001, "1900-02-28T23:59:59.999Z"),
    (-2_203_891_200_000, "1900-03-01T00:00:00.000Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
  ])
  func `a moment has one text`(milliseconds: Int, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(text) == Timestamp(milliseconds: milliseconds))
  }

  @Test(arguments: [
    ("1970-01-01T00:00:01Z", 1000), ("1970-01-01T00:00:00.5Z", 500),
    ("1970-01-01T00:00:00.12Z", 120), ("1970-01-01T00:00:00.123999Z", 123),
    ("2016-12-31T23:59:60Z", 1_483_228_800_000),
  ])
  func `others write seconds in other ways`(text: String, milliseconds: Int) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "T", "Z", "TZ", "2011-10-12", "2011-10-12T09:30:00", "2011-10-12 09:30:00Z",
    "2011-10-12T09:30:00+01:00", "2011-10-12T09:30Z", "2011-10-12T24:00:00Z",
    "2011-10-12T09:60:00Z", "2011-10-12T09:30:61Z", "2011-10-12T09:30:00.Z",
    "2011-10-12T09:30:00.1.2Z", "2011-10-12T09:30:00.x1Z", "2011-10-12T-9:30:00Z",
    "2011-10-12T09:30:00.000z", "2011-02-29T00:00:00Z", "2011-10-12T09:30:00.000ZZ",
    "２011-10-12T09:30:00Z",
  ])
  func `what is no moment is none`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `the text sorts as the time does`() {
    var random = Chance(seed: 1970)
    let range = -62_167_219_200_000...253_402_300_799_999
    let times = (0..<2000).map { _ in
      Timestamp(milliseconds: Int.random(in: range, using: &random))
    }
    #expect(times.sorted().map(\.description) == times.map(\.description).sorted())
    #expect(times.allSatisfy { Timestamp($0.description) == $0 })
  }

  @Test func `seconds between and seconds on`() {
    let start = Timestamp(milliseconds: 1000)
    #expect(start.advanced(bySeconds: 1.5).milliseconds == 2500)
    #expect(start.advanced(bySeconds: -2).milliseconds == -1000)
    #expect(start.advanced(bySeconds: 90).seconds(since: start) == 90)
    #expect(start.seconds(since: start.advanced(bySeconds: 0.25)) == -0.25)
  }

  @Test(arguments: [.min, .max, -62_167_219_200_001, 253_402_300_800_000] as [Int])
  func `a moment beyond the calendar is written without a trap`(milliseconds: Int) {
    #expect(!Timestamp(milliseconds: milliseconds).description.isEmpty)
  }
}

@Suite struct CivilDateTests {
  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (11_017, "2000-03-01"),
    (-25_509, "1900-02-28"), (-25_508, "1900-03-01"), (19_782, "2024-02-29"),
    (2_932_896, "9999-12-31"), (-719_528, "0000-01-01"),
  ])
  func `a day has one text`(days: Int, text: String) {
    #expect(CivilDate(daysSinceEpoch: days).description == text)
    #expect(CivilDate(text)?.daysSinceEpoch == days)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2100-02-29", "2023-04-31", "2023-00-01", "2023-13-01",
    "2023-01-00", "2023-01-32", "23-01-01", "2023-1-1", "2023/01/01", "2023-01-01 ", "-2023-01-01",
    "20230101", "", "2023-01-0１", "2023-01--1", "+202-01-01",
  ])
  func `what is no day is none`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `random days come back, and the next day is the next`() throws {
    var random = Chance(seed: 1582)
    for _ in 0..<5000 {
      let day = CivilDate(daysSinceEpoch: Int.random(in: -719_528...2_932_895, using: &random))
      #expect(CivilDate(day.description) == day)
      let next = CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1)
      #expect(day < next && day.description < next.description)
    }
  }
}
