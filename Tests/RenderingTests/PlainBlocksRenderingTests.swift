import ExerciseProtocol
import Rendering
import Testing

@Suite("Headings, text, facts, lists and notes in the terminal")
struct PlainBlocksRenderingTests {
  @Test("120 columns")
  func wide() {
    #expect(
      render(Fixture.plain, 120) == #"""
        Welcome
        ───────
        First line
        second line of a text that is long enough to wrap on a narrow wall.

        ▸ Details
        Session:      solace-2011
        Facilitator:  Carrie Bishop, FutureGov

        1. One
        2. Two, which is long enough to wrap on a narrow wall

        • Dot

        Hint: Voting is open.

        Done: Saved.

        Warning: Two ballots were spoiled.

        Failed: The plugin stopped.
        """#)
  }

  @Test("80 columns")
  func usual() {
    #expect(
      render(Fixture.plain) == #"""
        Welcome
        ───────
        First line
        second line of a text that is long enough to wrap on a narrow wall.

        ▸ Details
        Session:      solace-2011
        Facilitator:  Carrie Bishop, FutureGov

        1. One
        2. Two, which is long enough to wrap on a narrow wall

        • Dot

        Hint: Voting is open.

        Done: Saved.

        Warning: Two ballots were spoiled.

        Failed: The plugin stopped.
        """#)
  }

  @Test("40 columns")
  func narrow() {
    #expect(
      render(Fixture.plain, 40) == #"""
        Welcome
        ───────
        First line
        second line of a text that is long
        enough to wrap on a narrow wall.

        ▸ Details
        Session:      solace-2011
        Facilitator:  Carrie Bishop, FutureGov

        1. One
        2. Two, which is long enough to wrap on
           a narrow wall

        • Dot

        Hint: Voting is open.

        Done: Saved.

        Warning: Two ballots were spoiled.

        Failed: The plugin stopped.
        """#)
  }

  @Test("without Unicode")
  func ascii() {
    #expect(
      render(Fixture.plain, unicode: false) == #"""
        Welcome
        -------
        First line
        second line of a text that is long enough to wrap on a narrow wall.

        > Details
        Session:      solace-2011
        Facilitator:  Carrie Bishop, FutureGov

        1. One
        2. Two, which is long enough to wrap on a narrow wall

        - Dot

        Hint: Voting is open.

        Done: Saved.

        Warning: Two ballots were spoiled.

        Failed: The plugin stopped.
        """#)
  }

  @Test("in colour")
  func colour() {
    #expect(
      render(Fixture.plain, colour: true) == #"""
        \u{1B}[1mWelcome\u{1B}[0m
        \u{1B}[2m───────\u{1B}[0m
        First line
        second line of a text that is long enough to wrap on a narrow wall.

        \u{1B}[1m▸ Details\u{1B}[0m
        \u{1B}[1mSession:\u{1B}[0m      solace-2011
        \u{1B}[1mFacilitator:\u{1B}[0m  Carrie Bishop, FutureGov

        \u{1B}[2m1. \u{1B}[0mOne
        \u{1B}[2m2. \u{1B}[0mTwo, which is long enough to wrap on a narrow wall

        \u{1B}[2m• \u{1B}[0mDot

        \u{1B}[36mHint:\u{1B}[0m Voting is open.

        \u{1B}[32mDone:\u{1B}[0m Saved.

        \u{1B}[1;35mWarning:\u{1B}[0m Two ballots were spoiled.

        \u{1B}[1;31mFailed:\u{1B}[0m The plugin stopped.
        """#)
  }

  @Test("for a screen reader")
  func linear() {
    #expect(
      render(Fixture.plain, linear: true) == #"""
        Heading 2: Welcome
        First line
        second line of a text that is long enough to wrap on a narrow wall.

        Heading 3: Details
        Session: solace-2011
        Facilitator: Carrie Bishop, FutureGov

        1. One
        2. Two, which is long enough to wrap on a narrow wall

        - Dot

        Hint: Voting is open.

        Done: Saved.

        Warning: Two ballots were spoiled.

        Failed: The plugin stopped.
        """#)
  }
}
