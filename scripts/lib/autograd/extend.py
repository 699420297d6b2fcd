"""Functions of the program's own with derivatives that it gives."""

import numpy as np
import _autograd
from autograd._leaves import at, call_plainly, recorded, traced_places


class primitive:
    """A function whose inside is not recorded; defvjp gives it derivatives."""

    def __init__(self, fun):
        self.fun = fun
        self.vjps = {}
        self.jvps = {}
        self.vjp_maker = None
        self.__name__ = getattr(fun, '__name__', 'primitive')
        self.__doc__ = getattr(fun, '__doc__', None)
        self.__wrapped__ = fun

    def __repr__(self):
        return f'<primitive {self.__name__}>'

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return lambda *args, **kwargs: self(instance, *args, **kwargs)

    def __call__(self, *args, **kwargs):
        places = traced_places((args, kwargs))
        if not places:
            return _autograd.call_untraced(self.fun, args, kwargs)
        if any(path[0] == 1 for path, _ in places):
            raise NotImplementedError(f'{self.__name__} has no VJP by keyword arguments')
        traced = tuple(dict.fromkeys(path[1] for path, _ in places))
        ways = self._ways(traced)
        made = []

        def back(path, g):
            if path:
                raise NotImplementedError(f'{self.__name__} has several results, which have no VJP')
            parts = ways(made[0], args, kwargs, g)
            return tuple(None if parts[path[1]] is None else at(parts[path[1]], path[2:]) for path, _ in places)

        result = call_plainly(self.fun, args, kwargs, places)
        made.append(recorded(result, tuple(leaf for _, leaf in places), back))
        return made[0]

    def _ways(self, traced):
        """The function (result, args, kwargs, g) -> cotangents by argument number."""
        if self.vjp_maker is not None:
            def whole(result, args, kwargs, g):
                return dict(zip(traced, self.vjp_maker(traced, result, args, kwargs)(g)))
            return whole
        for index in traced:
            if index not in self.vjps and index not in self.jvps:
                raise NotImplementedError(f'VJP of {self.__name__} wrt argnum {index} not defined')

        def each(result, args, kwargs, g):
            parts = {}
            for index in traced:
                if index not in self.vjps:
                    parts[index] = self._transposed(index, result, args, kwargs, g)
                else:
                    maker = self.vjps[index]
                    parts[index] = None if maker is None else maker(result, *args, **kwargs)(g)
            return parts
        return each

    def _transposed(self, index, result, args, kwargs, g):
        """The cotangent of an argument that only has a forward derivative: by that of each of its elements."""
        jvp = self.jvps[index]
        if jvp is None:
            return None
        argument = np.asarray(args[index])
        rows = []
        for number in range(argument.size):
            tangent = np.zeros(argument.size, argument.dtype)
            tangent[number] = 1
            rows.append(np.sum(g * jvp(np.reshape(tangent, argument.shape), result, args, kwargs)))
        return np.reshape(np.stack(rows), argument.shape)


def defvjp(fun, *vjpmakers, argnums=None):
    """Gives a primitive the functions (result, *args) -> (g -> cotangent), one for each argument; None for zero."""
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
    """Gives a primitive the functions (g, result, *args) -> tangent; 'same' for one that is linear in the argument."""
    def made(jvpfun, index):
        if jvpfun == 'same':
            def linear(g, result, args, kwargs):
                return fun.fun(*args[:index], g, *args[index + 1:], **kwargs)
            return linear
        return jvpfun and (lambda g, result, args, kwargs: jvpfun(g, result, *args, **kwargs))
    for index, jvpfun in zip(range(len(jvpfuns)) if argnums is None else argnums, jvpfuns):
        fun.jvps[index] = made(jvpfun, index)


def defjvp_argnum(fun, jvpmaker):
    """Gives a primitive one function (argnum, g, result, args, kwargs) -> tangent."""
    class Each(dict):
        def __contains__(self, index):
            return True

        def __missing__(self, index):
            return lambda g, result, args, kwargs: jvpmaker(index, g, result, args, kwargs)
    fun.jvps = Each()


def defjvp_argnums(fun, jvpmaker):
    """Gives a primitive one function (argnums, gs, result, args, kwargs) -> tangent."""
    defjvp_argnum(fun, lambda argnum, g, result, args, kwargs: jvpmaker((argnum,), (g,), result, args, kwargs))


def def_linear(fun):
    """Says that a primitive is linear in each of its arguments."""
    defjvp_argnum(fun, lambda argnum, g, result, args, kwargs: fun.fun(
        *args[:argnum], g, *args[argnum + 1:], **kwargs))


def notrace_primitive(fun):
    """A function whose result counts as a constant."""
    def run(*args, **kwargs):
        return _autograd.call_untraced(fun, args, kwargs)
    run.__name__ = getattr(fun, '__name__', 'notrace_primitive')
    return run


register_notrace = lambda *args: None
