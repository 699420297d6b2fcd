"""Zeros of functions of one number."""


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
