package import ExerciseProtocol
package import Polling

/// A poll as the session knows it: what was published, and how far it got. Ballots are never in it;
/// until they are counted they lie in the poll's box alone.
package struct Poll: Hashable, Sendable {
  package var terms: PollTerms
  package var phase: Phase
  /// Why it was opened again, or in place of an earlier one; each time, in order.
  package var reasons: [String]
  /// What the room said after closing; nil before.
  package var words: String?
  /// The activity's settings as they were when the vote opened: those that it is held under, and
  /// shown under, whatever the agenda says later.
  package var settings: JSONValue?

  package var id: PollID { terms.poll }

  package enum Phase: Hashable, Sendable {
    /// Ballots may be cast.
    case open
    /// Nobody may cast any more; nothing is counted.
    case closed
    case counted(PollResult)
    /// Called off; its ballots were destroyed uncounted.
    case calledOff(because: String)
    /// Another poll was held in its place.
    case replaced

    /// Whether the box is still full.
    package var isUndecided: Bool {
      switch self {
      case .open, .closed: true
      case .counted, .calledOff, .replaced: false
      }
    }
  }

  package init(
    _ terms: PollTerms, phase: Phase = .open, reasons: [String] = [], words: String? = nil,
    settings: JSONValue? = nil
  ) {
    (self.terms, self.phase, self.reasons, self.words) = (terms, phase, reasons, words)
    self.settings = settings
  }
}

/// What became known when a box was opened. The bundle of that name has the ballots, and is held to
/// this by its digest.
package struct PollResult: Hashable, Sendable {
  /// The bundle's file, beside the session.
  package var bundle: String
  package var digest: Fingerprint
  /// Ballots in the box, blank and spoilt ones among them.
  package var ballots: Int
  package var blank: Int
  package var spoilt: Int
  /// How many of the ballots were entered from paper.
  package var papers: Int
  /// How many of the ballots the facilitator entered; nil in journals from before it was told.
  package var entered: Int?
  /// The lot that breaks ties: the committed secret mixed with `words`.
  package var seed: Int
  /// What the room said after closing.
  package var words: String
  /// Whether enough voted; nil where the poll asked for no quorum.
  package var quorumMet: Bool?
  /// The result as the bundle states it, verdict and all: what is shown, reported and handed on
  /// comes from here. Nil in journals of before, where the bundle has it.
  package var count: JSONValue?
  /// What the result is told with besides; nil in journals of before.
  package var details: PollDetails?

  package init(
    bundle: String, digest: Fingerprint, ballots: Int, blank: Int, spoilt: Int, papers: Int,
    entered: Int? = nil, seed: Int, words: String, quorumMet: Bool?, count: JSONValue? = nil,
    details: PollDetails? = nil
  ) {
    (self.count, self.details) = (count, details)
    (self.bundle, self.digest, self.ballots) = (bundle, digest, ballots)
    (self.blank, self.spoilt, self.papers) = (blank, spoilt, papers)
    (self.entered, self.seed, self.words) = (entered, seed, words)
    self.quorumMet = quorumMet
  }
}

extension PollResult {
  /// How many ballots came by each way; nil in journals from before it was told.
  package var channels: ChannelCounts? {
    entered.map { ChannelCounts(of: ballots, paper: papers, entered: $0) }
  }
}

extension PollResult {
  /// What the count came to; nil in journals of before.
  package var verdict: PollVerdict? {
    guard let verdict = count?["verdict"] else { return nil }
    return try? PollVerdict(json: verdict, path: "verdict")
  }

  /// Whether the vote is valid, as far as the event says.
  package var isValid: Bool { verdict?.isValid ?? (quorumMet ?? true) }
}

/// A show of hands: totals that no ballot stands behind.
package struct ShowOfHands: Hashable, Sendable {
  package var activity: ActivityID
  /// How many people were in the room to raise one.
  package var people: Int
  /// How many hands for each card.
  package var totals: [CardID: Int]

  package init(activity: ActivityID, people: Int, totals: [CardID: Int]) {
    (self.activity, self.people, self.totals) = (activity, people, totals)
  }
}

/// How many votes somebody has, and who votes for whom: settled before a poll opens, and published
/// with its terms.
package struct VotingRights: Hashable, Sendable {
  /// By person; 1 where nothing stands here nor for their organisation.
  package var weights: [ParticipantID: Int] = [:]
  /// For everybody of an organisation who has no weight of their own.
  package var organisations: [String: Int] = [:]
  /// Who casts the ballot of whom: giver to holder.
  package var proxies: [ParticipantID: ParticipantID] = [:]

  package init() {}

  package var isEmpty: Bool { weights.isEmpty && organisations.isEmpty && proxies.isEmpty }

  /// The electoral roll: everybody but those who only steer, unless they are nearly alone.
  package func roll(of people: some Sequence<Participant>) -> [RollEntry] {
    people.map { person in
      RollEntry(
        person.id, person.name,
        weight: weights[person.id] ?? person.organisation.flatMap { organisations[$0] } ?? 1,
        holdsProxiesOf: proxies.filter { $0.value == person.id }.keys.sorted())
    }
  }
}
