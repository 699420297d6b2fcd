"""Fixed points, with derivatives by the implicit function theorem."""

import _autograd


def _iterate(f, x, distance, tol):
    before, x = x, f(x)
    while distance(x, before) > tol:
        before, x = x, f(x)
    return x


def fixed_point(f, a, x0, distance, tol):
    """The x with f(a)(x) = x, by iteration from x0."""
    x_star = _autograd.call_untraced(lambda a: _iterate(f(a), x0, distance, tol), (a,), {})
    if not _autograd.is_traced(a):
        return x_star

    def back(g):
        vjp_x, _ = _autograd.vjp(lambda x: f(a)(x), 0, (x_star,), {})
        vjp_a, _ = _autograd.vjp(lambda inner: f(inner)(x_star), 0, (a,), {})
        total = _iterate(lambda u: g + vjp_x(u), g, distance, tol)
        return (vjp_a(total),)

    return _autograd.record(x_star, (a,), back)
