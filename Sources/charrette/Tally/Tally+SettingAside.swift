import VotingMethods
import Workshop

extension Tally {
  /// Ballots that spend more than the method allows, if they are to be set aside.
  func setAside(
    in election: inout Election, _ request: CountRequest, _ source: BallotSource,
    _ read: inout TallyBallots
  ) throws(Problem) {
    guard case .election = read else { return }
    do throws(CountFault) {
      try request.setAsideOverspent(in: &election, reading.policy)
    } catch {
      throw Problem(error, in: source.name)
    }
    read = .election(election)
  }
}
