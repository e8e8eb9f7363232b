import ExerciseProtocol
import Rendering
import Testing
import Workshop

/// What the facilitator reads when the room turns to an activity has to share a small screen with
/// the view above it and the prompt below.
@Suite struct GuideScreenTests {
  private static let exercise = ExerciseDescription(
    id: "e", name: "Collect", summary: "gather ideas",
    guidance: ["Read it out.", "Type it.", "Tip: count to ten.", "Variation: in pairs."],
    settings: [], actions: [], lineAction: nil, stateVersion: 1)

  private func guide(
    _ guide: [Guidance], gives: String? = nil, of exercise: ExerciseDescription? = exercise
  ) -> ActivityGuide {
    ActivityGuide(
      Activity.Plan(
        id: "a1", exercise: "e", title: "Ideas", focus: "What now?", guide: guide, gives: gives),
      exercise)
  }

  private func rows(_ blocks: [View.Block], columns: Int = 80) -> [Substring] {
    let style = TerminalStyle(columns: columns, usesColour: false, usesUnicode: true)
    return TerminalRenderer(style).render(View(blocks)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
  }

  @Test func whatToSayNowComesFirst() {
    let guide = guide(
      [
        Guidance(.action, "Put the chairs in a circle."), Guidance(.say, "What brings you here?"),
        Guidance(.tip, "Begin yourself."), Guidance(.say, "Thank you."),
      ], gives: "A room that has arrived.")
    #expect(
      rows(guide.brief.blocks) == [
        "▸ Say now", "“What brings you here?”", "", "▸ What to do", "• Put the chairs in a circle.",
        "• Say: “Thank you.”", "", "What comes out: A room that has arrived.",
      ])
    #expect(
      rows(guide.view.blocks, columns: 60) == [
        "Guide to “Ideas”", "════════════════", "What now?", "", "What to say and do",
        "──────────────────", "1. Put the chairs in a circle.", "2. Say: “What brings you here?”",
        "3. Say: “Thank you.”", "", "What comes out: A room that has arrived.", "", "Good to know",
        "────────────", "• Tip: Begin yourself.", "", "What “Collect” can do",
        "─────────────────────", "• Read it out.", "• Type it.", "• Tip: Count to ten.",
        "• Variation: In pairs.",
      ])
  }

  @Test func withoutAGuideTheExerciseAdvises() {
    #expect(
      rows(guide([]).brief.blocks) == ["▸ What to do", "• Read it out.", "• Type it."])
    #expect(!guide([]).brief.isAll && !guide([Guidance(.say, "A")]).brief.isAll)
    #expect(guide([Guidance(.say, "A")], of: nil).brief.isAll)
    #expect(guide([], of: nil).brief.blocks.isEmpty)
  }

  @Test(arguments: 0..<200)
  func itIsNeverMoreThanAScreen(_ seed: Int) {
    var chance = Chance(seed: seed)
    func number(_ most: Int) -> Int { .random(in: 0..<most, using: &chance) }
    func text(_ longest: Int) -> String {
      String(repeating: "some words ", count: 1 + number(longest / 11))
    }
    let entries = (0..<number(12)).map { _ in
      Guidance(Guidance.Kind.allCases[number(5)], text(number(8) == 0 ? 1000 : 200))
    }
    let guide = guide(entries, gives: number(3) == 0 ? nil : text(300))
    #expect(rows(guide.brief.blocks).count <= 20)
  }
}
