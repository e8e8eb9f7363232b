package import ExerciseKit

/// The canvas of design thinking; its templates lie beside it, in Templates/, and reach the host as
/// this target's resources.
package let plugin = Plugin(
  id: "design-thinking", name: "Design thinking", version: "1.0.0",
  summary: "Canvases of named regions, and templates for whole methods",
  author: "The Charrette authors", licence: "Apache-2.0", exercises: [Canvas.self])
