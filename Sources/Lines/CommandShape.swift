package import ExerciseProtocol

/// Something that can be typed after a slash, as far as reading, completing and explaining it goes.
package struct CommandShape: Hashable, Sendable {
  package var name: CommandName
  package var summary: String
  package var group: CommandGroup
  package var parameters: [Parameter]
  /// Whole lines, with their slash, that work as they stand.
  package var examples: [String]
  /// More to know, a paragraph each.
  package var details: [String]
  package var attribution: Attribution
  /// Whether lines of it may be kept in the history.
  package var isPrivate: Bool
  /// What follows a certain word, for completion: after `show`, a template's name.
  package var kindAfter: [String: Parameter.Kind] = [:]
  /// Where the first parameter is a sub-word that may be left out: what goes with which.
  package var subwords: Subwords?
  /// Given in the booth alone.
  package var isSealed = false

  package init(
    name: CommandName, summary: String, group: CommandGroup, parameters: [Parameter] = [],
    examples: [String] = [], details: [String] = [], attribution: Attribution = .none,
    isPrivate: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.parameters = parameters
    self.examples = examples
    self.details = details
    self.attribution = attribution
    self.isPrivate = isPrivate
  }

  /// An action of the current activity.
  package init(_ action: ActionDescription) {
    self.init(
      name: .action(action.name), summary: action.summary,
      group: action.isForFacilitator ? .facilitator : .activity,
      parameters: action.fields.map { Parameter($0) },
      examples: action.examples.map { "/" + $0 }, attribution: action.attribution,
      isPrivate: action.isPrivate || action.privacy != .open)
    isSealed = action.privacy == .sealed
  }
}

/// Under which heading help lists a command.
package enum CommandGroup: String, CaseIterable, Sendable {
  case activity, facilitator, agenda, cards, people, session
}

extension CommandShape {
  /// What must be given and was not; a person first, if the action is somebody's.
  package func missing(in invocation: Invocation) -> [Parameter] {
    var missing = parameters.filter {
      invocation.arguments[$0.name] == nil && ($0.isRequired || isNeeded($0, in: invocation))
    }
    if let doubt = invocation.doubt {
      missing.insert(.actor(doubt), at: 0)
    } else if attribution == .required, invocation.actor == nil, invocation.newcomer == nil {
      missing.insert(.actor, at: 0)
    }
    return missing
  }

  /// An example with values, of that sub-word if it is one.
  package func example(after subword: String?) -> String? {
    let beginning = "/\(name.text) \(subword?.lowercased() ?? "") "
    return examples.first { subwords != nil && $0.hasPrefix(beginning) }
      ?? examples.first { $0.contains(" ") }
  }

  private func isNeeded(_ parameter: Parameter, in invocation: Invocation) -> Bool {
    guard let subwords, let first = parameters.first,
      let subword = invocation.arguments.text(first.name)
    else { return false }
    return subwords.needs(parameter.name, after: subword)
  }

  /// The text that a whole plain line is, where this is the line action; nil where it has none, or
  /// where something else has to be given first, such as an answer before its reason: then the line
  /// is read word by word. A card comes by way of `>12` and does not count.
  package var plainText: Parameter? {
    if let first = parameters.first, first.isRequired,
      first.kind != .field(.text), first.kind != .field(.card)
    {
      return nil
    }
    return parameters.last { $0.kind == .field(.text) }
  }
}
