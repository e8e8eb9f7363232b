extension OpinionGroups {
  /// The working and the result of the search for groups.
  public struct Finding: Hashable, Sendable {
    /// The groups, the largest first.
    public var groups: [Group]
    /// How many people answered too few statements to be on the map.
    public var leftOut: Int
    /// Where people stand on the map; one place for each row of answers that is on it.
    public var places: [Place]
    /// Which part of all differences each of the two axes of the map shows.
    public var explained: [Double]
    /// How well the groups are told apart: the mean silhouette, from -1 to 1; 0 for one group.
    public var silhouette: Double
    /// What all groups agree upon, in the order of the statements.
    public var commonGround: [Ground]

    init(_ map: OpinionMap, _ clustering: Clustering, people: Int) {
      groups = []
      leftOut = people - map.people
      explained = map.explained
      silhouette = clustering.silhouette
      commonGround = []
      var group = Array(repeating: 0, count: map.rows.count)
      for (number, members) in clustering.members.enumerated() {
        for member in members { group[member] = number }
      }
      places = map.rows.indices.map { index in
        Place(
          row: map.rows[index], x: map.places[index].x, y: map.places[index].y,
          group: group[index])
      }
    }

    /// In every group, more than half of those who answered say the same.
    func findCommonGround(statements: Int) -> [Ground] {
      (0..<statements).flatMap { statement in
        [OpinionBallots.Opinion.agree, .disagree].filter { opinion in
          !groups.isEmpty
            && groups.allSatisfy { $0.answers[statement].isMajority(for: opinion) }
        }.map { Ground(statement: statement, opinion: $0) }
      }
    }
  }

  /// Where the people of one row of answers stand on the map.
  public struct Place: Hashable, Sendable {
    /// The row of the ballots, counted from 0.
    public var row: Int
    /// Along the axis on which people differ most.
    public var x: Double
    /// Along the one on which they differ most besides.
    public var y: Double
    /// The group, counted from 0.
    public var group: Int
  }

  /// What all groups say to a statement.
  public struct Ground: Hashable, Sendable {
    /// Counted from 0.
    public var statement: Int
    /// `agree` or `disagree`.
    public var opinion: OpinionBallots.Opinion

    public init(statement: Int, opinion: OpinionBallots.Opinion) {
      (self.statement, self.opinion) = (statement, opinion)
    }
  }

  /// How often each answer was given.
  public struct Answers: Hashable, Sendable {
    public var agree = 0
    public var disagree = 0
    public var pass = 0

    package init(agree: Int = 0, disagree: Int = 0, pass: Int = 0) {
      (self.agree, self.disagree, self.pass) = (agree, disagree, pass)
    }

    /// All answers together.
    public var all: Int { agree + disagree + pass }

    /// How many said this.
    public func count(of opinion: OpinionBallots.Opinion) -> Int {
      switch opinion {
      case .agree: agree
      case .disagree: disagree
      case .pass: pass
      }
    }

    mutating func add(_ opinion: OpinionBallots.Opinion, count: Int) {
      switch opinion {
      case .agree: agree += count
      case .disagree: disagree += count
      case .pass: pass += count
      }
    }

    /// Whether more than half of those who answered said this.
    func isMajority(for opinion: OpinionBallots.Opinion) -> Bool { 2 * count(of: opinion) > all }

    /// Whether fewer than half of them did.
    func isMinority(for opinion: OpinionBallots.Opinion) -> Bool { 2 * count(of: opinion) < all }

    static func - (left: Self, right: Self) -> Self {
      Answers(
        agree: left.agree - right.agree, disagree: left.disagree - right.disagree,
        pass: left.pass - right.pass)
    }
  }
}

extension OpinionGroups.Finding {
  /// Of a finding that was written down.
  package init(
    groups: [OpinionGroups.Group], leftOut: Int, places: [OpinionGroups.Place],
    explained: [Double], silhouette: Double, commonGround: [OpinionGroups.Ground]
  ) {
    (self.groups, self.leftOut, self.places) = (groups, leftOut, places)
    (self.explained, self.silhouette, self.commonGround) = (explained, silhouette, commonGround)
  }
}

extension OpinionGroups.Place {
  package init(row: Int, x: Double, y: Double, isIn group: Int) {
    (self.row, self.x, self.y, self.group) = (row, x, y, group)
  }
}
