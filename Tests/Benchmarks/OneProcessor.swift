import Glibc

/// Keeps this process, and those that it starts meanwhile, on the first processor that it may use.
///
/// The two functions are those of sched_setaffinity(2), which Swift's view of the C library does
/// not show. A set of processors is a bit for each.
func onOneProcessor<Result>(_ body: () throws -> Result) throws -> Result {
  typealias Affinity = @convention(c) (pid_t, Int, UnsafeMutablePointer<UInt8>) -> Int32
  guard let getter = dlsym(nil, "sched_getaffinity"), let setter = dlsym(nil, "sched_setaffinity")
  else { throw BenchmarkFailure("no sched_setaffinity") }
  let get = unsafeBitCast(getter, to: Affinity.self)
  let set = unsafeBitCast(setter, to: Affinity.self)
  var usual = [UInt8](repeating: 0, count: 128)
  guard get(0, usual.count, &usual) >= 0, let first = usual.firstIndex(where: { $0 != 0 }) else {
    throw BenchmarkFailure("the processors are not told")
  }
  var one = [UInt8](repeating: 0, count: usual.count)
  one[first] = 1 << UInt8(usual[first].trailingZeroBitCount)
  guard set(0, one.count, &one) == 0 else { throw BenchmarkFailure("no choice of processor") }
  defer { _ = set(0, usual.count, &usual) }
  return try body()
}
