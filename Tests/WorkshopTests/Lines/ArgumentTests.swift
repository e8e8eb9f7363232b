import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// What the exercise gets for a line: every kind of value, in every way of writing it.
@Suite("The values in a line")
struct ArgumentTests {
  @Test(
    "They are read by their kind",
    arguments: [
      ("/number 7", #"{"number":7}"#),
      ("/number number=7", #"{"number":7}"#),
      ("/flag yes", #"{"flag":true}"#),
      ("/flag OFF", #"{"flag":false}"#),
      ("/choose green", #"{"choice":"green"}"#),
      ("/choose RED", #"{"choice":"red"}"#),
      ("/choose gree", #"{"choice":"green"}"#),
      ("/card c2", #"{"card":"c2"}"#),
      ("/card 2", #"{"card":"c2"}"#),
      ("/card >C2", #"{"card":"c2"}"#),
      ("/pick c1", #"{"cards":["c1"]}"#),
      ("/pick c1 3", #"{"cards":["c1","c3"]}"#),
      ("/pick c1,c3", #"{"cards":["c1","c3"]}"#),
      ("/pick c1, c3", #"{"cards":["c1","c3"]}"#),
      ("/pick c2-c4", #"{"cards":["c2","c3","c4"]}"#),
      ("/pick 1-2,4", #"{"cards":["c1","c2","c4"]}"#),
      ("/pick c1 c1-c2", #"{"cards":["c1","c2"]}"#),
      ("/pick c1 c2 and then words", #"{"cards":["c1","c2"],"text":"and then words"}"#),
      ("/pick c1 and c3", #"{"cards":["c1","c3"]}"#),
      ("/pick c1, c2 & c4 words", #"{"cards":["c1","c2","c4"],"text":"words"}"#),
      ("/pick c1, c2: Honest", #"{"cards":["c1","c2"],"text":"Honest"}"#),
      ("/pick c1;c2+c3", #"{"cards":["c1","c2","c3"]}"#),
      ("/card c2:", #"{"card":"c2"}"#),
      ("/points @Ruth c1 x3 c2", #"{"points":{"c1":3,"c2":1}}"#),
      ("/points @Ruth c1x3, c2 2x", #"{"points":{"c1":3,"c2":2}}"#),
      ("/points @Ruth c1×2 c2*1", #"{"points":{"c1":2,"c2":1}}"#),
      ("/order c3, c1, c2", #"{"order":[["c3"],["c1"],["c2"]]}"#),
      ("/duel c1>c2, c4>c3", #"{"duels":[["c1","c2"],["c4","c3"]]}"#),
      ("/points @Ruth c1=2 c3", #"{"points":{"c1":2,"c3":1}}"#),
      ("/points @Ruth c3 c3 c1", #"{"points":{"c1":1,"c3":2}}"#),
      ("/points @Ruth 1-2=3", #"{"points":{"c1":3,"c2":3}}"#),
      ("/give Ruth", #"{"person":"p2"}"#),
      ("/give roger a hand", #"{"person":"p1","text":"a hand"}"#),
      ("/give Roger White a hand", #"{"person":"p1","text":"a hand"}"#),
      (#"/give "Roger White" a hand"#, #"{"person":"p1","text":"a hand"}"#),
      ("/give p3", #"{"person":"p3"}"#),
      ("/give a hand person=Ruth", #"{"person":"p2","text":"a hand"}"#),
      (#"/give person="Ruth Hyde" a hand"#, #"{"person":"p2","text":"a hand"}"#),
      ("/label skills #youth", #"{"tags":["skills","youth"]}"#),
      ("/label skills,youth", #"{"tags":["skills","youth"]}"#),
      ("/order c3 c1=c2 4", #"{"order":[["c3"],["c1","c2"],["c4"]]}"#),
      ("/order c3>c1=2>c4", #"{"order":[["c3"],["c1","c2"],["c4"]]}"#),
      ("/order C2", #"{"order":[["c2"]]}"#),
      ("/duel c1>c2 4>c3", #"{"duels":[["c1","c2"],["c4","c3"]]}"#),
      ("/day 2026-12-01", #"{"day":"2026-12-01"}"#),
    ])
  func values(_ line: String, _ fields: String) throws {
    #expect(try TestDesk.atProbe().call(line)?.fields.text() == fields)
  }

  @Test(
    "What is wrong is shown where it stands, with a valid example or the mend",
    arguments: [
      [
        "/number 11", "        ^^",
        "number can't be 11: it goes from 1 to 10.",
      ],
      [
        "/number ten", "        ^^^", "“ten” is not a whole number from 1 to 10.",
        "Hint: number: A number",
      ],
      [
        "/number 1 2", "          ^", "“2” is one word too many here.", "Hint: Leave it out.",
      ],
      [
        "/order c1 c2 c1", "       ^^", "c1 stands in the order twice.",
        "Hint: Name every card once.",
      ],
      [
        "/order best", "       ^^^^",
        "“best” is not cards from best to last such as c3 c1=c2 c5.", "Hint: order: Best first",
      ],
      ["/duel c2>c2", "      ^^^^^", "c2 can't be compared with itself.", "Hint: Write c1>c2."],
      [
        "/number number=1 number=2", "        ^^^^^^^^", "“number” is given twice.",
        "Hint: Leave one of them out.",
      ],
      ["/flag maybe", "      ^^^^^", "“maybe” is not yes or no.", "Hint: flag: Yes or no"],
      [
        "/choose gr", "        ^^", "“gr” is not red, green or grey.", "Hint: choice: A colour",
      ],
      [
        "/card c9", "      ^^", "There is no card c9.",
        "Hint: The latest is c4; /cards lists them.",
      ],
      [
        "/card cat", "      ^^^", "“cat” is not a card such as c12.", "Hint: card: A card",
      ],
      [
        "/pick c1 c3-c9", "         ^^^^^", "There is no card c9.",
        "Hint: The latest is c4; /cards lists them.",
      ],
      [
        "/pick c3-c1", "      ^^^^^", "c3 does not come before c1.",
        "Hint: Write the earlier card first.",
      ],
      [
        "/pick ,", "      ^",
        "“,” is not a card such as c12, or several such as c3 c5 or c3-c7.",
        "Hint: cards: Cards",
      ],
      ["/points @Ruth c1=x", "              ^^^^", "“x” is not a whole number."],
      ["/points @Ruth c1=6", "              ^^^^", "c1 can't be 6: it goes from 0 to 5."],
      [
        "/points @Ruth c1=3 c1=3", "                   ^^^^",
        "c1 can't be 3: it goes from 0 to 5.",
      ],
      [
        "/give R", "      ^", "“R” could be Roger White, Ruth Hyde or Rhona Roberts.",
        "Hint: Type more of the name.",
      ],
      [
        "/give Rogr", "      ^^^^", "Nobody here is called “Rogr”.",
        "Hint: Did you mean Roger White? “/people add Rogr” puts somebody new on the roster.",
      ],
      [
        "/give Zoe", "      ^^^", "Nobody here is called “Zoe”.",
        "Hint: /people add Zoe puts somebody on the roster.",
      ],
      [
        "/day 2026-02-30", "     ^^^^^^^^^^",
        "“2026-02-30” is not a day such as 2026-12-01, 1 December, Friday or next week.",
        "Hint: day: A day",
      ],
      [
        "/day 👩‍👩‍👧 e\u{301}", "     ^",
        "“👩‍👩‍👧” is not a day such as 2026-12-01, 1 December, Friday or next week.",
        "Hint: day: A day",
      ],
      ["/bring gone.txt", "“gone.txt” is not there."],
    ])
  func refusals(_ told: [String]) throws {
    #expect(try TestDesk.atProbe().told(told[0]) == told.said)
  }

  @Test("A file reaches the exercise as its name and its bytes")
  func file() throws {
    let desk = try TestDesk.atProbe()
    desk.files.contents["folder/notes.txt"] = Array("Mwy o goed".utf8)
    #expect(
      try desk.call("/bring folder/notes.txt")?.fields.text()
        == #"{"file":{"name":"notes.txt","base64":"TXd5IG8gZ29lZA=="}}"#)
  }

  @Test("The smallest and the largest numbers are refused, not stumbled over")
  func extremes() throws {
    let desk = try TestDesk.atProbe()
    for number in ["\(Int.min)", "\(Int.max)", "99999999999999999999"] {
      for line in [
        "/number \(number)", "/time \(number)", "/goto \(number)", "/undo \(number)",
        "/points @Ruth c1=\(number)", "/agenda move 1 \(number)", "/agenda add probe at=\(number)",
        "/card c\(number)", "/show \(number)", "/log \(number)",
      ] {
        #expect(desk.problem(line) != nil, "\(line)")
      }
    }
  }
}

extension [String] {
  /// What is to be seen: a problem without a place is told without its line.
  fileprivate var said: [String] { hasPlace ? self : Array(dropFirst()) }

  fileprivate var hasPlace: Bool { count > 1 && self[1].allSatisfy { $0 == " " || $0 == "^" } }
}
