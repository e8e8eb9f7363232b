import ExerciseProtocol
import Testing
import VotingMethods

@Suite("Damaged files")
struct DamagedFileTests {
  private static let files: [(String, String)] = [
    ("a.blt", "# c\n3 2\n-3\n(a) 2 1 2 0\n1 2=3 - 1 0\n0\n\"A\" \"B\"\n\"C\"\n\"Title\"\n"),
    (
      "a.toi",
      "# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 3\n"
        + "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n2: {1,2}\n1: 2\n"
    ),
    ("a.soi", "2\n1,A\n2,B\n3,3,2\n2,1,2\n1,2\n"),
    (
      "a.pb",
      "META\nkey;value\nbudget;100\nnum_projects;2\nnum_votes;2\nvote_type;cumulative\n"
        + "PROJECTS\nproject_id;cost;name\n1;60;\"A \"\"x\"\"\"\n2;50;B\n"
        + "VOTES\nvoter_id;vote;points\n"
        + "1;1,2;3,1\n2;2;1\n"
    ),
    ("ranks.csv", "voter,A,\"B \"\"b\"\", c\",C,count\r\n1,1,2,3,4\r\n2,,1,1,2\r\n"),
    ("a.cvotes", "#/Candidates: A ; B;C\n#/Weight Allowed: true\nt || A > B=C ^2 * 3\nB>C\n"),
    ("a.abif", "{title: \"T\"}\n=A:[Ada]\n27:A/5>B/3=[C d]/1\n3:\n2:\"C d\"/1,A/0\n"),
    ("a.txt", "Option 1--->: A\n/ Option 2-->: B\nV: 12 x\nV: -1 y\nV: 22 z\n"),
    ("a.abc.yaml", "profile: [[0, 1], [2], []]\nnum_cand: 4\ncommitteesize: 2\n"),
    (
      "a.cat",
      "# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 3\n# NUMBER CATEGORIES: 2\n"
        + "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n2: {1,2},{}\n1: 2,1\n"
    ),
    ("plain.blt", "2 1\n3 1 2 0\n1 0\n0\nAda\nBo \"b\"\nTown\n"),
    ("duels.csv", "winner,loser,undecided\nA,B,\nC,A,1\n"),
    ("parties.csv", "party,votes\nA,53\nB,24\n"),
  ]

  /// Nobody can list what a damaged file may look like; so that many are made, always the same.
  @Test(
    "Whatever is done to a file, it is read or refused with a line that it has", arguments: files)
  func mutations(_ name: String, _ text: String) throws {
    let whole = [UInt8](text.utf8)
    _ = try BallotFile(for: .irv).read(whole, name: name)
    var draws = Chance(seed: 20_260)
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<1 + draws.below(3) { Self.damage(&bytes, &draws) }
      let method = MethodID.allCases[draws.below(37)]
      do throws(ReadingFault) {
        let election = try BallotFile(for: method).read(bytes, name: name)
        Self.checkNumbers(election)
        try count(election, method)
      } catch {
        refused += 1
        let lines = 1 + bytes.count { $0 == 10 || $0 == 13 }
        #expect((1...lines).contains(error.line))
        #expect(error.found.utf8.count <= 200)
      }
    }
    #expect(refused > 100)
  }

  /// No ballot is lost between what was read and what is counted.
  private static func checkNumbers(_ election: Election) {
    guard let reading = election.reading, !reading.columns.contains(where: { $0.taken == .weight })
    else { return }
    switch election.ballots {
    case .rankings(let ballots):
      // Numbers of voters with decimals are told as entries.
      #expect(
        ballots.counts.reduce(0, +) + reading.invalid >= reading.ballots
          && reading.valid + reading.blank + reading.invalid == reading.ballots)
    case .approvals, .projects:
      #expect(election.ballots.voters + reading.invalid == reading.ballots)
    default: break
    }
  }

  /// Whatever could be read is counted or refused in words.
  private func count(_ election: Election, _ method: MethodID) throws(ReadingFault) {
    // Of a number of many digits, Equal Shares would be given its money unit by unit.
    guard election.ballots.voters < 10_000, election.budget ?? 0 < 10_000 else { return }
    var request = CountTests.request(method)
    request.tieBreak = TieBreak([.priorStage, .lot(seed: 1)])
    do throws(CountFault) {
      let outcome = try request.tally(election)
      #expect(outcome.winners.allSatisfy { election.candidates.indices.contains($0) })
    } catch {
      #expect(!error.message().isEmpty)
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ draws: inout Chance) {
    guard !bytes.isEmpty else { return }
    let place = draws.below(bytes.count)
    let marks: [UInt8] = [UInt8]("0123456789,;:\"{}()-=#\n\r\t x\\".utf8) + [0, 0x80, 0xFF]
    switch draws.below(6) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(marks[draws.below(marks.count)], at: place)
    case 2: bytes[place] = marks[draws.below(marks.count)]
    case 3: bytes.removeLast(draws.below(bytes.count))
    case 4: bytes.swapAt(place, draws.below(bytes.count))
    default:
      let end = min(bytes.count, place + draws.below(12))
      bytes.insert(contentsOf: bytes[place..<end], at: draws.below(bytes.count))
    }
  }
}
