import HostReading

/// Where libFuzzer comes in, with bytes that it made so that they reach code which none reached
/// before. Built by `.ci/fuzz` alone. Bytes that begin with a 0 are a stream of frames, others one
/// message.
@c(LLVMFuzzerTestOneInput) public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  if bytes.first == 0 {
    HostReading.readStream(bytes.dropFirst())
  } else {
    HostReading.readMessage(Array(bytes))
  }
  return 0
}
