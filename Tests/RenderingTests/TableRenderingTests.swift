import ExerciseProtocol
import Rendering
import Testing

@Suite("A table in the terminal")
struct TableRenderingTests {
  @Test("120 columns")
  func wide() {
    #expect(
      render(Fixture.table, 120) == #"""
        Card  Text                                             Dots
        ────  ───────────────────────────────────────────────  ────
        c3    Longer bus hours on Sundays and in the evenings     5
        c4    日本語のテキスト                                   12
        c5    👩‍👩‍👧 Café für alle 🇬🇧                                 0
        """#)
  }

  @Test("80 columns, wide and joined characters aligned")
  func usual() {
    #expect(
      render(Fixture.table) == #"""
        Card  Text                                             Dots
        ────  ───────────────────────────────────────────────  ────
        c3    Longer bus hours on Sundays and in the evenings     5
        c4    日本語のテキスト                                   12
        c5    👩‍👩‍👧 Café für alle 🇬🇧                                 0
        """#)
  }

  @Test("40 columns: the text wraps in its cell")
  func narrow() {
    #expect(
      render(Fixture.table, 40) == #"""
        Card  Text                          Dots
        ────  ────────────────────────────  ────
        c3    Longer bus hours on Sundays      5
              and in the evenings
        c4    日本語のテキスト                12
        c5    👩‍👩‍👧 Café für alle 🇬🇧              0
        """#)
  }

  @Test("20 columns: one record below another")
  func records() {
    #expect(
      render(Fixture.table, 20) == #"""
        Card: c3
        Text: Longer bus
          hours on Sundays
          and in the
          evenings
        Dots: 5

        Card: c4
        Text: 日本語のテキス
          ト
        Dots: 12

        Card: c5
        Text: 👩‍👩‍👧 Café für
          alle 🇬🇧
        Dots: 0
        """#)
  }

  @Test("without Unicode, in colour")
  func ascii() {
    #expect(
      render(Fixture.table, 40, unicode: false, colour: true) == #"""
        {1}Card{0}  {1}Text{0}                          {1}Dots{0}
        {2}----{0}  {2}----------------------------{0}  {2}----{0}
        c3    Longer bus hours on Sundays      5
              and in the evenings
        c4    日本語のテキスト                12
        c5    👩‍👩‍👧 Café für alle 🇬🇧              0
        """#)
  }

  @Test("for a screen reader")
  func linear() {
    #expect(
      render(Fixture.table, linear: true) == #"""
        Row 1: Card c3, Text Longer bus hours on Sundays and in the evenings, Dots 5
        Row 2: Card c4, Text 日本語のテキスト, Dots 12
        Row 3: Card c5, Text 👩‍👩‍👧 Café für alle 🇬🇧, Dots 0
        """#)
  }

  @Test("a wide table of numbers is folded, its first column repeated")
  func folded() {
    let stages = View([
      .table(
        View.Table(
          [.init("Idea")] + (1...5).map { .init("Stage \($0)", isNumeric: true) },
          [["c2 Buses", "9", "9", "12", "11", "11"], ["c5 Homes", "7", "7", "7", "out", "–"]]))
    ])
    #expect(
      render(stages, 38) == """
        Idea      Stage 1  Stage 2  Stage 3
        ────────  ───────  ───────  ───────
        c2 Buses        9        9       12
        c5 Homes        7        7        7

        Idea      Stage 4  Stage 5
        ────────  ───────  ───────
        c2 Buses       11       11
        c5 Homes      out        –
        """)
    #expect(render(stages, 22).contains("Idea: c2 Buses\nStage 1: 9\n"))
  }
}
