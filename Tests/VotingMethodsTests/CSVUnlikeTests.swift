import Testing
import VotingMethods

/// A column that is unlike all others is no candidate unasked, whatever it is called.
@Suite("CSV: columns unlike the others, and titles")
struct CSVUnlikeTests {
  @Test(
    "Cells of another kind are asked about, in ranks, scores, marks and opinions",
    arguments: [
      ("FC,1,2\nAC,2,1\nFC,2,1\n", [MethodID.irv, .schulze, .borda, .score, .star, .scottishSTV]),
      ("yes,1,2\nno,2,1\nyes,2,1\n", [.irv, .schulze, .score]),
      ("7,1,0\n3,1,1\n5,0,1\n", [.score]), ("x,1,0\n,1,1\n,0,1\n", [.approval, .block]),
      ("ja,1,0\nnein,1,1\nja,0,1\n", [.approval, .score]),
      ("FC,1,-1\nAC,-1,1\nFC,1,1\n", [.opinionGroups]),
    ])
  func unlike(_ rows: String, _ methods: [MethodID]) throws {
    for method in methods {
      for (name, place) in [("Klub", 0), ("Fan", 2)] {
        let lines = ("\(name),Ada,Ben\n" + rows).split(separator: "\n").map { line in
          var cells = line.split(separator: ",", omittingEmptySubsequences: false)
          cells.insert(cells.removeFirst(), at: place)
          return cells.joined(separator: ",")
        }
        let text = lines.joined(separator: "\n") + "\n"
        let fault = #expect(throws: ReadingFault.self, "\(method): \(text)") {
          try CSVText.read(text, method)
        }
        #expect(fault?.expected == .decision(.isInScale), "\(method): \(text)")
        #expect(fault?.column?.name == name)
        let election = try CSVText.read(text, method) { $0.ignored = [name] }
        #expect(election.candidates.map(\.name) == ["Ada", "Ben"])
      }
    }
  }

  @Test("Columns of one kind are candidates, whatever their cells are")
  func alike() throws {
    for (rows, method) in [
      ("1st,2nd,3\n2,1,3rd\n", MethodID.irv), ("yes,1,0\n1,no,0\n0,0,yes\n", .approval),
      ("5,1,0\n0,1,1\n4,0,1\n", .score), ("x,x,\n,x,x\n", .approval),
    ] {
      let election = try CSVText.read("Ada,Ben,Cy\n" + rows, method)
      #expect(election.candidates.count == 3, "\(rows)")
    }
  }

  @Test(
    "A title above the names is told and passed over",
    arguments: [
      "\"Poll \"\"Summer party\"\"\"\nName,Ada,Ben\n", "Poll \"Summer party\"\n,Ada,Ben\n",
      "\"Poll \"\"Summer party\"\"\",,\n,Ada,Ben\n", "Summer party 2026\nAda,Ben,Cy\n",
      "\"Poll \"\"Summer party\"\"\"\n\nhttps://doodle.com/poll/abc\nName,Ada,Ben\n",
    ])
  func titles(_ head: String) throws {
    let hasNames = !head.contains("Cy")
    let rows = hasNames ? "Jo,OK,\nLi,OK,OK\nCount,2,1\n" : "1,0,1\n1,1,0\n"
    for separator in [",", ";"] where hasNames || separator == "," {
      let text = (head + rows).replacing(",", with: separator)
      let election = try CSVText.read(text, .approval)
      #expect(election.candidates.map(\.name).prefix(2) == ["Ada", "Ben"], "\(text)")
      let outcome = try CountRequest(.approval).tally(election)
      #expect(outcome.stages[0].totals.map(\.description).prefix(2) == ["2", "1"], "\(text)")
      #expect(election.reading?.notes.contains { $0.kind == .title } == true)
    }
  }

  @Test("The name of an only column is no title")
  func noTitle() throws {
    let list = try CSVText.read("Your favourites\nAda;Ben;Cy\nBen;Ada\nCy\n", .irv)
    #expect(list.candidates.map(\.name) == ["Ada", "Ben", "Cy"])
    #expect(list.ballots.voters == 3)
    #expect(throws: ReadingFault.self) { try CSVText.read("Ada\n1,2\n2,1\n", .irv) }
  }

  @Test("A grid of Google Forms has its candidates in brackets; what is beside it is asked about")
  func grid() throws {
    let time = "2024/01/02 3:04:05 PM GMT+1"
    let grid = "Timestamp,Rank [Ada],Rank [Ben]\n\(time),1,2\n\(time),1,2\n\(time),2,1\n"
    let election = try CSVText.read(grid, .schulze)
    #expect(election.candidates.map(\.name) == ["Ada", "Ben"])
    #expect(try CountRequest(.schulze).tally(election).winners == [0])
    let beside = grid.replacing(",1,2\n", with: ",1,2,FC\n").replacing(",2,1\n", with: ",2,1,AC\n")
      .replacing("[Ben]", with: "[Ben],Klub")
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(beside, .schulze) }
    #expect(fault?.column?.name == "Klub")
  }

  @Test("All withdrew: that is told, with a way on, whatever counts")
  func allWithdrew() throws {
    let file = "2 2\n-1\n-2\n3 1 2 0\n0\n\"Ada\"\n\"Ben\"\n\"T\"\n"
    for method in [MethodID.irv, .scottishSTV, .borda, .schulze, .sntv] {
      let election = try BallotFile(for: method).read([UInt8](file.utf8), name: "x.blt")
      let fault = #expect(throws: CountFault.self) { try CountRequest(method).tally(election) }
      #expect(fault?.message() == "Nobody is left to choose between: all 2 candidates withdrew.")
      #expect(fault?.isUsage == false)
      #expect(fault?.hint?.contains("such as -2") == true)
    }
  }
}
