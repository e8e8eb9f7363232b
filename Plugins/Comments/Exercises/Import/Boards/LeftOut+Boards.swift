extension LeftOut.Kind {
  static let quote = Self(
    "quotation mark that does not end was taken as it stands",
    "quotation marks that do not end were taken as they stand")
  static let surplus = Self(
    "row has more cells than there are columns, and nobody can say which comma is one too many: "
      + "it was left out",
    "rows have more cells than there are columns, and nobody can say which comma is one too many: "
      + "they were left out")
  static let commaOfWords = Self(
    "row has a comma that no quotation marks hold; it was taken for one of somebody's words",
    "rows have commas that no quotation marks hold; they were taken for those of somebody's words")
  static let emptyCard = Self(
    "card without text was left out", "cards without text were left out")
  static let deleted = Self(
    "comment that was deleted or is spam left out",
    "comments that were deleted or are spam left out", isOfPlaces: false)
  static let archived = Self(
    "archived card left out", "archived cards left out", isOfPlaces: false)
  static let otherThing = Self(
    "row that is no card (a frame, a picture, a line) was left out",
    "rows that are no cards (frames, pictures, lines) were left out")
  static let outsideLists = Self(
    "paragraph outside of the lists was left out",
    "paragraphs outside of the lists were left out")
  static let nameless = Self(
    "entry without a name was left out", "entries without a name were left out")
  static let noEnd = Self(
    "entry has no end; it was taken up to where the next one begins",
    "entries have no end; they were taken up to where the next ones begin")
  static let noPerson = Self(
    "entry that is no person was left out", "entries that are no people were left out")
  static let turned = Self(
    "name with the surname first was turned around",
    "names with the surname first were turned around",
    isOfPlaces: false)
  static let namesake = Self(
    "person has the name of another one and was told apart from them",
    "people have the names of others and were told apart from them")
  static let samePerson = Self(
    "person who stands twice was taken once", "people who stand twice were taken once",
    isOfPlaces: false)
}
