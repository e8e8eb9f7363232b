import ExerciseProtocol
import OrderedCollections
import Polling
import Workshop

extension Play {
  /// A secret vote from its opening to the count: everybody casts a ballot into the box, through
  /// the port that the booth uses.
  mutating func vote(in scene: inout Scene) {
    guard case .booth(let poll)? = command("/vote open").response?.next,
      let box = try? desk.live?.log.boxes.open(poll)
    else { return }
    let terms = box.terms
    var cast = 0
    for entry in terms.roll.shuffled(using: &chance) {
      clock.advance(seconds: Pace.ballot(terms.paper, using: &chance))
      guard let guest = guests.first(where: { $0.name == entry.name }) else { continue }
      let writer = BallotWriter(paper: terms.paper, voice: guest.voice, kind: kind(scene))
      let ballot = writer.ballot(
        weight: entry.weight, mayAbstain: guests.count > 9, using: &chance)
      let sealed = SealedBallot(sealing: ballot, on: terms.paper, using: &chance)
      do throws(BallotBoxFailure) {
        try box.cast(sealed, spending: .person(entry.id), by: .booth)
        cast += 1
        heard[scene.activity, default: Heard()].guests.insert(guest)
      } catch {
        record.refused += 1
        lastProblem = error.problem
      }
    }
    heard[scene.activity, default: Heard()].ballots += cast
    remark(Wording.booth(cast, of: terms.roll.count))
    let words = Sentence.lotWords.shuffled(using: &chance).prefix(3).joined(separator: " ")
    guard command("/vote close").isChange, command("/vote count \(words)").isChange else { return }
    scene.accepted += cast
  }
}
