import ExerciseProtocol
import OrderedCollections
import Rendering
package import Workshop

extension Console {
  /// Where we are and how much time is left: `2/7 Skills and behaviours 12:31 left > `. It takes at
  /// most a third of the line: the title is shortened first, then the time says less; where there
  /// is room for neither, the number alone is left.
  var prompt: Prompt {
    var prompt = Prompt()
    let style = presentation.style
    let arrow = style.usesUnicode ? "›" : ">"
    guard let session = desk.session else { return Prompt("charrette \(arrow) ") }
    let room = style.columns / 3 - 3
    guard let activity = session.currentActivity, let index = session.index(of: activity.id) else {
      return Prompt("\(neutralised(session.title).truncated(to: room)) \(arrow) ")
    }
    let clock = style.isLinear ? nil : desk.clock
    let parts = PromptParts(
      place: "\(index + 1)/\(session.agenda.count)", title: neutralised(activity.plan.title),
      times: clock?.ways ?? [], room: room)
    prompt.add(parts.head, .title, style)
    if let time = parts.time {
      prompt.append(" ")
      prompt.add(time, (clock?.inner?.left ?? clock?.left ?? 0) < 0 ? .warning : .muted, style)
    }
    prompt.append(" \(arrow) ")
    return prompt
  }
}

/// What of a prompt there is room for.
package struct PromptParts {
  /// The place on the agenda, and as much of the title as fits.
  package private(set) var head: String
  /// The time, where there is room for it.
  package private(set) var time: String?

  /// A title of fewer columns says nothing.
  private static let leastTitle = 8

  /// - Parameters:
  ///   - times: the ways to tell it, the longest first.
  ///   - room: columns.
  package init(place: String, title: String, times: [String], room: Int) {
    let left = room - columns(of: place)
    (head, time) = (place, nil)
    let wanted = min(columns(of: title), Self.leastTitle)
    for time in times where columns(of: time) + 1 + wanted + 1 <= left {
      head = "\(place) \(title.truncated(to: left - columns(of: time) - 2))"
      self.time = time
      return
    }
    if let shortest = times.last {
      // The clock is asked for more often than where we are.
      if columns(of: shortest) + 1 <= left { time = shortest }
    } else if wanted + 1 <= left {
      head = "\(place) \(title.truncated(to: left - 1))"
    }
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
