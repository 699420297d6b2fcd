import Foundation
import Testing

@testable import NNIntegers

@Suite("Big integers")
struct IntegerTests {
  /// The largest sizes, in limbs: inside the value, by rows, by Karatsuba and recursive division.
  static let sizes = [1, 2, 4, 9, 40, 150, 400]

  private func repeated(_ limbs: Int, _ body: (inout NumberSource) -> Void) {
    var source = NumberSource(seed: UInt64(limbs))
    for _ in 0..<(limbs > 100 ? 4 : 40) { body(&source) }
  }

  @Test("CPython's results are found", arguments: ["recorded.txt"])
  func recorded(file: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: file)
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 500)
    for line in lines {
      let complaint = RecordedOperations.complaint(line)
      #expect(complaint == nil, "\(complaint ?? "")")
    }
  }

  @Test("sums and products are those of a ring", arguments: sizes)
  func ring(limbs: Int) {
    repeated(limbs) { source in
      let (a, b, c) = (source.number(limbs), source.number(limbs), source.number(limbs))
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect(a + b - b == a)
      #expect(a - a == 0)
      #expect(a * b == b * a)
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect((a + b) * (a - b) == a.squared - b.squared)
      #expect(a * 1 == a && a * 0 == 0 && a * -1 == -a)
    }
  }

  @Test("quotient and remainder make up the dividend", arguments: sizes)
  func division(limbs: Int) {
    repeated(limbs) { source in
      for divisorLimbs in [1, 2, limbs] {
        let (a, b) = (source.number(2 * limbs), source.number(divisorLimbs))
        if b.isZero { continue }
        let (quotient, remainder) = a.floorDivided(by: b)
        #expect(quotient * b + remainder == a)
        #expect(remainder.isZero || remainder.isNegative == b.isNegative)
        #expect(remainder.magnitude < b.magnitude)
        #expect(a.floorQuotient(by: b) == quotient && a.floorRemainder(by: b) == remainder)
        // Nothing is left of a multiple; all but one of one less.
        #expect((a * b).floorDivided(by: b) == (a, 0))
        #expect((a * b.magnitude - 1).floorRemainder(by: b.magnitude) == b.magnitude - 1)
      }
    }
  }

  @Test("shifts are products and quotients", arguments: sizes)
  func shifts(limbs: Int) {
    repeated(limbs) { source in
      let a = source.number(limbs)
      let count = source.below(200)
      let power = BigInteger(2).power(count)
      #expect(a << count == a * power)
      #expect(a >> count == a.floorQuotient(by: power))
      #expect((a << count) >> count == a)
      #expect((a.magnitude << count).bitWidth == (a.isZero ? 0 : a.bitWidth + count))
    }
  }

  @Test("bits follow two's complement", arguments: sizes)
  func bits(limbs: Int) {
    repeated(limbs) { source in
      let (a, b) = (source.number(limbs), source.number(limbs))
      #expect(~a == -a - 1)
      #expect(~(~a) == a)
      #expect((a & b) + (a | b) == a + b)
      #expect((a ^ b) == (a | b) - (a & b))
      #expect(~(a & b) == ~a | ~b)
      #expect(a ^ a == 0 && a & a == a && a | a == a)
      #expect(a & -1 == a && a | -1 == -1 && a ^ -1 == ~a)
      let place = source.below(64 * limbs + 70)
      #expect(a.bit(place) == (a >> place).isOdd)
    }
  }

  @Test("texts and bytes lead back", arguments: sizes)
  func texts(limbs: Int) {
    repeated(limbs) { source in
      let a = source.number(limbs, isSigned: false)
      let radix = 2 + source.below(35)
      for radix in [10, 16, radix] {
        #expect(BigInteger(digits: a.digits(radix: radix), radix: radix) == a)
        #expect((-a).digits(radix: radix) == (a.isZero ? [] : [45]) + a.digits(radix: radix))
      }
      let signed = source.number(limbs)
      let bytes = signed.littleEndian(count: 8 * limbs + 1, isSigned: true)
      #expect(bytes.map { BigInteger(littleEndian: $0, isSigned: true) } == signed)
    }
    #expect(BigInteger(digits: Array("12a".utf8), radix: 10) == nil)
    #expect(BigInteger(digits: [], radix: 10) == nil)
    #expect(BigInteger(128).littleEndian(count: 1, isSigned: true) == nil)
    #expect(BigInteger(-128).littleEndian(count: 1, isSigned: true) == [0x80])
  }

  @Test("powers, roots and divisors", arguments: [1, 2, 4, 9, 40])
  func powers(limbs: Int) {
    repeated(limbs) { source in
      let a = source.number(limbs, isSigned: false)
      let modulus = source.number(limbs, isSigned: false) + 2
      let exponent = source.below(50)
      let base = a.floorRemainder(by: modulus)
      let power = a.power(exponent).floorRemainder(by: modulus)
      #expect(base.power(BigInteger(exponent), modulo: modulus) {} == power)
      #expect(a.power(5) == a * a * a * a * a)
      let root = a.squareRoot
      #expect(root * root <= a && (root + 1) * (root + 1) > a)
      #expect(a.squared.squareRoot == a)
      let b = source.number(limbs, isSigned: false) + 1
      let divisor = BigInteger.greatestCommonDivisor(a, b) {}
      #expect(a.floorRemainder(by: divisor) == 0 && b.floorRemainder(by: divisor) == 0)
      #expect(BigInteger.greatestCommonDivisor(a.floorQuotient(by: divisor), b.floorQuotient(by: divisor)) {} == 1)
      let inverse = a.inverse(modulo: modulus) {}
      #expect((inverse != nil) == (BigInteger.greatestCommonDivisor(a, modulus) {} == 1))
      if let inverse { #expect((inverse * a).floorRemainder(by: modulus) == 1) }
    }
  }

  @Test("machine numbers and floats")
  func conversions() {
    for value in [0, 1, -1, .max, .min, 1 << 53, -(1 << 62)] as [Int] {
      #expect(Int(exactly: BigInteger(value)) == value)
    }
    #expect(Int(exactly: BigInteger(Int.max) + 1) == nil)
    #expect(Int(exactly: BigInteger(Int.min) - 1) == nil)
    #expect(Int(clamping: BigInteger(1) << 100) == .max)
    #expect(UInt64(exactly: BigInteger(UInt64.max)) == .max)
    #expect(BigInteger(exactly: 0.5) == nil && BigInteger(exactly: Double.infinity) == nil)
    #expect(BigInteger(exactly: 0x1p200) == BigInteger(1) << 200)
    #expect((BigInteger(1) << 1024).rounded == .infinity)
    #expect(((BigInteger(1) << 1024) - 1).rounded == .infinity)
    #expect(((BigInteger(1) << 1024) - (BigInteger(1) << 971)).rounded == .greatestFiniteMagnitude)
  }

  @Test("what a checkpoint throws ends the work")
  func checkpoints() {
    struct Enough: Error {}
    let modulus = (BigInteger(1) << 2000) + 1
    #expect(throws: Enough.self) {
      _ = try BigInteger(3).power(modulus, modulo: modulus) { () throws(Enough) in throw Enough() }
    }
    #expect(throws: Enough.self) {
      _ = try BigInteger.greatestCommonDivisor(modulus, modulus - 2) { () throws(Enough) in throw Enough() }
    }
  }
}
