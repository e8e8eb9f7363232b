import ExerciseKit
import ExerciseTesting
import PluginHost

extension CheckRule {
  static let strangers = CheckRule(
    id: "CP011",
    title: "It answers whatever it is asked, in time, without growing",
    severity: .error,
    reason: """
      A plugin that crashes, hangs or grows interrupts the room, and is switched off after the \
      third time. What crosses is JSON by whoever wrote the host.
      """,
    mend: """
      The finding quotes the request: it comes again with the same --seed. Answer what can't be \
      served with a fault, within the two seconds that a host waits; refuse what a person can mend.
      """,
    example: #"{"reply": "fault", "message": "activity a2 is not open"}"#,
    needs: .manifest
  ) { subject in
    let steps = min(80, subject.options.fuzz)
    let findings =
      subject.findings(in: .walk, steps: steps)
      + subject.findings(in: .strangeRequests, steps: subject.options.fuzz)
    guard case .judged(var breaches) = verdict(of: "CP011", from: findings) else {
      return verdict(of: "CP011", from: findings)
    }
    if breaches.isEmpty { breaches += subject.leaks() }
    return .judged(breaches)
  }
}

extension Subject {
  /// Each exercise's ordinary requests again and again in one process, which opens the same
  /// activity anew each time, so that nothing has to be kept. The first quarter fills what caches
  /// there are; a process that grows in each of the others, and by more than small change, leaks.
  fileprivate func leaks() -> [Breach] {
    manifest?.exercises.compactMap { exercise -> Breach? in
      let requests = SoundRequests(of: exercise).all.map { $0.json.serialized() }
      let rounds = max(1, options.fuzz / requests.count + 1)
      do throws(Silence) {
        let started = try start()
        var sizes: [Int] = []
        for _ in 0..<4 {
          for _ in 0..<rounds {
            for request in requests { _ = try started.answer(request) }
          }
          guard let size = started.process.privateMemory else { return nil }
          sizes.append(size)
        }
        return Self.leak(sizes, requests: 3 * rounds * requests.count, in: exercise.id)
      } catch {
        return Breach(exercise.id, "when asked the ordinary things again and again: \(error)")
      }
    } ?? []
  }

  /// What pages come and go in anyway, and what a request may cost on average, in bytes.
  private static let (smallChange, allowance) = (64 << 10, 1 << 10)

  private static func leak(_ sizes: [Int], requests: Int, in exercise: String) -> Breach? {
    let growth = zip(sizes.dropFirst(), sizes).map(-)
    let whole = growth.reduce(0, +)
    guard growth.allSatisfy({ $0 >= smallChange }), whole > max(1 << 20, requests * allowance)
    else { return nil }
    return Breach(
      exercise, "it grew by \(whole >> 10) KiB over \(requests) requests that leave nothing behind")
  }
}
