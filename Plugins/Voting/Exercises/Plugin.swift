package import ExerciseKit

/// Ways to find out what a room wants.
package let plugin = Plugin(
  id: "voting", name: "Voting", version: "2.0.0",
  summary: "Polls of every kind: dots, choices, rankings, scores, grades, credits, a budget, "
    + "agreement, duels and opinions; open in the room or secret in the booth",
  author: "The Charrette authors", licence: "Apache-2.0",
  exercises: [
    DotVoting.self, ChoosePoll.self, RankPoll.self, ScorePoll.self, GradePoll.self,
    QuadraticPoll.self, BudgetPoll.self, AgreePoll.self, DuelPoll.self, OpinionPoll.self,
  ])
