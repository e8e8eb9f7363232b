extension OpinionGroups {
  /// People who answer alike.
  public struct Group: Hashable, Sendable {
    /// How many they are.
    public var people: Int
    /// What they said to each statement.
    public var answers: [Answers]
    /// What tells them from all others, the most telling first; five statements at most.
    public var representative: [Telling]
    /// What more than half of them say and fewer than half of everybody, in the order of the
    /// statements.
    public var minority: [Ground]

    init(rows: [Int], in ballots: OpinionBallots) {
      people = rows.reduce(0) { $0 + ballots.counts[$1] }
      answers = Array(repeating: Answers(), count: ballots.candidates.count)
      for row in rows {
        for statement in ballots.candidates.indices {
          guard let opinion = ballots[row, statement] else { continue }
          answers[statement].add(opinion, count: ballots.counts[row])
        }
      }
      (representative, minority) = ([], [])
    }

    /// Finds what tells the group from the others among everybody.
    mutating func describe(against everybody: Group) {
      var telling: [Telling] = []
      for (statement, own) in answers.enumerated() {
        let all = everybody.answers[statement]
        for opinion in [OpinionBallots.Opinion.agree, .disagree] {
          if own.isMajority(for: opinion), all.isMinority(for: opinion) {
            minority.append(Ground(statement: statement, opinion: opinion))
          }
          if everybody.people > people {
            telling.append(
              Telling(statement: statement, opinion: opinion, own: own, others: all - own))
          }
        }
      }
      telling.sort { ($1.weight, $0.statement) < ($0.weight, $1.statement) }
      representative = Array(telling.filter(\.isSignificant).prefix(5))
      if representative.isEmpty {
        representative = Array(
          telling.filter { $0.ratio > 1 && answers[$0.statement].isMajority(for: $0.opinion) }
            .prefix(1))
      }
    }
  }

  /// A statement by which a group can be told from all others.
  ///
  /// The measures are those of the Polis paper: with the chance p = (who say it + 1) / (answers +
  /// 2), the ratio of the group's p to that of all others; and two tests of significance, whether
  /// more than half of the group say it, and whether more do than of the others.
  public struct Telling: Hashable, Sendable {
    /// Counted from 0.
    public var statement: Int
    /// What the group says to it: `agree` or `disagree`.
    public var opinion: OpinionBallots.Opinion
    /// How many times likelier somebody of the group says so than somebody else.
    public var ratio: Double
    /// Whether both tests hold at nine to one: z above 1.2816.
    public var isSignificant: Bool
    /// What statements are put in order by: the ratio, the chance and both tests multiplied.
    var weight: Double

    init(
      statement: Int, opinion: OpinionBallots.Opinion, own: Answers, others: Answers
    ) {
      (self.statement, self.opinion) = (statement, opinion)
      let (said, all) = (Double(own.count(of: opinion)), Double(own.all))
      let (saidElsewhere, allElsewhere) = (Double(others.count(of: opinion)), Double(others.all))
      let chance = (said + 1) / (all + 2)
      ratio = chance / ((saidElsewhere + 1) / (allElsewhere + 2))
      // Both tests have one more answer on each side, so that they hold for none at all.
      let inside = (said + 1) / (all + 1)
      let outside = (saidElsewhere + 1) / (allElsewhere + 1)
      let half = 2 * (all + 1).squareRoot() * (inside - 0.5)
      let pooled = (said + saidElsewhere + 2) / (all + allElsewhere + 2)
      let spread = pooled * (1 - pooled) * (1 / (all + 1) + 1 / (allElsewhere + 1))
      let difference = spread > 0 ? (inside - outside) / spread.squareRoot() : 0
      isSignificant = half > 1.2816 && difference > 1.2816
      weight = ratio * chance * max(0, half) * max(0, difference)
    }
  }
}

extension OpinionGroups.Group {
  /// Of a group that was written down.
  package init(
    people: Int, answers: [OpinionGroups.Answers], representative: [OpinionGroups.Telling],
    minority: [OpinionGroups.Ground]
  ) {
    (self.people, self.answers) = (people, answers)
    (self.representative, self.minority) = (representative, minority)
  }
}

extension OpinionGroups.Telling {
  /// Of one that was written down, where its place in the list says what its weight was for.
  package init(
    statement: Int, opinion: OpinionBallots.Opinion, ratio: Double, isSignificant: Bool
  ) {
    (self.statement, self.opinion) = (statement, opinion)
    (self.ratio, self.isSignificant, weight) = (ratio, isSignificant, 0)
  }
}
