package import SystemPackage

extension LineEditor {
  /// Asks for one line apart from the others: the arrow keys find nothing, TAB offers what the
  /// question offers, nothing is remembered. A line half typed at the prompt waits and comes back.
  ///
  /// - Parameter meanwhile: told of watched descriptors that are ready. It may call
  ///   ``printAbove(_:)``, but not ask another question.
  package func ask(
    _ question: Question, meanwhile: (FileDescriptor) -> Void = { _ in }
  ) -> Answer {
    let interrupted = (line: setLineAside(), pastes: pastes, offer: offerState)
    completer = question.completer
    pagesEnd = .none
    isPrivate = question.isPrivate
    (draft, pastes, offerState) = (question.initial.map { ($0, $0.utf8.count) }, [], .none)
    if let offered = question.offered { offer(offered) }
    defer {
      completer = options.completer
      isPrivate = false
      (draft, pastes, offerState) = (interrupted.line, interrupted.pastes, interrupted.offer)
    }
    return withoutHistory { answer(at: question.prompt, meanwhile: meanwhile) }
  }

  private func answer(at prompt: Prompt, meanwhile: (FileDescriptor) -> Void) -> Answer {
    while true {
      switch next(prompt: prompt) {
      case .line(let text): return .text(text)
      case .invalidLine(let refusal): return .refused(refusal)
      case .interrupt: return .cancelled
      case .endOfInput: return .ended
      case .terminate(let signal):
        pendingSignals.insert(signal, at: 0)
        return .cancelled
      case .ready(let descriptor): meanwhile(descriptor)
      case .tick: break
      // The next event says so.
      case .outputLost: return .cancelled
      }
    }
  }
}
