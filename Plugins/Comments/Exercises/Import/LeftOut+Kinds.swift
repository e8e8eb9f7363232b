/// What may be wrong in any file. A format that knows more kinds adds them in a file of its own.
extension LeftOut.Kind {
  static let byte = Self(
    "byte that is no UTF-8 was replaced by \u{FFFD}",
    "bytes that are no UTF-8 were replaced by \u{FFFD}")
  static let nul = Self(
    "NUL character, which no text holds, was left out",
    "NUL characters, which no text holds, were left out")
  static let character = Self(
    "character that XML forbids was left out", "characters that XML forbids were left out")
  static let withoutText = Self(
    "comment without text was left out", "comments without text were left out")
  static let rejected = Self(
    "comment in spam or trash left out", "comments in spam or trash left out",
    isOfPlaces: false)
  static let log = Self(
    "note or log entry of a shop or another plugin, which is no comment, was left out",
    "notes and log entries of a shop or another plugin, which are no comments, were left out",
    isOfPlaces: false)
  static let broken = Self(
    "comment that is damaged was left out", "comments that are damaged were left out")
  static let twice = Self(
    "comment that stands twice was taken once", "comments that stand twice were taken once",
    isOfPlaces: false)
  static let ampersand = Self(
    "“&” that begins nothing was taken as it stands",
    "“&” that begin nothing were taken as they stand")
  static let entity = Self(
    "entity that XML does not know was read as HTML's",
    "entities that XML does not know were read as HTML's")
  static let markup = Self(
    "damaged piece of markup was mended or passed over",
    "damaged pieces of markup were mended or passed over")
  static let outside = Self(
    "piece of text outside of everything was left out",
    "pieces of text outside of everything were left out")
  static let json = Self(
    "piece of damaged JSON was mended", "pieces of damaged JSON were mended")
}
