"""Functions of the program's own with derivatives that it gives."""

import _autograd


class primitive:
    """A function whose inside is not recorded; defvjp gives it derivatives."""

    def __init__(self, fun):
        self.fun = fun
        self.vjps = {}
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
        traced = [index for index, value in enumerate(args) if _autograd.is_traced(value)]
        result = _autograd.call_untraced(self.fun, args, kwargs)
        if not traced:
            return result
        for index in traced:
            if index not in self.vjps and not hasattr(self, 'vjp_maker'):
                raise NotImplementedError(f'VJP of {self.__name__} wrt argnum {index} not defined')
        back = None
        parents = tuple(args[index] for index in traced)
        if hasattr(self, 'vjp_maker'):
            def way_back(g):
                parts = self.vjp_maker(tuple(traced), back_result[0], args, kwargs)(g)
                return tuple(parts)
        else:
            def way_back(g):
                parts = []
                for index in traced:
                    maker = self.vjps[index]
                    parts.append(None if maker is None else maker(back_result[0], *args, **kwargs)(g))
                return tuple(parts)
        back_result = []
        recorded = _autograd.record(result, parents, way_back)
        back_result.append(recorded)
        return recorded


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
    """Forward derivatives: not needed here, since make_jvp is derived from the way back."""


defjvp_argnum = defjvp_argnums = def_linear = defjvp


def notrace_primitive(fun):
    """A function whose result counts as a constant."""
    def run(*args, **kwargs):
        return _autograd.call_untraced(fun, args, kwargs)
    run.__name__ = getattr(fun, '__name__', 'notrace_primitive')
    return run


register_notrace = lambda *args: None


def vspace(value):
    from autograd._spaces import Space
    return Space(value)
