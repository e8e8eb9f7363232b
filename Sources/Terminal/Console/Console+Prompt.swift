import ExerciseProtocol
import OrderedCollections
import Rendering
package import Workshop

extension Console {
  /// Where we are and how much time is left: `2/7 Skills and behaviours 12:31 left > `.
  var prompt: Prompt {
    var prompt = Prompt()
    let style = presentation.style
    let arrow = style.usesUnicode ? "›" : ">"
    guard let session = desk.session else { return Prompt("charrette \(arrow) ") }
    guard let activity = session.currentActivity, let index = session.index(of: activity.id) else {
      return Prompt("\(shortened(session.title, to: style.columns / 3)) \(arrow) ")
    }
    let title = shortened(activity.plan.title, to: style.columns / 3)
    prompt.add("\(index + 1)/\(session.agenda.count) \(title)", .title, style)
    if !style.isLinear, let clock = desk.clock {
      prompt.append(" ")
      prompt.add(clock.short, (clock.left ?? 0) < 0 ? .warning : .muted, style)
    }
    prompt.append(" \(arrow) ")
    return prompt
  }

  private func shortened(_ text: String, to width: Int) -> String {
    neutralised(text).truncated(to: max(8, width))
  }
}

extension Prompt {
  fileprivate mutating func add(_ words: String, _ role: Role, _ style: TerminalStyle) {
    guard style.usesColour else { return append(words) }
    append(style: Theme.start(of: role))
    append(words)
    append(style: Theme.end)
  }
}

extension Desk {
  /// The clock of the current activity, now.
  package var clock: ClockReading? { session?.clock(at: now, offset: surroundings.utcOffset) }
}
