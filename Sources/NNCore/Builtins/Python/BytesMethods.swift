extension Builtin {
  static let bytesMethods: [Builtin] = ["bytes", "bytearray"].flatMap { (type: String) -> [Builtin] in
    var all: [Builtin] = bytesSearches(type)
    all += bytesParts(type)
    all += bytesLayouts(type)
    all += bytesCases(type)
    all += bytesTests(type)
    all += bytesConversions(type)
    return all
  }

  /// A method of both kinds of bytes; its result is of the receiver's kind.
  fileprivate static func bytesMethod(
    _ declaration: String, _ documentation: String, example: String = "",
    body: @escaping (Context, BytesReceiver, Registers) throws(Fault) -> Value
  ) -> Builtin {
    method(declaration, documentation, example: example, on: { $0.asBytes }) {
      (context, object: Unowned<BytesObject>, arguments) throws(Fault) in
      try body(context, BytesReceiver(bytes: object.value.bytes, isMutable: object.value.isMutable), arguments)
    }
  }

  private static func bytesSearches(_ type: String) -> [Builtin] {
    func search(_ name: String, isLast: Bool, isStrict: Bool) -> Builtin {
      bytesMethod(
        "\(type).\(name)(self, sub, start=None, end=None, /)", "The place of a part.",
        example: "\(type)(b'abcb').\(name)(b'b')"
      ) { (context, receiver, arguments) throws(Fault) in
        let part = try context.bytesPart(arguments[1])
        let (start, end) = try context.range(of: receiver.bytes.count, arguments[2], arguments[3])
        let place =
          isLast
          ? ByteSearch.findLast(part, in: receiver.bytes, from: start, to: end)
          : ByteSearch.find(part, in: receiver.bytes, from: start, to: end)
        if place == nil && isStrict { throw Fault(.valueError, "subsection not found") }
        return .int(place ?? -1)
      }
    }
    func affix(_ name: String, isPrefix: Bool) -> Builtin {
      bytesMethod(
        "\(type).\(name)(self, part, start=None, end=None, /)", "Whether it begins or ends with a part.",
        example: "\(type)(b'aba').\(name)(b'a')  # True"
      ) { (context, receiver, arguments) throws(Fault) in
        let (start, end) = try context.range(of: receiver.bytes.count, arguments[2], arguments[3])
        let matches = { (part: [UInt8]) -> Bool in
          let place = isPrefix ? start : end - part.count
          return place >= start && place + part.count <= end && ByteSearch.matches(part, receiver.bytes, place)
        }
        if let part = try context.optionalBytes(arguments[1]) { return .bool(matches(part)) }
        guard let tuple = arguments[1].asTuple else {
          throw Fault(
            .typeError, "\(name) first arg must be bytes or a tuple of bytes, not \(arguments[1].typeName)")
        }
        for index in 0..<tuple.value.items.count where matches(try context.bytesLike(tuple.value.items[index])) {
          return .bool(true)
        }
        return .bool(false)
      }
    }
    return [
      search("find", isLast: false, isStrict: false), search("rfind", isLast: true, isStrict: false),
      search("index", isLast: false, isStrict: true), search("rindex", isLast: true, isStrict: true),
      affix("startswith", isPrefix: true), affix("endswith", isPrefix: false),
      bytesMethod(
        "\(type).count(self, sub, start=None, end=None, /)", "How often a part occurs, without overlaps.",
        example: "\(type)(b'aaa').count(b'aa')  # 1"
      ) { (context, receiver, arguments) throws(Fault) in
        let part = try context.bytesPart(arguments[1])
        let (start, end) = try context.range(of: receiver.bytes.count, arguments[2], arguments[3])
        return .int(ByteSearch.count(part, in: receiver.bytes, from: start, to: end))
      },
    ]
  }

  private static func bytesParts(_ type: String) -> [Builtin] {
    func split(_ name: String, isLast: Bool) -> Builtin {
      bytesMethod(
        "\(type).\(name)(self, /, sep=None, maxsplit=-1)", "The parts between separators, or between white space.",
        example: "\(type)(b'a b').\(name)()"
      ) { (context, receiver, arguments) throws(Fault) in
        let most = try context.integer(arguments[2])
        let limit = most < 0 ? Int.max : most
        var subject = receiver.bytes
        if isLast { subject.reverse() }
        var parts: [[UInt8]]
        if arguments[1].isNone {
          parts = BytesSplitting.words(subject, most: limit)
        } else {
          let separator = try context.bytesLike(arguments[1])
          if separator.isEmpty { throw Fault(.valueError, "empty separator") }
          parts = BytesSplitting.parts(subject, isLast ? separator.reversed() : separator, most: limit)
        }
        // Splitting the reversed bytes from their start splits the bytes from their end.
        if isLast { parts = parts.reversed().map { $0.reversed() } }
        return receiver.list(parts)
      }
    }
    func partition(_ name: String, isLast: Bool) -> Builtin {
      bytesMethod(
        "\(type).\(name)(self, sep, /)", "What stands before a separator, the separator, and what follows.",
        example: "\(type)(b'a=b').\(name)(b'=')"
      ) { (context, receiver, arguments) throws(Fault) in
        let separator = try context.bytesLike(arguments[1])
        if separator.isEmpty { throw Fault(.valueError, "empty separator") }
        let bytes = receiver.bytes
        let place =
          isLast
          ? ByteSearch.findLast(separator, in: bytes, from: 0, to: bytes.count)
          : ByteSearch.find(separator, in: bytes, from: 0, to: bytes.count)
        guard let place else { return isLast ? receiver.triple([], [], bytes) : receiver.triple(bytes, [], []) }
        return receiver.triple(Array(bytes[..<place]), separator, Array(bytes[(place + separator.count)...]))
      }
    }
    return [
      split("split", isLast: false), split("rsplit", isLast: true), partition("partition", isLast: false),
      partition("rpartition", isLast: true),
      bytesMethod(
        "\(type).splitlines(self, /, keepends=False)", "The lines, with their ends where asked.",
        example: "\(type)(b'a\\nb').splitlines()"
      ) { (context, receiver, arguments) throws(Fault) in
        receiver.list(BytesSplitting.lines(receiver.bytes, keepsEnds: try context.truth(arguments[1])))
      },
      bytesMethod(
        "\(type).join(self, iterable_of_bytes, /)", "The bytes of an iterable with these between them.",
        example: "\(type)(b', ').join([b'a', b'b'])"
      ) { (context, receiver, arguments) throws(Fault) in
        let items = try context.items(arguments[1], orSay: "can only join an iterable")
        var result: [UInt8] = []
        for index in 0..<items.count {
          guard let part = try context.optionalBytes(items[index]) else {
            throw Fault(
              .typeError, "sequence item \(index): expected a bytes-like object, \(items[index].typeName) found")
          }
          if index > 0 { result += receiver.bytes }
          result += part
          if result.count > Context.largestText { throw Fault(.memoryError, "") }
        }
        return receiver.same(result)
      },
      bytesMethod(
        "\(type).replace(self, old, new, count=-1, /)", "With every `old` replaced by `new`, or the first `count`.",
        example: "\(type)(b'aa').replace(b'a', b'b', 1)"
      ) { (context, receiver, arguments) throws(Fault) in
        let (old, new) = (try context.bytesLike(arguments[1]), try context.bytesLike(arguments[2]))
        let most = try context.integer(arguments[3])
        let found = Swift.min(
          ByteSearch.count(old, in: receiver.bytes, from: 0, to: receiver.bytes.count), most < 0 ? Int.max : most)
        let (growth, overflow) = (new.count - old.count).multipliedReportingOverflow(by: found)
        if overflow || growth > Context.largestText { throw Fault(.memoryError, "") }
        return receiver.same(BytesSplitting.replaced(receiver.bytes, old, new, found))
      },
    ]
  }

  private static func bytesLayouts(_ type: String) -> [Builtin] {
    func justify(_ name: String, _ left: @escaping (Int, Int) -> Int) -> Builtin {
      bytesMethod(
        "\(type).\(name)(self, width, fillchar=<no value>, /)", "Padded to a width.",
        example: "\(type)(b'a').\(name)(3)"
      ) { (context, receiver, arguments) throws(Fault) in
        let width = try context.integer(arguments[1])
        var fill: UInt8 = 32
        if arguments.isGiven(2) {
          guard let bytes = arguments[2].asBytes, bytes.value.bytes.count == 1 else {
            throw Fault(
              .typeError,
              "\(name)() argument 2 must be a byte string of length 1, not \(arguments[2].typeName)")
          }
          fill = bytes.value.bytes[0]
        }
        if width > Context.largestText { throw Fault(.memoryError, "") }
        let padding = Swift.max(width - receiver.bytes.count, 0)
        let before = left(padding, width)
        return receiver.same(
          [UInt8](repeating: fill, count: before) + receiver.bytes
            + [UInt8](repeating: fill, count: padding - before))
      }
    }
    func strip(_ name: String, left: Bool, right: Bool) -> Builtin {
      bytesMethod(
        "\(type).\(name)(self, bytes=None, /)", "Without white space, or the given bytes, at its ends.",
        example: "\(type)(b' a ').\(name)()"
      ) { (context, receiver, arguments) throws(Fault) in
        let gone = arguments[1].isNone ? [32, 9, 10, 11, 12, 13] : try context.bytesLike(arguments[1])
        var rest = receiver.bytes[...]
        while left, let first = rest.first, gone.contains(first) { rest.removeFirst() }
        while right, let last = rest.last, gone.contains(last) { rest.removeLast() }
        return receiver.same(Array(rest))
      }
    }
    return [
      justify("center") { padding, width in padding / 2 + (padding & width & 1) }, justify("ljust") { _, _ in 0 },
      justify("rjust") { padding, _ in padding }, strip("strip", left: true, right: true),
      strip("lstrip", left: true, right: false), strip("rstrip", left: false, right: true),
      bytesMethod(
        "\(type).zfill(self, width, /)", "Padded with zeros behind the sign.", example: "\(type)(b'-7').zfill(4)"
      ) { (context, receiver, arguments) throws(Fault) in
        let width = try context.integer(arguments[1])
        if width > Context.largestText { throw Fault(.memoryError, "") }
        let zeros = [UInt8](repeating: 48, count: Swift.max(width - receiver.bytes.count, 0))
        let hasSign = receiver.bytes.first == 43 || receiver.bytes.first == 45
        let sign = hasSign ? 1 : 0
        return receiver.same(receiver.bytes.prefix(sign) + zeros + receiver.bytes.dropFirst(sign))
      },
      bytesMethod(
        "\(type).expandtabs(self, tabsize=8)", "Tabs as spaces up to the next column.",
        example: "\(type)(b'a\\tb').expandtabs(4)"
      ) { (context, receiver, arguments) throws(Fault) in
        let size = try context.integer(arguments[1])
        var result: [UInt8] = []
        var column = 0
        for byte in receiver.bytes {
          let width = byte == 9 ? (size > 0 ? size - column % size : 0) : 1
          if width > Context.largestText - result.count { throw Fault(.overflowError, "result too long") }
          if byte == 9 { result += repeatElement(32, count: width) } else { result.append(byte) }
          column = byte == 10 || byte == 13 ? 0 : column + width
        }
        return receiver.same(result)
      },
      bytesMethod(
        "\(type).removeprefix(self, prefix, /)", "Without a prefix, where it is there.",
        example: "\(type)(b'abc').removeprefix(b'a')"
      ) { (context, receiver, arguments) throws(Fault) in
        let part = try context.bytesLike(arguments[1])
        return receiver.same(
          ByteSearch.matches(part, receiver.bytes, 0) ? Array(receiver.bytes.dropFirst(part.count)) : receiver.bytes)
      },
      bytesMethod(
        "\(type).removesuffix(self, suffix, /)", "Without a suffix, where it is there.",
        example: "\(type)(b'abc').removesuffix(b'c')"
      ) { (context, receiver, arguments) throws(Fault) in
        let part = try context.bytesLike(arguments[1])
        let isThere = ByteSearch.matches(part, receiver.bytes, receiver.bytes.count - part.count)
        return receiver.same(isThere ? Array(receiver.bytes.dropLast(part.count)) : receiver.bytes)
      },
    ]
  }

  private static func bytesCases(_ type: String) -> [Builtin] {
    func mapping(_ name: String, _ documentation: String, _ body: @escaping ([UInt8]) -> [UInt8]) -> Builtin {
      bytesMethod("\(type).\(name)(self, /)", documentation, example: "\(type)(b'aB').\(name)()") {
        (_, receiver, _) throws(Fault) in receiver.same(body(receiver.bytes))
      }
    }
    return [
      mapping("upper", "ASCII letters capital.") { $0.map(ByteClass.upper) },
      mapping("lower", "ASCII letters small.") { $0.map(ByteClass.lower) },
      mapping("swapcase", "Capital letters small and small ones capital.") {
        $0.map { ByteClass.isLetter($0) ? $0 ^ 0x20 : $0 }
      },
      mapping("capitalize", "The first letter capital, the others small.") { bytes in
        bytes.enumerated().map { $0.offset == 0 ? ByteClass.upper($0.element) : ByteClass.lower($0.element) }
      },
      mapping("title", "Each word with a capital letter.") { bytes in
        var followsLetter = false
        return bytes.map { byte in
          defer { followsLetter = ByteClass.isLetter(byte) }
          return followsLetter ? ByteClass.lower(byte) : ByteClass.upper(byte)
        }
      },
    ]
  }

  private static func bytesTests(_ type: String) -> [Builtin] {
    func test(_ name: String, _ documentation: String, _ holds: @escaping ([UInt8]) -> Bool) -> Builtin {
      bytesMethod("\(type).\(name)(self, /)", documentation, example: "\(type)(b'Ab1').\(name)()") {
        (_, receiver, _) throws(Fault) in .bool(holds(receiver.bytes))
      }
    }
    func all(_ name: String, _ what: String, _ belongs: @escaping (UInt8) -> Bool) -> Builtin {
      test(name, "Whether it is not empty and consists of \(what).") { !$0.isEmpty && $0.allSatisfy(belongs) }
    }
    return [
      all("isdigit", "digits", ByteClass.isDigit), all("isalpha", "letters", ByteClass.isLetter),
      all("isalnum", "letters and digits") { ByteClass.isDigit($0) || ByteClass.isLetter($0) },
      all("isspace", "white space", ByteClass.isSpace),
      test("isascii", "Whether all is ASCII.") { $0.allSatisfy { $0 < 0x80 } },
      test("isupper", "Whether there are letters and all of them are capital.") { bytes in
        bytes.contains(where: ByteClass.isUpper) && !bytes.contains(where: ByteClass.isLower)
      },
      test("islower", "Whether there are letters and all of them are small.") { bytes in
        bytes.contains(where: ByteClass.isLower) && !bytes.contains(where: ByteClass.isUpper)
      },
      test("istitle", "Whether each word begins with a capital letter and goes on with small ones.") { bytes in
        var (hasLetter, followsLetter) = (false, false)
        for byte in bytes {
          if ByteClass.isLetter(byte) {
            if ByteClass.isUpper(byte) == followsLetter { return false }
            hasLetter = true
          }
          followsLetter = ByteClass.isLetter(byte)
        }
        return hasLetter
      },
    ]
  }
}

/// The bytes that a method was called on.
private struct BytesReceiver {
  let bytes: [UInt8]
  let isMutable: Bool

  /// Bytes of the receiver's kind.
  func same(_ bytes: [UInt8]) -> Value { .bytes(bytes, isMutable: isMutable) }

  func list(_ parts: [[UInt8]]) -> Value {
    var items = ValueList(capacity: parts.count)
    for part in parts { items.append(same(part)) }
    return .list(items)
  }

  func triple(_ first: [UInt8], _ second: [UInt8], _ third: [UInt8]) -> Value {
    var items = ValueList(capacity: 3)
    for part in [first, second, third] { items.append(same(part)) }
    return .tuple(items)
  }
}

extension Context {
  /// What is searched for: an integer or a bytes-like object.
  fileprivate func bytesPart(_ value: borrowing Value) throws(Fault) -> [UInt8] {
    if let bytes = try optionalBytes(value) { return bytes }
    if value.asInt != nil || value.asBool != nil || value.asBigInteger != nil { return [try byte(value)] }
    throw Fault(.typeError, "argument should be integer or bytes-like object, not '\(value.typeName)'")
  }
}

extension Builtin {
  fileprivate static func bytesConversions(_ type: String) -> [Builtin] {
    [
      bytesMethod(
        "\(type).decode(self, /, encoding=<no value>, errors=<no value>)", "The text that they are in an encoding.",
        example: "\(type)(b'ab').decode()  # 'ab'"
      ) { (context, receiver, arguments) throws(Fault) in
        if !arguments.isGiven(1), !arguments.isGiven(2), receiver.bytes.allSatisfy({ $0 < 0x80 }) {
          return .string(utf8: receiver.bytes)
        }
        let (encoding, errors) = try context.codec(arguments[1], arguments[2], of: "decode")
        return .string(try context.decoded(receiver.bytes, encoding, errors))
      },
      bytesMethod(
        "\(type).hex(self, sep=<no value>, bytes_per_sep=1)", "The hexadecimal digits.",
        example: "\(type)(b'\\x01\\xff').hex()  # '01ff'"
      ) { (context, receiver, arguments) throws(Fault) in
        try context.hexadecimal(receiver.bytes, arguments)
      },
      Builtin(
        "\(type).fromhex(string, /)", "The bytes of hexadecimal digits.", example: "\(type).fromhex('01 ff')"
      ) { (context, arguments) throws(Fault) in
        guard let text = arguments[0].asString else {
          throw Fault(.typeError, "fromhex() argument must be str, not \(arguments[0].typeName)")
        }
        return .bytes(try context.fromHexadecimal(text.value.text.codePoints), isMutable: type == "bytearray")
      },
      Builtin(
        "\(type).maketrans(frm, to, /)", "A table for `translate`.",
        example: "len(\(type).maketrans(b'a', b'b'))  # 256"
      ) { (context, arguments) throws(Fault) in
        let (from, to) = (try context.bytesLike(arguments[0]), try context.bytesLike(arguments[1]))
        if from.count != to.count { throw Fault(.valueError, "maketrans arguments must have same length") }
        var table = [UInt8](0...255)
        for (source, target) in Swift.zip(from, to) { table[Int(source)] = target }
        return .bytes(table)
      },
      bytesMethod(
        "\(type).translate(self, table, /, delete=b'')", "Each byte replaced by what a table of 256 has for it.",
        example: "\(type)(b'ab').translate(None, b'a')"
      ) { (context, receiver, arguments) throws(Fault) in
        let gone = arguments[2].asBytes?.value.bytes ?? []
        let kept = gone.isEmpty ? receiver.bytes : receiver.bytes.filter { !gone.contains($0) }
        if arguments[1].isNone { return receiver.same(kept) }
        let table = try context.bytesLike(arguments[1])
        if table.count != 256 { throw Fault(.valueError, "translation table must be 256 characters long") }
        return receiver.same(kept.map { table[Int($0)] })
      },
    ]
  }
}

extension Context {
  /// `bytes.hex(sep, bytes_per_sep)`.
  fileprivate func hexadecimal(_ bytes: [UInt8], _ arguments: Registers) throws(Fault) -> Value {
    if !arguments.isGiven(1) {
      var builder = TextBuilder(capacity: bytes.count &* 2)
      for byte in bytes {
        builder.append(ByteView.hexDigit(byte >> 4))
        builder.append(ByteView.hexDigit(byte & 15))
      }
      return builder.finish()
    }
    let digits = Array("0123456789abcdef".utf8)
    var separator: [UInt8] = []
    if arguments.isGiven(1) {
      separator = arguments[1].asBytes?.value.bytes ?? arguments[1].asString?.value.text.utf8 ?? []
      if arguments[1].asBytes == nil && arguments[1].asString == nil { _ = try length(arguments[1]) }
      if separator.count != 1 { throw Fault(.valueError, "sep must be length 1.") }
      if separator[0] >= 0x80 { throw Fault(.valueError, "sep must be ASCII.") }
    }
    let group = try integer(arguments[2])
    var text: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      // Groups are counted from the right, or from the left where the number is negative.
      let isBorder = group != 0 && (group > 0 ? bytes.count - index : index) % Int(clamping: group.magnitude) == 0
      if index > 0 && isBorder { text += separator }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return .string(utf8: text)
  }

  fileprivate func fromHexadecimal(_ points: [UInt32]) throws(Fault) -> [UInt8] {
    func digit(_ index: Int) throws(Fault) -> UInt8 {
      let point = index < points.count ? points[index] : 0
      switch point {
      case 48...57: return UInt8(point - 48)
      case 65...70: return UInt8(point - 55)
      case 97...102: return UInt8(point - 87)
      default: throw Fault(.valueError, "non-hexadecimal number found in fromhex() arg at position \(index)")
      }
    }
    var result: [UInt8] = []
    var index = 0
    while index < points.count {
      if points[index] < 0x80, ByteClass.isSpace(UInt8(points[index])) {
        index += 1
        continue
      }
      let high = try digit(index)
      result.append(high << 4 | (try digit(index + 1)))
      index += 2
    }
    return result
  }
}

extension ByteView {
  /// The hexadecimal digit of a number below 16.
  fileprivate static func hexDigit(_ number: UInt8) -> UInt8 { number < 10 ? number &+ 48 : number &+ 87 }
}
