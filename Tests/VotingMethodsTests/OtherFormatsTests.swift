import Testing
import VotingMethods

@Suite("Files of other programs")
struct OtherFormatsTests {
  private func read(
    _ text: String, _ name: String, for method: MethodID? = nil,
    _ policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) -> Election {
    try BallotFile(for: method, policy: policy).read([UInt8](text.utf8), name: name)
  }

  private func rankings(_ election: Election) -> [[[Int]]] {
    guard case .rankings(let ballots) = election.ballots else { return [] }
    return ballots.counts.indices.map(ballots.ranking)
  }

  private static let cvotes = """
    # A remark
    #/Candidates: Ada ; Ben ; Cleo
    #/Number of Seats: 2
    #/Implicit Ranking: true

    Ada > Ben = Cleo * 12
    tag, other || Cleo>Zed>Ada   # a remark
    Ben ^7 * 2
    /EMPTY_RANKING/ * 3

    """

  @Test("Condorcet Election Format", arguments: ["x.cvotes", "x.txt"])
  func condorcet(_ name: String) throws {
    let election = try read(Self.cvotes, name)
    #expect(election.candidates.map(\.name) == ["Ada", "Ben", "Cleo"])
    #expect(election.seats == 2)
    #expect(rankings(election) == [[[0], [1, 2]], [[2], [0]], [[1]], []])
    #expect(election.ballots.voters == 18)
    #expect(election.reading?.numbers == "18 read, 15 valid, 3 blank")
    #expect(election.reading?.notes.map(\.kind) == [.unlisted, .ignoredWeight])
    let weighed = try read("#/Weight Allowed: true\nAda > Bo ^3 * 2\nBo\n", name)
    #expect(weighed.ballots.voters == 7)
    #expect(try CountRequest(.plurality).tally(weighed).winners == [0])
  }

  @Test("ABIF: orders, scores, names, blanks", arguments: ["x.abif", "x.txt"])
  func abif(_ name: String) throws {
    let text = """
      {"title": "Where to meet"}
      {max_rating: 5}
      # A remark
      =Nash:[Nashville, TN]
      =Chat:[Chattanooga]
      27:Nash/5>Chat/2=Knox/2
      12:Knox/5,[Nash]/1,"Chat"/3   # by scores
      3:

      """
    let orders = try read(text, name, for: .schulze)
    #expect(orders.title == "Where to meet")
    #expect(orders.candidates.map(\.name) == ["Nashville, TN", "Chattanooga", "Knox"])
    #expect(rankings(orders) == [[[0], [1, 2]], [[2], [1], [0]], []])
    #expect(orders.reading?.numbers == "42 read, 39 valid, 3 blank")
    let scores = try read(text, name, for: .score)
    #expect(scores.reading?.numbers == "42 read, 39 valid, 3 blank")
    let outcome = try CountRequest(.score).tally(scores)
    #expect(outcome.stages[0].totals == [147, 90, 114])
    let marks = try read("21:A/1=B/1\n13:B/1\n2:A/0\n", name, for: .approval)
    #expect(try CountRequest(.approval).tally(marks).stages[0].totals == [21, 34])
  }

  private static let debian = """
    Tally Sheet for the votes cast.

    The format is:
        "V: vote 	 Login	Name"
    The vote block represents the ranking given to each of the
    candidates by the voter.
    -=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=

         Option 1--------->: Ada
       /  Option 2-------->: Ben: the second
       |/  Option 3------->: None Of The Above
       |||
    V: 12-\tada\tAda Low
    V: 211\tben\tBen Orr
    V: ---\tcy\tCy Fay

    """

  @Test("A tally sheet of Debian", arguments: ["vote_001_tally.txt", "x"])
  func debian(_ name: String) throws {
    let election = try read(Self.debian, name)
    #expect(election.candidates.map(\.name) == ["Ada", "Ben: the second", "None Of The Above"])
    #expect(rankings(election) == [[[0], [1]], [[1, 2], [0]], []])
    #expect(election.reading?.numbers == "3 read, 2 valid, 1 blank")
    #expect(election.reading?.format == .debian)
  }

  @Test("Profiles of abcvoting")
  func abcVoting() throws {
    for text in [
      "description: \"A: [1]\"\nprofile: [[0, 1], [2],\n  [], [0, 1, 2]]\nnum_cand: 4\n"
        + "committeesize: 2\n",
      "num_cand: 4\ncommitteesize: 2\nprofile:\n- [0, 1]\n- [2]\n- []\n- [0, 1, 2]\n",
    ] {
      let election = try read(text, "x.abc.yaml")
      #expect(election.seats == 2)
      #expect(election.candidates.map(\.id) == ["0", "1", "2", "3"])
      #expect(election.reading?.numbers == "4 read, 3 valid, 1 blank")
      #expect(
        try CountRequest(.approval).tally(election).stages[0].totals == [2, 2, 2, 0])
    }
  }

  private static let cat =
    "# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 9\n"
    + "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n"

  @Test("PrefLib's categories: two are approvals, more are scores")
  func categories() throws {
    let two =
      Self.cat + "# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Yes\n"
      + "5: 1,{2,3}\n3: {},{1,2,3}\n1: {1,3},2\n"
    let election = try read(two, "x.cat")
    #expect(try CountRequest(.approval).tally(election).stages[0].totals == [6, 0, 1])
    #expect(election.reading?.numbers == "9 read, 6 valid, 3 blank")
    #expect(election.reading?.notes.map(\.word) == ["Yes"])
    let three = Self.cat + "# NUMBER CATEGORIES: 3\n5: 1,2,3\n4: {},3,{1}\n"
    let scores = try read(three, "x.cat")
    #expect(try CountRequest(.score).tally(scores).stages[0].totals == [10, 5, 4])
  }

  @Test("abcvoting's weights count, or are refused")
  func weights() throws {
    let text = "profile: [[0], [0], [1]]\nnum_cand: 2\nvoter_weights: "
    let election = try read(text + "[1, 1, 5]\n", "x.abc.yaml")
    #expect(try CountRequest(.approval).tally(election).stages[0].totals == [2, 5])
    for wrong in ["[1, 1]", "[1, 1, x]", "\n- 1\n- 1\n- 5"] {
      #expect(throws: ReadingFault.self) { try read(text + wrong + "\n", "x.abc.yaml") }
    }
  }

  @Test("In categories nothing ends where a candidate stands again: that is passed over, and told")
  func categoriesWithARepeat() throws {
    var policy = ReadingPolicy()
    policy.repeats = .exhaust
    let text = Self.cat + "# NUMBER CATEGORIES: 2\n9: {1,1,2},3\n"
    let election = try read(text, "x.cat", policy)
    #expect(try CountRequest(.approval).tally(election).stages[0].totals == [9, 9, 0])
    let told = election.reading?.notes.filter { $0.kind == .repeated }.map(\.became)
    #expect(told == ["skip"])
  }

  @Test("What can't be meant is refused at its line, with a way on")
  func faults() {
    for (text, name, line) in [
      ("#/Candidates: A;B\nA>B*2\nA>*2\n", "x.cvotes", 3), ("#/Candidates:\n\n", "x.cvotes", 1),
      ("#/Candidates: A;B\nA>B * x\n", "x.cvotes", 2),
      ("#/Implicit Ranking: false\nA>B\n", "x.cvotes", 1), ("A>B\na>B\n", "x.cvotes", 2),
      ("A > B\nA > B > A\n", "x.cvotes", 2), ("5:A>B\n6 A>B\n", "x.abif", 2),
      ("5:A,B\n", "x.abif", 1), ("5:[A>B\n", "x.abif", 1), ("5:A>B\n5:A>B>a\n", "x.abif", 2),
      (Self.debian.replacing("V: 211", with: "V: 2111"), "x", 14),
      (Self.debian.replacing("V: 211", with: "V: 2?1"), "x", 14),
      ("profile: [[0, 1], [7]]\nnum_cand: 2\n", "x.abc.yaml", 1),
      ("profile: [[0, 1\nnum_cand: 2\n", "x.abc.yaml", 1), ("num_cand: 2\n", "x.abc.yaml", 1),
      (Self.cat + "# NUMBER CATEGORIES: 2\n9: 1,2,3\n", "x.cat", 8),
      (Self.cat + "# NUMBER CATEGORIES: 2\n9: 1,1\n", "x.cat", 8),
      (Self.cat + "9: 1,1\n", "x.cat", 7),
    ] {
      let fault = #expect(throws: ReadingFault.self, "\(text)") { try read(text, name) }
      #expect(fault?.line == line, "\(text)")
      #expect(fault?.hint != nil, "\(String(describing: fault))")
    }
  }

  @Test(
    "What is not read is refused by its right name",
    arguments: [
      ("PK\u{3}\u{4}xxxx[Content_Types].xml", "votes.xlsx", ForeignFormat.workbook),
      ("{\"votes\": [1, 2]}\n", "votes.json", .json), ("{ }", "votes.json", .json),
      (
        "# TITLE: T\n# DATA TYPE: wmd\n# NUMBER ALTERNATIVES: 2\n1,2,3.0\n", "x.wmd", .majorityGraph
      ),
      ("# TITLE: T\n# DATA TYPE: wmd\n1,2,3.0\n", "x.txt", .majorityGraph),
      ("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "v", .openDocument),
      ("PK\u{3}\u{4}a.csv", "votes.zip", .archive), ("%PDF-1.7\n", "votes.csv", .pdf),
      ("<!DOCTYPE html><html>", "votes.csv", .page), ("{\\rtf1 a,b}", "votes.csv", .rtf),
      ("{\"@type\": \"CVR.CastVoteRecordReport\", \"CVR\": []}", "cvr.json", .castVoteRecord),
      ("<?xml version=\"1.0\"?>\n<CastVoteRecordReport>", "cvr.xml", .castVoteRecordXML),
      (
        "{\"metadata\":{},\"atl\":[],\"btl\":[{\"candidates\":[1],\"n\":2}]}", "a.stv", .concreteSTV
      ),
      ("title = x\n", "a.stv", .stv), ("[{\"a\": 1}]\n", "a.json", .json),
      ("SQLite format 3\u{0}", "a.db", .database), ("<?xml version=\"1.0\"?><a/>", "a", .xml),
    ])
  func foreign(_ text: String, _ name: String, _ format: ForeignFormat) {
    #expect(throws: ReadingFault(line: 1, expected: .readable(format), found: "")) {
      try read(text, name)
    }
    #expect(!format.hint.isEmpty)
  }

  @Test("What begins like one of these and is another is read as that")
  func neighbours() throws {
    #expect(try read("2 1\n1 1 0\n0\nA\nB\nT\n", "x.stv").reading?.format == .blt)
    for (text, name, format) in [
      ("# 5:A\n2 1\n1 1 0\n0\nA\nB\nT\n", "x", BallotFormat.blt),
      ("Time,A\n12:30:01,1\n", "x.csv", .csv), ("profile:,A\n1,2\n", "x.csv", .csv),
      ("V: the vote,A\n1,1\n", "x.csv", .csv),
      ("# FILE NAME: a.toi\n# NUMBER ALTERNATIVES: 1\n5: 1\n", "x", .preflib),
    ] { #expect(BallotFormat(content: [UInt8](text.utf8), name: name) == format, "\(text)") }
  }
}
