import Terminal
import Testing

/// How often the console wakes of its own accord, on a clock of the test's.
@Suite("The console's heartbeat")
struct HeartbeatTests {
  private let start = ContinuousClock.now

  /// What was done in so much time after the last line, a set of tasks for each time that it woke.
  private func beats(
    of needs: Heartbeat.Needs, in time: Duration = .seconds(3600), saves: Bool = true
  ) -> [Set<Heartbeat.Task>] {
    var (heart, needs, now) = (Heartbeat(at: start), needs, start)
    var beats: [Set<Heartbeat.Task>] = []
    heart.lineWasTyped(at: now)
    while let next = heart.next(for: needs, after: now), next <= start + time {
      guard next > now, beats.count < 10_000 else {
        Issue.record("It wakes again and again at \(now - start).")
        break
      }
      if needs.intoSecond != nil { needs.intoSecond = .zero }
      now = next
      let tasks = heart.tasks(for: needs, at: now)
      if tasks.contains(.saveSnapshot), saves { needs.unsaved = 0 }
      if tasks.contains(.lookForOthers) { heart.looked(at: now, successfully: true) }
      beats.append(tasks)
    }
    return beats
  }

  private func needs(
    unsaved: Int = 0, events: Int = 0, isTold: Bool = true
  ) -> Heartbeat.Needs {
    var needs = Heartbeat.Needs()
    (needs.unsaved, needs.events, needs.hasOthers) = (unsaved, events, true)
    needs.isToldOfOthers = isTold
    return needs
  }

  @Test("Where no clock is drawn it wakes when a time is up")
  func timeUp() {
    var needs = Heartbeat.Needs()
    needs.untilTimeUp = .seconds(90)
    #expect(Heartbeat(at: start).next(for: needs, after: start) == start + .seconds(90))
    needs.untilTimeUp = nil
    #expect(Heartbeat(at: start).next(for: needs, after: start) == nil)
  }

  @Test("With no session it sleeps")
  func nothing() { #expect(beats(of: Heartbeat.Needs()).isEmpty) }

  @Test(
    "In a long session whose clock rests, or isn't shown, it looks for others now and again",
    arguments: [0, 1, 199])
  func longSession(unsaved: Int) {
    let done = beats(of: needs(unsaved: unsaved, events: 2000))
    #expect(done.count == 120)
    #expect(done.allSatisfy { $0 == [.lookForOthers] })
  }

  @Test("Where nothing tells of others it looks every other second")
  func untold() {
    let done = beats(of: needs(isTold: false))
    #expect(done.count == 1800)
    #expect(done.allSatisfy { $0 == [.lookForOthers] })
  }

  @Test("The snapshot is written once, when the room is quiet", arguments: [(3, 20), (200, 2000)])
  func snapshot(unsaved: Int, events: Int) {
    let needs = needs(unsaved: unsaved, events: events)
    #expect(beats(of: needs, in: .milliseconds(4999)).isEmpty)
    #expect(beats(of: needs, in: .seconds(29)) == [[.saveSnapshot]])
  }

  @Test("One that can't be written is tried again each minute")
  func failingSnapshot() {
    let done = beats(of: needs(unsaved: 3, events: 20), saves: false)
    #expect(done.count { $0.contains(.saveSnapshot) } == 60)
    #expect(done.count <= 180)
  }

  @Test("A clock that is seen to run is drawn each second")
  func clock() {
    var needs = Heartbeat.Needs()
    needs.intoSecond = .milliseconds(400)
    let done = beats(of: needs, in: .milliseconds(10_600))
    #expect(done.count == 11)
    #expect(done.allSatisfy { $0 == [.drawClock] })
  }

  @Test("Where the others' lines can't be read, the descriptor that tells of them rests")
  func failingLook() {
    var heart = Heartbeat(at: start)
    let needs = needs()
    #expect(heart.watchesOthers)
    heart.looked(at: start, successfully: false)
    #expect(!heart.watchesOthers)
    let next = heart.next(for: needs, after: start)
    #expect(next == start + .seconds(2))
    #expect(heart.tasks(for: needs, at: start + .seconds(2)) == [.lookForOthers])
    heart.looked(at: start + .seconds(2), successfully: true)
    #expect(heart.watchesOthers)
  }
}
