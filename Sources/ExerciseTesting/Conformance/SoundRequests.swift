package import ExerciseKit

/// What a host asks of one exercise in the ordinary course of things, the same each time: one
/// opening, each action once, every view. Nothing of it stays true: each opening begins anew.
package struct SoundRequests {
  package let all: [Request]

  package init(of exercise: ExerciseDescription, seed: Int = 1) {
    var sampler = FieldSampler(seed: seed)
    let session = SessionStandIn.sample(of: exercise)
    let activity = SessionStandIn.activity
    let decisions = exercise.actions.map { action in
      Request.decide(
        activity,
        Call(
          action: action.name, fields: sampler.valid(action.fields, in: session),
          actor: action.privacy == .open && action.attribution != .none ? "p1" : nil,
          at: session.now, seed: 1), events: [])
    }
    let views = Audience.allCases.map { Request.view(activity, $0, events: []) }
    all =
      [.open(session.brief())] + decisions + views
      + [.give(activity, events: []), .state(activity, events: [])]
  }
}
