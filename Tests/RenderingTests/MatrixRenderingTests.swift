import ExerciseProtocol
import Rendering
import Testing

@Suite("A matrix in the terminal")
struct MatrixRenderingTests {
  @Test("80 columns")
  func usual() {
    #expect(
      render(Fixture.matrix) == #"""
        ↑ Impact: high
        ┌──────────────────────────────────┬──────────────────────────────────┐
        │                                  │                                  │
        │            c3                    │                                  │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │                                  │
        ├──────────────────────────────────┼──────────────────────────────────┤
        │                                  │                                  │
        │                                  │                          c5      │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │                                  │
        │                                  │(4)                               │
        └──────────────────────────────────┴──────────────────────────────────┘
        ↓ Impact: low
        ← Effort: low                                            Effort: high →
        Same place as c3: c4
        (4) c6 Warm homes
        """#)
  }

  @Test("40 columns")
  func narrow() {
    #expect(
      render(Fixture.matrix, 40) == #"""
        ↑ Impact: high
        ┌──────────────────┬──────────────────┐
        │      c3          │                  │
        │                  │                  │
        │                  │                  │
        │                  │                  │
        ├──────────────────┼──────────────────┤
        │                  │             c5   │
        │                  │                  │
        │                  │                  │
        │                  │(4)               │
        └──────────────────┴──────────────────┘
        ↓ Impact: low
        ← Effort: low            Effort: high →
        Same place as c3: c4
        (4) c6 Warm homes
        """#)
  }

  @Test("without Unicode, in colour")
  func ascii() {
    #expect(
      render(Fixture.matrix, 40, unicode: false, colour: true) == #"""
        ^ Impact: high
        {2}+------------------+------------------+{0}
        {2}|{0}      {1}c3{0}          {2}|{0}                  {2}|{0}
        {2}|{0}                  {2}|{0}                  {2}|{0}
        {2}|{0}                  {2}|{0}                  {2}|{0}
        {2}|{0}                  {2}|{0}                  {2}|{0}
        {2}+------------------+------------------+{0}
        {2}|{0}                  {2}|{0}             {1}c5{0}   {2}|{0}
        {2}|{0}                  {2}|{0}                  {2}|{0}
        {2}|{0}                  {2}|{0}                  {2}|{0}
        {2}|{0}                  {2}|{0}{1}(4){0}               {2}|{0}
        {2}+------------------+------------------+{0}
        v Impact: low
        < Effort: low            Effort: high >
        Same place as c3: c4
        {1}(4) {0}c6 Warm homes
        """#)
  }

  @Test("for a screen reader")
  func linear() {
    #expect(
      render(Fixture.matrix, linear: true) == #"""
        Matrix of Effort (low to high) and Impact (low to high).
        c3: Effort 2 of 10 (low), Impact 9 of 10 (high)
        c4: Effort 2 of 10 (low), Impact 9 of 10 (high)
        c5: Effort 9 of 10 (high), Impact 4 of 10 (low)
        c6 Warm homes: Effort 5 of 10 (high), Impact 0.5 of 10 (low)
        """#)
  }
}
