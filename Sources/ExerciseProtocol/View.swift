/// A small document that an exercise returns and the host renders for its audience: terminal,
/// Markdown, HTML.
///
/// It says what things are, never how they look. Its text is plain and untrusted: the renderer
/// neutralises it, counts its columns and chooses colours.
public struct View: Hashable, Sendable {
  public var blocks: [Block]
  /// The cards that have no place yet where cards are given one: in no theme, in no region, not
  /// placed. Nil where the exercise gives them none, and in a plugin of before.
  public var loose: [CardID]?

  public init(_ blocks: [Block] = [], loose: [CardID]? = nil) {
    self.blocks = blocks
    self.loose = loose
  }

  /// One part of the document.
  public enum Block: Hashable, Sendable {
    /// `level` 1 is the view's own title.
    case heading(String, level: Int)
    /// A paragraph; its line breaks are kept.
    case text(String)
    /// A remark that is not content: a hint, a warning.
    case note(String, Tone)
    case list([String], ordered: Bool)
    /// Names and values, one pair a line.
    case facts([Fact])
    case thread([ThreadNode])
    case table(Table)
    case bars([Bar])
    /// Named regions, to be laid side by side where there is room.
    case grid([Region])
    /// Two named axes and what lies on them.
    case matrix(Matrix)
  }

  /// What a note is for.
  public enum Tone: String, CaseIterable, Hashable, Sendable {
    case hint, success, warning, failure
  }

  /// A name and its value.
  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A card and what was said to it.
  public struct ThreadNode: Hashable, Sendable {
    public var id: CardID
    public var text: String
    public var author: String?
    public var tags: [String]
    /// A remark on the card itself: `hidden: off topic`, `pingback`.
    public var remark: String?
    public var replies: [ThreadNode]
    /// How many replies are below but not shown, because the thread is folded here.
    public var folded: Int

    public init(
      id: CardID, text: String, author: String? = nil, tags: [String] = [], remark: String? = nil,
      replies: [ThreadNode] = [], folded: Int = 0
    ) {
      self.id = id
      self.text = text
      self.author = author
      self.tags = tags
      self.remark = remark
      self.replies = replies
      self.folded = folded
    }
  }

  /// Rows under named columns.
  public struct Table: Hashable, Sendable {
    public var columns: [Column]
    /// Each as long as `columns`.
    public var rows: [[String]]

    /// What stands above a column, and whether numbers are in it.
    public struct Column: Hashable, Sendable {
      public var title: String
      public var isNumeric: Bool

      public init(_ title: String, isNumeric: Bool = false) {
        self.title = title
        self.isNumeric = isNumeric
      }
    }

    public init(_ columns: [Column], _ rows: [[String]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A length that stands for a number, always with the number beside it.
  public struct Bar: Hashable, Sendable {
    public var label: String
    public var value: Double
    /// The value as it is to be read: `5 dots`.
    public var caption: String
    public var isChosen: Bool

    public init(_ label: String, value: Double, caption: String, isChosen: Bool = false) {
      self.label = label
      self.value = value
      self.caption = caption
      self.isChosen = isChosen
    }
  }

  /// A named part of a canvas, with what lies there.
  public struct Region: Hashable, Sendable {
    public var title: String
    public var prompt: String?
    public var items: [String]

    public init(_ title: String, prompt: String? = nil, items: [String]) {
      self.title = title
      self.prompt = prompt
      self.items = items
    }
  }

  /// Two axes, and points between their ends.
  public struct Matrix: Hashable, Sendable {
    public var horizontal: Axis
    public var vertical: Axis
    public var points: [Point]

    /// `low` lies left or below.
    public struct Axis: Hashable, Sendable {
      public var name: String
      public var low: String
      public var high: String

      public init(_ name: String, low: String, high: String) {
        self.name = name
        self.low = low
        self.high = high
      }
    }

    /// Both coordinates from 0 (low) to 1 (high).
    public struct Point: Hashable, Sendable {
      public var label: String
      public var x: Double
      public var y: Double
      /// The words of what lies there, where the label is a card's alone. The wall writes them into
      /// the quadrant.
      public var text: String?

      public init(_ label: String, x: Double, y: Double, text: String? = nil) {
        self.label = label
        self.x = x
        self.y = y
        self.text = text
      }
    }

    public init(horizontal: Axis, vertical: Axis, points: [Point]) {
      self.horizontal = horizontal
      self.vertical = vertical
      self.points = points
    }
  }
}

/// For whom a view is made.
public enum Audience: String, CaseIterable, Sendable {
  /// Whoever steers: everything but what is sealed.
  case facilitator
  /// Everybody, on the wall: no hidden cards.
  case room
  /// The written record.
  case report
}
