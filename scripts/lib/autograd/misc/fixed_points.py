"""Fixed points, with derivatives by the implicit function theorem."""

import _autograd
from autograd._containers import leaves, traced_places, untraced, with_leaves


def _iterate(f, x, distance, tol):
    before, x = x, f(x)
    while distance(x, before) > tol:
        before, x = x, f(x)
    return x


def fixed_point(f, a, x0, distance, tol):
    """The x with f(a)(x) = x, by iteration from x0."""
    places = traced_places(a)
    x_star = _autograd.call_untraced(lambda: _iterate(f(untraced(a)), x0, distance, tol), (), {})
    if not places:
        return x_star
    parts = tuple(leaves(a)[place] for place in places)

    def back(g):
        vjp_x, _ = _autograd.vjp(lambda x: f(a)(x), 0, (x_star,), {})
        vjp_a, _ = _autograd.vjp(
            lambda *inner: f(with_leaves(a, places, inner))(x_star), tuple(range(len(parts))), parts, {})
        total = _iterate(lambda u: g + vjp_x(u), g, distance, tol)
        return vjp_a(total)

    return _autograd.record(x_star, parts, back)
