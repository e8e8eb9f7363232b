/// A facilitator's way through one exercise: each line, and what is said to it; and at the end a
/// mistake, with what is said to that.
struct ExerciseWalk: Sendable {
  typealias Step = (line: String, answer: String)

  var exercise: String
  /// As they are typed on the agenda.
  var settings = ""
  /// What was said in the discussion before it: c1, c2 and so on.
  var cards: [String] = []
  var steps: [Step]
  var mistake: Step

  /// Ruth Hyde and Roger White in a discussion, and then at the exercise.
  var beginning: String {
    let set = settings.isEmpty ? "" : " set=\"\(settings)\""
    let lines = [
      "/new Day", "/agenda add discussion Talk", "/agenda add \(exercise) Here\(set)",
      "/people add Ruth Hyde, Roger White", "/start",
    ]
    return (lines + cards + ["/next"]).map { $0 + "\n" }.joined()
  }

  private static let needs = [
    "Buses are late at night #night", "Late buses at night", "No roof at the stop",
    "The timetable is too small",
  ]

  static let all: [ExerciseWalk] = [
    ExerciseWalk(
      exercise: "discussion",
      steps: [
        ("@Ruth There is no roof", "✓ c1  Ruth Hyde"), (">1 And no light", "✓ c2  in reply to c1"),
        ("/show", "1 of 2 has spoken. 1 contribution has no name.\n\nHint: Not yet: Roger White"),
        ("/hide c2 said twice", "✓ c2 is hidden: said twice"), ("/undo", "✓ Undone: step "),
        ("/fold c1", "c1 is folded; /unfold c1 shows its replies."),
      ], mistake: ("/hide c9 x", "There is no card c9.")),
    ExerciseWalk(
      exercise: "collect", settings: "mode=rounds",
      steps: [
        ("/round", "begins. Say: “One idea each."), ("A night bus", "Next: "),
        ("/pass", "Next: "), ("/show", "1 of 2 has contributed in this round."),
        ("@Ruth A bus at night #night", "✓ c2  Ruth Hyde  #night"),
        ("/merge c1 c2", "✓ c1 stands for c2 too."), ("/show", "[also c2 “A bus at night” (Ruth"),
        ("/split c2", "✓ c2 stands for itself again, beside c1."), ("/undo", "✓ Undone: step "),
        ("/back", "Talk\n════"), ("/next", "[also c2 “A bus at night” (Ruth"),
      ], mistake: ("/merge c1", "Merging takes two cards or more.")),
    ExerciseWalk(
      exercise: "group", cards: needs,
      steps: [
        ("/show", "• Nearly the same? /merge c1 c2\n"),
        ("#night", "✓ 1 card with #night picked. Read them out; the next line is the name."),
        ("Night buses", "✓ c5  #night-buses  “Night buses”, 1 card, labelled #night-buses."),
        ("~roof c4 Signs", "“Signs”, 2 cards"), ("c2 1", "✓ 1 card more in “Night buses”."),
        ("/rename 2 The stop", "“Signs” is “The stop” now, its cards labelled #the-stop."),
        ("/release c4", "✓ c4: waiting for a theme."), ("/show", "3 of 4 cards in a theme."),
        ("/back", "Talk\n════"), ("A new card", "✓ c7"), ("/next", "• c7  A new card\n"),
        ("* Others", "“Others”, 2 cards"), ("/join 3 1", "“Others” is part of “Night buses” now."),
      ], mistake: ("c1 9", "There is no theme 9.")),
    ExerciseWalk(
      exercise: "matrix", settings: "placed-by=everybody", cards: needs,
      steps: [
        ("@Ruth c1 8 2; c3 1 2", "✓ c1 and c3 are placed."), ("@Roger c1 2 9", "✓ c1 lies at 2"),
        ("/show", "c1  Buses are late at night  5 (2 to 8)  5.5 (2 to 9)          2"),
        ("/show", "Hint: Far apart: c1. Ask both sides, then /settle."),
        ("/settle c1 6 4", "✓ c1 is settled at 6 across, 4 up."), ("/label", "✓ 2 cards labelled."),
        ("/cards", "#leave-it"), ("/clear c3", "✓ Off the matrix: c3."),
      ], mistake: ("@Ruth c1 8 12", "Both numbers go from 0 to 10.")),
    ExerciseWalk(
      exercise: "canvas", settings: "preset=persona", cards: needs,
      steps: [
        ("@Ruth Who: Ann, 78", "✓ c5  Ruth Hyde  #who  Who"),
        ("/at bar", "✓ Barriers: What stands"),
        ("Three steps", "✓ c6  #barriers"), ("/move c1-c2 needs", "✓ c1 and c2 in “Needs”."),
        ("/show", "3 of 7 regions have cards."), ("/undo", "✓ Undone: step "),
        ("/show", "2 of 7 regions have cards."),
      ], mistake: ("/at nowhere", "No region is called “nowhere”.")),
    ExerciseWalk(
      exercise: "chain",
      steps: [
        ("@Ruth People miss the bus", "✓ c1  Ruth Hyde  Why is that?"),
        ("It is early", "✓ c2  in reply to c1  Why is that?"), (">c1 It is full", "✓ c3  in reply"),
        ("/from c2", "“It is early”  Why is that?"), ("Winter", "✓ c4  in reply to c2"),
        ("/assume c4 Snow", "#assumption"), ("/mark c3", "✓ c3 #act-here"),
        ("/show", "Cards on each level: Problem 1, First why 2, Second why 1."),
      ], mistake: ("/mark c3", "c3 is marked already.")),
    ExerciseWalk(
      exercise: "rounds", settings: "order=roster",
      steps: [
        ("/round", "Who are you, and how do you come into the room? Ruth Hyde, please."),
        ("Tired, and glad", "✓ c1  Ruth Hyde"), ("/pass", "✓ Roger White, please."),
        ("/show", "Comes back:  Ruth Hyde"), ("/done", "✓ Ruth Hyde, please."),
        ("/done", "✓ Everybody had a turn; /round goes on."),
        ("/show", "2 of 2 have spoken in this round."), ("/round", "Roger White, please."),
      ], mistake: ("/call Nobody", "Nobody here is called “Nobody”.")),
    ExerciseWalk(
      exercise: "crowd-scoring", cards: needs,
      steps: [
        ("/pass", "Pass 1 of 5. Read, and score: @Name 4"), ("@Ruth 4", "✓ Noted."),
        ("/show", "1 of 2 has scored in this pass.\n\nHint: Not yet: Roger White"),
        ("/pass", "Pass 2 of 5."), ("@Roger 2", "✓ Noted."), ("/reveal", "Nobody scored\n"),
        ("/cover", "✓ Noted."),
      ], mistake: ("@Ruth 6", "from 1 to 5")),
    ExerciseWalk(
      exercise: "consent", cards: needs,
      steps: [
        ("/propose c3 We build a roof", "What do you need to know"),
        ("@Ruth Who pays?", "✓ c5  Ruth Hyde  #question"), ("/phase", "what do you think of it?"),
        ("@Roger Good", "#reaction"), ("/phase objections", "Is there any reason"),
        ("@Ruth objection Nobody pays", "#objection"), ("@Roger consent", "✓ Noted."),
        ("/show", "does not pass. 1 objection stands in the\n  way."),
        ("/resolve c7 The county pays", "✓ "), ("/amend We build a roof; the county pays", "✓ "),
        ("@Ruth consent", "✓ Noted."), ("@Roger concern It is slow", "#concern"),
        ("/show", "Phase:     5 of 7, objections; then integrate and decision"),
        ("/decide 2027-03-01", "Decided; to be looked at again on 2027-03-01."),
        ("/show", "✓ Decided: We build a roof; the county pays"),
      ], mistake: ("/decide soon", "“soon” is not a day such as 2026-12-01, 1 December")),
    ExerciseWalk(
      exercise: "survey", settings: "privacy=open",
      steps: [
        ("@Ruth 4", "✓ Noted."), ("/show", "1 of 2 has answered question 1."),
        ("/question", "I could say what matters to me"), ("@Roger Fully", "✓ Noted."),
        ("/question 3", "What should we do differently"), ("@Ruth More breaks", "✓ c1  Ruth Hyde"),
        ("/reveal", "Middle 5, half of the answers at 5"),
      ], mistake: ("/question 4", "There is no question 4.")),
  ]
}
