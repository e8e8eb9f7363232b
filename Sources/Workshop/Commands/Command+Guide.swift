import ExerciseProtocol
import OrderedCollections

extension Command {
  static let guide = Command(
    "guide", "Show what to say and do in this activity, step by step, or in another one",
    group: .agenda,
    parameters: [Parameter("activity", .activity, "Its number on the agenda, or its title")],
    examples: ["/guide", "/guide 2"],
    details: ["It is for you: the wall never shows it."]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    let activity: Activity
    if let typed = invocation.arguments.text("activity") {
      activity = try session.activity(called: typed)
    } else if let current = session.currentActivity {
      activity = current
    } else {
      throw .noActivity(session)
    }
    if activity.isBreak, activity.plan.guide.isEmpty {
      return Response(
        View([
          .text("“\(activity.plan.title)” is a break: there is nothing to say or do."),
          .note("/next goes on; cards pass it by.", .hint),
        ]))
    }
    let guide = ActivityGuide(
      activity.plan, desk.exercise(called: activity.plan.exercise)?.description)
    return Response(guide.view, result: guide.json)
  }
}
