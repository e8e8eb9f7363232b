import ExerciseProtocol

extension View {
  /// The view as a plugin may put it: that something failed is for the host to say, so a remark in
  /// that tone is a warning.
  var inAPluginsWords: View {
    View(
      blocks.map { block in
        guard case .note(let text, .failure) = block else { return block }
        return .note(text, .warning)
      }, loose: loose)
  }
}
