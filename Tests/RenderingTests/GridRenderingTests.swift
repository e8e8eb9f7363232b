import ExerciseProtocol
import Rendering
import Testing

@Suite("A grid of regions in the terminal")
struct GridRenderingTests {
  @Test("120 columns: three side by side, of equal width")
  func wide() {
    let lines = render(Fixture.grid, 120).split(separator: "\n")
    #expect(lines[0].split(separator: " ").map { columns(of: $0) } == [39, 39, 39])
    #expect(lines.allSatisfy { columns(of: $0) == 119 })
  }

  @Test("80 columns: three side by side")
  func usual() {
    #expect(
      render(Fixture.grid) == #"""
        ┌────────────────────────┐ ┌────────────────────────┐ ┌────────────────────────┐
        │ Strengths              │ │ Weaknesses             │ │ Opportunities          │
        │ What do we do well?    │ │                        │ │                        │
        ├────────────────────────┤ ├────────────────────────┤ ├────────────────────────┤
        │ • c1 Staff             │ │                        │ │ • c3 日本語のテキスト  │
        │ • c2 Local knowledge   │ │                        │ │   👍🏽                   │
        └────────────────────────┘ └────────────────────────┘ └────────────────────────┘
        """#)
  }

  @Test("60 columns: two and one")
  func two() {
    #expect(
      render(Fixture.grid, 60) == #"""
        ┌───────────────────────────┐ ┌───────────────────────────┐
        │ Strengths                 │ │ Weaknesses                │
        │ What do we do well?       │ │                           │
        ├───────────────────────────┤ ├───────────────────────────┤
        │ • c1 Staff                │ │                           │
        │ • c2 Local knowledge      │ │                           │
        └───────────────────────────┘ └───────────────────────────┘
        ┌───────────────────────────┐
        │ Opportunities             │
        ├───────────────────────────┤
        │ • c3 日本語のテキスト 👍🏽  │
        └───────────────────────────┘
        """#)
  }

  @Test("40 columns: one below another")
  func narrow() {
    #expect(
      render(Fixture.grid, 40) == #"""
        ┌──────────────────────────────────────┐
        │ Strengths                            │
        │ What do we do well?                  │
        ├──────────────────────────────────────┤
        │ • c1 Staff                           │
        │ • c2 Local knowledge                 │
        └──────────────────────────────────────┘
        ┌──────────────────────────────────────┐
        │ Weaknesses                           │
        ├──────────────────────────────────────┤
        │                                      │
        └──────────────────────────────────────┘
        ┌──────────────────────────────────────┐
        │ Opportunities                        │
        ├──────────────────────────────────────┤
        │ • c3 日本語のテキスト 👍🏽             │
        └──────────────────────────────────────┘
        """#)
  }

  @Test("without Unicode, in colour")
  func ascii() {
    #expect(
      render(Fixture.grid, 40, unicode: false, colour: true) == #"""
        {2}+--------------------------------------+{0}
        {2}|{0} {1}Strengths{0}                            {2}|{0}
        {2}|{0} {36}What do we do well?{0}                  {2}|{0}
        {2}+--------------------------------------+{0}
        {2}|{0} {2}- {0}c1 Staff                           {2}|{0}
        {2}|{0} {2}- {0}c2 Local knowledge                 {2}|{0}
        {2}+--------------------------------------+{0}
        {2}+--------------------------------------+{0}
        {2}|{0} {1}Weaknesses{0}                           {2}|{0}
        {2}+--------------------------------------+{0}
        {2}|{0}                                      {2}|{0}
        {2}+--------------------------------------+{0}
        {2}+--------------------------------------+{0}
        {2}|{0} {1}Opportunities{0}                        {2}|{0}
        {2}+--------------------------------------+{0}
        {2}|{0} {2}- {0}c3 日本語のテキスト 👍🏽             {2}|{0}
        {2}+--------------------------------------+{0}
        """#)
  }

  @Test("for a screen reader")
  func linear() {
    #expect(
      render(Fixture.grid, linear: true) == #"""
        Region Strengths, 2 items:
        What do we do well?
        - c1 Staff
        - c2 Local knowledge
        Region Weaknesses: empty.
        Region Opportunities, 1 item:
        - c3 日本語のテキスト 👍🏽
        """#)
  }
}
