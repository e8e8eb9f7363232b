import ExerciseKit

/// What becomes of who said it. As a setting called `privacy` it is the host that enforces it:
/// anonymous, no action is told who took it; sealed, what a plain line would be is written in the
/// booth, and comes one by one, nobody's and in no order, once the box is opened.
enum Keeping: String, FieldChoice, Codable {
  case open, anonymous, sealed
}

/// As ``Keeping``, for what is said aloud in the room and can't be sealed.
enum SpokenKeeping: String, FieldChoice, Codable {
  case open, anonymous

  var keeping: Keeping { self == .open ? .open : .anonymous }
}
