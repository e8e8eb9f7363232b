import ExerciseProtocol
import Rendering
import Testing

@Suite("A view as Markdown")
struct MarkdownRenderingTests {
  @Test("a thread")
  func discussion() {
    #expect(
      markdown(Fixture.discussion) == ##"""
        # Public Services in a Networked World

        * **c1** · *\[pingback\]*

          Welcome to the Solace Summit 2011

        * **c2** · Roger White · \#skills · \#social media

          No other comments published yet so am I the first?!

          I believe proposition 4 merits major discussion and I’m sure will get it.

          * **c3** Thanks for your comment and for kick starting a conversation.

            * **c5** · Mike

              Agreed.

              * *… 4 replies folded*

          * **c12** · Carrie Bishop

            Me too.

        * **c4** · Ruth Hyde · *\[hidden: too long\]*

          1\. Collaboration\
          2\. Openness
        """##)
  }

  @Test("cards of one line")
  func brainstorm() {
    #expect(
      markdown(Fixture.brainstorm) == ##"""
        - **c9** Longer bus hours
        - **c10** Warm homes
          - **c11** Soon
        """##)
  }

  @Test("a table")
  func table() {
    #expect(
      markdown(Fixture.table) == ##"""
        | Card | Text | Dots |
        | --- | --- | ---: |
        | c3 | Longer bus hours on Sundays and in the evenings | 5 |
        | c4 | 日本語のテキスト | 12 |
        | c5 | 👩‍👩‍👧 Café für alle 🇬🇧 | 0 |
        """##)
  }

  @Test("bars")
  func bars() {
    #expect(
      markdown(Fixture.bars) == ##"""
        | Option |  | Result |
        | --- | --- | --- |
        | ✓ **c3 Longer bus hours** | ████████████████████ | 4 dots |
        | c4 Warm homes | ███████▌ | 1.5 dots |
        | c5 |  | 0 dots |
        """##)
  }

  @Test("a grid")
  func grid() {
    #expect(
      markdown(Fixture.grid) == ##"""
        ### Strengths

        *What do we do well?*

        - c1 Staff
        - c2 Local knowledge

        ### Weaknesses

        ### Opportunities

        - c3 日本語のテキスト 👍🏽
        """##)
  }

  @Test("a matrix")
  func matrix() {
    #expect(
      markdown(Fixture.matrix) == ##"""
        | Point | Effort | Impact | Quadrant |
        | --- | --- | --- | --- |
        | c3 | 2 of 10 (low) | 9 of 10 (high) | Effort: low, Impact: high |
        | c4 | 2 of 10 (low) | 9 of 10 (high) | Effort: low, Impact: high |
        | c5 | 9 of 10 (high) | 4 of 10 (low) | Effort: high, Impact: low |
        | c6 Warm homes | 5 of 10 (high) | 0.5 of 10 (low) | Effort: high, Impact: low |
        """##)
  }

  @Test("the plain blocks")
  func plain() {
    #expect(
      markdown(Fixture.plain) == ##"""
        ## Welcome

        First line\
        second line of a text that is long enough to wrap on a narrow wall.

        ### Details

        * **Session:** solace-2011
        * **Facilitator:** Carrie Bishop, FutureGov

        1. One
        2. Two, which is long enough to wrap on a narrow wall

        * Dot

        > **Hint:** Voting is open.

        > **Done:** Saved.

        > **Warning:** Two ballots were spoiled.

        > **Failed:** The plugin stopped.
        """##)
  }
}
