internal import ExerciseProtocol

/// One clause for the plugin's author, of an error in reading a message.
func reason(of error: any Error) -> String {
  switch error {
  case let error as JSONShapeError: error.reason
  case let error as JSONSyntaxError: error.reason
  default: "\(error)"
  }
}
