extension Statement {
  /// The expressions a statement evaluates itself, without targets and blocks.
  var values: [Expression] {
    switch node {
    case .expression(let value), .assign(_, let value): [value]
    case .augmentedAssign(let target, _, let value): [target, value]
    case .annotatedAssign(let target, let annotation, let value, _): [target, annotation] + [value].compactMap { $0 }
    case .print(let node): [node.file].compactMap { $0 } + node.values
    case .return(let value): [value].compactMap { $0 }
    case .assert(let test, let message): [test] + [message].compactMap { $0 }
    case .if(let blocks, _): blocks.map(\.test)
    case .for(_, let iterable, _, _): [iterable]
    case .while(let test, _, _): [test]
    case .with(let items, _): items.map(\.context)
    case .raise(let exception, let cause): [exception, cause].compactMap { $0 }
    case .try(let node): node.handlers.compactMap(\.type)
    case .function(let node): node.decorators + [node.returns].compactMap { $0 }
    case .class(let node): node.decorators + node.arguments.map(\.value)
    case .pass, .break, .continue, .delete, .global, .nonlocal, .import, .importFrom, .magic: []
    }
  }

  /// The expressions a statement binds or deletes.
  var targets: [Expression] {
    switch node {
    case .assign(let targets, _), .delete(let targets): targets
    case .for(let target, _, _, _): [target]
    case .with(let items, _): items.compactMap(\.target)
    default: []
    }
  }

  /// The blocks of a statement in order.
  var blocks: [[Statement]] {
    switch node {
    case .if(let blocks, let orElse): blocks.map(\.body) + [orElse]
    case .for(_, _, let body, let orElse), .while(_, let body, let orElse): [body, orElse]
    case .with(_, let body): [body]
    case .try(let node): [node.body] + node.handlers.map(\.body) + [node.orElse, node.finally]
    case .function(let node): [node.body]
    case .class(let node): [node.body]
    default: []
    }
  }
}
