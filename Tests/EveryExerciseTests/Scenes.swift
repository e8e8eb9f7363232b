/// The scenes of which goldens are kept: each exercise full, empty, and with one person.
enum Scenes {
  static func scenes(of exercise: String) -> [Scene] {
    (coDesign[exercise] ?? polls[exercise] ?? []) + [
      Scene("empty"), Scene("alone", people: Scene.alone, cards: ["A roof #roof"], alone(exercise)),
    ]
  }

  /// What one person does where there is nobody else.
  private static func alone(_ exercise: String) -> String {
    switch exercise {
    case "group": "c1 Shelter"
    case "matrix": "c1 7 2"
    case "rounds": "/round"
    case "crowd-scoring": "/pass"
    case "consent": "/propose c1"
    case "dot-voting", "choose", "rank", "budget": "/show"
    default: "/show"
    }
  }

  static let coDesign: [String: [Scene]] = [
    "discussion": [
      Scene(
        "rich", cards: ["A page of the county"],
        "@Ruth There is no roof, and it rains here two days of three #roof",
        "@山田花子 >c2 夜は暗くて少し怖いです。", "@Mo >c3 A light 💡 would do", "@نور >c4 الضوء مهم للجميع",
        "Somebody says a thing without a name", "@Siân >c2 Not on Sundays",
        "/hide c7 off topic",
        "@Llŷr And the Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
          + "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochStop is far")
    ],
    "collect": [
      Scene(
        "rich", cards: ["From before"],
        "@Ruth \(Scene.needs[0])", "@Mo \(Scene.needs[1])", "@Siân \(Scene.needs[2])",
        "@山田花子 \(Scene.needs[3])", "@نور \(Scene.needs[5])", ">c2 And on Sundays not at all",
        "\(Scene.needs[6])", "/merge c2 c3"),
      Scene("rounds", settings: "mode=rounds", "/round", "/pass"),
      Scene(
        "sheets", settings: "mode=pass-it-on", "/round", "@Ruth A night bus", "@Mo A roof",
        "/round", "@Ruth A seat under it", "@نور A light"),
      Scene("pairs", settings: "mode=1-2-4-all", "/round", "/round", "@Mo A roof", "/round"),
      Scene("anonymous", settings: "privacy=anonymous", "A roof", "A light"),
      Scene("sealed", settings: "privacy=sealed"),
    ],
    "group": [
      Scene(
        "rich", cards: Scene.needs,
        "c3 c5-c6 Getting information, whoever you are and whatever you read",
        "c7 屋根とベンチ", "/merge c1 c2"),
      Scene("waiting", cards: Scene.needs, "#night"),
    ],
    "matrix": [
      Scene("rich", cards: Scene.needs, "c1 8 9; c2 8 9; c3 2 8; c4 3 2; c5 9 1; c6 0 10"),
      Scene(
        "everybody", cards: Array(Scene.needs.prefix(4)),
        settings: "placed-by=everybody,axes=power-interest", "@Ruth c1 8 9; c3 1 2",
        "@Mo c1 2 9; c3 2 2", "@山田花子 c1 5 5; c2 10 0", "/settle c3 6 4"),
      Scene(
        "own", cards: ["One", "Two"],
        settings:
          "across=Cost in pounds of the county | cheap | more than anybody has,up=楽しさ | 低い | 高い,"
          + "quadrants=Do | Dream | Drop | Doubt", "c1 1 9; c2 9 9"),
    ],
    "chain": [
      Scene(
        "rich", "@Ruth People miss the last bus", "@Mo It leaves before the shift ends",
        "@山田花子 時刻表は別の事務所で作られている",
        ">c2 Nobody tells them 📵 that it was moved to an earlier "
          + "time in the winter timetable, which is printed in the autumn", ">c3 Shifts changed",
        "/assume c5 Managers knew", "/mark c4", "/root And the first one in the morning",
        "/from c3"),
      Scene("change", settings: "preset=theory-of-change", "Everybody gets home", "Late buses run"),
    ],
    "rounds": [
      Scene(
        "rich", settings: "preset=what-so-what-now-what", "/round", "I saw three buses pass",
        "/done", "/pass", "@نور الحافلة لا تتوقف", "/done", "/call Mo", "I had to walk 🚶", "/done"),
      Scene("complete", people: "Ruth, Mo", "/round", "/done", "/pass", "/pass"),
    ],
    "crowd-scoring": [
      Scene("rich", cards: Scene.needs, "/pass", "@Ruth 4", "@Mo 5"),
      Scene(
        "revealed", cards: Scene.needs, settings: "top=2", "@Ruth c1=5 c3=4 c5=2",
        "@Mo c1=4 c3=4 c6=1", "@Siân c5=5 c4=3", "/reveal"),
    ],
    "consent": [
      Scene(
        "rich", cards: ["We run a night bus for three months"], "/propose c1",
        "@Ruth Who pays for it?", "/phase reactions", "@山田花子 いいと思います", "@Mo I like it 👍",
        "/phase objections", "@Ruth consent", "@Mo concern It takes long",
        "@نور objection لا أحد يدفع ثمنها", "@Siân consent"),
      Scene(
        "decided", cards: ["We run a night bus for three months"], "/propose c1",
        "/phase objections", "@Ruth objection Nobody pays", "/resolve c2 The county pays",
        "/amend We run a night bus for three months, and the county pays", "@Ruth consent",
        "@Mo consent", "/decide 2027-03-01"),
      Scene(
        "fist", settings: "method=fist-to-five", "/propose A night bus", "/phase objections",
        "@Ruth 4", "@Mo 2 I would start later", "@Siân 5"),
      Scene(
        "gradients", settings: "method=gradients,privacy=anonymous", "/propose A night bus",
        "/phase objections", "8", "6", "3 I would start later"),
    ],
    "commit": [
      Scene(
        "rich",
        cards: [
          "A night bus", "Write the guide #action", "Ask the drivers #action",
          "Paint the stop #action",
        ],
        "/owner c2 Ruth", "/due c2 2011-01-01", "/done c3", "/drop c4 The county does it",
        "@Mo >c1 Talk to the bus company by 2026-12-01",
        "@山田花子 案内板を翻訳する by 2026-11-30",
        "Find 💷 for a light, from the fund of the county or from "
          + "people who live near the stop and would rather walk home in the light",
        "/decision c1 We begin with the night bus", "/insight Drivers know, and nobody had asked")
    ],
    "survey": [
      Scene("rich", settings: "privacy=open", "@Ruth 4", "@Mo 5", "@Siân Rather"),
      Scene(
        "revealed",
        settings: "privacy=open,questions=Likert: It was worth my time | Choice: How did you hear "
          + "of us? = Letter / 友達 / A poster at the stop that somebody had drawn on "
          + "| Text: What now?",
        "@Ruth 4", "@Mo 5", "@Siân 2", "@نور 5", "/question", "@Ruth 友達", "@Mo Letter", "/question",
        "@Mo Go on 🚀", "@نور المزيد من الحافلات", "/reveal"),
    ],
    "canvas": [
      Scene(
        "rich", cards: ["From before", "And another"], settings: "preset=persona",
        "@Ruth Who: Ann, 78, lives alone up the hill", "@Mo day: Gets up at five 🌅",
        "@山田花子 needs: 大きな文字の時刻表", "/at barriers",
        "The Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch stop has steps",
        "/move c1 goals"),
      Scene(
        "journey", settings: "preset=journey-map", "@Ruth before/does: Reads the timetable",
        "@Mo wait/feels: Cold, and nobody tells me why", "@نور wait/trouble: لا يوجد سقف",
        "after/chance: A text when the bus comes"),
    ],
  ]

  /// Before the count, and after it.
  static let polls: [String: [Scene]] = [
    "dot-voting": [
      Scene("rich", cards: Scene.needs, "@Ruth c1 c1 c3", "@Mo c4 c5"),
      Scene(
        "counted", cards: Scene.needs, "@Ruth c1 c1 c3", "@Mo c4 c5", "@Siân c3 c4 c4", "/reveal"),
    ],
    "choose": [
      Scene("rich", cards: Scene.needs, settings: "privacy=open", "@Ruth c1", "@Mo c3"),
      Scene(
        "counted", cards: Scene.needs, settings: "privacy=open", "@Ruth c3", "@Mo c3", "@نور c4",
        "/reveal"),
    ],
    "rank": [
      Scene("rich", cards: Scene.needs, settings: "privacy=open", "@Ruth c1 c3"),
      Scene(
        "counted", cards: Array(Scene.needs.prefix(4)), settings: "privacy=open", "@Ruth c1 c3 c2",
        "@Mo c3 c1", "@نور c3 c4", "/reveal"),
    ],
    "score": [
      Scene("rich", cards: Scene.needs, settings: "privacy=open", "@Ruth c1=5 c3=2"),
      Scene(
        "counted", cards: Array(Scene.needs.prefix(4)), settings: "privacy=open", "@Ruth c1=5 c3=2",
        "@Mo c3=5 c4=1", "/reveal"),
    ],
    "grade": [
      Scene("rich", cards: Scene.needs, settings: "privacy=open", "@Ruth c1=5 c3=2"),
      Scene(
        "counted", cards: Array(Scene.needs.prefix(4)), settings: "privacy=open",
        "@Ruth c1=5 c2=1 c3=2 c4=3", "@Mo c1=4 c2=1 c3=3 c4=3", "/reveal"),
    ],
    "quadratic": [
      Scene("rich", cards: Scene.needs, settings: "privacy=open", "@Ruth c1=3 c3=-1"),
      Scene(
        "counted", cards: Array(Scene.needs.prefix(4)), settings: "privacy=open",
        "@Ruth c1=3 c3=-1", "@Mo c3=2 c4=2", "/reveal"),
    ],
    "budget": [
      Scene(
        "rich", cards: Scene.needs, settings: "privacy=open,budget=1000", "/cost c1 900",
        "/cost c3 100"),
      Scene(
        "counted", cards: Array(Scene.needs.prefix(4)), settings: "privacy=open,budget=1000",
        "/cost c1 900", "/cost c2 400", "/cost c3 100", "/cost c4 500", "@Ruth c1 c3",
        "@Mo c3 c4", "/reveal"),
    ],
    "agree": [
      Scene(
        "rich", cards: ["A night bus"], settings: "privacy=open", "@Ruth c1=4",
        "@Mo c1=2 I would start later"),
      Scene(
        "counted", cards: ["A night bus"], settings: "privacy=open", "@Ruth c1=4",
        "@Mo c1=2 I would start later", "@山田花子 c1=5 賛成です", "/reveal"),
    ],
    "duels": [
      Scene("rich", cards: Scene.needs, settings: "privacy=open", "@Ruth c1>c3"),
      Scene(
        "counted", cards: Array(Scene.needs.prefix(4)), settings: "privacy=open",
        "@Ruth c1>c3 c4>c2",
        "@Mo c1>c2 c3>c4", "/reveal"),
    ],
    "opinions": [
      Scene("rich", cards: Scene.needs, settings: "privacy=open", "@Ruth c1=2 c3=0"),
      Scene(
        "counted", cards: Scene.needs, settings: "privacy=open",
        "@Ruth c1=2 c2=2 c3=0 c4=0 c5=2 c6=2 c7=1 c8=2",
        "@Mo c1=2 c2=2 c3=0 c4=0 c5=2 c6=2 c7=2 c8=2",
        "@Siân c1=0 c2=0 c3=2 c4=2 c5=0 c6=2 c7=2 c8=2",
        "@نور c1=0 c2=0 c3=2 c4=2 c5=0 c6=2 c7=2 c8=2", "/reveal"),
    ],
  ]
}
