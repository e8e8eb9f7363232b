package import ExerciseKit

/// Threaded discussion, with import of what was said elsewhere.
package let plugin = Plugin(
  id: "comments", name: "Comments", version: "1.0.0",
  summary: "Threaded discussion, and import of discussions from the web",
  author: "The Charrette authors", licence: "Apache-2.0", exercises: [Discussion.self],
  importers: [WebDiscussion.self])
