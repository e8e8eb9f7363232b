package import ExerciseProtocol

/// What is said of a card that has an answer to some questions alone, wherever a ballot is filled.
extension HalfAnswer {
  package func message(on paper: Paper) -> String {
    "\(option) has no number for “\(paper.questions[question].prompt)”, and would lie nowhere."
  }

  package static var hint: String { "Give it one in each part, or leave it out of all." }
}
