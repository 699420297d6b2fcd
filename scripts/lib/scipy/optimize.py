"""Finding the least value of a function, and its zeros."""

import math
import warnings

import numpy as np

_EPSILON = 1.4901161193847656e-08
_MESSAGES = {0: 'Optimization terminated successfully.',
             1: 'Maximum number of iterations has been exceeded.',
             2: 'Desired error not necessarily achieved due to precision loss.',
             3: 'NaN result encountered.'}


class OptimizeResult(dict):
    """What an optimisation found; its entries are attributes too."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError as problem:
            raise AttributeError(name) from problem

    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__

    def __dir__(self):
        return list(self.keys())

    def __repr__(self):
        order = ['message', 'success', 'status', 'fun', 'funl', 'x', 'xl', 'col_ind', 'nit', 'lower', 'upper', 'eqlin',
                 'ineqlin', 'converged', 'flag', 'function_calls', 'iterations', 'root']
        names = sorted(self, key=lambda name: (order.index(name), '') if name in order else (len(order), name))
        names = [name for name in order if name in self] + [name for name in self if name not in order]
        if not names:
            return type(self).__name__ + '()'
        width = max(map(len, names)) + 1
        lines = []
        for name in names:
            value = self[name]
            text = (np.array2string(value, max_line_width=76, suppress_small=False, separator=' ', prefix='', precision=3,
                                    floatmode='maxprec', edgeitems=3, threshold=10,
                                    formatter={'float_kind': _number}) if isinstance(value, np.ndarray) else
                    str(value) if isinstance(value, str) else repr(value) if not isinstance(value, (float, np.floating))
                    else str(value))
            lines.append(name.rjust(width) + ': ' + text.replace('\n', '\n' + ' ' * (width + 2)))
        return '\n'.join(lines)


def _number(x):
    if np.isneginf(x):
        return '      -inf'
    if np.isposinf(x):
        return '       inf'
    if np.isnan(x):
        return '       nan'
    return np.format_float_scientific(x, precision=3, pad_left=2, unique=False)


class _Function:
    """A function with its gradient, counted and remembered."""

    def __init__(self, fun, x0, args, jac, epsilon):
        self.nfev = self.njev = 0
        self._args = args
        self._epsilon = epsilon
        if jac is True:
            self._fun, self._jac = _Both(fun), None
            self._jac = self._fun.derivative
        else:
            self._fun, self._jac = fun, jac if callable(jac) else None
        self._x = self._gx = None
        self._f = self._g = None
        self._start = np.asarray(x0, dtype=float)

    def fun(self, x):
        """The value at a place."""
        if self._x is None or not np.array_equal(x, self._x):
            self.nfev += 1
            value = self._fun(np.copy(x), *self._args)
            if not np.isscalar(value):
                try:
                    value = np.asarray(value).item()
                except (TypeError, ValueError) as problem:
                    raise ValueError('The user-provided objective function must return a scalar value.') from problem
            self._x, self._f = np.copy(x), value
        return self._f

    def grad(self, x):
        """The gradient at a place."""
        if self._gx is None or not np.array_equal(x, self._gx):
            if self._jac is not None:
                self.njev += 1
                g = np.atleast_1d(np.asarray(self._jac(np.copy(x), *self._args), dtype=float))
            else:
                f0 = self.fun(x)
                g = np.empty(len(x))
                for place in range(len(x)):
                    ahead = np.copy(x)
                    step = self._epsilon
                    ahead[place] = x[place] + step
                    step = ahead[place] - x[place]
                    self.nfev += 1
                    value = self._fun(ahead, *self._args)
                    value = value if np.isscalar(value) else np.asarray(value).item()
                    g[place] = (value - f0) / step
                self.njev += 1
            self._gx, self._g = np.copy(x), g
        return self._g


class _Both:
    """A function that returns its value and its gradient."""

    def __init__(self, fun):
        self._fun = fun
        self._x = None

    def _compute(self, x, args):
        if self._x is None or not np.array_equal(x, self._x):
            self._x = np.copy(x)
            self._value, self._gradient = self._fun(x, *args)

    def __call__(self, x, *args):
        self._compute(x, args)
        return self._value

    def derivative(self, x, *args):
        self._compute(x, args)
        return self._gradient


class _LineSearch:
    """Moré and Thuente's search for a step with a sufficient decrease and a small slope."""

    def __init__(self, phi, derphi, ftol, gtol, xtol, stpmin, stpmax):
        self.phi, self.derphi = phi, derphi
        self.ftol, self.gtol, self.xtol, self.stpmin, self.stpmax = ftol, gtol, xtol, stpmin, stpmax

    def __call__(self, alpha1, phi0, derphi0, maxiter=100):
        stp, f, g = alpha1, phi0, derphi0
        stp, task = self._begin(stp, f, g)
        for _ in range(maxiter):
            if task == 'FG':
                if not math.isfinite(stp):
                    return None, f, phi0
                f = self.phi(stp)
                g = self.derphi(stp)
                stp, task = self._iterate(stp, f, g)
            else:
                break
        else:
            return None, f, phi0
        if task in ('ERROR', 'WARN'):
            return None, f, phi0
        return stp, f, phi0

    def _begin(self, stp, f, g):
        if stp < self.stpmin or stp > self.stpmax or g >= 0:
            return stp, 'ERROR'
        self.brackt = False
        self.stage = 1
        self.finit, self.ginit = f, g
        self.gtest = self.ftol * g
        self.width = self.stpmax - self.stpmin
        self.width1 = self.width / 0.5
        self.stx = self.sty = 0.0
        self.fx = self.fy = f
        self.gx = self.gy = g
        self.stmin, self.stmax = 0, stp + 4.0 * stp
        return stp, 'FG'

    def _iterate(self, stp, f, g):
        ftest = self.finit + stp * self.gtest
        if self.stage == 1 and f <= ftest and g >= 0:
            self.stage = 2
        warned = False
        if self.brackt and (stp <= self.stmin or stp >= self.stmax):
            warned = True
        if self.brackt and self.stmax - self.stmin <= self.xtol * self.stmax:
            warned = True
        if stp == self.stpmax and f <= ftest and g <= self.gtest:
            warned = True
        if stp == self.stpmin and (f > ftest or g >= self.gtest):
            warned = True
        if f <= ftest and abs(g) <= self.gtol * -self.ginit:
            return stp, 'CONVERGED'
        if warned:
            return stp, 'WARN'
        if self.stage == 1 and f <= self.fx and f > ftest:
            gtest = self.gtest
            modified = (self.fx - self.stx * gtest, self.gx - gtest, self.fy - self.sty * gtest, self.gy - gtest)
            stp = self._step(modified, stp, f - stp * gtest, g - gtest)
            self.fx, self.fy = self.fx + self.stx * gtest, self.fy + self.sty * gtest
            self.gx, self.gy = self.gx + gtest, self.gy + gtest
        else:
            stp = self._step((self.fx, self.gx, self.fy, self.gy), stp, f, g)
        if self.brackt:
            if abs(self.sty - self.stx) >= 0.66 * self.width1:
                stp = self.stx + 0.5 * (self.sty - self.stx)
            self.width1 = self.width
            self.width = abs(self.sty - self.stx)
            self.stmin, self.stmax = min(self.stx, self.sty), max(self.stx, self.sty)
        else:
            self.stmin = stp + 1.1 * (stp - self.stx)
            self.stmax = stp + 4.0 * (stp - self.stx)
        stp = min(max(stp, self.stpmin), self.stpmax)
        if (self.brackt and (stp <= self.stmin or stp >= self.stmax)) or (
                self.brackt and self.stmax - self.stmin <= self.xtol * self.stmax):
            stp = self.stx
        return stp, 'FG'

    def _step(self, state, stp, fp, dp):
        fx, dx, fy, dy = state
        stx, sty = self.stx, self.sty
        opposite = (dp > 0) != (dx > 0) if dp and dx else np.sign(dp) * np.sign(dx) < 0
        sgnd = np.sign(dp) * np.sign(dx)
        if fp > fx:
            theta = 3.0 * (fx - fp) / (stp - stx) + dx + dp
            s = max(abs(theta), abs(dx), abs(dp))
            gamma = s * math.sqrt((theta / s) ** 2 - (dx / s) * (dp / s))
            if stp < stx:
                gamma *= -1
            r = ((gamma - dx) + theta) / (((gamma - dx) + gamma) + dp)
            stpc = stx + r * (stp - stx)
            stpq = stx + ((dx / ((fx - fp) / (stp - stx) + dx)) / 2.0) * (stp - stx)
            stpf = stpc if abs(stpc - stx) <= abs(stpq - stx) else stpc + (stpq - stpc) / 2.0
            self.brackt = True
        elif sgnd < 0.0:
            theta = 3 * (fx - fp) / (stp - stx) + dx + dp
            s = max(abs(theta), abs(dx), abs(dp))
            gamma = s * math.sqrt((theta / s) ** 2 - (dx / s) * (dp / s))
            if stp > stx:
                gamma *= -1
            r = ((gamma - dp) + theta) / (((gamma - dp) + gamma) + dx)
            stpc = stp + r * (stx - stp)
            stpq = stp + (dp / (dp - dx)) * (stx - stp)
            stpf = stpc if abs(stpc - stp) > abs(stpq - stp) else stpq
            self.brackt = True
        elif abs(dp) < abs(dx):
            theta = 3 * (fx - fp) / (stp - stx) + dx + dp
            s = max(abs(theta), abs(dx), abs(dp))
            gamma = s * math.sqrt(max(0, (theta / s) ** 2 - (dx / s) * (dp / s)))
            if stp > stx:
                gamma = -gamma
            r = ((gamma - dp) + theta) / ((gamma + (dx - dp)) + gamma)
            if r < 0 and gamma != 0:
                stpc = stp + r * (stx - stp)
            elif stp > stx:
                stpc = self.stmax
            else:
                stpc = self.stmin
            stpq = stp + (dp / (dp - dx)) * (stx - stp)
            if self.brackt:
                stpf = stpc if abs(stpc - stp) < abs(stpq - stp) else stpq
                if stp > stx:
                    stpf = min(stp + 0.66 * (sty - stp), stpf)
                else:
                    stpf = max(stp + 0.66 * (sty - stp), stpf)
            else:
                stpf = stpc if abs(stpc - stp) > abs(stpq - stp) else stpq
                stpf = min(max(stpf, self.stmin), self.stmax)
        elif self.brackt:
            theta = 3.0 * (fp - fy) / (sty - stp) + dy + dp
            s = max(abs(theta), abs(dy), abs(dp))
            gamma = s * math.sqrt((theta / s) ** 2 - (dy / s) * (dp / s))
            if stp > sty:
                gamma = -gamma
            r = ((gamma - dp) + theta) / (((gamma - dp) + gamma) + dy)
            stpf = stp + r * (sty - stp)
        elif stp > stx:
            stpf = self.stmax
        else:
            stpf = self.stmin
        if fp > fx:
            sty, fy, dy = stp, fp, dp
        else:
            if sgnd < 0:
                sty, fy, dy = stx, fx, dx
            stx, fx, dx = stp, fp, dp
        self.stx, self.sty, self.fx, self.gx, self.fy, self.gy = stx, sty, fx, dx, fy, dy
        return stpf


def _line_search(function, xk, pk, gfk, old_fval, old_old_fval, c1, c2, amin, amax, accepts=None):
    """A step along a direction: by Moré and Thuente, else by bracketing. None where there is none. `accepts` may ask
    for more, by the step and the gradient there."""
    derphi0 = np.dot(gfk, pk)
    if old_old_fval is not None and derphi0 != 0:
        alpha1 = min(1.0, 1.01 * 2 * (old_fval - old_old_fval) / derphi0)
        if alpha1 < 0:
            alpha1 = 1.0
    else:
        alpha1 = 1.0
    latest = [gfk]

    def phi(step):
        return function.fun(xk + step * pk)

    def derphi(step):
        latest[0] = function.grad(xk + step * pk)
        return np.dot(latest[0], pk)

    step, value, before = _LineSearch(phi, derphi, c1, c2, 1e-14, amin, amax)(float(alpha1), old_fval, derphi0)
    if step is not None and (accepts is None or accepts(step, latest[0])):
        return step, value, before, latest[0]
    more = None
    if accepts is not None:
        def more(step):
            return accepts(step, latest[0])
    return _bracketing(phi, derphi, old_fval, old_old_fval, derphi0, c1, c2, amax, latest, more)


def _bracketing(phi, derphi, phi0, old_phi0, derphi0, c1, c2, amax, latest, more):
    if old_phi0 is not None and derphi0 != 0:
        alpha1 = min(1.0, 1.01 * 2 * (phi0 - old_phi0) / derphi0)
        if alpha1 < 0:
            alpha1 = 1.0
    else:
        alpha1 = 1.0
    alpha0 = 0
    alpha1 = min(alpha1, amax)
    phi_a1 = phi(alpha1)
    phi_a0, derphi_a0 = phi0, derphi0
    for i in range(10):
        if alpha1 == 0 or alpha0 > amax:
            return None
        not_first = i > 0
        if phi_a1 > phi0 + c1 * alpha1 * derphi0 or (phi_a1 >= phi_a0 and not_first):
            return _zoom(alpha0, alpha1, phi_a0, phi_a1, derphi_a0, phi, derphi, phi0, derphi0, c1, c2, latest, more)
        derphi_a1 = derphi(alpha1)
        if abs(derphi_a1) <= -c2 * derphi0 and (more is None or more(alpha1)):
            return alpha1, phi_a1, phi0, latest[0]
        if derphi_a1 >= 0:
            return _zoom(alpha1, alpha0, phi_a1, phi_a0, derphi_a1, phi, derphi, phi0, derphi0, c1, c2, latest, more)
        alpha2 = min(2 * alpha1, amax)
        alpha0, alpha1 = alpha1, alpha2
        phi_a0 = phi_a1
        phi_a1 = phi(alpha1)
        derphi_a0 = derphi_a1
    return None


def _cubic(a, fa, fpa, b, fb, c, fc):
    try:
        C = fpa
        db, dc = b - a, c - a
        denominator = (db * dc) ** 2 * (db - dc)
        one, other = fb - fa - C * db, fc - fa - C * dc
        A = (dc ** 2 * one - db ** 2 * other) / denominator
        B = (-dc ** 3 * one + db ** 3 * other) / denominator
        result = a + (-B + math.sqrt(B * B - 3 * A * C)) / (3 * A)
    except (ArithmeticError, ValueError):
        return None
    return result if math.isfinite(result) else None


def _quadratic(a, fa, fpa, b, fb):
    try:
        db = b - a
        B = (fb - fa - fpa * db) / (db * db)
        result = a - fpa / (2.0 * B)
    except ArithmeticError:
        return None
    return result if math.isfinite(result) else None


def _zoom(a_lo, a_hi, phi_lo, phi_hi, derphi_lo, phi, derphi, phi0, derphi0, c1, c2, latest, more):
    phi_rec, a_rec = phi0, 0
    for i in range(11):
        dalpha = a_hi - a_lo
        a, b = (a_hi, a_lo) if dalpha < 0 else (a_lo, a_hi)
        a_j = None
        if i > 0:
            cchk = 0.2 * dalpha
            a_j = _cubic(a_lo, phi_lo, derphi_lo, a_hi, phi_hi, a_rec, phi_rec)
        if i == 0 or a_j is None or a_j > b - cchk or a_j < a + cchk:
            qchk = 0.1 * dalpha
            a_j = _quadratic(a_lo, phi_lo, derphi_lo, a_hi, phi_hi)
            if a_j is None or a_j > b - qchk or a_j < a + qchk:
                a_j = a_lo + 0.5 * dalpha
        phi_aj = phi(a_j)
        if phi_aj > phi0 + c1 * a_j * derphi0 or phi_aj >= phi_lo:
            phi_rec, a_rec = phi_hi, a_hi
            a_hi, phi_hi = a_j, phi_aj
        else:
            derphi_aj = derphi(a_j)
            if abs(derphi_aj) <= -c2 * derphi0 and (more is None or more(a_j)):
                return a_j, phi_aj, phi0, latest[0]
            if derphi_aj * (a_hi - a_lo) >= 0:
                phi_rec, a_rec = phi_hi, a_hi
                a_hi, phi_hi = a_lo, phi_lo
            else:
                phi_rec, a_rec = phi_lo, a_lo
            a_lo, phi_lo, derphi_lo = a_j, phi_aj, derphi_aj
    return None


def _size(x, order):
    if order == math.inf:
        return np.amax(np.abs(x))
    if order == -math.inf:
        return np.amin(np.abs(x))
    return np.sum(np.abs(x) ** order, axis=0) ** (1.0 / order)


def _report(display, status, fval, iterations, function):
    if not display:
        return
    text = _MESSAGES[status]
    if status:
        warnings.warn(text, RuntimeWarning, stacklevel=5)
    else:
        print(text)
    print(f'         Current function value: {fval:f}')
    print(f'         Iterations: {iterations:d}')
    print(f'         Function evaluations: {function.nfev:d}')
    if function.njev:
        print(f'         Gradient evaluations: {function.njev:d}')


def _bfgs(fun, x0, args, jac, callback, gtol=1e-5, norm=math.inf, eps=_EPSILON, maxiter=None, disp=False,
          return_all=False, xrtol=0, c1=1e-4, c2=0.9, hess_inv0=None, **_):
    x0 = np.atleast_1d(np.asarray(x0, dtype=float)).flatten()
    if maxiter is None:
        maxiter = len(x0) * 200
    function = _Function(fun, x0, args, jac, eps)
    old_fval = function.fun(x0)
    gfk = function.grad(x0)
    count = len(x0)
    identity = np.eye(count, dtype=int)
    Hk = identity if hess_inv0 is None else hess_inv0
    old_old_fval = old_fval + np.sqrt(np.dot(gfk, gfk)) / 2
    xk = x0
    places = [x0]
    status = 0
    k = 0
    gnorm = _size(gfk, norm)
    while gnorm > gtol and k < maxiter:
        pk = -np.dot(Hk, gfk)
        found = _line_search(function, xk, pk, gfk, old_fval, old_old_fval, c1, c2, 1e-100, 1e100)
        if found is None:
            status = 2
            break
        alpha, old_fval, old_old_fval, gfkp1 = found
        sk = alpha * pk
        xkp1 = xk + sk
        if return_all:
            places.append(xkp1)
        xk = xkp1
        yk = gfkp1 - gfk
        gfk = gfkp1
        k += 1
        if callback is not None and _called(callback, xk, old_fval):
            break
        gnorm = _size(gfk, norm)
        if gnorm <= gtol:
            break
        if alpha * _size(pk, 2) <= xrtol * (xrtol + _size(xk, 2)):
            break
        if not np.isfinite(old_fval):
            status = 2
            break
        rho_inverse = np.dot(yk, sk)
        rho = 1000.0 if rho_inverse == 0.0 else 1.0 / rho_inverse
        A1 = identity - sk[:, np.newaxis] * yk[np.newaxis, :] * rho
        A2 = identity - yk[:, np.newaxis] * sk[np.newaxis, :] * rho
        Hk = np.dot(A1, np.dot(Hk, A2)) + rho * sk[:, np.newaxis] * sk[np.newaxis, :]
    fval = old_fval
    if status == 0:
        if k >= maxiter:
            status = 1
        elif np.isnan(gnorm) or np.isnan(fval) or np.isnan(xk).any():
            status = 3
    _report(disp, status, fval, k, function)
    result = OptimizeResult(message=_MESSAGES[status], success=status == 0, status=status, fun=fval, x=xk, nit=k, jac=gfk,
                            hess_inv=Hk, nfev=function.nfev, njev=function.njev)
    if return_all:
        result['allvecs'] = places
    return result


def _called(callback, xk, fval):
    try:
        callback(np.copy(xk))
    except StopIteration:
        return True
    return False


def _cg(fun, x0, args, jac, callback, gtol=1e-5, norm=math.inf, eps=_EPSILON, maxiter=None, disp=False,
        return_all=False, c1=1e-4, c2=0.4, **_):
    x0 = np.atleast_1d(np.asarray(x0, dtype=float)).flatten()
    if maxiter is None:
        maxiter = len(x0) * 200
    function = _Function(fun, x0, args, jac, eps)
    old_fval = function.fun(x0)
    gfk = function.grad(x0)
    k = 0
    xk = x0
    old_old_fval = old_fval + np.sqrt(np.dot(gfk, gfk)) / 2
    places = [xk]
    status = 0
    pk = -gfk
    gnorm = _size(gfk, norm)
    while gnorm > gtol and k < maxiter:
        deltak = np.dot(gfk, gfk)

        def descends(step, gradient):
            """Whether the next direction leads down steeply enough."""
            if _size(gradient, norm) <= gtol:
                return True
            share = max(0, np.dot(gradient - gfk, gradient) / deltak)
            return np.dot(-gradient + share * pk, gradient) <= -0.01 * np.dot(gradient, gradient)

        found = _line_search(function, xk, pk, gfk, old_fval, old_old_fval, c1, c2, 1e-100, 1e100, descends)
        if found is None:
            status = 2
            break
        alpha, old_fval, old_old_fval, gfkp1 = found
        xk = xk + alpha * pk
        if gfkp1 is None:
            gfkp1 = function.grad(xk)
        yk = gfkp1 - gfk
        beta = max(0, np.dot(yk, gfkp1) / deltak)
        pk = -gfkp1 + beta * pk
        gfk = gfkp1
        gnorm = _size(gfk, norm)
        if return_all:
            places.append(xk)
        k += 1
        if callback is not None and _called(callback, xk, old_fval):
            break
    if status == 0:
        if k >= maxiter:
            status = 1
        elif np.isnan(gnorm) or np.isnan(old_fval) or np.isnan(xk).any():
            status = 3
    _report(disp, status, old_fval, k, function)
    result = OptimizeResult(message=_MESSAGES[status], success=status == 0, status=status, fun=old_fval, x=xk, nit=k,
                            jac=gfk, nfev=function.nfev, njev=function.njev)
    if return_all:
        result['allvecs'] = places
    return result


def _nelder_mead(fun, x0, args, jac, callback, maxiter=None, maxfev=None, disp=False, return_all=False, xatol=1e-4,
                 fatol=1e-4, initial_simplex=None, adaptive=False, **_):
    x0 = np.atleast_1d(np.asarray(x0, dtype=float)).flatten()
    n = len(x0)
    calls = [0]

    def value(x):
        calls[0] += 1
        return fun(np.copy(x), *args)

    if adaptive:
        rho, chi, psi, sigma = 1, 1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n
    else:
        rho, chi, psi, sigma = 1, 2, 0.5, 0.5
    if initial_simplex is None:
        simplex = np.empty((n + 1, n))
        simplex[0] = x0
        for k in range(n):
            y = np.array(x0, copy=True)
            y[k] = (1 + 0.05) * y[k] if y[k] != 0 else 0.00025
            simplex[k + 1] = y
    else:
        simplex = np.array(initial_simplex, dtype=float)
    if maxiter is None and maxfev is None:
        maxiter = maxfev = n * 200
    elif maxiter is None:
        maxiter = math.inf if maxfev != math.inf else n * 200
    elif maxfev is None:
        maxfev = math.inf if maxiter != math.inf else n * 200
    fsim = np.full((n + 1,), np.inf)
    for k in range(n + 1):
        if calls[0] >= maxfev:
            break
        fsim[k] = value(simplex[k])
    order = np.argsort(fsim)
    simplex, fsim = np.take(simplex, order, 0), np.take(fsim, order, 0)
    iterations = 1
    places = [simplex[0]]
    while calls[0] < maxfev and iterations < maxiter:
        if np.max(np.ravel(np.abs(simplex[1:] - simplex[0]))) <= xatol and np.max(np.abs(fsim[0] - fsim[1:])) <= fatol:
            break
        middle = np.sum(simplex[:-1], axis=0) / n
        xr = (1 + rho) * middle - rho * simplex[-1]
        fxr = value(xr)
        shrink = False
        if fxr < fsim[0]:
            xe = (1 + rho * chi) * middle - rho * chi * simplex[-1]
            fxe = value(xe)
            simplex[-1], fsim[-1] = (xe, fxe) if fxe < fxr else (xr, fxr)
        elif fxr < fsim[-2]:
            simplex[-1], fsim[-1] = xr, fxr
        elif fxr < fsim[-1]:
            xc = (1 + psi * rho) * middle - psi * rho * simplex[-1]
            fxc = value(xc)
            if fxc <= fxr:
                simplex[-1], fsim[-1] = xc, fxc
            else:
                shrink = True
        else:
            xcc = (1 - psi) * middle + psi * simplex[-1]
            fxcc = value(xcc)
            if fxcc < fsim[-1]:
                simplex[-1], fsim[-1] = xcc, fxcc
            else:
                shrink = True
        if shrink:
            for j in range(1, n + 1):
                simplex[j] = simplex[0] + sigma * (simplex[j] - simplex[0])
                fsim[j] = value(simplex[j])
        iterations += 1
        order = np.argsort(fsim)
        simplex, fsim = np.take(simplex, order, 0), np.take(fsim, order, 0)
        if callback is not None and _called(callback, simplex[0], fsim[0]):
            break
        if return_all:
            places.append(simplex[0])
    x, fval = simplex[0], np.min(fsim)
    status = 0
    message = 'Optimization terminated successfully.'
    if calls[0] >= maxfev:
        status, message = 1, 'Maximum number of function evaluations has been exceeded.'
    elif iterations >= maxiter:
        status, message = 2, 'Maximum number of iterations has been exceeded.'
    if disp:
        print(message)
        print(f'         Current function value: {fval:f}')
        print(f'         Iterations: {iterations:d}')
        print(f'         Function evaluations: {calls[0]:d}')
    result = OptimizeResult(fun=fval, nit=iterations, nfev=calls[0], status=status, success=status == 0, message=message,
                            x=x, final_simplex=(simplex, fsim))
    if return_all:
        result['allvecs'] = places
    return result


class Bounds:
    """The least and the greatest values of variables."""

    def __init__(self, lb=-np.inf, ub=np.inf, keep_feasible=False):
        self.lb, self.ub, self.keep_feasible = np.atleast_1d(lb), np.atleast_1d(ub), keep_feasible

    def __repr__(self):
        return f'Bounds({self.lb!r}, {self.ub!r})'


def _limits(bounds, n):
    if isinstance(bounds, Bounds):
        return np.broadcast_to(bounds.lb, n).astype(float), np.broadcast_to(bounds.ub, n).astype(float)
    pairs = list(bounds)
    if len(pairs) != n:
        raise ValueError('The number of bounds is not compatible with the length of `x0`.')
    low = np.array([-np.inf if one[0] is None else one[0] for one in pairs], dtype=float)
    high = np.array([np.inf if one[1] is None else one[1] for one in pairs], dtype=float)
    return low, high


def _bounded(fun, x0, args, jac, bounds, callback, maxiter=15000, ftol=2.220446049250313e-09, gtol=1e-5, eps=1e-8,
             disp=False, maxfun=15000, **others):
    """The least value between bounds: steps of BFGS in the variables that no bound holds, put back between them."""
    x = np.atleast_1d(np.asarray(x0, dtype=float)).copy()
    n = len(x)
    low, high = _limits(bounds, n)
    if np.any(low > high):
        raise ValueError('An upper bound is less than the corresponding lower bound.')
    x = np.clip(x, low, high)
    problem = _Function(fun, x, args, jac, eps)
    # Differences look ahead: not beyond a bound.
    if problem._jac is None:
        problem = _Function(fun, x, args, lambda y, *more: _differences(problem.fun, y, high, eps), eps)
    value, slope = problem.fun(x), problem.grad(x)
    inverse, status = np.eye(n), 1
    message = 'STOP: TOTAL NO. OF ITERATIONS REACHED LIMIT'
    iteration = 0
    while iteration < maxiter:
        if np.max(np.abs(np.clip(x - slope, low, high) - x)) <= gtol:
            status, message = 0, 'CONVERGENCE: NORM OF PROJECTED GRADIENT <= PGTOL'
            break
        held = ((x <= low) & (slope > 0)) | ((x >= high) & (slope < 0))
        free = ~held
        direction = np.zeros(n)
        part = inverse[np.ix_(free, free)]
        direction[free] = -part.dot(slope[free])
        if direction.dot(slope) >= 0:
            inverse = np.eye(n)
            direction = np.where(free, -slope, 0.0)
        step = 1.0 if iteration else min(1.0, 1.0 / max(np.max(np.abs(direction)), 1e-300))
        while True:
            ahead = np.clip(x + step * direction, low, high)
            found = problem.fun(ahead)
            if found <= value + 1e-4 * slope.dot(ahead - x) or step < 1e-14:
                break
            step *= 0.5
        iteration += 1
        slope_ahead = problem.grad(ahead)
        move, turn = ahead - x, slope_ahead - slope
        gain, before = value - found, value
        x, value, slope = ahead, found, slope_ahead
        if callback is not None and _called(callback, x, value):
            break
        if gain <= ftol * max(abs(before), abs(value), 1.0):
            status, message = 0, 'CONVERGENCE: RELATIVE REDUCTION OF F <= FACTR*EPSMCH'
            break
        product = move.dot(turn)
        if product > 1e-12:
            left = np.eye(n) - np.outer(move, turn) / product
            inverse = left.dot(inverse).dot(left.T) + np.outer(move, move) / product
    if disp:
        print(message)
    return OptimizeResult(fun=value, jac=slope, nfev=problem.nfev, njev=problem.njev, nit=iteration, status=status,
                          success=status == 0, message=message, x=x)


def _differences(function, x, high, eps):
    value = function(x)
    result = np.empty(len(x))
    for place in range(len(x)):
        ahead = np.copy(x)
        ahead[place] += eps if x[place] + eps <= high[place] else -eps
        result[place] = (function(ahead) - value) / (ahead[place] - x[place])
    return result


def minimize(fun, x0, args=(), method=None, jac=None, hess=None, hessp=None, bounds=None, constraints=(), tol=None,
             callback=None, options=None):
    """Find where a function of a vector is least: by BFGS, conjugate gradients ('CG') or 'Nelder-Mead'; with `bounds`,
    pairs of numbers or None, by BFGS on the variables that are free."""
    if not isinstance(args, tuple):
        args = (args,)
    if constraints:
        raise NotImplementedError('constraints are not here')
    if np.ndim(x0) > 1:
        raise ValueError("'x0' must only have one dimension.")
    name = (method or 'BFGS').lower()
    options = dict(options or {})
    if name in ('l-bfgs-b', 'tnc') and bounds is None:
        name = 'bfgs'
    if bounds is not None:
        if name == 'nelder-mead':
            raise NotImplementedError("bounds are not here for 'Nelder-Mead'")
        if tol is not None:
            options.setdefault('ftol', tol)
            options.setdefault('gtol', tol)
        return _bounded(fun, x0, args, jac, bounds, callback, **options)
    if name not in ('bfgs', 'cg', 'nelder-mead'):
        raise ValueError(f'Unknown solver {method}')
    if tol is not None:
        if name == 'nelder-mead':
            options.setdefault('xatol', tol)
            options.setdefault('fatol', tol)
        else:
            options.setdefault('gtol', tol)
    solver = {'bfgs': _bfgs, 'cg': _cg, 'nelder-mead': _nelder_mead}[name]
    return solver(fun, x0, args, jac, callback, **options)


def fmin_bfgs(f, x0, fprime=None, args=(), gtol=1e-5, maxiter=None, full_output=0, disp=1, callback=None):
    """Find where a function is least by BFGS; returns the place."""
    result = minimize(f, x0, args, method='BFGS', jac=fprime, callback=callback,
                      options={'gtol': gtol, 'maxiter': maxiter, 'disp': disp})
    if full_output:
        return (result.x, result.fun, result.jac, result.hess_inv, result.nfev, result.njev, result.status)
    return result.x


def fmin(func, x0, args=(), xtol=1e-4, ftol=1e-4, maxiter=None, maxfun=None, full_output=0, disp=1, callback=None):
    """Find where a function is least by Nelder and Mead's simplex; returns the place."""
    result = minimize(func, x0, args, method='Nelder-Mead', callback=callback,
                      options={'xatol': xtol, 'fatol': ftol, 'maxiter': maxiter, 'maxfev': maxfun, 'disp': disp})
    return result.x


def check_grad(func, grad, x0, *args, epsilon=_EPSILON):
    """Return how far a gradient is from the differences of its function."""
    x0 = np.asarray(x0, dtype=float)
    return np.sqrt(np.sum(np.abs((grad(x0, *args) - approx_fprime(x0, func, epsilon, *args)) ** 2)))


def approx_fprime(xk, f, epsilon=_EPSILON, *args):
    """Return the forward differences of a function."""
    xk = np.asarray(xk, dtype=float)
    return _Function(f, xk, args, None, epsilon).grad(xk).copy()


def bisect(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100, full_output=False, disp=True):
    """Find a zero between two places by halving."""
    fa, fb = f(a, *args), f(b, *args)
    if fa == 0:
        return float(a)
    if fb == 0:
        return float(b)
    if (fa > 0) == (fb > 0):
        raise ValueError('f(a) and f(b) must have different signs')
    distance = b - a
    for _ in range(maxiter):
        distance *= 0.5
        middle = a + distance
        fm = f(middle, *args)
        if (fm > 0) == (fa > 0) and fm != 0:
            a = middle
        if fm == 0 or abs(distance) < xtol + rtol * abs(middle):
            return float(middle)
    if disp:
        raise RuntimeError(f'Failed to converge after {maxiter} iterations.')
    return float(a)


def brentq(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100, full_output=False, disp=True):
    """Find a zero between two places by Brent's method."""
    xpre, xcur = float(a), float(b)
    fpre, fcur = f(xpre, *args), f(xcur, *args)
    if fpre == 0:
        return xpre
    if fcur == 0:
        return xcur
    if (fpre > 0) == (fcur > 0):
        raise ValueError('f(a) and f(b) must have different signs')
    xblk = fblk = spre = scur = 0.0
    for _ in range(maxiter):
        if fpre != 0 and fcur != 0 and (fpre > 0) != (fcur > 0):
            xblk, fblk = xpre, fpre
            spre = scur = xcur - xpre
        if abs(fblk) < abs(fcur):
            xpre, xcur, xblk = xcur, xblk, xcur
            fpre, fcur, fblk = fcur, fblk, fcur
        delta = (xtol + rtol * abs(xcur)) / 2
        sbis = (xblk - xcur) / 2
        if fcur == 0 or abs(sbis) < delta:
            return xcur
        if abs(spre) > delta and abs(fcur) < abs(fpre):
            if xpre == xblk:
                stry = -fcur * (xcur - xpre) / (fcur - fpre)
            else:
                dpre = (fpre - fcur) / (xpre - xcur)
                dblk = (fblk - fcur) / (xblk - xcur)
                stry = -fcur * (fblk * dblk - fpre * dpre) / (dblk * dpre * (fblk - fpre))
            if 2 * abs(stry) < min(abs(spre), 3 * abs(sbis) - delta):
                spre, scur = scur, stry
            else:
                spre = scur = sbis
        else:
            spre = scur = sbis
        xpre, fpre = xcur, fcur
        if abs(scur) > delta:
            xcur += scur
        else:
            xcur += delta if sbis > 0 else -delta
        fcur = f(xcur, *args)
    if disp:
        raise RuntimeError(f'Failed to converge after {maxiter} iterations, value is {xcur}.')
    return xcur


def newton(func, x0, fprime=None, args=(), tol=1.48e-08, maxiter=50, fprime2=None, x1=None, rtol=0.0):
    """Find a zero near a place by Newton's method, or by secants without a derivative."""
    p0 = 1.0 * x0
    if fprime is not None:
        for _ in range(maxiter):
            value = func(p0, *args)
            if value == 0:
                return p0
            slope = fprime(p0, *args)
            if slope == 0:
                raise RuntimeError(f'Derivative was zero. Failed to converge after iterations, value is {p0}.')
            p = p0 - value / slope
            if abs(p - p0) <= tol + rtol * abs(p0):
                return p
            p0 = p
        raise RuntimeError(f'Failed to converge after {maxiter} iterations, value is {p0}.')
    p1 = x1 if x1 is not None else p0 * (1 + 1e-4) + (1e-4 if p0 * (1 + 1e-4) >= 0 else -1e-4)
    q0, q1 = func(p0, *args), func(p1, *args)
    if abs(q1) < abs(q0):
        p0, p1, q0, q1 = p1, p0, q1, q0
    for _ in range(maxiter):
        if q1 == q0:
            return (p1 + p0) / 2.0
        if abs(q1) > abs(q0):
            p = (-q0 / q1 * p1 + p0) / (1 - q0 / q1)
        else:
            p = (-q1 / q0 * p0 + p1) / (1 - q1 / q0)
        if abs(p - p1) <= tol + rtol * abs(p1):
            return p
        p0, q0 = p1, q1
        p1 = p
        q1 = func(p1, *args)
    raise RuntimeError(f'Failed to converge after {maxiter} iterations, value is {p1}.')
