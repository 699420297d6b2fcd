import Testing

@testable import NNCore

/// That what waits to be declared is found: a family names every module and type that its declarations name.
@Suite struct BuiltinFamilyTests {
  @Test func familiesNameTheOwnersOfTheirBuiltins() {
    for family in BuiltinFamily.python + [.numpy] {
      var owners: Set<String> = []
      for builtin in family.builtins() { owners.formUnion([builtin.owner] + builtin.methodOf) }
      let missing = owners.subtracting(family.owners)
      #expect(missing.isEmpty, "\(family.owners): \(missing)")
      // A family may have to be there with the package of its modules.
      let needless = Set(family.owners).subtracting(owners).filter { name in
        !name.hasPrefix("autograd.") && !owners.contains { $0.hasPrefix(name + ".") }
      }
      #expect(needless.isEmpty, "\(family.owners): \(needless)")
    }
  }

  @Test func typesAreMadeOfWhatWaits() {
    let evaluator = Evaluator()
    #expect(evaluator.value("[1, 2].index(2)") == "1")
    #expect(evaluator.value("__import__('numpy').float64(2).item()") == "2.0")
    #expect(evaluator.value("hasattr('', 'join') and not hasattr('', 'joins')") == "True")
  }
}
