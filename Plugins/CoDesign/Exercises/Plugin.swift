package import ExerciseKit

/// The dozen things that people do together in a workshop; nearly every method is made of them.
package let plugin = Plugin(
  id: "co-design", name: "Co-design", version: "1.0.0",
  summary: "Collect, group, place, link, speak in turn, score, consent, commit and ask",
  author: "The Charrette authors", licence: "Apache-2.0",
  exercises: [
    Collect.self, Group.self, Matrix.self, Chain.self, Rounds.self, CrowdScoring.self,
    ConsentRound.self, Commit.self, Survey.self,
  ])
