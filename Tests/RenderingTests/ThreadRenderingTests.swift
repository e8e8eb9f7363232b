import ExerciseProtocol
import Rendering
import Testing

@Suite("A thread in the terminal")
struct ThreadRenderingTests {
  @Test("120 columns")
  func wide() {
    #expect(
      render(Fixture.discussion, 120) == #"""
        Public Services in a Networked World
        ════════════════════════════════════
        c1   [pingback]
             Welcome to the Solace Summit 2011

        c2   Roger White  #skills  #social media
        │    No other comments published yet so am I the first?!
        │
        │    I believe proposition 4 merits major discussion and I’m sure will get it.
        │
        ├─ c3   Thanks for your comment and for kick starting a conversation.
        │  │
        │  └─ c5   Mike
        │     │    Agreed.
        │     └─ … 4 replies folded
        │
        └─ c12  Carrie Bishop
                Me too.

        c4   Ruth Hyde  [hidden: too long]
             1. Collaboration
             2. Openness
        """#)
  }

  @Test("80 columns")
  func usual() {
    #expect(
      render(Fixture.discussion) == #"""
        Public Services in a Networked World
        ════════════════════════════════════
        c1   [pingback]
             Welcome to the Solace Summit 2011

        c2   Roger White  #skills  #social media
        │    No other comments published yet so am I the first?!
        │
        │    I believe proposition 4 merits major discussion and I’m sure will get it.
        │
        ├─ c3   Thanks for your comment and for kick starting a conversation.
        │  │
        │  └─ c5   Mike
        │     │    Agreed.
        │     └─ … 4 replies folded
        │
        └─ c12  Carrie Bishop
                Me too.

        c4   Ruth Hyde  [hidden: too long]
             1. Collaboration
             2. Openness
        """#)
  }

  @Test("40 columns")
  func narrow() {
    #expect(
      render(Fixture.discussion, 40) == #"""
        Public Services in a Networked World
        ════════════════════════════════════
        c1   [pingback]
             Welcome to the Solace Summit 2011

        c2   Roger White  #skills  #social media
        │    No other comments published yet so
        │    am I the first?!
        │
        │    I believe proposition 4 merits
        │    major discussion and I’m sure will
        │    get it.
        │
        ├─ c3   Thanks for your comment and for
        │  │    kick starting a conversation.
        │  │
        │  └─ c5   Mike
        │     │    Agreed.
        │     └─ … 4 replies folded
        │
        └─ c12  Carrie Bishop
                Me too.

        c4   Ruth Hyde  [hidden: too long]
             1. Collaboration
             2. Openness
        """#)
  }

  @Test("without Unicode")
  func ascii() {
    #expect(
      render(Fixture.discussion, 40, unicode: false) == #"""
        Public Services in a Networked World
        ====================================
        c1   [pingback]
             Welcome to the Solace Summit 2011

        c2   Roger White  #skills  #social media
        |    No other comments published yet so
        |    am I the first?!
        |
        |    I believe proposition 4 merits
        |    major discussion and I’m sure will
        |    get it.
        |
        |- c3   Thanks for your comment and for
        |  |    kick starting a conversation.
        |  |
        |  `- c5   Mike
        |     |    Agreed.
        |     `- ... 4 replies folded
        |
        `- c12  Carrie Bishop
                Me too.

        c4   Ruth Hyde  [hidden: too long]
             1. Collaboration
             2. Openness
        """#)
  }

  @Test("in colour")
  func colour() {
    #expect(
      render(Fixture.brainstorm, colour: true) == #"""
        {1}c9{0}   Longer bus hours
        {1}c10{0}  Warm homes
        {2}└─ {0}{1}c11{0}  Soon
        """#)
  }

  @Test("a comment in colour")
  func colouredComment() {
    #expect(
      render(Fixture.deepThread, 20, colour: true) == #"""
        {1}c1{0}  {36}Ann{0}
            Card 1

        {1}c2{0}  {36}Ann{0}  {36}↳ reply to{0}
            {36}c1{0}
            Card 2

        {1}c3{0}  {36}Ann{0}  {36}↳ reply to{0}
            {36}c2{0}
            Card 3

        {1}c4{0}  {36}Ann{0}  {36}↳ reply to{0}
            {36}c3{0}
            Card 4

        {1}c5{0}  {36}Ann{0}  {36}↳ reply to{0}
            {36}c4{0}
            Card 5

        {1}c6{0}  {36}↳ reply to c5{0}
            Six
        """#)
  }

  @Test("cards of one line stay together")
  func oneLiners() {
    #expect(
      render(Fixture.brainstorm) == #"""
        c9   Longer bus hours
        c10  Warm homes
        └─ c11  Soon
        """#)
  }

  @Test("too deep to indent: words say what is replied to")
  func deep() {
    #expect(
      render(Fixture.deepThread, 36) == #"""
        c1  Ann
        │   Card 1
        │
        └─ c2  Ann
           │   Card 2
           │
           ├─ c3  Ann
           │      Card 3
           │
           ├─ c4  Ann  ↳ reply to c3
           │      Card 4
           │
           ├─ c5  Ann  ↳ reply to c4
           │      Card 5
           │
           └─ c6  ↳ reply to c5
                  Six
        """#)
  }

  @Test("for a screen reader")
  func linear() {
    #expect(
      render(Fixture.discussion, linear: true) == #"""
        Heading 1: Public Services in a Networked World
        c1: Welcome to the Solace Summit 2011
        Remark: pingback.
        c2 by Roger White: No other comments published yet so am I the first?!

        I believe proposition 4 merits major discussion and I’m sure will get it.
        Tags: skills, social media.
        c3. Reply to c2: Thanks for your comment and for kick starting a conversation.
        c5. Reply to c3, by Mike: Agreed.
        4 replies to c5 folded.
        c12. Reply to c2, by Carrie Bishop: Me too.
        c4 by Ruth Hyde: 1. Collaboration
        2. Openness
        Remark: hidden: too long.
        """#)
  }
}
