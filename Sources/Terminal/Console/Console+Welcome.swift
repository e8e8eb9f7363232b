import Rendering
package import Workshop

extension Console {
  /// Leads somebody who came without a word into a running workshop: an earlier one, or a new one
  /// in three questions. Every question can be passed by Enter, and left by ^C or ^D.
  package func welcome() {
    write(line(Wording.welcome, as: .hint) + "\n")
    do throws(Problem) {
      let sessions = try desk.library.list().prefix(9)
      guard !sessions.isEmpty else { return try begin() }
      let names = sessions.map(\.name)
      guard let choice = choose(Wording.askSession, [Wording.newSession] + names) else { return }
      if choice == 0 { return try begin() }
      try open(names[choice - 1])
    } catch {
      show(error)
    }
  }

  /// Opens a session and shows where it stands. One whose exercise can't show itself, because its
  /// plugin is gone or broken, is open all the same.
  package func open(_ name: String) throws(Problem) {
    show(try desk.openSession(called: name).view)
    guard desk.session?.current != nil else { return }
    do throws(Problem) {
      show(try desk.perform("/show").view)
    } catch {
      show(error)
    }
  }

  private func begin() throws(Problem) {
    guard let title = ask(Wording.askTitle, "  › "), !title.isEmpty else { return }
    let templates = desk.surroundings.templates.shelf.templates
    var template: Template?
    if !templates.isEmpty {
      let names = templates.map { "\($0.title): \($0.head.summary)" } + [Wording.emptyAgenda]
      guard let choice = choose(Wording.askTemplate, names) else { return }
      template = choice < templates.count ? templates[choice] : nil
    }
    show(try desk.begin(title, with: template).view)
    if let people = ask(Wording.askPeople, "  › "), !people.isEmpty {
      _ = try follow(try desk.perform("/people add \(people)"))
    }
    guard template != nil else { return }
    _ = try follow(try desk.perform("/start"))
    write(line(Wording.begun, as: .hint))
  }

  /// Asks for one of several by number; Enter is the first. Nil where the person went out.
  private func choose(_ question: String, _ names: [String]) -> Int? {
    write(line(question, as: .title))
    for (index, name) in names.enumerated() {
      let text = name.wrapped(to: presentation.style.columns - 6, indent: 0)
      for (row, part) in text.enumerated() {
        let number = row == 0 ? "\(index + 1)".padded(to: 4, atStart: true) + "  " : "      "
        write(number + neutralised(part) + "\n")
      }
    }
    while true {
      guard let answer = ask(nil, "  [1] › ") else { return nil }
      if answer.isEmpty { return 0 }
      if let number = Int(answer), names.indices.contains(number - 1) { return number - 1 }
      write(line(Wording.notANumber, as: .hint))
    }
  }

  private func ask(_ question: String?, _ prompt: String) -> String? {
    if let question { write(line(question, as: .title)) }
    let arrow = presentation.style.usesUnicode ? prompt : prompt.replacing("›", with: ">")
    while true {
      switch ask(Question(Prompt(arrow))) {
      case .text(let text): return text.trimmed
      case .refused(let refusal): show(refusal.problem)
      case .cancelled, .ended: return nil
      }
    }
  }
}
