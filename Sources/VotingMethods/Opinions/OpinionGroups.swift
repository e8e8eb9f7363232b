/// Groups of people who answer alike, over statements with which they agree, disagree or pass; what
/// each group says that others don't, and what all groups agree upon.
///
/// Source: C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw and C. Megill, “Polis: Scaling deliberation
/// by mapping high dimensional opinion spaces”, RECERCA 26 (2021). As there:
/// 1. Whoever answered fewer than seven statements (or fewer than all, if there are not seven) is
///    left out of the map; `answersNeeded` sets another number.
/// 2. Agree is 1, disagree -1, pass 0. An answer not given counts as the mean of its statement.
/// 3. The two first principal components are the map; somebody's place on it is drawn out by the
///    root of (statements / answered), because missing answers pull everybody to the middle.
/// 4. k-means finds the groups on the map, for every k from 2 to 5, but to 2 + people / 12 at most;
///    the k with the greatest mean silhouette (P. J. Rousseeuw 1987) is taken, the smallest of
///    equals.
/// 5. A statement's group-informed consensus is the product, over the groups, of the chance that
///    somebody there agrees: (agreeing + 1) / (answers + 2). It is exact, and ranks the statements.
///
/// The map and the groups are made in floating point, of which nobody is elected: the same answers
/// in the same order give the same groups on every machine, because only the operations that IEEE
/// 754 rounds correctly are used, in a fixed order, and all draws come from `seed`. Another order
/// of people or statements may round otherwise, and so may tell groups apart otherwise that hardly
/// differ. People who gave the same answers may be counted together or one by one.
public struct OpinionGroups: VotingMethod {
  public static let id = MethodID.opinionGroups
  /// How many groups to look for; nil to choose by the silhouette.
  public var groups: Int?
  /// How many statements somebody must have answered to be on the map; nil for seven, or all.
  public var answersNeeded: Int?
  /// What the draws for the beginnings of k-means are made from.
  public var seed: UInt64

  public init(groups: Int? = nil, answersNeeded: Int? = nil, seed: UInt64 = 0) {
    (self.groups, self.answersNeeded, self.seed) = (groups, answersNeeded, seed)
  }

  /// The winners are the common ground: the statements with which more than half of those who
  /// answered agree in every group, those with the greatest consensus first. `groups` has the rest.
  public func tally(_ ballots: OpinionBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard count > 0 else { throw .noCandidates }
    let needed = answersNeeded ?? min(7, count)
    var outcome = Outcome(
      Self.id, ballots.candidates,
      [
        .init("groups", groups.map(String.init) ?? "by silhouette"),
        .init("answers-needed", needed), .init("seed", seed),
      ])
    let map = OpinionMap(ballots, answersNeeded: needed)
    let clustering = choose(map)
    var finding = Finding(map, clustering, people: ballots.counts.reduce(0, +))
    finding.groups = clustering.members.map { members in
      Group(rows: members.map { map.rows[$0] }, in: ballots)
    }
    let everybody = Group(rows: map.rows, in: ballots)
    for index in finding.groups.indices {
      finding.groups[index].describe(against: everybody)
    }
    let consensus = (0..<count).map { statement in
      finding.groups.reduce(Rational(1)) { product, group in
        let answers = group.answers[statement]
        return product * Rational(answers.agree + 1, over: answers.all + 2)
      }
    }
    finding.commonGround = finding.findCommonGround(statements: count)
    outcome.stages = [Stage(totals: consensus)]
    outcome.ranking = tiers(by: consensus)
    let agreed = finding.commonGround.filter { $0.opinion == .agree }.map(\.statement)
    outcome.winners = agreed.sorted { (consensus[$1], $0) < (consensus[$0], $1) }
    outcome.stages[0].elected = outcome.winners
    outcome.groups = finding
    return outcome
  }

  /// The groups for the number asked for, or for the best one.
  private func choose(_ map: OpinionMap) -> Clustering {
    let points = WeightedPoints(map)
    let most = points.distinct
    guard most > 1 else { return Clustering(all: points) }
    if let groups {
      return groups == 1
        ? Clustering(all: points) : Clustering(points, count: min(groups, most), seed: seed)
    }
    let largest = min(most, 5, 2 + map.people / 12)
    var best = Clustering(points, count: 2, seed: seed)
    for count in 2...max(2, largest) where count > 2 {
      let next = Clustering(points, count: count, seed: seed)
      if next.silhouette > best.silhouette { best = next }
    }
    return best
  }
}
