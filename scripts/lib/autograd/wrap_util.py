"""Tools for operators on functions."""

from autograd.util import subvals


def unary_to_nary(unary_operator):
    """An operator (fun of one argument, x) as one of functions of several: (fun, argnum=0) -> of arguments."""
    def nary_operator(fun, argnum=0, *more, **named):
        is_single = isinstance(argnum, int)
        numbers = (argnum,) if is_single else tuple(argnum)

        def nary(*args, **kwargs):
            def unary(x):
                return fun(*subvals(args, zip(numbers, (x,) if is_single else x)), **kwargs)
            unary.__name__ = getattr(fun, '__name__', '[unknown name]')
            x = args[argnum] if is_single else tuple(args[number] for number in numbers)
            return unary_operator(unary, x, *more, **named)
        return described(nary, unary_operator.__name__, fun, argnum)
    nary_operator.__name__ = unary_operator.__name__
    nary_operator.__doc__ = unary_operator.__doc__
    return nary_operator


def described(made, operator, fun, argnum):
    """A function that an operator made, with the name that autograd gives it."""
    name = getattr(fun, '__name__', '[unknown name]')
    made.__name__ = f'{operator}_of_{name}_wrt_argnum_{argnum}'
    made.__doc__ = (f'    {operator} of function {name} with respect to argument number {argnum}. Takes the\n'
                    f'    same arguments as {name} but returns the {operator}.\n    ')
    return made
