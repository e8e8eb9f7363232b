package import ExerciseProtocol
package import Workshop

/// Who keeps the electoral roll and the ballot box; the booth (``Booth``) knows neither files nor
/// sessions.
///
/// The booth calls it from one thread, one call at a time, with nothing on the screen that could
/// not wait for it. Several booths may have offices over the same box, so nothing that was read
/// is true for longer than a call.
package protocol BoothOffice: AnyObject {
  /// What is asked, of whom and how. Read once, when the booth opens.
  var poll: BoothPoll { get }

  /// How many ballots are in the box; nil where that can't be told. Read again at every waiting
  /// screen, and every few seconds while one is shown.
  func turnout() -> BoothTurnout?

  /// Whether ballots are taken now. Read at every key and every second while somebody is in the
  /// booth, and so quick.
  func standing() -> BoothStanding

  /// Somebody has come into the booth: whoever wants to close the vote can be told.
  func enter()

  /// Whoever was in the booth has left it, with their ballot cast or not.
  func leave()

  /// Lets somebody in who says who they are.
  ///
  /// - Parameter typed: one of the poll's names, or a code as it was typed: with or without
  ///   dashes and spaces, in any case.
  /// - Returns: what they may fill in now, without the papers that they have cast already; nil
  ///   where there is nothing, whatever the reason. The booth has the same words for every nil.
  func admit(_ typed: String) -> BoothVoter?

  /// Puts a ballot in the box. It was checked against the paper, and bears the paper's weight.
  ///
  /// Once it returns, the ballot is on disk and the voter's right to this paper is spent; where it
  /// throws, neither has happened, and the booth lets the voter try again.
  ///
  /// - Parameter paper: the position in the voter's papers.
  /// - Returns: the receipt, line by line; empty where the poll gives none.
  func cast(_ ballot: Ballot, by voter: BoothVoter, as paper: Int) throws(Problem) -> [String]
}

/// What the booth needs to know of a poll. Every text may come from others: the booth shows it
/// inert.
package struct BoothPoll: Sendable {
  /// The activity's name.
  package var title: String
  /// Its focus question; empty where there is none.
  package var focus: String
  package var paper: Paper
  package var identification: Identification
  package var receipts: Receipts
  /// The screen is seen by others: nothing chosen is ever displayed, and every answer is given
  /// twice.
  package var isBlind: Bool
  /// Ballots on paper are taken as well.
  package var takesPaper: Bool
  /// The facilitator may enter ballots as well.
  package var takesEntered: Bool

  /// How people say who they are.
  package enum Identification: Hashable, Sendable {
    /// By name, one of these, each different from the others. Those who have voted stay in the
    /// list, so that it tells nobody who has.
    case names([String])
    /// By a single-use code on paper, printed in groups of so many characters.
    case codes(group: Int)
  }

  /// What somebody takes home.
  package enum Receipts: Hashable, Sendable {
    case none
    /// Proof that the ballot is in the box, but not of what it says.
    case inclusion
    /// Proof of both.
    case full
  }

  package init(
    _ title: String, focus: String = "", paper: Paper, identification: Identification,
    receipts: Receipts = .none, isBlind: Bool = false, takesPaper: Bool = false,
    takesEntered: Bool = false
  ) {
    self.title = title
    self.focus = focus
    self.paper = paper
    self.identification = identification
    self.receipts = receipts
    self.isBlind = isBlind
    self.takesPaper = takesPaper
    self.takesEntered = takesEntered
  }
}

/// How a vote stands, as far as its booth has to know.
package enum BoothStanding: Hashable, Sendable {
  /// Ballots are taken.
  case open
  /// None is taken now; the same vote may be opened again.
  case closed
  /// It was counted, called off or replaced: none is taken any more.
  case over
  /// It can't be told: the box can't be read.
  case unreachable
}

/// How many have voted; never what.
package struct BoothTurnout: Hashable, Sendable {
  package var cast: Int
  /// How many ballots may be cast; nil where nobody knows.
  package var expected: Int?

  package init(cast: Int, expected: Int? = nil) {
    self.cast = cast
    self.expected = expected
  }
}

/// Somebody who was let in.
package struct BoothVoter: Sendable {
  /// The office's own, to know them again by; the booth neither shows nor looks at it.
  package var token: String
  /// As they are greeted; empty where nobody may know, as with codes.
  package var name: String
  /// What they may fill in, in this order; at least one.
  package var papers: [BoothPaper]

  package init(token: String, name: String = "", papers: [BoothPaper]) {
    self.token = token
    self.name = name
    self.papers = papers
  }
}

/// One right to a ballot: one's own, or that of somebody who gave a proxy.
package struct BoothPaper: Hashable, Sendable {
  /// Who gave the proxy; nil for one's own.
  package var proxyFor: String?
  /// How many votes it counts, as the poll published it.
  package var weight: Int

  package init(proxyFor: String? = nil, weight: Int = 1) {
    self.proxyFor = proxyFor
    self.weight = weight
  }
}
