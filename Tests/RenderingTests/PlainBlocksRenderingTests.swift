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

        ✓ Saved.

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

        ✓ Saved.

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

        ✓ Saved.

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
        {1}Welcome{0}
        {2}───────{0}
        First line
        second line of a text that is long enough to wrap on a narrow wall.

        {1}▸ Details{0}
        {1}Session:{0}      solace-2011
        {1}Facilitator:{0}  Carrie Bishop, FutureGov

        {2}1. {0}One
        {2}2. {0}Two, which is long enough to wrap on a narrow wall

        {2}• {0}Dot

        {36}Hint:{0} Voting is open.

        {32}✓{0} Saved.

        {1;35}Warning:{0} Two ballots were spoiled.

        {1;31}Failed:{0} The plugin stopped.
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
