import Hashing
import SessionStore
import SystemPackage

/// A file that is open, read piece by piece.
struct FilePieces {
  /// How much is read at once; more than what tells a file's format.
  private static let size = 256 * 1024

  private let file: FileDescriptor
  /// Who is told how much was read.
  private let progress: CountingProgress?
  /// What was read already to look at it.
  private var ahead: [UInt8] = []
  /// What is told of all the bytes.
  private let trace: FileTrace

  init(_ file: FileDescriptor, _ trace: FileTrace, _ progress: CountingProgress? = nil) {
    (self.file, self.trace, self.progress) = (file, trace, progress)
  }

  /// The file's beginning, which is handed over again after that: at least a piece, or all of it.
  mutating func first() throws -> [UInt8] {
    while ahead.count < Self.size, let piece = try read() { ahead += piece }
    return ahead
  }

  /// One piece after the other, nil at the end.
  func reading() -> () throws -> [UInt8]? {
    var ahead = ahead
    return {
      guard ahead.isEmpty else {
        defer { ahead = [] }
        return ahead
      }
      return try read()
    }
  }

  /// All of it.
  func all() throws -> [UInt8] {
    var bytes: [UInt8] = []
    let next = reading()
    while let piece = try next() { bytes += piece }
    return bytes
  }

  /// Reads what nobody asked for, so that the digest is that of the whole file.
  func finish() throws {
    while try read() != nil {}
  }

  private func read() throws -> [UInt8]? {
    let piece = try [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
      count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    piece.withUnsafeBytes { trace.digest.update($0) }
    progress?.read(piece.count)
    return piece.isEmpty ? nil : piece
  }
}

/// What is told of a file with a result: its digest, whoever reads it and in which pieces. A class,
/// because readers take copies of the pieces.
final class FileTrace {
  var digest = RunningDigest()
}
