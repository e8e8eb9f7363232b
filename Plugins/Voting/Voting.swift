public import ExerciseKit

/// Ways to find out what a room wants.
let plugin = Plugin(
  id: "voting", name: "Voting", version: "1.0.0", summary: "Dot voting",
  author: "The Charrette authors", licence: "Apache-2.0", exercises: [DotVoting.self])

@c public func charrette_plugin_entry(
  _ host: UnsafePointer<charrette_host>
) -> UnsafePointer<charrette_plugin>? { plugin.entry(host) }
