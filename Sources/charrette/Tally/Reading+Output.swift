import ExerciseProtocol
import VotingMethods

/// How a file was read, as it is shown with a result.
///
/// ```
/// {"format": "csv", "encoding": "utf-8", "separator": "comma" or null, "cells": "scores" or null,
///  "ballots": {"read", "valid", "blank", "invalid"},
///  "scale": "0..5", only of scores,
///  "files": [{"name", "read", "valid", "blank", "invalid"}…], only where several were added up
///  "columns": [{"number", "name", "taken", "candidate" or "preference" or "why"}…],
///  "notes": [{"kind", "word", "became", "count", "line", "column", "text"}…]}
/// ```
extension Reading {
  /// The record, in the result's member “reading”.
  var json: JSONValue {
    guard case .object(var members) = facts else { return facts }
    if let scale { members.append(.init("scale", .string(scale))) }
    guard !parts.isEmpty else { return .object(members) }
    let files = parts.map { part -> JSONValue in
      [
        "name": .string(part.name), "read": .integer(part.ballots), "valid": .integer(part.valid),
        "blank": .integer(part.blank), "invalid": .integer(part.invalid),
      ]
    }
    return .object(members + [.init("files", .array(files))])
  }

  private var facts: JSONValue {
    [
      "format": .string(format.rawValue), "encoding": .string(encoding.rawValue),
      "separator": separator.map { .string($0.rawValue) } ?? .null,
      "cells": shape.map { .string($0.rawValue) } ?? .null,
      "ballots": [
        "read": .integer(ballots), "valid": .integer(valid), "blank": .integer(blank),
        "invalid": .integer(invalid),
      ],
      "columns": .array(columns.map(\.json)), "notes": .array(notes.map(\.json)),
    ]
  }

  /// The part of a page or of what stands on the terminal.
  var blocks: [View.Block] {
    var facts = [View.Fact("Format", form), View.Fact("Ballots", numbers)]
    if let scale { facts.insert(View.Fact("Scale", scale), at: 1) }
    if let shape { facts.insert(View.Fact("Cells", shape.rawValue), at: 1) }
    var blocks: [View.Block] = [.heading("What was read", level: 2), .facts(facts)]
    if !parts.isEmpty {
      blocks += [.heading("Files", level: 3), .list(parts.map(\.words), ordered: false)]
    }
    if !columns.isEmpty {
      blocks += [.heading("Columns", level: 3), .list(columns.map(\.line), ordered: false)]
    }
    if !notes.isEmpty {
      let lines = notes.map { $0.sentence + "." }
      blocks += [.heading("What was not taken as it stands", level: 3)]
      blocks += [.list(lines, ordered: false)]
    }
    return blocks
  }
}

extension Reading.Column {
  fileprivate var line: String {
    let name = name.isEmpty ? "(no name)" : "“\(name)”"
    if case .candidate(self.name) = taken { return "\(number) \(name): a candidate" }
    return "\(number) \(name): \(taken.words)"
  }

  fileprivate var json: JSONValue {
    let (word, more): (String, JSONValue.Member?) =
      switch taken {
      case .candidate(let name): ("candidate", .init("candidate", .string(name)))
      case .preference(let rank): ("preference", .init("preference", .integer(rank)))
      case .leftOut(let reason): ("left-out", .init("why", .string(reason.rawValue)))
      case .list: ("list", nil)
      case .weight: ("weight", nil)
      case .party: ("party", nil)
      case .votes: ("votes", nil)
      case .winner: ("winner", nil)
      case .loser: ("loser", nil)
      case .undecided: ("undecided", nil)
      case .person: ("person", nil)
      case .statement: ("statement", nil)
      case .answer: ("answer", nil)
      }
    let members: [JSONValue.Member] = [
      .init("number", .integer(number)), .init("name", .string(name)),
      .init("taken", .string(word)),
    ]
    return .object(members + (more.map { [$0] } ?? []))
  }
}

extension Reading.Note {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "word": .string(word), "became": .string(became),
      "count": .integer(count), "line": line.map { .integer($0) } ?? .null,
      "column": column.map { .integer($0) } ?? .null, "text": .string(sentence + "."),
    ]
  }
}
