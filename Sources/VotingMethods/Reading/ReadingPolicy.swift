/// What somebody decided about what a file leaves open. Every reader takes it; each applies what
/// its format can come upon.
public struct ReadingPolicy: Hashable, Sendable {
  /// What becomes of a candidate who stands on a ballot again; nil refuses the file, and says so.
  public var repeats: Doubt?
  /// What becomes of several candidates at one rank; nil keeps them as ranked alike where the
  /// format has equal ranks, and refuses the file where it matters.
  public var overvotes: Doubt?
  /// Which names mean the same.
  public var aliases = Aliases()
  /// The columns that are about candidates, in this order; empty for those that the file shows.
  /// A name, a column's number, or the common beginning of several.
  public var columns: [String] = []
  /// Columns to be left out, in the same words.
  public var ignored: [String] = []
  /// The column that says how many voters cast a row.
  public var weightColumn: String?
  /// Who can be voted for, where cells hold names: nobody else is, and these are even if their
  /// names are such as “none”. Empty for all who are named.
  public var candidates: [String] = []
  /// Which mark stands before the decimals of a table's numbers; nil where they are plain, and the
  /// file is refused where a number can be read in two ways.
  public var decimalMark: DecimalMark?
  /// Whether the rows of one party are added up: several wards in one table.
  public var addsRows = false

  public init() {}

  /// What stands before the decimals of a number; the other one stands between thousands.
  public enum DecimalMark: String, CaseIterable, Hashable, Sendable {
    case point, comma
  }

  /// What becomes of a ballot from the place on where it is not clear.
  public enum Doubt: String, CaseIterable, Hashable, Sendable {
    /// The place is passed over; what follows counts.
    case skip
    /// The ballot ends there; what stands before counts.
    case exhaust
    /// The whole ballot is set aside as invalid.
    case invalid
    /// The file is not counted.
    case refuse
  }

  /// Names that mean the same candidate. Unicode's forms of the same text, and blanks around it,
  /// are always the same.
  public struct Aliases: Hashable, Sendable {
    /// What a name in the file is taken for.
    public var names: [String: String] = [:]
    /// What becomes of names that differ in case or inner blanks alone; nil refuses the file, and
    /// says so.
    public var spelling: Spelling?

    public init() {}

    /// What becomes of names that differ in case or inner blanks alone.
    public enum Spelling: String, CaseIterable, Hashable, Sendable {
      /// They are one, called as it is written first.
      case anyCase = "case"
      /// They are different ones.
      case exact
    }
  }
}
