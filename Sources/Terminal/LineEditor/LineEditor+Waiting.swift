internal import Glibc
internal import SystemPackage

extension LineEditor {
  /// Waits for the next thing to happen at this prompt. A line that was half typed goes on; where
  /// the prompt is another than last time (a clock), it is redrawn around the line.
  ///
  /// - Parameter deadline: when to return ``EditorEvent/tick`` at the latest; nil: never.
  package func next(prompt: Prompt, until deadline: ContinuousClock.Instant? = nil) -> EditorEvent {
    while true {
      if let event = handleSignals() { return event }
      if isAtEnd { return .endOfInput }
      if let event = takeOutcome() { return event }
      show(prompt)
      showNotices()
      if let lostOutput { return .outputLost(lostOutput) }
      if let event = wait(until: deadline) { return event }
    }
  }

  private func show(_ prompt: Prompt) {
    if !isEditing { beginLine(prompt) } else if prompt != shownPrompt { change(prompt) }
  }

  /// One round: whatever is there first, keys before descriptors before the clock.
  private func wait(until deadline: ContinuousClock.Instant?) -> EditorEvent? {
    if !pushedBack.isEmpty {
      takeInput()
      return takeOutcome()
    }
    let inputs = [signals.descriptor, keys] + watched
    let ready = Poll.readable(inputs, until: [deadline, keyLimit].compactMap { $0 }.min())
    if ready.contains(signals.descriptor), let event = handleSignals() { return event }
    if ready.contains(keys) {
      takeInput()
      if let event = takeOutcome() { return event }
    } else {
      giveUpKey()
    }
    if let descriptor = watched.first(where: ready.contains) { return .ready(descriptor) }
    if let deadline, deadline <= .now { return .tick }
    return nil
  }

  private func takeInput() {
    if capabilities.editsLines { takeKey() } else { takeBytes() }
  }

  private func takeOutcome() -> EditorEvent? {
    if outcome == nil, !capabilities.editsLines { outcome = nextPlainLine() }
    guard let event = outcome else { return nil }
    outcome = nil
    showNotices()
    return event
  }
}

/// The one system call that everything waits in.
enum Poll {
  /// Those that can be read, or never will be again. An interruption or the deadline gives none.
  static func readable(
    _ descriptors: [FileDescriptor], until deadline: ContinuousClock.Instant? = nil
  ) -> [FileDescriptor] {
    var entries = descriptors.map {
      pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0)
    }
    let count = poll(&entries, nfds_t(entries.count), milliseconds(until: deadline))
    guard count > 0 else { return [] }
    return zip(descriptors, entries).filter { $1.revents != 0 }.map(\.0)
  }

  /// Rounded up: waking a moment early would turn in circles.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ((deadline - .now) / .milliseconds(1)).rounded(.up)
    return Int32(min(max(left, 0), Double(Int32.max)))
  }
}
