import ExerciseProtocol
import Rendering
import Testing

@Suite("A grid of regions in the terminal")
struct GridRenderingTests {
  @Test("120 columns")
  func wide() {
    #expect(
      render(Fixture.grid, 120) == #"""
        ┌─────────────────────────────────────┐ ┌─────────────────────────────────────┐ ┌─────────────────────────────────────┐
        │ Strengths                           │ │ Weaknesses                          │ │ Opportunities                       │
        │ What do we do well?                 │ │                                     │ │                                     │
        ├─────────────────────────────────────┤ ├─────────────────────────────────────┤ ├─────────────────────────────────────┤
        │ • c1 Staff                          │ │                                     │ │ • c3 日本語のテキスト 👍🏽            │
        │ • c2 Local knowledge                │ │                                     │ │                                     │
        └─────────────────────────────────────┘ └─────────────────────────────────────┘ └─────────────────────────────────────┘
        """#)
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
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m \u{1B}[1mStrengths\u{1B}[0m                            \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m \u{1B}[36mWhat do we do well?\u{1B}[0m                  \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m \u{1B}[2m- \u{1B}[0mc1 Staff                           \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m \u{1B}[2m- \u{1B}[0mc2 Local knowledge                 \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m \u{1B}[1mWeaknesses\u{1B}[0m                           \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m                                      \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m \u{1B}[1mOpportunities\u{1B}[0m                        \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
        \u{1B}[2m|\u{1B}[0m \u{1B}[2m- \u{1B}[0mc3 日本語のテキスト 👍🏽             \u{1B}[2m|\u{1B}[0m
        \u{1B}[2m+--------------------------------------+\u{1B}[0m
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
