import ExerciseKit
import VotingMethods

/// A poll's votes, counted as the host and `charrette tally` count the same ballots.
struct PollCount {
  let cards: [Card]
  /// Nil where there was nothing to count.
  let ballots: Election.Ballots?
  let result: Result<Outcome, CountFault>?

  /// Ties go by the totals of earlier stages, then by the lot, if one is drawn. In an open poll
  /// without a lot they stay ties.
  init<Host: Poll>(_ room: Room<Host>) {
    let slate = Slate(room)
    let casts = room.casts
    cards = slate.cards
    guard !cards.isEmpty, !casts.isEmpty else {
      (ballots, result) = (nil, nil)
      return
    }
    let ballots = Host.ballots(casts, on: slate, room.settings)
    var request = Host.request(room.settings, options: cards.count, votes: casts.map(\.vote))
    let lot = room.seed.map { TieBreak.Rule.lot(seed: UInt64(bitPattern: Int64($0))) }
    request.tieBreak = TieBreak([.priorStage] + [lot].compactMap(\.self))
    self.ballots = ballots
    do throws(CountFault) {
      var outcome = try request.tally(Election(title: room.title, ballots: ballots))
      outcome.dropWhatNobodyChose(ballots)
      result = .success(outcome)
    } catch {
      result = .failure(error)
    }
  }

  var outcome: Outcome? { try? result?.get() }

  /// The cards that are chosen, in order of election.
  var chosen: [Card] { outcome?.winners.map { cards[$0] } ?? [] }
}

extension Outcome {
  /// A card that nobody chose does not go on, even where there are more places than cards that
  /// somebody did choose.
  fileprivate mutating func dropWhatNobodyChose(_ ballots: Election.Ballots) {
    let unchosen: Set<Int>
    switch (method, ballots) {
    case (.dots, _), (.quadratic, _):
      let totals = stages.first?.totals ?? []
      unchosen = Set(totals.indices.filter { totals[$0] <= .zero })
    case (_, .approvals(let approvals)):
      let chosen = approvals.counts.indices.flatMap { approvals.approvals($0) }
      unchosen = Set(candidates.indices).subtracting(chosen)
    case (_, .scores(let scores)): unchosen = scores.unsupported(in: self)
    default: return
    }
    choose(noneOf: unchosen)
  }
}
