import ExerciseProtocol
import Polling
import SessionStore
import SystemPackage
import Testing
import Workshop

@Suite("A ballot box that the disk doesn't keep as it should")
struct BoxDamageTests {
  private func filledDesk() throws -> (BoxDesk, BoxSample) {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let box = try desk.boxes().create(sample.terms, sample.secrets)
    try box.cast(sample.sealed("c1"), spending: .person("p1"), by: .booth)
    return (desk, sample)
  }

  @Test("A file that was cut or changed at any byte is named, and nothing is touched")
  func truncation() throws {
    let (desk, _) = try filledDesk()
    let whole = desk.tree
    let calls = QuickCalls()
    for (name, bytes) in whole where !name.hasSuffix("/") && !name.hasSuffix(".lock") {
      for place in bytes.indices {
        var changed = bytes
        changed[place] ^= 1
        for damaged in [Array(bytes[..<place]), changed] {
          try desk.write([name: damaged])
          if let failure = failure(of: desk, calls) {
            guard case .failed(let problem) = failure, problem.message.contains("damaged") else {
              Issue.record("\(name) at \(place): \(failure)")
              continue
            }
          } else {
            Issue.record("\(name) at \(place) is not found")
          }
        }
      }
      let before = desk.tree
      _ = failure(of: desk, calls)
      #expect(desk.tree == before)
      try desk.write([name: bytes])
    }
    #expect(try desk.open().turnout().cast == 1)
  }

  private func failure(of desk: BoxDesk, _ calls: QuickCalls) -> BallotBoxFailure? {
    do {
      _ = try desk.open(calls: calls)
      return nil
    } catch {
      return error as? BallotBoxFailure
    }
  }

  /// Whichever call of a cast fails: the ballot is in or it isn't, with its voter or without, and
  /// what is said of it is true.
  @Test(
    "A fault in any one call is told truly",
    arguments: [Errno.noSpace, .ioError, .diskQuotaExceeded])
  func faults(error: Errno) throws {
    var call = 0
    var seen: Set<String> = []
    while true {
      call += 1
      let (desk, filled) = try filledDesk()
      var sample = filled
      let before = desk.tree.boxContents
      let calls = QuickCalls()
      let box = try desk.open(calls: calls)
      calls.fault = (calls.count + call, error)
      let ballot = sample.sealed("c2")
      let all = calls.count
      var told = "done"
      do throws(BallotBoxFailure) {
        try box.cast(ballot, spending: .person("p2"), by: .booth)
      } catch {
        if case .failed(let problem) = error {
          told = problem.message.hasPrefix("NOT saved") ? "not saved" : "unknown"
          if problem.message.contains("can't be read") { told = "not saved" }
        }
      }
      if calls.count < all + call { break }
      calls.fault = nil
      seen.insert(told)
      let after = desk.tree.boxContents
      switch told {
      case "done": #expect(after != before, "call \(call)")
      case "not saved":
        #expect(after == before, "call \(call)")
        try box.cast(ballot, spending: .person("p2"), by: .booth)
      default: #expect(throws: BallotBoxFailure.self) { try box.turnout() }
      }
      let again = try desk.open()
      #expect(desk.boxNames.count == 8, "call \(call): \(desk.boxNames)")
      let cast = try again.turnout().cast
      #expect(try again.refusal(of: .person("p2")) == (cast == 2 ? .alreadyUsed : nil))
    }
    #expect(seen == ["done", "not saved", "unknown"])
  }

  @Test("Interruptions and short writes are no failure")
  func interruptions() throws {
    for call in 1...60 {
      let (desk, filled) = try filledDesk()
      var sample = filled
      let calls = QuickCalls()
      calls.countsInterruptible = true
      let box = try desk.open(calls: calls)
      calls.fault = (calls.count + call, .interrupted)
      calls.longestWrite = 50
      try box.cast(sample.sealed("c2"), spending: .person("p2"), by: .booth)
      #expect(try desk.open().turnout().cast == 2)
    }
  }

  @Test("A full disk while a box is made leaves none")
  func creationFault() throws {
    let sample = BoxSample()
    var call = 0
    while true {
      call += 1
      let desk = try BoxDesk()
      let calls = QuickCalls()
      calls.fault = (call, .noSpace)
      do {
        _ = try desk.boxes(calls: calls).create(sample.terms, sample.secrets)
        if calls.count < call { break }
      } catch {
        // What was begun doesn't stand in the way of another try.
        if try desk.boxes().open("a3-1") == nil {
          _ = try desk.boxes().create(sample.terms, sample.secrets)
        }
      }
      #expect(try desk.open().turnout().cast == 0, "call \(call)")
    }
    #expect(call > 20)
  }
}
