import ExerciseKit

/// Canvases that nobody has to set up. Each is written as a template would write it.
///
/// Sources: empathy map, D. Gray, “Gamestorming” (2010); persona, A. Cooper, “The Inmates Are
/// Running the Asylum” (1999); service blueprint, G. L. Shostack, “Designing Services That
/// Deliver”, Harvard Business Review (1984); SWOT, after A. Humphrey and others (1960s); feedback
/// capture grid, Hasso Plattner Institute of Design at Stanford. Our own wording.
enum CanvasPreset: String, FieldChoice, Codable {
  case empathyMap = "empathy-map"
  case persona
  case journeyMap = "journey-map"
  case serviceBlueprint = "service-blueprint"
  case swot
  case feedbackGrid = "feedback-grid"
  case stakeholderMap = "stakeholder-map"
  case assetMap = "asset-map"
  case hopesAndFears = "hopes-and-fears"
  case retrospective
  case storyboard
  case fivePrinciples = "five-principles"

  var layout: CanvasLayout {
    stages.isEmpty ? CanvasLayout(regions: regions) : CanvasLayout(stages: stages, lanes: lanes)
  }

  /// From left to right; none where the regions are a plain grid.
  var stages: String {
    switch self {
    case .journeyMap: "Before | Begin | During | Wait | After"
    case .serviceBlueprint: "Find | Apply | Wait | Receive | Later"
    default: ""
    }
  }

  /// From top to bottom.
  var lanes: String {
    switch self {
    case .journeyMap:
      """
      Does: What does the person do here?
      Thinks: What goes through their head?
      Feels: How do they feel, and why?
      Trouble: What gets in their way?
      Chance: What could be better here?
      """
    case .serviceBlueprint:
      """
      People do: What does the person do?
      They meet: Letters, pages, counters, voices
      Staff in sight: What do staff do that people see?
      Staff out of sight: What do staff do behind the scenes?
      Support: Which systems and partners does it rest on?
      """
    default: ""
    }
  }

  private var regions: String {
    switch self {
    case .empathyMap:
      """
      Says: What have we heard them say, word for word?
      Thinks: What may they think and not say?
      Does: What do they do?
      Feels: What worries them, what cheers them?
      Pains: What makes it hard?
      Gains: What would they hope for?
      """
    case .persona:
      """
      Who: Name, age, where and how they live
      Day: What does a usual day look like?
      Goals: What do they want to get done?
      Needs: What do they need for it?
      Barriers: What stands in the way, also of access?
      Words: A sentence that they would say
      Evidence: From whom and where do we know this?
      """
    case .swot:
      """
      Strengths: What are we good at?
      Weaknesses: Where do we fall short?
      Opportunities: What around us could help?
      Threats: What around us could harm?
      """
    case .feedbackGrid:
      """
      Liked: What worked?
      Could be better: What would you change, and how?
      Questions: What is unclear?
      Ideas: What does it make you think of?
      """
    case .stakeholderMap:
      """
      Use it: Who uses the service, and who can't?
      Provide it: Who makes it work?
      Decide on it: Who pays, who rules?
      Are touched by it: Whom does it affect without their asking?
      Missing: Whose voice is not in the room?
      """
    case .assetMap:
      """
      People: Who knows, can or cares?
      Groups: Clubs, networks, neighbours
      Places: Rooms, gardens, halls, corners
      Organisations: Offices, schools, firms
      Stories: What are people here proud of?
      """
    case .hopesAndFears:
      """
      Hopes: What would make this day worth it for you?
      Fears: What should not happen?
      Needs: What do you need, to take part well?
      """
    case .retrospective:
      """
      Keep: What shall we go on with?
      Drop: What shall we stop?
      Try: What shall we begin?
      Thanks: To whom, and for what?
      """
    case .storyboard:
      """
      Scene 1: Who, where, and what is the trouble?
      Scene 2: What happens first?
      Scene 3: What is new here?
      Scene 4: What does it change?
      Scene 5: How does it end?
      """
    case .fivePrinciples:
      """
      Collaboration: Who takes part, and who should? What shows it?
      Openness: What can everybody see? What shows it?
      Sharing: What do we give away, what do we take up? What shows it?
      Integrity: Do we do what we say? What shows it?
      Interdependence: On whom do we depend, and who on us? What shows it?
      """
    case .journeyMap, .serviceBlueprint: ""
    }
  }
}
