import ExerciseProtocol

extension WireForm {
  /// A field of each type, with what the type adds.
  static let fields =
    [
      (FieldType.text, #""type": "text""#),
      (.integer(1...9), #""type": "integer", "minimum": 1, "maximum": 9"#),
      (.flag, #""type": "flag""#),
      (.choice(["oldest", "newest"]), #""type": "choice", "choices": ["oldest", "newest"]"#),
      (.card, #""type": "card""#), (.cards, #""type": "cards""#), (.person, #""type": "person""#),
      (.points(0...20), #""type": "points", "minimum": 0, "maximum": 20"#),
      (.tags, #""type": "tags""#), (.date, #""type": "date""#), (.file, #""type": "file""#),
    ].map { type, text in
      WireForm(
        "a field: \(text)", FieldDescription("name", type, "What it is"),
        #"{"name": "name", "summary": "What it is", "required": true, \#(text)}"#)
    } + [
      WireForm(
        "a field with a default",
        FieldDescription("dots", .integer(1...9), "How many", isRequired: false, defaultValue: 3),
        """
        {"name": "dots", "summary": "How many", "default": 3, "type": "integer", "minimum": 1,
         "maximum": 9}
        """),
      WireForm(
        "a field that may be left out",
        FieldDescription("reply", .card, "What it answers", isRequired: false),
        #"{"name": "reply", "summary": "What it answers", "type": "card"}"#),
      WireForm(
        "a field of one person or several",
        FieldDescription("owner", .person, "Who sees to it", isRequired: false, isSeveral: true),
        #"{"name": "owner", "summary": "Who sees to it", "several": true, "type": "person"}"#),
    ]

  static let voting = Manifest(
    id: "voting", name: "Voting", version: "1.0.0", summary: "Dot voting", author: "Ann",
    licence: "Apache-2.0",
    exercises: [
      ExerciseDescription(
        id: "dot-voting", name: "Dot voting", summary: "spread your dots",
        guidance: ["Read the cards out."],
        settings: [FieldDescription("anonymous", .flag, "Keep no names", isRequired: false)],
        actions: [
          ActionDescription(
            name: "vote", summary: "Place your dots", attribution: .required,
            fields: [FieldDescription("dots", .points(0...20), "Cards and dots")],
            examples: ["vote c1=2 c3"]),
          ActionDescription(
            name: "reveal", summary: "Show the count", privacy: .anonymous, attribution: .none,
            isForFacilitator: true, fields: []),
        ], lineAction: "vote", stateVersion: 1)
    ])

  static let votingText = """
    {"id": "voting", "name": "Voting", "version": "1.0.0", "summary": "Dot voting",
     "author": "Ann", "licence": "Apache-2.0",
     "exercises": [
       {"id": "dot-voting", "name": "Dot voting", "summary": "spread your dots",
        "guidance": ["Read the cards out."],
        "settings": [{"name": "anonymous", "summary": "Keep no names", "type": "flag"}],
        "actions": [
          {"name": "vote", "summary": "Place your dots", "privacy": "open",
           "attribution": "required",
           "fields": [{"name": "dots", "summary": "Cards and dots", "required": true,
                       "type": "points", "minimum": 0, "maximum": 20}],
           "examples": ["vote c1=2 c3"]},
          {"name": "reveal", "summary": "Show the count", "privacy": "anonymous",
           "attribution": "none", "facilitator": true}
        ],
        "line": "vote", "state-version": 1}
     ]}
    """

  static let manifests = [
    WireForm("a manifest", voting, votingText),
    WireForm(
      "an empty manifest",
      Manifest(
        id: "none", name: "None", version: "0.1.0", summary: "", author: "", licence: "MIT",
        exercises: []),
      """
      {"id": "none", "name": "None", "version": "0.1.0", "summary": "", "author": "",
       "licence": "MIT"}
      """),
  ]
}
