/// What a piece of text is, for which the theme has a look.
package enum Role: CaseIterable, Sendable {
  case title
  /// A card's label, `c12`.
  case label
  case author, tag, hint, success, warning, failure
  /// Guides, boxes and rules: what carries no meaning of its own.
  case muted
}

/// The one palette. Only the basic colours, which every terminal lets its user choose, and of
/// those none that vanishes on a white or on a black wall: no yellow, no white, no grey.
package enum Theme {
  /// The escape sequence that begins a role (ECMA-48, SGR).
  package static func start(of role: Role) -> String {
    switch role {
    case .title, .label: "\u{1B}[1m"
    case .author, .hint: "\u{1B}[36m"
    case .tag: "\u{1B}[35m"
    case .success: "\u{1B}[32m"
    case .warning: "\u{1B}[1;35m"
    case .failure: "\u{1B}[1;31m"
    case .muted: "\u{1B}[2m"
    }
  }

  /// Ends any role.
  package static let end = "\u{1B}[0m"
}
