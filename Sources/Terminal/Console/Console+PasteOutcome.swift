import ExerciseProtocol
import OrderedCollections
import Rendering
import Workshop

/// What became of the lines of a paste.
struct PasteOutcome {
  struct Failure {
    var entry: PastedLines.Entry
    /// The line that was tried.
    var line: String
    var problem: Problem

    init(entry: PastedLines.Entry, line: String, _ problem: Problem) {
      (self.entry, self.line, self.problem) = (entry, line, problem)
    }
  }

  var taken = 0
  var failures: [Failure] = []
  /// What was said of lines that were taken, where that was not shown at once.
  var remarks = PasteRemarks()
  /// Who joined by being named in them, where that was not shown at once.
  var joined: [String] = []
  /// Not tried any more, after ^C or where the same went wrong again and again.
  var rest: [PastedLines.Entry] = []
}

extension Console {
  /// So few are acknowledged one by one.
  private static let told = 8
  /// After so many failures in a row that are nobody's mistake, the others would fail too.
  private static let patience = 3

  /// Carries out one line for each entry; one that is refused does not stop the others, ^C does.
  func takeEach(
    _ entries: [PastedLines.Entry], _ line: (Int, String) -> String
  ) -> PasteOutcome {
    var outcome = PasteOutcome()
    var inRow = 0
    let before = Set(people.map(\.id))
    for (index, entry) in entries.enumerated() {
      guard inRow < Self.patience, !editor.takeInterrupt() else {
        outcome.rest = Array(entries[index...])
        break
      }
      let text = line(index, entry.text)
      do throws(Problem) {
        let response = try desk.perform(text)
        if case .ask(let form) = response.next {
          throw Problem.missing(form.missing, example: nil)
        }
        if entries.count <= Self.told {
          show(response.view)
        } else {
          outcome.remarks.add(response, of: entry.number)
        }
        outcome.taken += 1
        inRow = 0
      } catch {
        outcome.failures.append(.init(entry: entry, line: text, error))
        inRow = error.isUsage || error.field != nil ? 0 : inRow + 1
      }
    }
    if entries.count > Self.told {
      outcome.joined = people.filter { !before.contains($0.id) }.map(\.name)
    }
    return outcome
  }

  /// Tells what became of the lines. Those that were not taken come back: one by one where they are
  /// few, else as they were pasted.
  func finish(_ outcome: PasteOutcome, of count: Int) -> Onward {
    let failures = outcome.failures
    if failures.isEmpty, outcome.rest.isEmpty {
      if count > Self.told { write(line(Wording.pasteTaken(count), as: .success)) }
      tellRemarks(of: outcome)
      return .goOn
    }
    write(line(Wording.pasteTaken(outcome.taken, failures.map(\.entry.number)), as: .failure))
    tellRemarks(of: outcome)
    var reasons = PasteRemarks()
    for failure in failures { reasons.add(failure.problem.message, failure.entry.number) }
    for group in reasons.groups.prefix(Self.told) {
      guard var problem = failures.map(\.problem).first(where: { $0.message == group.text })
      else { continue }
      problem.message = Wording.pasteRemark(group.numbers, group.text)
      show(problem)
    }
    let untried = outcome.rest.map(\.text)
    if untried.isEmpty, failures.count <= Self.told {
      returning = failures.map(\.line)
      write(line(Wording.pasteReturns(failures.count), as: .hint))
    } else {
      write(line(Wording.pasteRest(failures.count + untried.count), as: .hint))
      editor.offer(
        PastedText((failures.map(\.entry.text) + untried).joined(separator: "\n")))
    }
    return .goOn
  }

  private var people: [Participant] { desk.session.map { Array($0.roster.values) } ?? [] }

  private func tellRemarks(of outcome: PasteOutcome) {
    if !outcome.joined.isEmpty { write(line(Wording.pasteJoined(outcome.joined), as: .success)) }
    let groups = outcome.remarks.groups
    for group in groups.prefix(Self.told) {
      write(line(Wording.pasteRemark(group.numbers, group.text), as: .hint))
    }
    if groups.count > Self.told {
      write(line(Wording.pasteRemarksLeft(groups.count - Self.told), as: .hint))
    }
  }

  /// A line that failed comes back, to be mended; a vote is shown once only.
  func offer(_ line: String, isPrivate: Bool) {
    if !capabilities.editsLines || editor.isOffering { return }
    if isPrivate { return write(self.line(Wording.privateLine, as: .hint)) }
    if !hasToldReturn { write(self.line(Wording.lineReturns, as: .hint)) }
    hasToldReturn = true
    editor.offer(line)
  }

  /// Puts the next line of a paste that was not taken at the prompt, to be mended.
  func offerNextOfPaste() {
    guard !returning.isEmpty, !editor.isOffering else { return }
    editor.offer(returning.removeFirst())
  }
}
