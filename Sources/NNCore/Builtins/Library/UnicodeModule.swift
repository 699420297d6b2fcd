@_spi(_Unicode) import Swift

// What is known of characters, for `scripts/lib/unicodedata`.

extension Builtin {
  static let unicodeModule: [Builtin] = [
    character("name(chr, /)", "The name, None where there is none.") { scalar in
      let properties = scalar.properties
      guard let name = properties.name ?? UnicodeNames.made(scalar) else { return .nothing }
      return .string(name)
    },
    character("category(chr, /)", "The general category in two letters.") { scalar in
      .string(UnicodeNames.category(scalar.properties.generalCategory))
    },
    character("numeric(chr, /)", "The number that a character stands for, None where it stands for none.") { scalar in
      scalar.properties.numericValue.map { .float($0) } ?? .nothing
    },
    character("number_kind(chr, /)", "0 for no number, 1 for others than digits, 2 for digits, 3 for decimal digits.") {
      scalar in
      switch scalar.properties.numericType {
      case .decimal: .int(3)
      case .digit: .int(2)
      case .numeric: .int(1)
      default: .int(0)
      }
    },
    character("combining(chr, /)", "The class that orders marks.") { scalar in
      .int(Int(scalar.properties.canonicalCombiningClass.rawValue))
    },
    character("mirrored(chr, /)", "Whether it is mirrored in text from right to left.") { scalar in
      .int(scalar.properties.isBidiMirrored ? 1 : 0)
    },
    Builtin("_unicode.normalize(composed, text, /)", "A text with its marks apart, or joined to what they mark.") {
      (context, arguments) throws(Fault) in
      let text = try context.string(arguments[1], of: "normalize").string
      var scalars = String.UnicodeScalarView()
      if try context.truth(arguments[0]) {
        scalars.append(contentsOf: text._nfc)
      } else {
        scalars.append(contentsOf: text._nfd)
      }
      return .string(String(scalars))
    },
    Builtin("_unicode.find(name, /)", "The code point of a name, -1 where there is none.") {
      (context, arguments) throws(Fault) in
      let name = try context.string(arguments[0], of: "lookup").string
      for code in 0..<UInt32(0x11_0000) {
        if code & 0xFFF == 0 { try context.checkInterrupt() }
        guard let scalar = Unicode.Scalar(code) else { continue }
        if (scalar.properties.name ?? UnicodeNames.made(scalar)) == name { return .int(Int(code)) }
      }
      return .int(-1)
    },
  ]

  private static func character(
    _ declaration: String, _ documentation: String, _ body: @escaping (Unicode.Scalar) -> Value
  ) -> Builtin {
    Builtin("_unicode." + declaration, documentation) { (context, arguments) throws(Fault) in
      guard let text = arguments[0].asString, text.value.count == 1, let scalar = Unicode.Scalar(text.value[0]) else {
        return .nothing
      }
      return body(scalar)
    }
  }
}

private enum UnicodeNames {
  /// The names that follow from the code point.
  static func made(_ scalar: Unicode.Scalar) -> String? {
    let code = scalar.value
    guard scalar.properties.generalCategory == .otherLetter else { return nil }
    let hex = String(code, radix: 16, uppercase: true)
    switch code {
    case 0xAC00...0xD7A3:
      let index = Int(code - 0xAC00)
      return "HANGUL SYLLABLE \(leads[index / 588])\(vowels[index % 588 / 28])\(tails[index % 28])"
    case 0x3400...0x4DBF: return "CJK UNIFIED IDEOGRAPH-\(hex)"
    case 0x4E00...0x9FFF: return "CJK UNIFIED IDEOGRAPH-\(hex)"
    case 0x2_0000...0x3_134A: return scalar.properties.isUnifiedIdeograph ? "CJK UNIFIED IDEOGRAPH-\(hex)" : nil
    default: return nil
    }
  }

  private static let leads = parts("G GG N D DD R M B BB S SS - J JJ C K T P H")
  private static let vowels = parts("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I")
  private static let tails = parts("- G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H")

  private static func parts(_ text: String) -> [String] {
    text.split(separator: " ").map { $0 == "-" ? "" : String($0) }
  }

  static func category(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
