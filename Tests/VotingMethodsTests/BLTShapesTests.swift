import Testing
import VotingMethods

@Suite("BLT as programs and people write it")
struct BLTShapesTests {
  private func read(
    _ text: String, _ policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) -> Election {
    try BallotFile(policy: policy).read([UInt8](text.utf8), name: "x.blt")
  }

  private static let quoted = "3 1\n3 1 2 0\n2 2 0\n0\n\"Ada\"\n\"Bo\"\n\"Cy\"\n\"Town\"\n"

  @Test(
    "Names without quotation marks, each on a line of its own",
    arguments: [
      "3 1\n3 1 2 0\n2 2 0\n0\nAda\nBo\nCy\nTown\n",
      "# first\n\n# second\n3 1\n# between\n3 1 2 0 # here\n2 2 0\n0\nAda # one\nBo\n\nCy\nTown",
      "3 1\r\n3 1 2 0\r\n2 2 0\r\n0\r\nAda\r\nBo\r\nCy\r\nTown\r\n",
      "3 1\r3 1 2 0\r2 2 0\r0\rAda\rBo\rCy\rTown\r",
      "3 1\n3 1 2 0 2 2 0\n0\n'Ada'\n“Bo”\n\"Cy\"\n  Town  \n",
      "\u{FEFF}3 1\n(17) 3 1 2 0\n( b-2 ) 2 2 0\n0\nAda\nBo\nCy\n\"Town\"\n",
    ])
  func unquoted(_ text: String) throws {
    let (plain, found) = (try read(Self.quoted), try read(text))
    #expect(found.ballots == plain.ballots)
    #expect(found.title == "Town")
    #expect(found.reading?.notes == [])
  }

  @Test("What is more than a name in a name stays; without a title that is told")
  func odd() throws {
    let text = "3 1\n1 3 0\n0\nAda \"the Axe\" Low\nWard #3\nO'Neil, Zoë (Greens)\n"
    let election = try read(text)
    #expect(
      election.candidates.map(\.name) == [
        "Ada \"the Axe\" Low", "Ward #3", "O'Neil, Zoë (Greens)",
      ])
    #expect(election.title == "")
    #expect(election.reading?.notes.map(\.kind) == [.noTitle])
  }

  @Test(
    "A missing 0, or one too many, is refused where it is; no ballot is swallowed",
    arguments: [
      ("3 1\n5 1\n3 2 0\n2 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"t\"\n", 2, 4),
      ("3 1\n5 1 0\n3 2\n0\nA\nB\nC\n", 3, 4), ("3 1\n5 1 # no\n3 2 0\n0\nA\nB\nC\n", 2, 5),
      ("3 1\n5 1 0\n5\n0\nA\nB\nC\n", 3, 2), ("3 1\n5 1 0\n0\n2 2 0\n0\nA\nB\nC\n", 4, 1),
      ("3 1\n5 1 0\n0\nA\nB\n", 6, 1), ("3 1\n5 1=\n2 0\n0\nA\nB\nC\n", 2, 5),
    ])
  func missingZero(_ text: String, _ line: Int, _ position: Int) {
    let fault = #expect(throws: ReadingFault.self) { try read(text) }
    #expect(fault?.line == line)
    #expect(fault?.position == position)
    #expect(fault?.hint != nil)
  }

  @Test("Blank ballots and numbers of voters with decimals are counted")
  func counts() throws {
    let blank = try read("3 1\n3 0\n2 2 0\n1 1 0\n0\nA\nB\nC\nT\n")
    #expect(blank.reading?.numbers == "6 read, 3 valid, 3 blank")
    let parts = try read("2 1\n1.5 1 0\n0.25 2 0\n1 2 0\n0\nA\nB\nT\n")
    #expect(parts.reading?.numbers == "3 read, 3 valid")
    let stage = try #require(try CountRequest(.irv).tally(parts).stages.first)
    #expect(stage.totals == [Rational(3, over: 2), Rational(5, over: 4)])
    var pieces: [[UInt8]] = [[UInt8]("2 1\n1.5 1 0\n0.25 2 0\n1 2 0\n0\nA\nB\nT\n".utf8)]
    let pairs = try PairwiseElection(blt: { pieces.popLast() })
    let all = try CountRequest(.schulze).tally(parts)
    #expect(try CountRequest(.schulze).tally(pairs) == all)
  }

  @Test("Who withdrew is on no ballot, and ties nobody")
  func withdrawn() throws {
    let election = try read("3 1\n-2\n4 2 1 0\n1 3=2 0\n2 2 0\n0\nA\nB\nC\nT\n")
    #expect(election.withdrawn.map(\.name) == ["B"])
    #expect(election.reading?.numbers == "7 read, 5 valid, 2 blank")
    var policy = ReadingPolicy()
    policy.overvotes = .invalid
    #expect(
      try read("3 1\n-2\n1 3=2 0\n0\nA\nB\nC\nT\n", policy).reading?.numbers
        == "1 read, 1 valid")
  }

  /// 32,767 candidates in the head alone would be 8.6 thousand million comparisons in pairs.
  @Test("Memory follows who is on a ballot, not what the head says")
  func head() {
    var pieces: [[UInt8]] = [[UInt8]("32767 1\n1 32767 5 0\n0\n\"A\"\n".utf8)]
    #expect(throws: ReadingFault.self) { try PairwiseElection(blt: { pieces.popLast() }) }
  }

  @Test("UTF-16 and Windows-1252 come out right, piece by piece too, and are told")
  func encodings() throws {
    let text = "2 1\n1 1 0\n0\nZoë\nBo\nTown\n"
    let marks: [UInt8] = [0xFF, 0xFE]
    let wide = marks + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let narrow: [UInt8] = text.unicodeScalars.map { UInt8($0.value) }
    for (bytes, encoding) in [
      (wide, Reading.Encoding.utf16), (narrow, .windows1252), ([UInt8](text.utf8), .utf8),
    ] {
      let whole = try BallotFile().read(bytes, name: "x.blt")
      #expect(whole.candidates[0].name == "Zoë")
      #expect(whole.reading?.encoding == encoding)
      var pieces: [[UInt8]] = [Array(bytes[7...]), Array(bytes[..<7])]
      let pairs = try PairwiseElection(blt: { pieces.popLast() })
      #expect(pairs.candidates == whole.candidates)
      #expect(pairs.reading == whole.reading)
    }
  }
}

@Suite("What a policy makes of a ballot, in every format of rankings")
struct RankedPolicyTests {
  /// The same ballots everywhere: 1 2 1 3, and 1=2 3.
  private static let files: [(String, String, String)] = [
    (
      "a.blt", "3 1\n3 1 2 1 3 0\n2 2 0\n0\nA\nB\nC\nT\n",
      "3 1\n3 1=2 3 0\n2 2 0\n0\nA\nB\nC\nT\n"
    ),
    ("a.toi", head + "3: 1,2,1,3\n2: 2\n", head + "3: {1,2},3\n2: 2\n"),
    ("b.toi", older + "3,1,2,1,3\n2,2\n", older + "3,{1,2},3\n2,2\n"),
    (
      "a.cvotes", "#/Candidates: A;B;C\nA>B>A>C * 3\nB * 2\n",
      "#/Candidates: A;B;C\nA=B>C * 3\nB * 2\n"
    ),
    (
      "a.abif", "=A:[A]\n=B:[B]\n=C:[C]\n3:A>B>A>C\n2:B\n",
      "=A:[A]\n=B:[B]\n=C:[C]\n3:A=B>C\n2:B\n"
    ),
  ]
  private static let head =
    "# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n"
    + "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n"
  private static let older = "3\n1,A\n2,B\n3,C\n5,5,2\n"

  private func read(
    _ name: String, _ text: String, _ policy: ReadingPolicy
  ) throws -> (rankings: [[[Int]]], numbers: String?, notes: [Reading.Note]) {
    let election = try BallotFile(policy: policy).read([UInt8](text.utf8), name: name)
    guard case .rankings(let ballots) = election.ballots else { return ([], nil, []) }
    return (
      ballots.counts.indices.map(ballots.ranking), election.reading?.numbers,
      election.reading?.notes.filter { $0.kind != .noTitle } ?? []
    )
  }

  @Test("A candidate again", arguments: files)
  func repeats(_ name: String, _ text: String, _: String) throws {
    var policy = ReadingPolicy()
    for doubt in [nil, ReadingPolicy.Doubt.refuse] {
      policy.repeats = doubt
      let fault = #expect(throws: ReadingFault.self) { try read(name, text, policy) }
      #expect(fault?.expected == .decision(.repeats))
      #expect(fault?.hint?.contains("--repeats skip") == true)
    }
    for (doubt, first, numbers) in [
      (ReadingPolicy.Doubt.skip, [[0], [1], [2]], "5 read, 5 valid"),
      (.exhaust, [[0], [1]], "5 read, 5 valid"),
    ] {
      policy.repeats = doubt
      let found = try read(name, text, policy)
      #expect(found.rankings == [first, [[1]]])
      #expect(found.numbers == numbers)
      #expect(found.notes.map(\.kind) == [.repeated])
      #expect(found.notes.map(\.count) == [3])
    }
    policy.repeats = .invalid
    let found = try read(name, text, policy)
    #expect(found.rankings == [[[1]]])
    #expect(found.numbers == "5 read, 2 valid, 3 invalid")
  }

  @Test("Several at one rank", arguments: files)
  func overvotes(_ name: String, _: String, _ text: String) throws {
    var policy = ReadingPolicy()
    #expect(try read(name, text, policy).rankings == [[[0, 1], [2]], [[1]]])
    for (doubt, first, numbers) in [
      (ReadingPolicy.Doubt.skip, [[2]], "5 read, 5 valid"),
      (.exhaust, [], "5 read, 2 valid, 3 blank"),
    ] {
      policy.overvotes = doubt
      let found = try read(name, text, policy)
      #expect(found.rankings == [first, [[1]]])
      #expect(found.numbers == numbers)
      #expect(found.notes.map(\.kind) == [.overvote])
    }
    policy.overvotes = .invalid
    #expect(try read(name, text, policy).numbers == "5 read, 2 valid, 3 invalid")
    policy.overvotes = .refuse
    let fault = #expect(throws: ReadingFault.self) { try read(name, text, policy) }
    #expect(fault?.expected == .decision(.sharedRank))
  }
}
