import ExerciseKit

/// What becomes of who said it, where that is said aloud in the room and can't be sealed.
enum SpokenPrivacy: String, FieldChoice, Codable {
  case open, anonymous

  var privacy: Privacy { self == .open ? .open : .anonymous }
}
