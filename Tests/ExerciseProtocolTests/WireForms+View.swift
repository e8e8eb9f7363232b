import ExerciseProtocol

extension WireForm {
  /// A view of one block.
  private init(_ name: String, _ block: View.Block, _ text: String) {
    self.init(name, View([block]), "[\(text)]")
  }

  static let views = [
    WireForm("an empty view", View(), "[]"),
    WireForm(
      "a heading", .heading("Needs", level: 1),
      #"{"block": "heading", "text": "Needs", "level": 1}"#),
    WireForm("a text", .text("One\nTwo"), #"{"block": "text", "text": "One\nTwo"}"#),
    WireForm(
      "a note", .note("Nothing yet.", .hint),
      #"{"block": "note", "text": "Nothing yet.", "tone": "hint"}"#),
    WireForm(
      "a list", .list(["One", "Two"], ordered: true),
      #"{"block": "list", "items": ["One", "Two"], "ordered": true}"#),
    WireForm("an empty list", .list([], ordered: false), #"{"block": "list", "ordered": false}"#),
    WireForm(
      "facts", .facts([.init("Cards", "12")]),
      #"{"block": "facts", "facts": [{"name": "Cards", "value": "12"}]}"#),
    WireForm(
      "a thread",
      .thread([
        View.ThreadNode(
          id: "c1", text: "A guide", author: "Ruth", tags: ["skills"], remark: "pingback",
          replies: [View.ThreadNode(id: "c2", text: "Yes", folded: 3)])
      ]),
      """
      {"block": "thread",
       "cards": [{"id": "c1", "text": "A guide", "author": "Ruth", "tags": ["skills"],
                  "remark": "pingback",
                  "replies": [{"id": "c2", "text": "Yes", "folded": 3}]}]}
      """),
    WireForm(
      "a table",
      .table(View.Table([.init("Card"), .init("Dots", isNumeric: true)], [["c1", "2"]])),
      """
      {"block": "table", "columns": [{"title": "Card"}, {"title": "Dots", "numeric": true}],
       "rows": [["c1", "2"]]}
      """),
    WireForm(
      "bars",
      .bars([
        .init("c1", value: 2.5, caption: "2.5 points", isChosen: true),
        .init("c2", value: 0, caption: "none"),
      ]),
      """
      {"block": "bars",
       "bars": [{"label": "c1", "value": 2.5, "caption": "2.5 points", "chosen": true},
                {"label": "c2", "value": 0.0, "caption": "none"}]}
      """),
    WireForm(
      "a grid", .grid([.init("Says", prompt: "What do they say?", items: ["Help"])]),
      """
      {"block": "grid",
       "regions": [{"title": "Says", "prompt": "What do they say?", "items": ["Help"]}]}
      """),
    WireForm(
      "a matrix",
      .matrix(
        .init(
          horizontal: .init("Effort", low: "little", high: "much"),
          vertical: .init("Value", low: "low", high: "high"),
          points: [.init("c1", x: 0.25, y: 1)])),
      """
      {"block": "matrix", "horizontal": {"name": "Effort", "low": "little", "high": "much"},
       "vertical": {"name": "Value", "low": "low", "high": "high"},
       "points": [{"label": "c1", "x": 0.25, "y": 1.0}]}
      """),
    WireForm(
      "a matrix with words",
      .matrix(
        .init(
          horizontal: .init("Effort", low: "little", high: "much"),
          vertical: .init("Value", low: "low", high: "high"),
          points: [.init("c1", x: 0.25, y: 1, text: "A roof")])),
      """
      {"block": "matrix", "horizontal": {"name": "Effort", "low": "little", "high": "much"},
       "vertical": {"name": "Value", "low": "low", "high": "high"},
       "points": [{"label": "c1", "x": 0.25, "y": 1.0, "text": "A roof"}]}
      """),
  ]
}
