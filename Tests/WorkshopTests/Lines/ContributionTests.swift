import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// What people say: a line without a slash.
@Suite("Plain lines")
struct ContributionTests {
  @Test(
    "A line is a contribution, attributed and placed by its signs",
    arguments: [
      ("Hello there", nil, #"{"text":"Hello there"}"#),
      ("  Hello   there  ", nil, #"{"text":"Hello   there"}"#),
      ("@Ruth Hello", "p2", #"{"text":"Hello"}"#),
      ("@ruth Hello", "p2", #"{"text":"Hello"}"#),
      ("@Ruth Hyde Hello", "p2", #"{"text":"Hello"}"#),
      (#"@"Ruth Hyde" Hello"#, "p2", #"{"text":"Hello"}"#),
      ("@Hyde Hello", "p2", #"{"text":"Hello"}"#),
      ("@p1 Hello", "p1", #"{"text":"Hello"}"#),
      (">c2 I agree", nil, #"{"reply":"c2","text":"I agree"}"#),
      (">2 I agree", nil, #"{"reply":"c2","text":"I agree"}"#),
      ("@Roger >3 I agree", "p1", #"{"reply":"c3","text":"I agree"}"#),
      (">3 @Roger I agree", "p1", #"{"reply":"c3","text":"I agree"}"#),
      ("@ home", nil, #"{"text":"@ home"}"#),
      ("at @Ruth’s place", nil, #"{"text":"at @Ruth’s place"}"#),
      (#"\@Ruth said so"#, nil, #"{"text":"@Ruth said so"}"#),
      (#"\>2 is more than 1"#, nil, #"{"text":">2 is more than 1"}"#),
      (#"\/undo is a command"#, nil, #"{"text":"/undo is a command"}"#),
      ("//undo is a command", nil, #"{"text":"/undo is a command"}"#),
      (#"\\ twice"#, nil, #"{"text":"\\\\ twice"}"#),
      (#"\o/ hooray"#, nil, #"{"text":"\\o/ hooray"}"#),
      (#"\\srv\x"#, nil, #"{"text":"\\\\srv\\x"}"#),
      (#"\\@Ruth"#, nil, #"{"text":"\\@Ruth"}"#),
      ("\\#idea is a tag", nil, ##"{"text":"#idea is a tag"}"##),
      (#"@Ruth \>2 is more"#, "p2", #"{"text":">2 is more"}"#),
      (#"They said "never" twice"#, nil, #"{"text":"They said \"never\" twice"}"#),
      (#""/undo" is a command"#, nil, #"{"text":"\"/undo\" is a command"}"#),
      ("a 5\" screen", nil, #"{"text":"a 5\" screen"}"#),
      ("👩‍👩‍👧 e\u{301}te\u{301}", nil, "{\"text\":\"👩‍👩‍👧 e\u{301}te\u{301}\"}"),
      ("first\nsecond", nil, #"{"text":"first\nsecond"}"#),
      ("Who is left out?", nil, #"{"text":"Who is left out?"}"#),
      ("Why ?", nil, #"{"text":"Why ?"}"#),
      ("cats?", nil, #"{"text":"cats?"}"#),
      ("@Ruth Why?", "p2", #"{"text":"Why?"}"#),
      (">2 Why?", nil, #"{"reply":"c2","text":"Why?"}"#),
      ("/say Why?", nil, #"{"text":"Why?"}"#),
      ("/say @Ruth Why not c2?", "p2", #"{"text":"Why not c2?"}"#),
      (#"\?"#, nil, #"{"text":"?"}"#),
      ("tags at the end #skills", nil, #"{"text":"tags at the end #skills"}"#),
      ("/say text=Hello", nil, #"{"text":"Hello"}"#),
      ("/say c2 I agree", nil, #"{"reply":"c2","text":"I agree"}"#),
      ("/say I agree reply=2", nil, #"{"reply":"c2","text":"I agree"}"#),
    ] as [(String, String?, String)])
  func contributions(_ line: String, _ actor: String?, _ fields: String) throws {
    let call = try TestDesk.atProbe().call(line)
    #expect(call?.fields.text() == fields)
    #expect(call?.actor?.rawValue == actor)
  }

  @Test("A name without its sign is a common slip, and the line with the sign is shown")
  func nameWithoutSign() throws {
    let desk = try TestDesk.inDiscussion()
    for line in ["One", "/next"] { try desk.perform(line) }
    #expect(desk.problem("Ruth c1")?.hint == "@ says who it is: @Ruth c1")
    #expect(desk.problem("nobody c1")?.hint?.contains("@") == false)
    #expect(desk.problem("@Ruth c1 Roger")?.hint?.contains("@ says") != true)
  }

  @Test("The example of how to say who spoke names somebody who is here, and no one else")
  func exampleOfAName() throws {
    let desk = TestDesk()
    for line in ["/new Day", "/agenda add discussion Talk"] { try desk.perform(line) }
    #expect(try desk.perform("/start").view.plainText.contains("@Roger … says who said it."))
    try desk.perform("/people add Ada Byron, Ada Lovelace, Bob")
    #expect(try desk.perform("?").view.plainText.contains("@Bob … says who said it."))
  }

  @Test("A word that is a command elsewhere stays a contribution, and the command is told")
  func wordsOfOtherPrograms() throws {
    let desk = try TestDesk.inDiscussion()
    let said = try desk.perform("Help").view.plainText
    #expect(said.contains("c1") && said.contains("/undo takes this back, then /help."))
    #expect(try desk.perform("exit").view.plainText.contains("then /quit."))
    #expect(try !desk.perform("Help us to exit").view.plainText.contains("/undo"))
    #expect(try !desk.perform("@Ruth help").view.plainText.contains("/undo"))
    let script = try TestDesk.inDiscussion(isInteractive: false)
    #expect(try !script.perform("help").view.plainText.contains("/undo"))
  }

  @Test(
    "What is wrong with it is shown where it stands",
    arguments: [
      [
        ">9 I agree", "^^", "There is no card c9.", "Hint: The latest is c4; /cards lists them.",
      ],
      [
        ">me I agree", "^^^", "“>me” is not a card.",
        "Hint: A card is named like c12; /cards lists them.",
      ],
      [
        "@R hello", "^^", "“R” could be Roger White, Ruth Hyde or Rhona Roberts.",
        "Hint: Type more of the name.",
      ],
      [
        "@Rogr hello", "^^^^^", "Nobody here is called “Rogr”.",
        "Hint: Did you mean Roger White? “/people add Rogr” puts somebody new on the roster.",
      ],
      [
        "@Ruth Hide hello", "", "",
      ],
      ["@Ruth", "Nothing was said.", "Hint: @Name and then what they say."],
      [">2", "Nothing was said.", "Hint: @Name and then what they say."],
      [
        "e\u{301}te\u{301} /x", "", "",
      ],
    ].filter { $0[1] != "" })
  func refusals(_ told: [String]) throws {
    let expected = told[1].contains("^") ? told : Array(told.dropFirst())
    #expect(try TestDesk.atProbe(isInteractive: false).told(told[0]) == expected)
  }

  @Test("Somebody new is named, and joins with what they say")
  func newcomer() throws {
    let desk = try TestDesk.atProbe()
    let events = try desk.events(of: "@Zoe Hello")
    #expect(events.count == 2)
    #expect(events.first == .joined(Participant(id: "p4", name: "Zoe")))
    #expect(desk.session.board["c5"]?.author == "p4")
    #expect(try desk.events(of: "@Zoe Again").count == 1)
  }

  @Test("Between activities, and without a session, a line has nowhere to go")
  func nowhere() throws {
    #expect(
      TestDesk().told("Hello") == [
        "No session is open.",
        "Hint: /new NAME begins one; /sessions lists those there are; /open NAME opens one.",
      ])
    let desk = TestDesk()
    try desk.perform("/new Summit")
    #expect(
      desk.told("Hello") == [
        "We are between activities, so this has nowhere to go.",
        "Hint: /agenda add EXERCISE puts one on the agenda.",
      ])
    #expect(try desk.perform("   ").view == View())
  }

  @Test("A line that is not to be remembered says so")
  func privacy() throws {
    let desk = try TestDesk.atProbe()
    for line in ["/secret x", "/seal x", " Hello", "\tHello"] {
      #expect(desk.desk.isPrivate(line), "\(line)")
    }
    for line in ["Hello", "/say x", "/undo", "/nonsense", ""] {
      #expect(!desk.desk.isPrivate(line), "\(line)")
    }
    // A vote that can't be read is a vote all the same.
    for line in ["/secret @Nobody=3 c99 nosuch=x", "/secret"] {
      #expect(desk.desk.isPrivate(line), "\(line)")
    }
    let voting = try TestDesk.inDiscussion()
    for line in ["One", "Two", "/next"] { try voting.perform(line) }
    for line in ["@Ruth c1 c99", "@Rogr c1", "c1 c2 nonsense"] {
      #expect(voting.desk.isPrivate(line), "\(line)")
    }
    #expect(!voting.desk.isPrivate("/nxt"))
    #expect(
      desk.told("/seal x") == [
        "This is given in secret, in the booth: typed here, everybody would see it.",
        "Hint: /vote open starts the booth.",
      ])
  }
}
