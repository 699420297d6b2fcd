extension Value {
  /// What helps where a program takes for a list what was one in Python 2; nil of other values.
  var listHint: String? {
    borrowing get {
      switch self {
      case .iterator(let r):
        switch r.value.mode {
        case .map: "map gives its items one by one: make a list of them with list(map(…))"
        case .filter: "filter gives its items one by one: make a list of them with list(filter(…))"
        case .zip: "zip gives its items one by one: make a list of them with list(zip(…))"
        default: nil
        }
      case .view(let r):
        "\(r.value.mode.rawValue)() is a view: make a list of it with list(….\(r.value.mode.rawValue)())"
      case .range: "a range is no list: make one of it with list(range(…))"
      default: nil
      }
    }
  }
}
