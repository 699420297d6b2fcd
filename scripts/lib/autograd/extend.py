"""Functions of the program's own with derivatives that it gives."""

import numpy as np
import _autograd
from autograd._containers import leaves, record, replaced, traced_places, untraced


class _State:
    """What the rules of the program's own are being asked for."""
    # make_jvp goes the way back as a linear function, whose transpose is the rule for tangents.
    is_forward = False
    # Where check_grads keeps the cotangents that have not the shapes of their arguments.
    misshapen = None


class primitive:
    """A function whose inside is not recorded; defvjp gives it derivatives, and defjvp those that make_jvp takes.

    Its arguments may be nested tuples, lists and dictionaries, whose cotangents are such containers too. Without traced
    arguments it is an ordinary function. Arguments by keyword have no derivative.

    >>> square = primitive(lambda x: x * x)
    >>> defvjp(square, lambda ans, x: lambda g: 2 * x * g)
    >>> grad(square)(3.0)
    np.float64(6.0)
    """

    def __init__(self, fun):
        self.fun = fun
        self.vjps = {}
        self.jvps = {}
        self.vjp_maker = None
        self.jvp_maker = None
        self.__name__ = getattr(fun, '__name__', 'primitive')
        self.__doc__ = getattr(fun, '__doc__', None)
        self.__module__ = getattr(fun, '__module__', None)
        self.__wrapped__ = fun

    def __repr__(self):
        return f'<primitive {self.__name__}>'

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return lambda *args, **kwargs: self(instance, *args, **kwargs)

    def __call__(self, *args, **kwargs):
        # By the number of an argument: the places of its leaves that are traced.
        places = {index: traced_places(value) for index, value in enumerate(args)}
        places = {index: found for index, found in places.items() if found}
        if not places:
            return self.fun(*args, **kwargs)
        if traced_places(kwargs):
            raise NotImplementedError(f'{self.__name__} has no derivative by an argument that is given by keyword')
        for index in places:
            if not self._has_vjp(index) and not self._has_jvp(index):
                raise self._missing(index)
        result = _autograd.call_untraced(self.fun, untraced(args), kwargs)
        parents = tuple(leaves(args[index])[place] for index, found in places.items() for place in found)
        recorded = []

        def back(g):
            answer = recorded[0]
            if _State.is_forward and all(self._has_jvp(index) for index in places):
                return self._transposed(places, g, answer, args, kwargs)
            return self._cotangents(places, g, answer, args, kwargs)

        recorded.append(record(result, parents, back))
        return recorded[0]

    def _has_vjp(self, index):
        return self.vjp_maker is not None or index in self.vjps

    def _has_jvp(self, index):
        return self.jvp_maker is not None or index in self.jvps

    def _missing(self, index):
        return NotImplementedError(f'VJP of {self.__name__} wrt argnums ({index},) not defined')

    def _cotangents(self, places, g, answer, args, kwargs):
        """The cotangents of the traced leaves of the arguments."""
        for index in places:
            if not self._has_vjp(index):
                raise self._missing(index)
        if self.vjp_maker is not None:
            parts = tuple(self.vjp_maker(tuple(places), answer, args, kwargs)(g))
        else:
            makers = [self.vjps[index] for index in places]
            parts = [None if maker is None else maker(answer, *args, **kwargs)(g) for maker in makers]
        result = []
        for (index, found), part in zip(places.items(), parts):
            pieces = self._leaves_of_cotangent(index, args[index], part)
            result += [pieces[place] for place in found]
        return tuple(result)

    def _leaves_of_cotangent(self, index, argument, part):
        """The parts of an argument's cotangent, one for each leaf; None for zeros."""
        own = leaves(argument)
        if part is None:
            return [None] * len(own)
        parts = leaves(_in_order_of(argument, part)) if isinstance(argument, (tuple, list, dict)) else [part]
        if len(parts) != len(own):
            raise ValueError(f'the cotangent of argument {index} of {self.__name__} has {len(parts)} parts where the '
                             f'argument has {len(own)}')
        if _State.misshapen is not None:
            _State.misshapen += [(self.__name__, index, np.shape(piece), np.shape(leaf))
                                 for leaf, piece in zip(own, parts) if np.shape(piece) != np.shape(leaf)]
        return parts

    def _tangent(self, index, t, answer, args, kwargs):
        """The tangent of the result for one of the argument of a number."""
        if self.jvp_maker is not None:
            return self.jvp_maker((index,), (t,), answer, args, kwargs)
        rule = self.jvps[index]
        if rule is None:
            return replaced(answer, (np.zeros_like(leaf) for leaf in leaves(answer)))
        if isinstance(rule, str):
            return self(*args[:index], t, *args[index + 1:], **kwargs)
        return rule(t, answer, *args, **kwargs)

    def _transposed(self, places, g, answer, args, kwargs):
        """The transposes of the rules for tangents at a cotangent of zero, which is where make_jvp asks for them."""
        above = traced_places(g)
        parents = tuple(leaves(g)[place] for place in above)
        result = []
        for index, found in places.items():
            own = leaves(args[index])
            for place in found:
                def tangent(t, index=index, place=place, own=own):
                    parts = [np.zeros_like(leaf) for leaf in own]
                    parts[place] = t
                    forward = leaves(self._tangent(index, replaced(args[index], iter(parts)), answer, args, kwargs))
                    return tuple(forward[number] for number in above)
                zeros = _autograd.call_untraced(np.zeros_like, (own[place],), {})
                result.append(_autograd.record(zeros, parents, tangent))
        return tuple(result)


def _in_order_of(argument, part):
    """A cotangent with its dictionaries in the order of the argument's."""
    if isinstance(argument, dict) and isinstance(part, dict):
        return {key: _in_order_of(argument[key], part[key]) for key in argument}
    if isinstance(argument, (tuple, list)) and isinstance(part, (tuple, list)):
        return [_in_order_of(*pair) for pair in zip(argument, part)]
    return part


def defvjp(fun, *vjpmakers, argnums=None):
    """Gives a primitive the functions (result, *args) -> (g -> cotangent), one for each argument; None for zero.

    >>> product = primitive(lambda x, y: x * y)
    >>> defvjp(product, lambda ans, x, y: lambda g: g * y, lambda ans, x, y: lambda g: g * x)
    >>> grad(product, (0, 1))(2.0, 5.0)
    (np.float64(5.0), np.float64(2.0))
    """
    for index, maker in zip(range(len(vjpmakers)) if argnums is None else argnums, vjpmakers):
        fun.vjps[index] = maker


def defvjp_argnums(fun, vjpmaker):
    """Gives a primitive one function (argnums, result, args, kwargs) -> (g -> cotangents)."""
    fun.vjp_maker = vjpmaker


def defvjp_argnum(fun, vjpmaker):
    """Gives a primitive one function (argnum, result, args, kwargs) -> (g -> cotangent)."""
    def maker(argnums, result, args, kwargs):
        ways = [vjpmaker(argnum, result, args, kwargs) for argnum in argnums]
        return lambda g: tuple(way(g) for way in ways)
    fun.vjp_maker = maker


def defjvp(fun, *jvpfuns, argnums=None):
    """Gives a primitive the functions (t, result, *args) -> tangent, one for each argument, which make_jvp takes;
    'same': the function itself, which is linear; None for zero. Without them make_jvp takes those of defvjp.

    >>> square = primitive(lambda x: x * x)
    >>> defjvp(square, lambda t, ans, x: 2 * x * t)
    >>> make_jvp(square)(3.0)(1.0)
    (np.float64(9.0), np.float64(6.0))
    """
    for index, rule in zip(range(len(jvpfuns)) if argnums is None else argnums, jvpfuns):
        if rule is not None and rule != 'same' and not callable(rule):
            raise Exception(f"Bad JVP '{rule}' for '{fun.__name__}'")
        fun.jvps[index] = rule


def defjvp_argnums(fun, jvpmaker):
    """Gives a primitive one function (argnums, tangents, result, args, kwargs) -> tangent."""
    fun.jvp_maker = jvpmaker


def defjvp_argnum(fun, jvpmaker):
    """Gives a primitive one function (argnum, t, result, args, kwargs) -> tangent."""
    def maker(argnums, tangents, result, args, kwargs):
        parts = [jvpmaker(argnum, t, result, args, kwargs) for argnum, t in zip(argnums, tangents)]
        total = parts[0]
        for part in parts[1:]:
            total = replaced(total, iter([x + y for x, y in zip(leaves(total), leaves(part))]))
        return total
    fun.jvp_maker = maker


def def_linear(fun):
    """Says of a primitive that it is linear in each argument: the tangent of its result is it of the tangent."""
    defjvp_argnum(fun, lambda argnum, t, result, args, kwargs: fun(*args[:argnum], t, *args[argnum + 1:], **kwargs))


def notrace_primitive(fun):
    """A function whose result counts as a constant.

    >>> sign = notrace_primitive(lambda x: 1.0 if x > 0 else -1.0)
    >>> grad(lambda x: sign(x) * x)(-2.0)
    np.float64(-1.0)
    """
    def run(*args, **kwargs):
        return _autograd.call_untraced(fun, untraced(args), untraced(kwargs))
    run.__name__ = getattr(fun, '__name__', 'notrace_primitive')
    run.__doc__ = getattr(fun, '__doc__', None)
    return run


class _TracedType(type):
    def __instancecheck__(cls, value):
        return _autograd.is_traced(value)


class Box(metaclass=_TracedType):
    """What is being differentiated is an instance of this, and an ordinary number or array as well."""


from autograd._spaces import VSpace, vspace
