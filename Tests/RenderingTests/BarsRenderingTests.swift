import ExerciseProtocol
import Rendering
import Testing

@Suite("Bars in the terminal")
struct BarsRenderingTests {
  @Test("120 columns")
  func wide() {
    let (long, short) = (String(repeating: "█", count: 88), String(repeating: "█", count: 33))
    #expect(
      render(Fixture.bars, 120) == """
        ✓ c3 Longer bus hours  \(long) 4 dots
          c4 Warm homes        \(short) 1.5 dots
          c5                   0 dots
        """)
  }

  @Test("80 columns")
  func usual() {
    #expect(
      render(Fixture.bars) == #"""
        ✓ c3 Longer bus hours  ████████████████████████████████████████████████ 4 dots
          c4 Warm homes        ██████████████████ 1.5 dots
          c5                   0 dots
        """#)
  }

  @Test("40 columns: the label wraps")
  func narrow() {
    #expect(
      render(Fixture.bars, 40) == #"""
        ✓ c3 Longer bus   █████████████ 4 dots
          hours
          c4 Warm homes   ████▉ 1.5 dots
          c5              0 dots
        """#)
  }

  @Test("20 columns: bars below their labels")
  func stacked() {
    #expect(
      render(Fixture.bars, 20) == #"""
        ✓ c3 Longer bus
          hours
          ██████████████████
          4 dots
          c4 Warm homes
          ██████▊
          1.5 dots
          c5
          0 dots
        """#)
  }

  @Test("without Unicode")
  func ascii() {
    #expect(
      render(Fixture.bars, unicode: false) == #"""
        * c3 Longer bus hours  ################################################ 4 dots
          c4 Warm homes        ################## 1.5 dots
          c5                   0 dots
        """#)
  }

  @Test("in colour")
  func colour() {
    #expect(
      render(Fixture.bars, 40, colour: true) == #"""
        {32}✓ {0}{32}c3 Longer bus{0}   {32}█████████████{0} 4 dots
          {32}hours{0}
          c4 Warm homes   ████▉ 1.5 dots
          c5              0 dots
        """#)
  }

  @Test("for a screen reader")
  func linear() {
    #expect(
      render(Fixture.bars, linear: true) == #"""
        c3 Longer bus hours: 4 dots, chosen
        c4 Warm homes: 1.5 dots
        c5: 0 dots
        """#)
  }
}
