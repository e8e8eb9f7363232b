public import ExerciseProtocol

extension PollBundle {
  /// The file, byte for byte: indented JSON whose last member is the digest of the exact bytes
  /// before the comma that stands before it, and one newline.
  public var bytes: [UInt8] {
    let body = body
    return body + Self.ending(Fingerprint(of: body))
  }

  /// What a room can note when the poll is closed, so that no other file passes for this one.
  public var digest: Fingerprint { Fingerprint(of: body) }

  private var body: [UInt8] { Array(json.serialized(.indented).dropLast("\n}".utf8.count)) }

  private static func ending(_ digest: Fingerprint) -> [UInt8] {
    Array(",\n  \"digest\": \"\(digest)\"\n}\n".utf8)
  }

  /// A file that was read: what it states, and what its bytes come to.
  public struct Read: Hashable, Sendable {
    public var bundle: PollBundle
    /// As the file states it; nil where it states none.
    public var statedDigest: Fingerprint?
    /// SHA-256 of the bytes before it, or of all where there is none.
    public var digest: Fingerprint
    /// The first byte, counted from 0, that is not as ``PollBundle/bytes`` would have it, but for
    /// what digest is stated; nil where all are.
    public var firstOddByte: Int?
  }

  /// Reads a file, so that all that is wrong in it can be told: nothing here says that it is right.
  ///
  /// - Throws: where it is no JSON, or not the JSON of a bundle.
  public static func read(_ bytes: [UInt8]) throws(BundleFault) -> Read {
    let (bundle, stated) = try parsed(bytes)
    let covered = max(0, bytes.count - ending(Fingerprint(of: [])).count)
    let body = bundle.body
    // That the digest fits is told apart from this.
    let written = body + ending(stated ?? Fingerprint(of: body))
    let odd = zip(bytes, written).enumerated().first { $1.0 != $1.1 }?.offset
    return Read(
      bundle: bundle, statedDigest: stated,
      digest: Fingerprint(of: Array(bytes[..<(stated == nil ? bytes.count : covered)])),
      firstOddByte: odd ?? (bytes.count == written.count ? nil : min(bytes.count, written.count)))
  }

  private static func parsed(
    _ bytes: [UInt8]
  ) throws(BundleFault) -> (PollBundle, Fingerprint?) {
    let document: JSONValue
    do throws(JSONSyntaxError) {
      document = try JSONValue(parsing: bytes)
    } catch {
      throw .syntax(error)
    }
    do throws(JSONShapeError) {
      let reader = JSONReader(document, path: "bundle")
      return (try PollBundle(reader), try reader.optional("digest").map(Fingerprint.init))
    } catch {
      throw .shape(error)
    }
  }

  /// Reads a file that must be, byte for byte, what writing gives.
  public init(reading bytes: [UInt8]) throws(BundleFault) {
    let read = try Self.read(bytes)
    if let offset = read.firstOddByte { throw .changed(offset: offset) }
    guard read.statedDigest == read.digest else {
      throw .changed(offset: bytes.count - Self.ending(read.digest).count)
    }
    self = read.bundle
  }
}

/// Why a file is no bundle that can be trusted to be whole.
public enum BundleFault: Error, Hashable, Sendable {
  case syntax(JSONSyntaxError)
  case shape(JSONShapeError)
  /// From this byte on, counted from 0, it is not what writing gives.
  case changed(offset: Int)
}
