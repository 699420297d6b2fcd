import Testing

@testable import NNSyntax
