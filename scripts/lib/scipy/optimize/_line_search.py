"""The search for a step along a direction by the conditions of Wolfe."""

import math

import numpy as np


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


def _first_step(value, before, slope):
    """How far to go at first, by how far the value fell the last time."""
    if before is None or slope == 0:
        return 1.0
    step = min(1.0, 1.01 * 2 * (value - before) / slope)
    return 1.0 if step < 0 else step


def _line_search(function, xk, pk, gfk, old_fval, old_old_fval, c1, c2, amin, amax, accepts=None):
    """A step along a direction: by Moré and Thuente, else by bracketing. None where there is none. `accepts` may ask
    for more, by the step and the gradient there."""
    derphi0 = np.dot(gfk, pk)
    alpha1 = _first_step(old_fval, old_old_fval, derphi0)
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
    alpha0 = 0
    alpha1 = min(_first_step(phi0, old_phi0, derphi0), amax)
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
