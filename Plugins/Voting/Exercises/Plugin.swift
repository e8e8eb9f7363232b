package import ExerciseKit

/// Ways to find out what a room wants.
package let plugin = Plugin(
  id: "voting", name: "Voting", version: "1.0.0", summary: "Dot voting",
  author: "The Charrette authors", licence: "Apache-2.0", exercises: [DotVoting.self])
