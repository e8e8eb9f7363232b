internal import Glibc

extension RunnerProcess {
  /// How much processor time all of its threads have used so far, in nanoseconds; nil where that
  /// can't be told.
  var processorTime: Int? {
    var clock = clockid_t()
    var time = timespec()
    guard ending == nil, clock_getcpuclockid(process, &clock) == 0,
      clock_gettime(clock, &time) == 0
    else { return nil }
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// How many bytes of memory are the process's own, and in use; nil where that can't be told.
  /// Format: proc_pid_statm(5), which anybody may read, other than what else is told of a process.
  package var privateMemory: Int? {
    guard isRunning, let file = fopen("/proc/\(process)/statm", "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").compactMap { Int($0) }
    guard pages.count > 2 else { return nil }
    return (pages[1] - pages[2]) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
