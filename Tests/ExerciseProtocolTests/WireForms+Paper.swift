import ExerciseProtocol

extension WireForm {
  private static let options = [
    PaperOption("c1", "A guide"), PaperOption("c2", "Training", cost: 900),
  ]
  private static let optionsText = """
    [{"id": "c1", "text": "A guide"}, {"id": "c2", "text": "Training", "cost": 900}]
    """

  static let papers =
    [
      WireForm(
        "a paper",
        Reply.paper(
          Paper(
            [
              PaperQuestion(
                "order", "Which first?", .rank(atMost: 2, allowsTies: true),
                options: options, isRequired: true)
            ],
            rule: CountingRule(
              "schulze", of: "order", seats: 2, budget: 1000, settings: ["strength": "margins"]))),
        """
        {"reply": "paper", "paper": {
          "questions": [{"field": "order", "prompt": "Which first?", "required": true,
            "options": \(optionsText), "form": "rank", "at-most": 2, "ties": true}],
          "rule": {"method": "schulze", "field": "order", "seats": 2, "budget": 1000,
            "settings": {"strength": "margins"}}}}
        """),
      WireForm("no paper", Reply.paper(nil), #"{"reply": "paper"}"#),
      WireForm(
        "answers",
        Ballot(.answers(["why": "Because", "dots": ["c2": 1]]), weight: 3),
        #"{"answers": {"dots": {"c2": 1}, "why": "Because"}, "weight": 3}"#),
      WireForm("a blank ballot", Ballot(.blank), #"{"blank": true}"#),
      WireForm("a spoilt ballot", Ballot(.spoilt, weight: 2), #"{"spoilt": true, "weight": 2}"#),
    ] + forms

  private static let forms: [WireForm] = [
    (PaperForm.chooseOne, #"{"form": "choose-one"}"#),
    (.chooseSome(0...2), #"{"form": "choose-some", "at-least": 0, "at-most": 2}"#),
    (.rank(atMost: 5, allowsTies: false), #"{"form": "rank", "at-most": 5}"#),
    (.score(-2...2), #"{"form": "score", "minimum": -2, "maximum": 2}"#),
    (.dots(total: 3, perOption: 2), #"{"form": "dots", "total": 3, "per-option": 2}"#),
    (.credits(25), #"{"form": "credits", "total": 25}"#),
    (.grade(["Poor", "Good"]), #"{"form": "grade", "grades": ["Poor", "Good"]}"#),
    (
      .grade(["veto", "support"], from: 1),
      #"{"form": "grade", "grades": ["veto", "support"], "from": 1}"#
    ),
    (
      .scale([ScaleStep(0, "No"), ScaleStep(5, "Yes")]),
      #"{"form": "scale", "steps": [{"value": 0, "label": "No"}, {"value": 5, "label": "Yes"}]}"#
    ),
    (.duels(10), #"{"form": "duels", "count": 10}"#),
    (.text(lines: 4), #"{"form": "text", "lines": 4}"#),
  ].map { WireForm("the form \($0.0)", $0.0, $0.1) }
}
