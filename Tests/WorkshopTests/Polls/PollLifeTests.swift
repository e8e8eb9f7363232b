import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import VotingMethods
import Workshop
import WorkshopTesting

/// A secret vote from its opening to its result, by the lines that a facilitator types.
@Suite("A secret vote")
struct PollLifeTests {
  /// At a choice between three cards, with Roger White (p1), Ruth Hyde (p2) and Rhona Roberts (p3).
  private func atChoice(
    _ exercise: String = "choose", set: String? = nil, isInteractive: Bool = false
  ) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/people add Rhona Roberts organisation=\"Leeds Council\"", "/start", "A guide", "Training",
      "A forum",
      "/agenda add \(exercise) Choice takes=all" + (set.map { " set=\($0)" } ?? ""), "/next",
    ] { try desk.perform(line) }
    return desk
  }

  private func box(_ desk: TestDesk, _ poll: PollID = "a2-1") throws -> MemoryBallotBox {
    let library = try #require(desk.desk.library as? MemoryLibrary)
    return try #require(library.journals["Summit"]?.boxes.boxes[poll])
  }

  private func bundle(_ desk: TestDesk, _ poll: PollID = "a2-1") throws -> [UInt8] {
    let library = try #require(desk.desk.library as? MemoryLibrary)
    return try #require(
      library.journals["Summit"]?.boxes.bundles[
        PollBundle.fileName(session: "Summit", poll: poll)])
  }

  @Test func `is opened, cast, closed, counted, and what was chosen goes on`() throws {
    let desk = try atChoice()
    let opened = try desk.events(of: "/vote open entered=yes")
    guard case .poll(.opened(let terms, nil)) = opened.first else {
      Issue.record("\(opened)")
      return
    }
    #expect(terms.roll.map(\.name) == ["Roger White", "Ruth Hyde", "Rhona Roberts"])
    #expect(terms.paper.rule?.method == "approval")
    for line in ["/vote cast Ruth: c1 c3", "/vote cast Roger: c3", "/vote cast Rhona: blank"] {
      #expect(try desk.events(of: line).isEmpty, "a ballot leaves nothing in the journal")
    }
    try desk.perform("/vote close")
    let counted = try desk.perform("/vote count river lamp")
    #expect(counted.view.plainText.contains("c3"))
    guard case .counted(let result) = desk.session.polls["a2-1"]?.phase else {
      Issue.record("not counted")
      return
    }
    #expect(result.ballots == 3 && result.blank == 1 && result.words == "river lamp")
    #expect(Audit(try bundle(desk), noted: result.digest).agrees)
    #expect(try box(desk).box.state == .emptied)
    try desk.perform("/agenda add discussion After")
    try desk.perform("/next")
    #expect(desk.session.agenda["a3"]?.taken == ["c3"])
  }

  @Test func `leaves no name and no time beside a ballot`() throws {
    let desk = try atChoice()
    for line in [
      "/vote open entered=yes", "/vote cast Ruth: c1", "/vote cast Roger: c3", "/vote close",
    ] { try desk.perform(line) }
    let events = try desk.events(of: "/vote count x")
    for case .recorded(_, let event) in events {
      let text = event.text()
      for name in ["p1", "p2", "Ruth", "Roger"] { #expect(!text.contains(name), "\(text)") }
    }
  }

  @Test func `takes one ballot of everybody, and none of a stranger`() throws {
    let desk = try atChoice()
    try desk.perform("/vote open entered=yes")
    try desk.perform("/vote cast Ruth: c1")
    #expect(desk.told("/vote cast Ruth: c3") == ["That name or code has voted."])
    #expect(desk.problem("/vote cast Zoë: c3") != nil)
    #expect(desk.problem("/vote cast Roger: c9")?.message == "There is no card c9.")
    #expect(try box(desk).turnout().cast == 1)
  }

  @Test(arguments: [
    ("/vote close", "No secret vote was opened here yet."),
    ("/vote count x", "No secret vote was opened here yet."),
    ("/vote reopen because", "No secret vote was opened here yet."),
    ("/vote what-if", "There is no counted vote here to count otherwise."),
    ("/vote open by=codes", "There are no codes for this vote yet."),
    ("/vote open by=stars", "“stars” is no way to know people by."),
    ("/vote open quorum=many", "“many” is no quorum."),
    ("/vote open quorum=9", "So large a quorum could never be met."),
    ("/vote codes", "How many codes? From 1 to 10000."),
    ("/vote weight Ruth many", "A weight is a name and a whole number of votes from 1."),
    ("/vote proxy Ruth to=Ruth", "Ruth Hyde can't give a proxy to themselves."),
  ])
  func `is declined in one line before it is open`(line: String, message: String) throws {
    let desk = try atChoice()
    let head = desk.timeline.head
    #expect(desk.problem(line)?.message == message)
    #expect(desk.problem(line)?.hint != nil || line.contains("proxy"))
    #expect(desk.timeline.head == head)
  }

  @Test(arguments: [
    ("/vote count x", "The vote is open."), ("/vote reopen x", "The vote is open."),
    ("/vote weight Ruth 2", "A vote is open or waits to be counted"),
    ("/vote codes 5", "The vote is open."), ("/vote hands c1=3", "This vote takes no ballots on"),
    ("/vote enter 1 c1 by=Ruth", "This vote takes no ballots on paper."),
    ("/vote cast c1", "Whose ballot is it?"), ("/choose c1", "This is given in secret"),
    ("c1", "This is given in secret"),
  ])
  func `is declined in one line while it is open`(line: String, message: String) throws {
    let desk = try atChoice()
    try desk.perform("/vote open entered=yes")
    #expect(desk.problem(line)?.message.hasPrefix(message) == true, "\(desk.told(line))")
  }

  @Test func `tells turnout and nothing more while it is open`() throws {
    let desk = try atChoice()
    let lines = ["/vote open entered=yes", "/vote cast Ruth: c1", "/vote cast Roger: c1"]
    for line in lines { try desk.perform(line) }
    for line in ["/vote", "/show"] {
      let text = try desk.perform(line).view.plainText
      #expect(text.contains("2 of 3 have voted"), "\(text)")
      #expect(!text.contains("approvals"), "\(line): \(text)")
    }
    #expect(desk.desk.wallView().plainText.contains("2 of 3 have voted"))
  }

  @Test func `can't be undone`() throws {
    let desk = try atChoice()
    try desk.perform("/vote open entered=yes")
    let step = desk.timeline.head
    #expect(desk.problem("/undo \(step)") != nil)
    try desk.perform("/undo")
    #expect(desk.session.polls["a2-1"]?.phase == .open)
  }
}

extension PollLifeTests {
  @Test func `opens again before the count for a reason that the result tells`() throws {
    let desk = try atChoice()
    for line in [
      "/vote open entered=yes", "/vote cast Ruth: c1", "/vote close", "/vote reopen Roger was late",
      "/vote cast Roger: c3", "/vote close", "/vote count x",
    ] { try desk.perform(line) }
    #expect(try desk.perform("/show").view.plainText.contains("Roger was late"))
    let read = try PollBundle(reading: try bundle(desk))
    #expect(read.reopenings == ["Roger was late"] && read.ballots.count == 2)
  }

  @Test func `is held again after the count, and the first result counts no more`() throws {
    let desk = try atChoice()
    let lines = ["/vote open entered=yes", "/vote cast Ruth: c1", "/vote close", "/vote count x"]
    for line in lines { try desk.perform(line) }
    try desk.perform("/vote reopen The question was misread")
    #expect(desk.session.polls["a2-1"]?.phase == .replaced)
    #expect(desk.session.agenda["a2"]?.recorded.isEmpty == true)
    let again = ["/vote cast Ruth: c3", "/vote cast Roger: c3", "/vote close", "/vote count y"]
    for line in again { try desk.perform(line) }
    #expect(try desk.perform("/show").view.plainText.contains("The question was misread"))
    try desk.perform("/agenda add discussion After")
    try desk.perform("/next")
    #expect(desk.session.agenda["a3"]?.taken == ["c3"])
    #expect(Audit(try bundle(desk)).agrees)
    #expect(Audit(try bundle(desk, "a2-2")).agrees)
  }

  @Test func `settles the words once`() throws {
    let desk = try atChoice()
    let lines = ["/vote open entered=yes", "/vote cast Ruth: c1", "/vote close"]
    for line in lines { try desk.perform(line) }
    // The bundle can't be written: the words are settled all the same.
    try box(desk).fault = Problem("The disk is full.")
    #expect(desk.problem("/vote count first words")?.message == "The disk is full.")
    try box(desk).fault = nil
    #expect(
      desk.problem("/vote count other words")?.message == "The words are settled: first words")
    try desk.perform("/vote count")
    #expect(try PollBundle(reading: try bundle(desk)).words == "first words")
  }

  @Test func `counts weights, and proxies with ballots of their own`() throws {
    let desk = try atChoice()
    for line in [
      "/vote weight leeds council 3", "/vote proxy Roger to=Ruth", "/vote open entered=yes",
      "/vote cast Ruth: c1", "/vote cast Roger: c1", "/vote cast Rhona: c3", "/vote close",
      "/vote count x",
    ] { try desk.perform(line) }
    let read = try PollBundle(reading: try bundle(desk))
    #expect(read.terms.roll.map(\.weight) == [1, 1, 3])
    #expect(read.terms.roll[1].holdsProxiesOf == ["p1"])
    #expect(try read.recount.outcome()?.winners == [2], "one ballot of 3 beats two of 1")
    #expect(try desk.perform("/show").view.plainText.contains("for 5 votes"))
  }

  @Test func `says when its quorum was not met`() throws {
    let desk = try atChoice()
    for line in [
      "/vote open quorum=2 entered=yes", "/vote cast Ruth: c1", "/vote close", "/vote count x",
    ] { try desk.perform(line) }
    #expect(try desk.perform("/show").view.plainText.contains("not valid: 1 of 2 needed."))
  }

  @Test func `knows people by codes that are kept nowhere`() throws {
    let desk = try atChoice()
    let result = try #require(try desk.result("/vote codes 3"))
    guard case .array(let codes)? = result["codes"] else {
      Issue.record("\(result)")
      return
    }
    let texts = codes.compactMap { if case .string(let text) = $0 { text } else { nil } }
    #expect(Set(texts).count == 3)
    let journal = desk.events.map { "\($0)" }.joined()
    for text in texts { #expect(!journal.contains(text)) }
    try desk.perform("/vote open entered=yes")
    try desk.perform("/vote cast \(texts[0].lowercased()): c1")
    #expect(desk.told("/vote cast \(texts[0]): c1") == ["That name or code has voted."])
    #expect(desk.problem("/vote cast 0000-0000: c1") != nil)
    try desk.perform("/vote cast \(texts[2].replacing("-", with: "")): c1")
    for line in ["/vote close", "/vote count x"] { try desk.perform(line) }
    #expect(Audit(try bundle(desk)).agrees)
  }

  @Test func `writes codes to a file that nobody else may read`() throws {
    let desk = try atChoice()
    try desk.perform("/vote codes 2 file=codes.txt")
    #expect(desk.files.privatePaths == ["codes.txt"])
    #expect(desk.files.text("codes.txt")?.split(separator: "cut here").count == 3)
  }

  @Test func `takes ballots on paper that two people read alike`() throws {
    let desk = try atChoice()
    try desk.perform("/vote open paper=yes entered=yes")
    #expect(desk.problem("/vote enter 1 c1")?.message.hasPrefix("Who reads the paper?") == true)
    try desk.perform("/vote enter 1 c1 c3 by=Ruth")
    #expect(
      desk.told("/vote enter 1 c1 c3 by=Ruth").first
        == "Paper 1 was read by the same person already.")
    #expect(
      try desk.perform("/vote enter 1 c1 by=Roger").view.plainText.contains("read differently"))
    #expect(desk.problem("/vote take Ruth") != nil)
    try desk.perform("/vote enter 1 c3 c1 by=Roger")
    #expect(desk.problem("/vote take")?.message == "1 paper is ready, and 0 names were given.")
    try desk.perform("/vote take Rhona Roberts")
    #expect(desk.told("/vote cast Rhona: c1") == ["That name or code has voted."])
    for line in ["/vote close", "/vote count x"] { try desk.perform(line) }
    #expect(try PollBundle(reading: try bundle(desk)).papers == 1)
  }

  @Test func `counts hands in, and labels them`() throws {
    let desk = try atChoice(set: "method=plurality")
    for line in [
      "/vote open paper=yes entered=yes", "/vote cast Ruth: c1", "/vote hands 20 c1=4 c3=11",
      "/vote close", "/vote count x",
    ] { try desk.perform(line) }
    let read = try PollBundle(reading: try bundle(desk))
    #expect(read.handCount?.people == 20)
    #expect(try read.recount.outcome()?.winners == [2])
    #expect(try desk.perform("/show").view.plainText.contains("Entered by the facilitator"))
    #expect(Audit(try bundle(desk)).agrees)
  }

  @Test func `starts the booth where somebody sits at the screen`() throws {
    let desk = try atChoice(isInteractive: true)
    guard case .booth("a2-1") = try desk.perform("/vote open").next else {
      Issue.record("no booth")
      return
    }
    guard case .booth("a2-1") = try desk.perform("/vote open").next else {
      Issue.record("the booth that was left is not gone back to")
      return
    }
    #expect(desk.problem("/vote cast Ruth: c1")?.message.hasPrefix("A secret ballot can't") == true)
  }

  @Test func `is read back from its record as it was`() throws {
    let desk = try atChoice()
    for line in [
      "/vote weight Ruth 2", "/vote codes 2",
      "/vote open by=names receipts=full quorum=50% entered=yes",
      "/vote close", "/vote reopen late", "/vote close", "/vote count a b", "/vote hands c1=2",
      "/vote reopen again", "/vote call-off wrong paper",
    ] { try desk.perform(line) }
    for case .poll(let event) in desk.events {
      #expect(try PollEvent(json: event.json, path: "event") == event)
    }
    for poll in desk.session.polls.values {
      #expect(try Poll(json: poll.json, path: "poll") == poll)
    }
    #expect(desk.session.polls["a2-2"]?.phase == .calledOff(because: "wrong paper"))
    #expect(try box(desk, "a2-2").box.state == .emptied)
  }
}
