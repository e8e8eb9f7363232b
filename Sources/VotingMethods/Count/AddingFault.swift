/// Why two files are not of one election.
public enum AddingFault: Error, Hashable, Sendable {
  case kinds(BallotKind, BallotKind)
  /// This candidate of the first file is not in the other one.
  case missing(String)
  /// This candidate of the other file is not in the first one.
  case unknown(String)
  /// Several candidates are called so, so that nobody can tell who is who.
  case namesakes(String)
  /// This candidate of the other file and that of the first differ in case or blanks alone.
  case similar(String, String)
  /// Who withdrew in one file stands in the other.
  case withdrawn(String)
  case seats(Int, Int)
  case titles(String, String)
  /// This project costs something else, or, where it is empty, the budget is another one.
  case money(String)
  /// There are more ballots than can be counted.
  case tooMany

  /// What is wrong, behind the other file's name.
  public var message: String {
    switch self {
    case .kinds(let own, let other):
      "it has \(other.words), and the first file has \(own.words)."
    case .missing(let name): "“\(name)” of the first file is no candidate in it."
    case .unknown(let name): "“\(name)” is no candidate in the first file."
    case .namesakes(let name):
      "several candidates are called “\(name)”, so that it can't be told who is who."
    case .similar(let name, let own):
      "“\(name)” and “\(own)” of the first file differ in case or blanks alone."
    case .withdrawn(let name): "“\(name)” has withdrawn in one of the files and not in the other."
    case .seats(let own, let other): "it is for \(other) seats, and the first file for \(own)."
    case .titles(let own, let other): "it is called “\(other)”, and the first file “\(own)”."
    case .money(""): "its budget is not that of the first file."
    case .money(let name): "“\(name)” does not cost what it costs in the first file."
    case .tooMany: "there are more than a million million ballots in all."
    }
  }

  /// What can be done about it.
  public var hint: String {
    switch self {
    case .kinds, .tooMany: "Count it by itself."
    case .missing, .unknown, .withdrawn:
      "Files of one election have the same candidates, in whatever order: mend the name, or count "
        + "the file by itself."
    case .similar: "As one: --alias case. As two: --alias exact."
    case .namesakes: "Call them differently in all files."
    case .seats, .titles:
      "If it is the same election, mend the one or the other; else count the file by itself."
    case .money: "Mend it, or count the file by itself."
    }
  }
}
