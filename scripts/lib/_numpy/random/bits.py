"""Streams of random bits, and the seeds that they begin with."""

import os

import _numpy_random
import numpy as np

__name__ = 'numpy.random'

_uint32 = getattr(np, 'uint32', np.uint64)

_MASK32 = 0xffffffff


def _words(value):
    """An entropy as words of 32 bits."""
    if isinstance(value, np.ndarray) and value.dtype == _uint32:
        return [int(word) for word in value]
    if isinstance(value, str):
        if value.startswith('0x'):
            value = int(value, 16)
        elif value[:1].isdigit():
            value = int(value)
        else:
            raise ValueError('unrecognized seed string')
    if isinstance(value, (int, np.integer)):
        value = int(value)
        if value < 0:
            raise ValueError('expected non-negative integer')
        words = []
        while value:
            words.append(value & _MASK32)
            value >>= 32
        return words or [0]
    if isinstance(value, (float, np.inexact)):
        raise TypeError('seed must be integer')
    words = []
    for one in value:
        words += _words(one)
    return words


class SeedSequence:
    """Mix any entropy into words to seed streams with, and spawn independent sequences."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if pool_size < 4:
            raise ValueError('The size of the entropy pool should be at least 4')
        if entropy is None:
            entropy = int.from_bytes(os.urandom(16), 'little')
        elif not isinstance(entropy, (int, np.integer, list, tuple, range, np.ndarray)):
            raise TypeError('SeedSequence expects int or sequence of ints for entropy not ' + f'{entropy}')
        self.entropy = entropy
        self.spawn_key = tuple(spawn_key)
        self.pool_size = pool_size
        self.n_children_spawned = n_children_spawned
        self._pool = self._mixed()

    @property
    def pool(self):
        """The mixed entropy."""
        return np.array(self._pool, dtype=_uint32)

    def _assembled(self):
        words = _words(self.entropy)
        spawned = _words(list(self.spawn_key))
        if spawned and len(words) < self.pool_size:
            words = words + [0] * (self.pool_size - len(words))
        return words + spawned

    def _mixed(self):
        words = self._assembled()
        size = self.pool_size
        factor = 0x43b0d7e5

        def hashed(value):
            nonlocal factor
            value ^= factor
            factor = factor * 0x931e8875 & _MASK32
            value = value * factor & _MASK32
            return value ^ value >> 16

        def mixed(one, other):
            result = 0xca01f9dd * one - 0x4973f715 * other & _MASK32
            return result ^ result >> 16

        pool = [hashed(words[place] if place < len(words) else 0) for place in range(size)]
        for source in range(size):
            for target in range(size):
                if source != target:
                    pool[target] = mixed(pool[target], hashed(pool[source]))
        for word in words[size:]:
            for target in range(size):
                pool[target] = mixed(pool[target], hashed(word))
        return pool

    def _state(self, count):
        factor = 0x8b51f9dd
        words = []
        for place in range(count):
            value = self._pool[place % self.pool_size] ^ factor
            factor = factor * 0x58f38ded & _MASK32
            value = value * factor & _MASK32
            words.append(value ^ value >> 16)
        return words

    def generate_state(self, n_words, dtype=_uint32):
        """Return words to seed a stream with."""
        wide = np.dtype(dtype) == np.uint64
        if not wide and np.dtype(dtype) != _uint32:
            raise ValueError('only support uint32 or uint64')
        words = self._state(n_words * 2 if wide else n_words)
        if wide:
            words = [words[place] | words[place + 1] << 32 for place in range(0, len(words), 2)]
        return np.array(words, dtype=np.uint64 if wide else _uint32)

    def spawn(self, n_children):
        """Return sequences that are independent of this one and of each other."""
        children = [SeedSequence(self.entropy, spawn_key=self.spawn_key + (place,), pool_size=self.pool_size)
                    for place in range(self.n_children_spawned, self.n_children_spawned + n_children)]
        self.n_children_spawned += n_children
        return children

    @property
    def state(self):
        """What the sequence is made from."""
        return {name: getattr(self, name) for name in ('entropy', 'spawn_key', 'pool_size', 'n_children_spawned')
                if getattr(self, name) or name == 'entropy'}

    def __repr__(self):
        lines = [f'{type(self).__name__}(', f'    entropy={self.entropy!r},']
        if self.spawn_key:
            lines.append(f'    spawn_key={self.spawn_key!r},')
        if self.pool_size != 4:
            lines.append(f'    pool_size={self.pool_size!r},')
        if self.n_children_spawned != 0:
            lines.append(f'    n_children_spawned={self.n_children_spawned!r},')
        return '\n'.join(lines + [')'])


class BitGenerator:
    """A stream of random bits."""

    def __init__(self, seed=None):
        if not isinstance(seed, SeedSequence) and not hasattr(seed, 'generate_state'):
            seed = SeedSequence(seed)
        self._seed_seq = seed
        self._source = self._begin(seed)

    @property
    def seed_seq(self):
        """The sequence that the stream was seeded with."""
        return self._seed_seq

    def spawn(self, n_children):
        """Return independent streams of the same kind."""
        return [type(self)(seed) for seed in self._seed_seq.spawn(n_children)]

    def random_raw(self, size=None, output=True):
        """Return raw outputs of the stream."""
        if size is None:
            value = self._source.raw()
            return value if output else None
        shape = (size,) if isinstance(size, (int, np.integer)) else tuple(size)
        count = 1
        for length in shape:
            count *= length
        values = [self._source.raw() for _ in range(count)]
        return np.array(values, dtype=np.uint64).reshape(shape) if output else None

    def _half_state(self, state):
        half = self._source.half()
        state['has_uint32'] = 0 if half is None else 1
        state['uinteger'] = half or 0
        return state

    def _set_half(self, state):
        self._source.set_half(state['uinteger'] if state['has_uint32'] else None)

    def __getstate__(self):
        return self.state

    def __setstate__(self, state):
        BitGenerator.__init__(self, 0)
        self.state = state

    def _check(self, value):
        if not isinstance(value, dict):
            raise TypeError('state must be a dict')
        if value.get('bit_generator', '') != type(self).__name__:
            raise ValueError(f'state must be for a {type(self).__name__} PRNG')


class PCG64(BitGenerator):
    """A permuted congruential stream of 128 bits: that of `default_rng`."""

    _kind = 'pcg64'

    def _begin(self, seed):
        return _numpy_random.Source(self._kind, [int(word) for word in seed.generate_state(4, np.uint64)])

    @property
    def state(self):
        """The state as a dictionary."""
        words = self._source.words()
        return self._half_state({
            'bit_generator': type(self).__name__,
            'state': {'state': words[0] << 64 | words[1], 'inc': words[2] << 64 | words[3]}})

    @state.setter
    def state(self, value):
        self._check(value)
        numbers = [value['state']['state'], value['state']['inc']]
        low = (1 << 64) - 1
        self._source.set_words([word for number in numbers for word in (number >> 64 & low, number & low)])
        self._set_half(value)

    def advance(self, delta):
        """Go on by so many steps at once."""
        delta %= 1 << 128
        self._source.advance(delta & (1 << 64) - 1, delta >> 64)
        return self

    def jumped(self, jumps=1):
        """Return a stream that is far ahead of this one."""
        other = type(self)(0)
        other.state = self.state
        return other.advance(0x9e3779b97f4a7c15f39cc0605cedc835 * jumps)


class PCG64DXSM(PCG64):
    """The newer variant of PCG64."""

    _kind = 'pcg64dxsm'


class SFC64(BitGenerator):
    """A small fast chaotic stream."""

    def _begin(self, seed):
        return _numpy_random.Source('sfc64', [int(word) for word in seed.generate_state(3, np.uint64)])

    @property
    def state(self):
        """The state as a dictionary."""
        return self._half_state({'bit_generator': 'SFC64',
                                 'state': {'state': np.array(self._source.words(), dtype=np.uint64)}})

    @state.setter
    def state(self, value):
        self._check(value)
        self._source.set_words([int(word) for word in value['state']['state']])
        self._set_half(value)


class MT19937(BitGenerator):
    """The Mersenne Twister."""

    def _begin(self, seed):
        source = _numpy_random.Source('twister', 0)
        words = [int(word) for word in (
            seed._state(624) if isinstance(seed, SeedSequence) else seed.generate_state(624, _uint32))]
        words[0] = 0x80000000
        source.set_twister(words, 623, False, 0.0)
        return source

    @property
    def state(self):
        """The state as a dictionary."""
        key, position, _, _ = self._source.twister()
        return {'bit_generator': 'MT19937', 'state': {'key': key.astype(_uint32), 'pos': position}}

    @state.setter
    def state(self, value):
        if isinstance(value, tuple):
            if value[0] != 'MT19937' or len(value) not in (3, 5):
                raise ValueError('state is not a legacy MT19937 state')
            value = {'bit_generator': 'MT19937', 'state': {'key': value[1], 'pos': value[2]}}
        self._check(value)
        self._source.set_twister([int(word) for word in value['state']['key']], value['state']['pos'], False, 0.0)


def _legacy_words(seed):
    """What a legacy seed begins the Mersenne Twister with: None, an integer, or a list of words."""
    if seed is None:
        return None
    if isinstance(seed, np.ndarray) and seed.size == 1:
        seed = seed.reshape(())[()]
    if isinstance(seed, (int, np.integer)):
        if not 0 <= seed <= _MASK32:
            raise ValueError('Seed must be between 0 and 2**32 - 1')
        return int(seed)
    seed = np.asarray(seed)
    if seed.size == 0:
        raise ValueError('Seed must be non-empty')
    if seed.dtype.kind not in 'iub':
        raise TypeError(f"Cannot cast array data from {seed.dtype!r} to dtype('int64') according to the rule 'safe'")
    if seed.ndim != 1:
        raise ValueError('Seed array must be 1-d')
    words = [int(word) for word in seed]
    if any(not 0 <= word <= _MASK32 for word in words):
        raise ValueError('Seed values must be between 0 and 2**32 - 1')
    return words
