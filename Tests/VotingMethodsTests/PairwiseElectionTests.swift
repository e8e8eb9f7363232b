import Testing
import VotingMethods

@Suite("Counting a file while it is read")
struct PairwiseElectionTests {
  /// A text in pieces of so many bytes.
  private func pieces(_ text: String, of size: Int) -> () -> [UInt8]? {
    let bytes = [UInt8](text.utf8)
    var place = 0
    return {
      guard place < bytes.count else { return nil }
      defer { place += size }
      return Array(bytes[place..<min(place + size, bytes.count)])
    }
  }

  private func preflib(_ election: SmallElection) -> String {
    var text = "\u{FEFF}# TITLE: Cut anywhere\n# DATA TYPE: toi\n"
    text += "# NUMBER ALTERNATIVES: \(election.candidates)\n"
    text += "# NUMBER VOTERS: \(election.ballots.count)\n"
    for number in 1...election.candidates { text += "# ALTERNATIVE NAME \(number): Ü\(number)\n" }
    for ballot in election.ballots {
      let ranks = ballot.map { rank in
        let numbers = rank.map { "\($0 + 1)" }.joined(separator: ",")
        return rank.count > 1 ? "{\(numbers)}" : numbers
      }
      text += "1: " + ranks.joined(separator: ",") + "\n"
    }
    return text
  }

  private func blt(_ election: SmallElection) -> String {
    var text = "\(election.candidates) 1 # seats\n-1\n"
    for ballot in election.ballots {
      let ranks = ballot.map { $0.map { "\($0 + 1)" }.joined(separator: "=") }
      text += "1 " + ranks.joined(separator: " ") + "  0\n"
    }
    text += "0\n"
    for number in 1...election.candidates { text += "\"Name \(number)\"\n" }
    return text + "\"Cut anywhere\""
  }

  @Test("However it is cut, it is the same election")
  func same() throws {
    for election in RandomElections(seed: 81, count: 300) {
      let text = preflib(election)
      let whole = try PrefLib(reading: [UInt8](text.utf8))
      let other = blt(election)
      let wholeBLT = try BLT(reading: [UInt8](other.utf8))
      for size in [1, 2, 7, 64, 100_000] {
        let streamed = try PairwiseElection(prefLib: pieces(text, of: size))
        #expect(streamed.matrix == PairwiseMatrix(whole.ballots))
        #expect(streamed.candidates == whole.ballots.candidates)
        #expect(streamed.title == "Cut anywhere")
        let streamedBLT = try PairwiseElection(blt: pieces(other, of: size))
        #expect(streamedBLT.matrix == PairwiseMatrix(wholeBLT.ballots))
        #expect(streamedBLT.candidates == wholeBLT.ballots.candidates)
        #expect(streamedBLT.title == "Cut anywhere")
      }
    }
  }

  private let head = """
    # DATA TYPE: toi
    # NUMBER ALTERNATIVES: 3
    # NUMBER VOTERS: 3
    # ALTERNATIVE NAME 1: Ada
    # ALTERNATIVE NAME 2: Ben
    # ALTERNATIVE NAME 3: Cleo

    """

  @Test(
    "A malformed ballot is told by the same line and words as in a whole file",
    arguments: [
      "1: 1,2,3\n1: 1,2,2\n", "1: 1,4\n", "1: 1,0,2\n", "1: 1,,2\n", "1: 1,2,\n", "1: 1 2\n",
      "1: 1,2,3\n1 1", "1: 1,{2,3\n", "1: 1,2,3\n\n\n1: 123456,2\n", "1: 1,12345678901234567890,2",
      "1: 1,2\n1: 1\n", "999999999999: 1\n1: 2\n1: 3\n1: 2\n", "x", "",
      "1: 1,2,3\r\n1: 3 , 2,1\r\n1: 2,1,3\r\n1: 2", "2: 1,+2\n1: 2",
    ])
  func faults(_ ballots: String) throws {
    let text = head + ballots
    let whole = #expect(throws: ReadingFault.self) { try PrefLib(reading: [UInt8](text.utf8)) }
    for size in [1, 3, 40, 1000] {
      let streamed = #expect(throws: ReadingFault.self) {
        try PairwiseElection(prefLib: pieces(text, of: size))
      }
      #expect(streamed == whole)
    }
  }

  @Test(
    "All that is read as a whole is read in pieces, whoever wrote it",
    arguments: [
      ("3\r\n1, Ada\r\n2,Ben\n3,Cleo\n15,15,2\n9, 1,2,3\n6,{2,3},1", "x.toc"),
      ("\n\n2\n1,Ada\n2,Ben\n3,3,1\n3,1\n", "x.soi"), ("2\n1,Ada\n2,Ben\n3,3,1\n3,1\n", "x.soc"),
      ("2\n1,Ada\n2,Ben\n3,3,1\n2,1,2\n", "x.soi"),
      ("3 1 # seats\n\n-2\n(id 1) 4 2 1 0\n(2) 1 3=1\n0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"", ""),
      ("2 1\n1 - 1 2 0\n0\n\"Sin\u{E9}ad\" \"Green\"\n\"Ben\" \"Red\"\n\"W\" \"source\"\n", ""),
      ("2 1\n(1 1 0\n0\n\"A\"\n\"B\"\n", ""), ("2 1\n1 1 0\n0\n\"A\"\n\"B", ""),
      ("2 1\n1 1 0\n0\n\"A \"the\" B\"\n\"C\\\"\"", ""),
    ])
  func dialects(_ text: String, _ name: String) throws {
    // The same in UTF-8 and in Latin-1, which is half as long where it is not ASCII.
    for bytes in [
      [UInt8](text.utf8), text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) },
    ] {
      let whole = Result { () throws(ReadingFault) in try BallotFile().read(bytes, name: name) }
      let isBLT = BallotFormat(content: bytes, name: name) == .blt
      for size in [1, 5, 100] {
        var left = bytes[...]
        let next: () -> [UInt8]? = {
          defer { left = left.dropFirst(size) }
          return left.isEmpty ? nil : Array(left.prefix(size))
        }
        let streamed: PairwiseElection
        do {
          streamed =
            try isBLT
            ? PairwiseElection(blt: next) : PairwiseElection(prefLib: next, name: name)
        } catch let fault as ReadingFault {
          #expect(throws: fault) { try whole.get() }
          continue
        }
        let election = try whole.get()
        #expect(streamed.candidates == election.candidates)
        #expect(streamed.title == election.title)
        let request = CountRequest(.schulze)
        #expect(try request.tally(streamed) == request.tally(election))
      }
    }
  }

  @Test("Methods that compare in pairs count pairs as they count ballots; no other does")
  func requests() throws {
    for election in RandomElections(seed: 82, count: 100) {
      let text = preflib(election)
      let whole = try BallotFile().read([UInt8](text.utf8))
      let pairs = try PairwiseElection(prefLib: pieces(text, of: 1000))
      for method in MethodID.allCases where method.traits.ballots[0] == .rankings {
        for tieBreak in [TieBreak.none, TieBreak([.lot(seed: 3)])] {
          let request = CountRequest(method, tieBreak: tieBreak)
          guard method.comparesPairs else {
            #expect(throws: CountFault.ballots(method, have: .rankings)) {
              try request.tally(pairs)
            }
            continue
          }
          let expected = Result { () throws(CountFault) in try request.tally(whole) }
          #expect(Result { () throws(CountFault) in try request.tally(pairs) } == expected)
        }
      }
    }
  }

  private struct Unplugged: Error {}

  @Test("A file that can't be read on is no end of it, nor a malformed file")
  func broken() throws {
    for text in [head + "3: 1,2,3\n", head + "3: 1,2", head] {
      let pieces = pieces(text, of: 50)
      #expect(throws: Unplugged.self) {
        try PairwiseElection(prefLib: {
          guard let piece = pieces() else { throw Unplugged() }
          return piece
        })
      }
    }
  }
}
