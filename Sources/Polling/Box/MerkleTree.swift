/// A Merkle tree over the sorted commitments of a box: one fingerprint stands for all of them, and
/// a short proof shows that one is among them. As in RFC 6962, section 2.1: a leaf is hashed after
/// a byte 0, two nodes after a byte 1, and the left half is the largest power of two that is
/// smaller than the whole; the root of nothing is SHA-256 of nothing.
public struct MerkleTree: Hashable, Sendable {
  private let leaves: [Fingerprint]

  /// A tree over these, in this order.
  public init(_ commitments: [Fingerprint]) {
    leaves = commitments.map { Fingerprint(of: [0] + $0.bytes) }
  }

  /// What stands for all of them.
  public var root: Fingerprint { Self.root(leaves[...]) }

  /// The nodes beside the way from a leaf up to the root, the lowest first; counted from 0, nil
  /// where there is no such leaf.
  public func proof(of index: Int) -> [Fingerprint]? {
    leaves.indices.contains(index) ? Self.path(index, leaves[...]) : nil
  }

  /// Whether `proof` shows that `commitment` is number `index` of the `count` under `root`. RFC
  /// 9162, section 2.1.3.2.
  public static func verify(
    _ commitment: Fingerprint, at index: Int, of count: Int, proof: [Fingerprint],
    root: Fingerprint
  ) -> Bool {
    guard (0..<count).contains(index) else { return false }
    var (place, last) = (index, count - 1)
    var node = Fingerprint(of: [0] + commitment.bytes)
    for other in proof {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        node = parent(other, node)
        while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        node = parent(node, other)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && node == root
  }

  private static func root(_ leaves: ArraySlice<Fingerprint>) -> Fingerprint {
    if leaves.count <= 1 { return leaves.first ?? Fingerprint(of: []) }
    let half = leaves.startIndex + leaves.count.largestPowerBelow
    return parent(root(leaves[..<half]), root(leaves[half...]))
  }

  private static func path(_ index: Int, _ leaves: ArraySlice<Fingerprint>) -> [Fingerprint] {
    if leaves.count <= 1 { return [] }
    let count = leaves.count.largestPowerBelow
    let half = leaves.startIndex + count
    return index < count
      ? path(index, leaves[..<half]) + [root(leaves[half...])]
      : path(index - count, leaves[half...]) + [root(leaves[..<half])]
  }

  private static func parent(_ left: Fingerprint, _ right: Fingerprint) -> Fingerprint {
    Fingerprint(of: [1] + left.bytes + right.bytes)
  }
}

extension Int {
  /// The largest power of two that is smaller; of a number above 1.
  fileprivate var largestPowerBelow: Int {
    1 << (Int.bitWidth - 1 - (self - 1).leadingZeroBitCount)
  }
}
