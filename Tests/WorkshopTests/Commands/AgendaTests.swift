import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/agenda")
struct AgendaTests {
  @Test("An activity is added with all that can be said of it")
  func add() throws {
    let desk = try TestDesk.inDiscussion()
    let line =
      #"/agenda add dot-voting Last word focus="Who is out?" minutes=15 at=1 takes=#idea "#
      + "set=dots=5,winners=1"
    #expect(
      try desk.events(of: line) == [
        .planned(
          Activity.Plan(
            id: "a3", exercise: "dot-voting", title: "Last word", focus: "Who is out?",
            minutes: 15, takes: .tagged("idea"), settings: ["dots": 5, "winners": 1]), index: 0)
      ])
    #expect(desk.session.agenda.keys.elements == ["a3", "a1", "a2"])
    #expect(try desk.result("/agenda add discussion") == ["activity": "a4"])
    #expect(desk.session.agenda["a4"]?.plan.title == "Discussion")
  }

  @Test("It is changed, and what is not said stays")
  func change() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/agenda change 2 minutes=+5 set=dots=5")
    try desk.perform("/agenda change Choice Final choice set=winners=1")
    let plan = desk.session.agenda["a2"]?.plan
    #expect(plan?.title == "Final choice" && plan?.minutes == 15)
    #expect(plan?.settings == ["dots": 5, "winners": 1])
    #expect(try desk.events(of: "/agenda change 2 minutes=15") == [])
    // Less than nothing is no time; what is there can be taken away, all of it too.
    #expect(
      desk.told("/agenda change 2 minutes=-60") == [
        "Only 15 minutes are planned: 60 can't be taken away.",
        "Hint: minutes=0 plans no time; minutes=20 twenty.",
      ])
    try desk.perform("/agenda change 2 minutes=-15")
    #expect(desk.session.agenda["a2"] != nil && desk.session.agenda["a2"]?.plan.minutes == nil)
    #expect(desk.problem("/agenda change 2 minutes=1440") == nil)
    #expect(
      desk.problem("/agenda change 2 minutes=+1")?.message.hasPrefix("minutes can't be 1441")
        == true)
    try desk.perform("/agenda change here minutes=25")
    #expect(desk.session.agenda["a1"]?.plan.minutes == 25)
  }

  @Test("It is moved, and removed while nothing is in it")
  func move() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("one")
    #expect(try desk.events(of: "/agenda move 2 1") == [.moved("a2", index: 0)])
    #expect(desk.session.agenda["a1"]?.timer.runningSince != nil)
    #expect(try desk.events(of: "/agenda remove Choice") == [.unplanned("a2")])
    #expect(
      desk.told("/agenda remove 1") == [
        "“Needs” holds contributions and can't be removed.",
        "Hint: /next goes past it; /undo takes back single steps.",
      ])
  }

  @Test("Removing what we are at leaves the room between activities")
  func removeCurrent() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/agenda remove 1")
    #expect(desk.session.current == nil)
    #expect(desk.problem("Hello")?.message.hasPrefix("We are between activities") == true)
  }

  @Test("It is shown with its times, and told to programs")
  func show() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 3)
    let response = try desk.perform("/agenda")
    #expect(response.view.plainText.contains("now | 1 | Needs | discussion | 20:00 | 3:00"))
    guard case .array(let plans)? = response.result?["agenda"] else {
      Issue.record("no agenda")
      return
    }
    #expect(
      plans.first == [
        "id": "a1", "exercise": "discussion", "title": "Needs", "minutes": 20,
        "settings": .object([]),
      ])
  }

  @Test(
    "What does not fit is refused",
    arguments: [
      ("/agenda add juggling", "There is no exercise “juggling”."),
      ("/agenda add discusion", "There is no exercise “discusion”."),
      ("/agenda change 9 X", "There is no activity “9” on the agenda."),
      ("/agenda move 1 3", "There is no place “3” on the agenda."),
      ("/agenda move 1 0", "There is no place “0” on the agenda."),
      ("/agenda remove 0", "There is no activity “0” on the agenda."),
      ("/agenda change 1 takes=some", "“some” does not say which cards come in."),
      ("/agenda change 1 set=colour=red", "“Discussion” has no setting “colour”."),
      ("/agenda change 1 set=anonymos=yes", "“Discussion” has no setting “anonymos”."),
      ("/agenda change 1 set=anonymous", "“anonymous” is not a setting."),
      ("/agenda change 1 set=anonymous=perhaps", "“perhaps” is not yes or no."),
      ("/agenda change 2 set=dots=101", "dots can't be 101: it goes from 1 to 100."),
      (
        "/agenda change 2 minutes=1441",
        "“1441” is not a time of up to 1440 minutes, such as 20, 1h30m, +5 or -5."
      ),
    ])
  func refused(_ line: String, _ message: String) throws {
    let desk = try TestDesk.inDiscussion()
    let before = desk.session
    #expect(desk.problem(line)?.message == message)
    #expect(desk.session == before)
  }

  @Test("Of an activity whose plugin is gone all can be changed but what it alone knows")
  func missingPlugin() throws {
    let desk = try TestDesk.inDiscussion()
    desk.exercises.uninstall("dot-voting")
    #expect(
      desk.problem("/agenda change 2 set=dots=5")?.message.contains("no installed plugin") == true)
    try desk.perform("/agenda change 2 X minutes=5 focus=\"Which?\" takes=all")
    #expect(desk.session.agenda["a2"]?.plan.title == "X")
    try desk.perform("/agenda remove 2")
  }
}
