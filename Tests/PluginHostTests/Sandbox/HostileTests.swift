import ExerciseProtocol
import Foundation
import Glibc
import PluginHost
import Testing
import Workshop

/// Every power that a plugin must not have: it is refused, the host says so, the session beside it
/// is as it was, and the next question is answered by a new process.
@Suite struct HostileTests {
  struct Attempt: CustomTestStringConvertible, Sendable {
    var action: String
    var target: Target
    var kind: PluginFailure.Kind

    init(_ action: String, _ target: Target = .nothing, _ kind: PluginFailure.Kind) {
      self.action = action
      self.target = target
      self.kind = kind
    }

    /// The system said no, and the plugin gave up with its number.
    init(_ action: String, _ target: Target = .nothing, errno: Int32) {
      self.init(action, target, .gaveUp(code: errno))
    }

    init(_ action: String, _ call: String, _ power: PluginFailure.Power) {
      self.init(action, .nothing, .forbidden(call: call, power))
    }

    var testDescription: String { target == .nothing ? action : "\(action) \(target)" }
  }

  static let reading = [
    Attempt("read-file", .victim, errno: EACCES),
    Attempt("read-file", .path("/etc/passwd"), errno: EACCES),
    Attempt("read-file", .host("mem"), errno: EACCES),
    Attempt("read-file", .host("environ"), errno: EACCES),
    Attempt("read-file", .host("maps"), errno: EACCES),
    Attempt("read-file", .path("/dev/tty"), errno: EACCES),
    Attempt("read-file", .path("/proc/self/maps"), errno: EACCES),
    Attempt("list-folder", .folder, errno: EACCES),
    Attempt("list-folder", .path("/"), errno: EACCES),
    Attempt("watch", .folder, errno: EPERM),
    Attempt("load-library", .built("guide-plugin"), errno: EACCES),
    Attempt("use-descriptors", errno: EBADF),
    Attempt("read-environment", errno: EACCES),
  ]

  static let writing = [
    Attempt("make-file", .newFile, errno: EACCES),
    Attempt("make-file", .path("/tmp/charrette-hostile"), errno: EACCES),
    Attempt("make-file", .path("/dev/shm/charrette-hostile"), errno: EACCES),
    Attempt("overwrite", .victim, errno: EACCES),
    Attempt("append", .victim, errno: EACCES),
    Attempt("append", .itself, errno: EACCES),
    Attempt("make-folder", .newFile, errno: EPERM),
    Attempt("remove-file", .victim, errno: EPERM),
    Attempt("rename-file", .victim, errno: EPERM),
    Attempt("cut-off", .victim, errno: EPERM),
    Attempt("change-mode", .victim, errno: EPERM),
    Attempt("change-owner", .victim, errno: EPERM),
    Attempt("change-times", .victim, errno: EPERM),
    Attempt("link-file", .newFile, errno: EPERM),
    Attempt("mark", .victim, errno: EPERM),
  ]

  static let network = [
    Attempt("connect-tcp", "socket", .network), Attempt("listen-tcp", "socket", .network),
    Attempt("send-udp", "socket", .network),
    // The C library looks for a log by such sockets, so these only fail.
    Attempt("connect-path", errno: EPERM), Attempt("connect-abstract", errno: EPERM),
    Attempt("listen-path", errno: EPERM),
    Attempt("ask-kernel", "socket", .network), Attempt("make-pair", "socketpair", .network),
    Attempt("send-descriptor", "sendmsg", .network),
    // By the host's own socket, and not as the runner's frames go.
    Attempt("send-urgently", "sendto", .network), Attempt("send-elsewhere", "sendto", .network),
    Attempt("receive-urgently", "recvfrom", .network),
    Attempt("receive-errors", "recvfrom", .network), Attempt("look-ahead", "recvfrom", .network),
    Attempt("ask-who-sends", "recvfrom", .network),
  ]

  static let processes = [
    Attempt("fork-bomb", "clone", .process),
    // The C library has blocked every signal by then, so the kernel ends it without a word.
    Attempt("spawn", .nothing, .crashed(signal: SIGSYS)),
    Attempt("fork-by-clone3", errno: ENOSYS),
    Attempt("run-program", "execve", .program),
    Attempt("run-from-memory", "memfd_create", .program),
    Attempt("trace-host", "ptrace", .others), Attempt("kill-host", "kill", .others),
    Attempt("kill-everybody", "kill", .others),
    Attempt("signal-by-descriptor", "fcntl", .others),
    Attempt("read-host-memory", "process_vm_readv", .others),
    Attempt("hold-host", "pidfd_open", .others),
    Attempt("hold-back-host", errno: EPERM),
    Attempt("become-root", "setuid", .identity),
    Attempt("leave-namespaces", "unshare", .identity),
    Attempt("mount-something", "mount", .system),
  ]

  /// What would take the sandbox down.
  static let escapes = [
    Attempt("outlive-host", errno: EPERM), Attempt("become-dumpable", errno: EPERM),
    Attempt("raise-limits", errno: EPERM), Attempt("catch-the-filter", "kill", .others),
    Attempt("block-the-filter", .nothing, .crashed(signal: SIGSYS)),
  ]

  static let memory = [
    Attempt("exhaust-memory", errno: ENOMEM), Attempt("exhaust-addresses", errno: ENOMEM),
    Attempt("thread-bomb", errno: EAGAIN),
    Attempt("share-memory", "mmap", .memory), Attempt("share-by-key", "shmget", .memory),
    Attempt("share-by-name", errno: EACCES), Attempt("signal-by-key", "semget", .memory),
    Attempt("queue-by-name", "mq_open", .memory),
    Attempt("handle-faults", "userfaultfd", .memory),
    Attempt("use-ring", "io_uring_setup", .system), Attempt("load-filter", "bpf", .system),
    Attempt("read-keys", "keyctl", .system),
    Attempt("count-events", "perf_event_open", .others),
  ]

  @Test(arguments: reading + writing + network + processes + escapes + memory)
  func isRefused(_ attempt: Attempt) throws {
    let hostile = try Hostile()
    let supervisor = hostile.supervisor()
    let before = try supervisor.answerWell()
    let target = hostile.path(of: attempt.target)

    let failure = failure { try supervisor.act(attempt.action, on: target) }
    #expect(failure?.kind == attempt.kind)
    #expect(isGone(Int32(before.process)))
    #expect(hostile.isIntact)

    let after = try supervisor.answerWell()
    #expect(after.process != before.process)
    #expect(supervisor.failures == 0)
  }

  #if arch(x86_64)
    @Test(arguments: [
      Attempt("fork-by-number", "fork", .process),
      Attempt("call-by-another-number", errno: ENOSYS),
      Attempt("call-by-the-old-door", .nothing, .crashed(signal: SIGSYS)),
    ])
    func isRefusedByEveryDoor(_ attempt: Attempt) throws { try isRefused(attempt) }
  #endif

  /// That the attempts are real: with the sandbox off each of these does what it is refused above.
  @Test(arguments: [
    ("read-file", Target.victim), ("list-folder", .folder), ("watch", .folder),
    ("make-file", .newFile), ("change-mode", .victim), ("load-library", .built("guide-plugin")),
    ("make-pair", .nothing), ("spawn", .nothing), ("ask-kernel", .nothing),
    ("share-memory", .nothing), ("share-by-key", .nothing), ("outlive-host", .nothing),
    ("become-dumpable", .nothing), ("hold-host", .nothing),
  ])
  func succeedsWithoutASandbox(action: String, target: Target) throws {
    let hostile = try Hostile()
    let supervisor = hostile.supervisor(.off)
    #expect(failure { try supervisor.act(action, on: hostile.path(of: target)) } == nil)
  }

  @Test(arguments: [
    ("socket-at-load", PluginFailure.Kind.forbidden(call: "socket", .network)),
    ("write-at-load", .exited(status: EACCES)),
  ])
  func constructorsRunInside(name: String, kind: PluginFailure.Kind) throws {
    let hostile = try Hostile(name)
    #expect(failure { try hostile.supervisor().manifest() }?.kind == kind)
  }

  @Test func aThreadOfAConstructorIsInsideToo() throws {
    let hostile = try Hostile("thread-at-load")
    let supervisor = hostile.supervisor()
    #expect(failure { try supervisor.act("ask-thread", on: "") }?.kind == .gaveUp(code: EACCES))
  }

  @Test(arguments: [
    ("nest", PluginFailure.Kind.garbage("no valid JSON: nested more than 32 deep at byte 86")),
    ("send-a-gigabyte", .flooded(limit: Frame.limit)),
    ("pose-as-the-runner", .garbage("it was ready twice")),
  ])
  func noMessageHarmsTheHost(action: String, kind: PluginFailure.Kind) throws {
    let hostile = try Hostile()
    let supervisor = hostile.supervisor()
    #expect(failure { try supervisor.act(action, on: "") }?.kind == kind)
    #expect(throws: Never.self) { try supervisor.answerWell() }
  }
}
