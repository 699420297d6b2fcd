import NNKernels
import Testing

@testable import NNCore

extension ArrayTests {
  /// NumPy's messages, word for word.
  @Suite struct ErrorTests {
    init() { ObjectKinds.register() }

    private func zeros(_ shape: Dimensions, _ type: ElementType = .float64) throws -> Ref<NDArray> {
      Ref(try Creation.zeros(shape, type))
    }

    private func list(_ shapes: [Dimensions]) throws -> List<Ref<NDArray>> {
      var result = List<Ref<NDArray>>()
      for shape in shapes { result.append(try zeros(shape)) }
      return result
    }

    @Test func creation() {
      #expect(
        message { _ = try Creation.empty([1_000_000_000_000], .float64) }
          == "memoryError: Unable to allocate 7.28 TiB for an array with shape (1000000000000,) and data type float64")
      #expect(
        message { _ = try Creation.empty([1 << 40, 3], .uint8) }
          == "memoryError: Unable to allocate 3.00 TiB for an array with shape (1099511627776, 3) and data type uint8")
      #expect(message { _ = try Creation.zeros([-1]) } == "valueError: negative dimensions are not allowed")
      #expect(
        message { _ = try Creation.zeros([1 << 62, 4]) }
          == "valueError: array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.")
      #expect(
        message { _ = try Dimensions(checking: Array(repeating: 2, count: 17)) }
          == "valueError: maximum supported dimension for an ndarray is currently 16, found 17")
      #expect(
        message { _ = try Creation.arange(start: 0.0, stop: 1e30, step: 1) }
          == "valueError: Maximum allowed size exceeded")
      #expect(
        message { _ = try Creation.arange(start: 0, stop: 1, step: 0) } == "zeroDivisionError: division by zero")
      #expect(
        message { _ = try Creation.arange(start: 0.0, stop: .nan, step: 1) }
          == "valueError: arange: cannot compute length")
      #expect(
        message { _ = try Creation.linspace(start: 0, stop: 1, count: -1) }
          == "valueError: Number of samples, -1, must be non-negative.")
      #expect(message { _ = try DType(parsing: "foo") } == "typeError: data type 'foo' not understood")
      #expect(
        message { _ = try Casting.safe.check(.float64, to: .int64) }
          == "typeError: Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    }

    @Test func shapes() throws {
      let a = try zeros([3, 4])
      let cube = try zeros([2, 3, 4])
      #expect(
        message { _ = try a.value.reshaped([5, -1]) }
          == "valueError: cannot reshape array of size 12 into shape (5,newaxis)")
      #expect(
        message { _ = try a.value.reshaped([4, 2]) } == "valueError: cannot reshape array of size 12 into shape (4,2)")
      #expect(
        message { _ = try a.value.reshaped([7]) } == "valueError: cannot reshape array of size 12 into shape (7,)")
      #expect(message { _ = try a.value.reshaped([-1, -1]) } == "valueError: can only specify one unknown dimension")
      #expect(
        message { _ = try a.value.reshaped([Int.max, 4, 5]) }?.hasPrefix("valueError: cannot reshape array of size 12")
          == true)
      #expect(message { _ = try a.value.transposed([0, 0]) } == "valueError: repeated axis in transpose")
      #expect(message { _ = try a.value.transposed([0]) } == "valueError: axes don't match array")
      #expect(
        message { _ = try a.value.transposed([0, 3]) }
          == "axisError: axis 3 is out of bounds for array of dimension 2")
      #expect(
        message { _ = try a.value.squeezed([0]) }
          == "valueError: cannot select an axis to squeeze out which has size not equal to one")
      #expect(
        message { _ = try a.value.expandingDimensions([5]) }
          == "axisError: axis 5 is out of bounds for array of dimension 3")
      #expect(message { _ = try a.value.expandingDimensions([1, 1]) } == "valueError: repeated axis")
      #expect(
        message { _ = try a.value.swappingAxes(0, 2) }
          == "axisError: axis2: axis 2 is out of bounds for array of dimension 2")
      #expect(
        message { _ = try a.value.movingAxes([0, 1], to: [0]) }
          == "valueError: `source` and `destination` arguments must have the same number of elements")
      #expect(
        message { _ = try a.value.broadcast(to: [3, 3]) }
          == "valueError: operands could not be broadcast together with remapped shapes [original->remapped]: (3,4)  "
          + "and requested shape (3,3)")
      #expect(
        message { _ = try cube.value.broadcast(to: [4]) }
          == "valueError: input operand has more dimensions than allowed by the axis remapping")
      #expect(
        message { _ = try Splitting.split(a.value, sections: 2) }
          == "valueError: array split does not result in an equal division")
      #expect(
        message { _ = try Splitting.arraySplit(a.value, sections: 0) }
          == "valueError: number sections must be larger than 0.")
      #expect(
        message { _ = try Creation.zeros([3]).diagonal() }
          == "valueError: diag requires an array of at least two dimensions")
    }

    @Test func subscripts() throws {
      let x = try zeros([3])
      #expect(
        message { _ = try x.value.element(at: [5]) } == "indexError: index 5 is out of bounds for axis 0 with size 3")
      #expect(
        message { _ = try x.value.subscripted(indices(0, 1)) }
          == "indexError: too many indices for array: array is 1-dimensional, but 2 were indexed")
      #expect(message { _ = try x.value.row(-4) } == "indexError: index -4 is out of bounds for axis 0 with size 3")
      var floats = List<Index>()
      floats.append(.array(x.copy()))
      #expect(
        message { _ = try x.value.subscripted(floats) }
          == "indexError: arrays used as indices must be of integer (or boolean) type")
      var ellipses = List<Index>()
      ellipses.append(.ellipsis)
      ellipses.append(.ellipsis)
      #expect(
        message { _ = try x.value.subscripted(ellipses) }
          == "indexError: an index can only have a single ellipsis ('...')")
      var standing = List<Index>()
      standing.append(.slice(Slice(nil, nil, 0)))
      #expect(message { _ = try x.value.subscripted(standing) } == "valueError: slice step cannot be zero")
      var mask = List<Index>()
      mask.append(.array(Ref(try Creation.full([3], NumPyScalar(true)))))
      #expect(
        message { try x.value.assign(try counting([2]), at: mask) }
          == "valueError: NumPy boolean array indexing assignment cannot assign 2 input values to the 3 output values "
          + "where the mask is true")
      #expect(
        message { try x.value.assign(try counting([2])) }
          == "valueError: could not broadcast input array from shape (2,) into shape (3,)")
      let constant = Ref(try x.value.broadcast(to: [2, 3]))
      #expect(message { try constant.value.fill(NumPyScalar(1)) } == "valueError: assignment destination is read-only")
      #expect(
        message { try Ufunc.add.inPlace(constant, .integer(1)) } == "valueError: output array is read-only")
    }

    @Test func functions() throws {
      #expect(
        message { _ = try Ufunc.add.binary(.array(try zeros([3])), .array(try zeros([4]))) }
          == "valueError: operands could not be broadcast together with shapes (3,) (4,) ")
      let integers = try zeros([3], .int64)
      #expect(
        message { try Ufunc.add.inPlace(integers, .real(1.5)) }
          == "outputCastingError: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule "
          + "'same_kind'")
      #expect(
        message {
          var options = UfuncOptions()
          options.out = try zeros([2])
          _ = try Ufunc.add.binary(.array(try zeros([3])), .integer(1), options)
        } == "valueError: operands could not be broadcast together with shapes (3,) () (2,) ")
      #expect(
        message {
          var options = UfuncOptions()
          options.type = .int64
          _ = try Ufunc.add.binary(.array(try zeros([3])), .integer(1), options)
        }
          == "outputCastingError: Cannot cast ufunc 'add' input 0 from dtype('float64') to dtype('int64') with casting rule "
          + "'same_kind'")
      #expect(
        message { try Ufunc.add.inPlace(try zeros([1]), .array(try zeros([3]))) }
          == "valueError: non-broadcastable output operand with shape (1,) doesn't match the broadcast shape (3,)")
      #expect(
        message { _ = try Ufunc.power.binary(.array(Ref(try Creation.full([1], NumPyScalar(2)))), .integer(-1)) }
          == "valueError: Integers to negative integer powers are not allowed.")
      #expect(
        message {
          let wide = WideInteger(unsigned: nil, isNegative: false, approximation: 1e21)
          _ = try Ufunc.add.binary(.array(try zeros([1], .int64)), .wideInteger(wide))
        } == "overflowError: Python int too large to convert to C long")
    }

    @Test func reductions() throws {
      let a = try zeros([3, 4])
      #expect(
        message { _ = try Reduction.maximum.reduce(try Creation.zeros([0])) }
          == "valueError: zero-size array to reduction operation maximum which has no identity")
      #expect(
        message { _ = try Statistics.argExtreme(.maximum, try Creation.zeros([0])) }
          == "valueError: attempt to get argmax of an empty sequence")
      #expect(
        message { _ = try Reduction.sum.reduce(a.value, axes: [2]) }
          == "axisError: axis 2 is out of bounds for array of dimension 2")
      #expect(
        message { _ = try Reduction.sum.reduce(a.value, axes: [0, -2]) } == "valueError: duplicate value in 'axis'")
    }

    @Test func products() throws {
      let a = try zeros([3, 4])
      #expect(
        message { _ = try Products.dot(a.value, a.value) }
          == "valueError: shapes (3,4) and (3,4) not aligned: 4 (dim 1) != 3 (dim 0)")
      #expect(
        message { _ = try Products.matmul(a.value, a.value) }
          == "valueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
          + "(n?,k),(k,m?)->(n?,m?) (size 3 is different from 4)")
      #expect(
        message { _ = try Products.matmul(a.value, try Creation.zeros([])) }
          == "valueError: matmul: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature "
          + "(n?,k),(k,m?)->(n?,m?) requires 1)")
      #expect(
        message { _ = try Products.matmul(try Creation.zeros([2, 3, 3]), try Creation.zeros([3, 3, 3])) }
          == "valueError: operands could not be broadcast together with remapped shapes [original->remapped]: "
          + "(2,3,3)->(2,newaxis,newaxis) (3,3,3)->(3,newaxis,newaxis)  and requested shape (3,3)")
      #expect(
        message { _ = try Products.inner(a.value, try Creation.zeros([3])) }
          == "valueError: shapes (3,4) and (3,) not aligned: 4 (dim 1) != 3 (dim 0)")
      do {
        _ = try Products.dot(a.value, a.value)
        Issue.record("no error")
      } catch {
        #expect(error.operands == ["(3, 4)", "(3, 4)"])
        #expect(error.hint == "dot(a.T, b) has shape (4, 4)")
      }
    }

    @Test func joining() throws {
      #expect(
        message { _ = try Joining.concatenate(try list([[3, 4], [2, 3]])) }
          == "valueError: all the input array dimensions except for the concatenation axis must match exactly, but "
          + "along dimension 1, the array at index 0 has size 4 and the array at index 1 has size 3")
      #expect(
        message { _ = try Joining.concatenate(try list([[3, 4], [3]])) }
          == "valueError: all the input arrays must have same number of dimensions, but the array at index 0 has 2 "
          + "dimension(s) and the array at index 1 has 1 dimension(s)")
      #expect(
        message { _ = try Joining.concatenate(try list([])) } == "valueError: need at least one array to concatenate")
      #expect(
        message { _ = try Joining.concatenate(try list([[]])) }
          == "valueError: zero-dimensional arrays cannot be concatenated")
      #expect(
        message { _ = try Joining.stack(try list([[3, 4], [3]])) }
          == "valueError: all input arrays must have the same shape")
      #expect(
        message { _ = try Joining.stack(try list([[3, 4]]), axis: 4) }
          == "axisError: axis 4 is out of bounds for array of dimension 3")
    }

    @Test func rearranging() throws {
      let x = Ref(try counting([4]))
      #expect(
        message { _ = try Rearranging.repeated(x.value, [1, 2]) }
          == "valueError: operands could not be broadcast together with shape (4,) (2,)")
      #expect(
        message { _ = try Rearranging.repeated(x.value, [-1]) } == "valueError: negative dimensions are not allowed")
      #expect(message { _ = try Rearranging.tiled(x.value, [-1]) } == "valueError: negative dimensions are not allowed")
      #expect(
        message { _ = try Rearranging.taken(x.value, Ref(try Creation.array([20], shape: [1]))) }
          == "indexError: index 20 is out of bounds for axis 0 with size 4")
      #expect(
        message { _ = try Rearranging.differences(x.value, order: -1) }
          == "valueError: order must be non-negative but got -1")
      #expect(message { _ = try Rearranging.diag(try counting([2, 2, 2])) } == "valueError: Input must be 1- or 2-d.")
      #expect(
        message { _ = try Sorting.bincount(try Creation.array([-1], shape: [1])) }
          == "valueError: 'list' argument must have no negative elements")
      #expect(
        message { _ = try Sorting.bincount(x.value, minimum: -1) } == "valueError: 'minlength' must not be negative")
      #expect(
        message { _ = try Sorting.searchsorted(try counting([2, 2]), x.value) }
          == "valueError: object too deep for desired array")
      #expect(
        message { _ = try Selection.select(x.value, try counting([3]), x.value) }
          == "valueError: operands could not be broadcast together with shapes (4,) (3,) (4,) ")
    }
  }
}
