import ExerciseProtocol
import OrderedCollections
import Polling

/// Votes whose box is not beside the session, because this is a copy of it or the box was lost; and
/// boxes that are damaged. Every step of the vote says so, and calling it off always works.
extension Desk {
  /// Refuses a step of a vote whose box is not here, or can't be read.
  func requireBoxes(for step: VoteStep?) throws(Problem) {
    guard let live else { return }
    for poll in live.session.polls.values where poll.phase.isUndecided {
      // The roll is all votes' alike; the rest is of the activity that the room is at.
      let isMeant = step == .weight || step == .proxy
      guard isMeant || poll.terms.activity == live.session.current else { continue }
      _ = try box(of: poll, in: live)
    }
  }

  /// Destroys the ballots of a vote that was called off, whatever state its box is in, and says
  /// what became of them.
  func destroyBox(of poll: Poll, in live: LiveSession) -> [View.Block] {
    do throws(BallotBoxFailure) {
      guard let box = try? live.log.boxes.open(poll.id) else {
        let isThere = try live.log.boxes.list().contains(poll.id)
        try live.log.boxes.discard(poll.id)
        return [.note(isThere ? PollWording.calledOff : PollWording.calledOffHere, .success)]
      }
      // So that a booth that is still open learns of it.
      if try box.state() == .open { try box.close() }
      if try box.state() == .closed { try box.empty() }
      return [.note(PollWording.calledOff, .success)]
    } catch {
      return [
        .note(PollWording.calledOffOnly, .warning), .note(error.problem.message, .warning),
        .note(PollWording.removeBox(poll.id, of: live.log.name), .hint),
      ]
    }
  }

  /// What is to be said of votes that are open or wait to be counted, where their box is not here.
  func missingBoxes() -> [Problem] {
    guard let live else { return [] }
    return live.session.polls.values.filter(\.phase.isUndecided).compactMap { poll in
      do throws(Problem) {
        _ = try box(of: poll, in: live)
        return nil
      } catch {
        return error
      }
    }
  }

  /// How many have voted, as anybody may know it; or why that can't be told.
  func openVote(_ poll: Poll) -> View.Block {
    guard let live else { return .note(PollWording.open(nil), .success) }
    do throws(Problem) {
      let box = try box(of: poll, in: live)
      let turnout = try unlessRefused { () throws(BallotBoxFailure) in try box.turnout() }
      return .note(PollWording.open(turnout), .success)
    } catch {
      return .note(error.message, .warning)
    }
  }
}

extension Desk {
  /// Goes on with a copy of the session. The bundles of counted votes go along; a vote that is not
  /// counted stays with the original, because its ballots can't be in two boxes.
  func saveAs(_ name: String, in folder: String?) throws(Problem) -> Response {
    let original = try open()
    let place = folder == nil ? "" : " in \(self.library.place)"
    let library = folder.map { self.library.elsewhere($0) } ?? self.library
    let opened = try library.copy(original.log, to: name)
    take(opened)
    self.library = library
    guard let copy = live else { return Response() }
    var blocks: [View.Block] = [
      .note("This is now “\(name)”; the other one stays as it is.", .success)
    ]
    blocks += carryBundles(from: original, to: copy)
    let staying = copy.session.polls.values.filter(\.phase.isUndecided)
    for poll in staying {
      blocks += [
        .note(PollWording.staysBehind(poll.terms.title, with: original.log.name, place), .warning),
        .note(copy.session.wayOut(of: poll, hasBox: false), .hint),
      ]
    }
    var response = Response(
      View(blocks),
      result: [
        "name": .string(name),
        "staying": staying.isEmpty ? nil : .array(staying.map(\.id.json)),
      ])
    response.warn(of: opened.notices + copy.timeline.inconsistencies)
    return response
  }

  private func carryBundles(from original: LiveSession, to copy: LiveSession) -> [View.Block] {
    var blocks: [View.Block] = []
    for poll in copy.session.polls.values {
      guard case .counted(let result) = poll.phase else { continue }
      do throws(BallotBoxFailure) {
        let boxes = original.log.boxes
        guard let bundle = try boxes.bundle(of: poll.id, called: result.bundle) else {
          blocks.append(.note(PollWording.bundleMissing(poll.terms.title), .warning))
          continue
        }
        try copy.log.boxes.keep(bundle, of: poll.id)
      } catch {
        blocks += [
          .note(PollWording.bundleMissing(poll.terms.title), .warning),
          .note(error.problem.message, .warning),
        ]
      }
    }
    return blocks
  }
}
