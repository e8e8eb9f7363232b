import Dispatch
public import ExerciseKit
import Foundation

/// An honest plugin that uses what a Swift plugin may want to use: the sandbox must not be in its
/// way. Each action refuses where something does not work.
struct Thorough: Exercise {
  static let about = ExerciseAbout(
    id: "thorough", name: "Thorough", summary: "use what Swift and Foundation have")
  static let actions: [any Action<Thorough>.Type] = [
    Threads.self, Tasks.self, Dates.self, Chance.self, Texts.self, Resource.self, Printing.self,
  ]

  static func view(of room: Room<Thorough>, for audience: Audience) -> View {
    View([.text("thorough")])
  }
}

/// Refuses, with the reason, where `isSo` is false.
private func check(_ isSo: Bool, _ reason: String) throws(Refusal) {
  guard isSo else { throw Refusal(reason) }
}

struct Threads: Action {
  static let about = ActionAbout("threads", "Count with many threads", attribution: .none)

  func decide(in room: Room<Thorough>) throws(Refusal) -> [Effect<Never>] {
    let sum = Sum()
    DispatchQueue.concurrentPerform(iterations: 100) { sum.add($0) }
    try check(sum.value == 4950, "they counted \(sum.value)")
    let group = DispatchGroup()
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(1), flags: []) {
      done.signal()
    }
    done.wait()
    for number in 0..<20 { DispatchQueue.global().async(group: group) { sum.add(number) } }
    group.wait()
    try check(sum.value == 5140, "the queue counted \(sum.value)")
    let thread = Thread { done.signal() }
    thread.start()
    done.wait()
    return [.notice("threads work")]
  }
}

private final class Sum: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var value = 0

  func add(_ number: Int) {
    lock.withLock { value += number }
  }
}

struct Tasks: Action {
  static let about = ActionAbout("tasks", "Wait for tasks", attribution: .none)

  func decide(in room: Room<Thorough>) throws(Refusal) -> [Effect<Never>] {
    let sum = Sum()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      await withTaskGroup(of: Int.self) { group in
        for number in 0..<50 {
          group.addTask {
            try? await Task.sleep(for: .milliseconds(1))
            return number
          }
        }
        for await number in group { sum.add(number) }
      }
      done.signal()
    }
    done.wait()
    // More than it has threads for, and all blocked: Dispatch looks whether its threads run.
    let group = DispatchGroup()
    for _ in 0..<12 { DispatchQueue.global().async(group: group) { usleep(200_000) } }
    group.wait()
    try check(sum.value == 1225, "they counted \(sum.value)")
    return [.notice("tasks work")]
  }
}

struct Dates: Action {
  static let about = ActionAbout("dates", "Tell the time", attribution: .none)

  func decide(in room: Room<Thorough>) throws(Refusal) -> [Effect<Never>] {
    let date = Date(timeIntervalSince1970: 1_318_411_800)
    let text = date.formatted(.iso8601)
    try check(text == "2011-10-12T09:30:00Z", "ISO 8601 is \(text)")
    guard let zone = TimeZone(identifier: "Europe/London") else {
      throw Refusal("there are no time zones")
    }
    try check(zone.secondsFromGMT(for: date) == 3600, "London is wrong")
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "cy_GB")
    formatter.timeZone = zone
    formatter.dateFormat = "EEEE HH:mm"
    let welsh = formatter.string(from: date)
    try check(welsh == "Dydd Mercher 10:30", "in Welsh it is \(welsh)")
    try check(TimeZone.current.secondsFromGMT() > -90_000, "no current time zone")
    try check(Date().timeIntervalSince1970 > 1_318_411_800, "the clock is wrong")
    return [.notice("dates work")]
  }
}

struct Chance: Action {
  static let about = ActionAbout("chance", "Draw numbers", attribution: .none)

  func decide(in room: Room<Thorough>) throws(Refusal) -> [Effect<Never>] {
    let numbers = Set((0..<100).map { _ in Int.random(in: 0...Int.max) })
    try check(numbers.count == 100 && UUID() != UUID(), "there is no chance")
    return [.notice("chance works")]
  }
}

struct Texts: Action {
  static let about = ActionAbout("texts", "Read and sort texts", attribution: .none)

  func decide(in room: Room<Thorough>) throws(Refusal) -> [Effect<Never>] {
    let sorted = ["zebra", "Ångström", "Ŵy"].sorted { $0.localizedStandardCompare($1).rawValue < 0 }
    try check(sorted.count == 3, "nothing is sorted")
    let number = 1234.5.formatted(.number.locale(Locale(identifier: "de_DE")))
    try check(number == "1.234,5", "in German it is \(number)")
    let found = "c12 and c13".matches(of: /c(\d+)/).count
    try check(found == 2, "the expression found \(found)")
    let data = try? JSONEncoder().encode(["a": [1, 2]])
    try check(data?.count == 11, "JSON is wrong")
    try check("%05.1f".withCString { _ in String(format: "%05.1f", 2.25) } == "002.2", "printf")
    return [.notice("texts work")]
  }
}

/// What lies in the resource folder beside the library.
struct Resource: Action {
  static let about = ActionAbout("resource", "Read a file of its own", attribution: .none)

  func decide(in room: Room<Thorough>) throws(Refusal) -> [Effect<Never>] {
    guard
      let file = Bundle.module.url(
        forResource: "greeting", withExtension: "txt", subdirectory: "Resources"),
      let text = try? String(contentsOf: file, encoding: .utf8)
    else { throw Refusal("its own file can't be read") }
    try check(text == "all is well\n", "it reads “\(text)”")
    return [.notice("resources work")]
  }
}

struct Printing: Action {
  static let about = ActionAbout("printing", "Write to its log", attribution: .none)

  func decide(in room: Room<Thorough>) throws(Refusal) -> [Effect<Never>] {
    print("to the log")
    FileHandle.standardError.write(Data("and to the errors\n".utf8))
    NSLog("in the log's own form")
    // What the C library looks up for these it may not find, but it may look.
    _ = NSHomeDirectory() + NSUserName() + ProcessInfo.processInfo.hostName
    _ = FileManager.default.fileExists(atPath: "/nowhere")
    _ = ProcessInfo.processInfo.activeProcessorCount
    _ = ProcessInfo.processInfo.environment
    return [.notice("printing works")]
  }
}

@c(charrette_plugin_entry) public func entry(
  _ host: UnsafePointer<charrette_host>
) -> UnsafePointer<charrette_plugin>? {
  Plugin(
    id: "thorough", name: "Thorough", version: "1.0.0", summary: "Uses all that Swift has",
    author: "Charrette", licence: "Apache-2.0", exercises: [Thorough.self]
  ).entry(host)
}
