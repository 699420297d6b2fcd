"""Walks over several arrays at once."""

import numpy as np

__name__ = 'numpy'


class broadcast:
    """Arrays as they are broadcast against each other: an iterator over tuples of their elements."""

    def __init__(self, *args):
        if len(args) > 64:
            raise ValueError('Need at least 0 and at most 64 array objects.')
        self._arrays = np.broadcast_arrays(*args)
        self.shape = np.broadcast_shapes(*[np.shape(one) for one in args])
        self.nd = self.ndim = len(self.shape)
        self.size = 1
        for length in self.shape:
            self.size *= length
        self.numiter = len(args)
        self.iters = tuple(one.flat for one in self._arrays)
        self.reset()

    def reset(self):
        """Start anew."""
        self.index = 0
        self._indices = iter(np.ndindex(*self.shape))

    def __iter__(self):
        return self

    def __next__(self):
        place = next(self._indices)
        self.index += 1
        return tuple(one[place] for one in self._arrays)


def _axis_order(arrays, order, rank):
    """The axes from the slowest to the fastest, and those that run backwards."""
    axes = list(range(rank))
    if order == 'C':
        return axes, set()
    if order == 'F':
        return axes[::-1], set()
    if order == 'A':
        fortran = all(one.ndim > 1 and one.strides == one.T.copy().strides[::-1] for one in arrays)
        return (axes[::-1] if fortran else axes), set()
    backwards = set()
    for axis in axes:
        strides = [one.strides[axis] for one in arrays]
        if any(step < 0 for step in strides) and all(step <= 0 for step in strides):
            backwards.add(axis)

    def before(one, other):
        """Whether axis `one` has to be slower than `other`."""
        decided = None
        for array in arrays:
            first, second = abs(array.strides[one]), abs(array.strides[other])
            if first and second:
                if first < second and decided is None:
                    decided = False
                elif first >= second:
                    decided = True
        return decided

    ordered = []
    for axis in axes:
        place = len(ordered)
        for index in range(len(ordered) - 1, -1, -1):
            answer = before(ordered[index], axis)
            if answer is False:
                place = index
            elif answer is True:
                break
        ordered.insert(place, axis)
    return ordered, backwards


class nditer:
    """Iterate over one array or several broadcast ones; each element is a view, which `op_flags` may make writable."""

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order='K', casting='safe', op_axes=None,
                 itershape=None, buffersize=0):
        flags = list(flags or ())
        for flag in flags:
            if flag not in ('buffered', 'c_index', 'common_dtype', 'copy_if_overlap', 'delay_bufalloc',
                            'external_loop', 'f_index', 'grow_inner', 'growinner', 'multi_index', 'ranged',
                            'refs_ok', 'reduce_ok', 'zerosize_ok'):
                raise ValueError(f'Unexpected iterator global flag "{flag}"')
        if 'external_loop' in flags and ('multi_index' in flags or 'c_index' in flags or 'f_index' in flags):
            raise ValueError('Iterator flag EXTERNAL_LOOP cannot be used if an index or multi-index is being tracked')
        self._flags = flags
        several = isinstance(op, (tuple, list)) and not all(np.isscalar(one) for one in op)
        several = several or isinstance(op, tuple)
        given = list(op) if several else [op]
        count = len(given)
        if op_flags is None:
            op_flags = [['readonly'] if one is not None else ['writeonly', 'allocate'] for one in given]
        elif op_flags and isinstance(op_flags[0], str):
            op_flags = [op_flags] * count
        if op_dtypes is not None and not isinstance(op_dtypes, (list, tuple)):
            op_dtypes = [op_dtypes] * count
        op_dtypes = list(op_dtypes) if op_dtypes is not None else [None] * count
        if len(op_dtypes) < count:
            op_dtypes = op_dtypes * count
        self._writes = [any(flag in ('readwrite', 'writeonly') for flag in one) for one in op_flags]
        arrays = [None if one is None else np.asarray(one) for one in given]
        common = None
        if 'common_dtype' in flags:
            common = np.result_type(*[one for one in arrays if one is not None])
        axes = op_axes if op_axes is not None else [None] * count
        views = [self._placed(one, where) for one, where in zip(arrays, axes)]
        try:
            shape = np.broadcast_shapes(*[one.shape for one in views if one is not None])
        except ValueError:
            texts = ' '.join(_shape_text(one.shape) for one in views if one is not None)
            raise ValueError(f'operands could not be broadcast together with shapes {texts} ') from None
        if itershape is not None:
            shape = tuple(there if wanted == -1 else wanted for wanted, there in zip(itershape, shape))
        for place, one in enumerate(views):
            if one is None:
                dtype = op_dtypes[place] or common or np.result_type(*[x for x in arrays if x is not None])
                arrays[place] = views[place] = np.empty(self._own_shape(shape, axes[place]), dtype=dtype)
                if axes[place] is not None:
                    views[place] = self._placed(arrays[place], axes[place])
        self._write_back = []
        for place, one in enumerate(views):
            dtype = op_dtypes[place] or common
            if dtype is not None and one.dtype != np.dtype(dtype):
                dtype = np.dtype(dtype)
                if 'buffered' not in flags and 'copy' not in op_flags[place]:
                    raise TypeError(
                        f'Iterator operand{f" {place}" if count > 1 else ""} required copying or buffering, but neither copying nor buffering '
                        'was enabled')
                if not self._writes[place] and not np.can_cast(one.dtype, dtype, casting):
                    raise TypeError(
                        f'Iterator operand {place} dtype could not be cast from {one.dtype!r} to {dtype!r} according '
                        f"to the rule '{casting}'")
                converted = one.astype(dtype)
                if self._writes[place]:
                    self._write_back.append((one, converted))
                views[place] = converted
        self.operands = tuple(arrays)
        self.nop = count
        self.shape = self._lengths = shape
        self.ndim = len(shape)
        self.itersize = 1
        for length in shape:
            self.itersize *= length
        if self.itersize == 0 and 'zerosize_ok' not in flags:
            raise ValueError('Iteration of zero-sized operands is not enabled')
        self._views = []
        for one, writes in zip(views, self._writes):
            view = one[...] if writes else np.broadcast_to(one, shape)
            if view.shape != shape:
                raise ValueError(
                    f'non-broadcastable output operand with shape {_shape_text(one.shape)} doesn\'t match the '
                    f'broadcast shape {_shape_text(shape)}')
            self._views.append(view)
        ordered, backwards = _axis_order(self._views, order, self.ndim)
        self._axes = ordered
        if backwards:
            key = tuple(slice(None, None, -1) if axis in backwards else slice(None) for axis in range(self.ndim))
            self._walked = [view[key] for view in self._views]
        else:
            self._walked = list(self._views)
        self._backwards = backwards
        if ordered != list(range(self.ndim)):
            self._walked = [view.transpose(ordered) for view in self._walked]
        self.has_multi_index = 'multi_index' in flags
        self.has_index = 'c_index' in flags or 'f_index' in flags
        if not self.has_multi_index:
            self.shape = self._joined_shape()
            self.ndim = len(self.shape)
        self.has_delayed_bufalloc = False
        self.dtypes = tuple(view.dtype for view in self._views)
        self.iterationneedsapi = False
        self.finished = False
        self._chunks = self._prepare_chunks(buffersize) if 'external_loop' in flags else None
        self.reset()

    @staticmethod
    def _placed(array, axes):
        if array is None or axes is None:
            return array
        wanted = [axis for axis in axes if axis is not None and axis >= 0]
        array = array.transpose(wanted) if wanted else array
        key = tuple(slice(None) if axis is not None and axis >= 0 else None for axis in axes)
        return array[key]

    @staticmethod
    def _own_shape(shape, axes):
        if axes is None:
            return shape
        lengths = {axis: shape[place] for place, axis in enumerate(axes) if axis is not None and axis >= 0}
        return tuple(lengths[axis] for axis in sorted(lengths))

    def _joined_shape(self):
        """The shape with axes joined that follow each other without a gap in all operands."""
        joined = []
        steps = [view.strides for view in self._walked]
        if self.has_index:
            steps.append(self._index_steps())
        for axis in range(len(self._lengths)):
            length = self._walked[0].shape[axis]
            if length == 1 and joined:
                continue
            if joined and (joined[-1][0] == 1 or all(step[joined[-1][1]] == step[axis] * length for step in steps)):
                joined[-1] = (joined[-1][0] * length, axis)
            else:
                joined.append((length, axis))
        # The axis that is walked fastest comes first.
        return tuple(length for length, _ in reversed(joined))

    def _index_steps(self):
        """By how much the index grows along each axis that is walked."""
        order = list(range(len(self._lengths)))
        grown, total = {}, 1
        for axis in order[::-1] if 'c_index' in self._flags else order:
            grown[axis] = total
            total *= self._lengths[axis]
        return [-grown[axis] if axis in self._backwards else grown[axis] for axis in self._axes]

    def _prepare_chunks(self, buffersize):
        """The pieces that an external loop hands out: as long as memory allows, or a buffer full."""
        if self.itersize == 0:
            return []
        walked = self._walked
        if 'buffered' in self._flags:
            size = buffersize or 8192
            flats = [view.reshape(-1) for view in walked]
            return [tuple(flat[start:start + size] for flat in flats) for start in range(0, self.itersize, size)]
        depth = len(self._lengths)
        while depth > 0:
            joined = [view.reshape(view.shape[:depth - 1] + (-1,)) for view in walked]
            if not all(np.shares_memory(one, view) or view.size == 0 for one, view in zip(joined, walked)):
                break
            depth -= 1
        if depth == len(self._lengths):
            return [tuple(view.reshape(1) for view in walked)]
        joined = [view.reshape(view.shape[:depth] + (-1,)) for view in walked]
        return [tuple(view[place] for view in joined) for place in np.ndindex(*joined[0].shape[:depth])]

    def reset(self):
        """Go back to the first element."""
        self.iterindex = 0
        self.finished = self.itersize == 0
        if self._chunks is None:
            self._places = iter(np.ndindex(*self._walked[0].shape)) if self._walked else iter([()])
            self._place = next(self._places, None)
        self._started = False

    @property
    def multi_index(self):
        """The index of the element, as a tuple."""
        if not self.has_multi_index:
            raise ValueError('Iterator is not tracking a multi-index')
        if self.finished:
            raise ValueError('Iterator is past the end')
        return self._true_index()

    def _true_index(self):
        index = [0] * len(self._lengths)
        for axis, place in zip(self._axes, self._place):
            index[axis] = self._lengths[axis] - 1 - place if axis in self._backwards else place
        return tuple(index)

    @property
    def index(self):
        """The index of the element in C order, or in Fortran order with the flag 'f_index'."""
        if not self.has_index:
            raise ValueError('Iterator does not have an index')
        if self.finished:
            raise ValueError('Iterator is past the end')
        order = 'C' if 'c_index' in self._flags else 'F'
        result = 0
        lengths = list(zip(self._true_index(), self._lengths))
        for place, length in lengths if order == 'C' else lengths[::-1]:
            result = result * length + place
        return result

    @property
    def value(self):
        """The element or elements that the iterator stands at."""
        if self.finished:
            raise ValueError('Iterator is past the end')
        if self._chunks is not None:
            views = self._chunks[self.iterindex]
        else:
            key = self._place + (Ellipsis,)
            views = tuple(view[key] for view in self._walked)
        return views[0] if self.nop == 1 else views

    def __getitem__(self, key):
        value = self.value
        return (value,)[key] if self.nop == 1 else value[key]

    def __setitem__(self, key, new):
        self[key][...] = new

    def __len__(self):
        return self.nop

    def iternext(self):
        """Go on to the next element; False where there is none."""
        self.iterindex += 1
        if self._chunks is not None:
            self.finished = self.iterindex >= len(self._chunks)
        else:
            self._place = next(self._places, None)
            self.finished = self._place is None
        if self.finished:
            self._flush()
        return not self.finished

    def __iter__(self):
        return self

    def __next__(self):
        if self._started:
            self.iternext()
        self._started = True
        if self.finished:
            self._flush()
            raise StopIteration
        return self.value

    def _flush(self):
        for target, converted in self._write_back:
            target[...] = converted

    def copy(self):
        """Return an iterator that stands at the same place."""
        other = nditer.__new__(nditer)
        other.__dict__.update(self.__dict__)
        if self._chunks is None:
            other._places = iter(np.ndindex(*self._walked[0].shape))
            for _ in range(self.iterindex + 1):
                other._place = next(other._places, None)
        return other

    def remove_axis(self, i):
        """Take an axis out of the iteration."""
        self._walked = [view.take(0, axis=self._axes.index(i)) for view in self._walked]
        self._axes.remove(i)
        self.reset()

    def remove_multi_index(self):
        """Give the multi-index up."""
        self.has_multi_index = False

    def enable_external_loop(self):
        """Hand out whole pieces from now on."""
        self._chunks = self._prepare_chunks(0)
        self.reset()

    @property
    def itviews(self):
        """The operands as the iterator walks them."""
        return tuple(self._walked)

    def close(self):
        """Write back what is still buffered."""
        self._flush()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()


def _shape_text(shape):
    return '(' + ','.join(str(length) for length in shape) + (',)' if len(shape) == 1 else ')')
