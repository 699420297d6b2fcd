# ~ 1e-9
"""Products of few terms that nn puts off: written to, viewed, multiplied, and made of what changes afterwards."""
import numpy as np
np.random.seed(3)
for dtype in (np.float64, np.float32):
    for m, k, n in ((300, 2, 100), (500, 4, 40), (64, 1, 200), (700, 3, 33)):
        X = np.random.randn(m, k).astype(dtype); W = np.random.randn(k, n).astype(dtype); b = np.random.randn(1, n).astype(dtype)
        z = np.dot(X, W) + b
        h = np.maximum(0, z)
        e = np.empty((m, n), dtype)
        for i in range(m): e[i] = X[i] @ W
        tol = 1e-12 if dtype == np.float64 else 1e-4
        assert np.allclose(z, e + b, atol=tol)
        assert np.allclose(h, np.maximum(0, e + b), atol=tol)
        # operands are written to after the product
        p = np.dot(X, W); q = p + b; r = np.maximum(0.25, q)
        X0, W0, b0 = X.copy(), W.copy(), b.copy()
        X[0] = 7; W *= 2; b[:] = 0
        assert np.allclose(r, np.maximum(0.25, X0 @ W0 + b0), atol=tol)
        assert np.allclose(p, X0 @ W0, atol=tol)
        X, W, b = X0, W0, b0
        # written to before it is made; aliases and views
        p = np.dot(X, W); v = p[3:10]; t = p.T; p[4] = 1; assert v[1, 0] == 1 and t[0, 4] == 1
        p = np.dot(X, W); a = p; a += 1; assert np.allclose(p, e + 1, atol=tol) and a is p
        p = np.dot(X, W); t = p.T; p *= 0; assert np.all(t == 0)
        p = X @ W; c = p.copy(); p[:] = 0; assert np.allclose(c, e, atol=tol)
        # products of it
        h = np.maximum(0, X @ W + b); H = np.maximum(0, e + b)
        for c in (1, 2, 3, 4, 5, 7, 8, 9):
            V = np.random.randn(n, c).astype(dtype); G = np.random.randn(m, c).astype(dtype)
            for fresh in range(3):
                h = np.maximum(0, X @ W + b)
                for again in range(fresh + 1):
                    assert np.allclose(h @ V, H @ V, atol=tol * 100), (c, m, k, n)
                    assert np.allclose(np.dot(h.T, G), H.T @ G, atol=tol * 1000)
                    assert np.allclose(G.T @ h, G.T @ H, atol=tol * 1000)
                assert np.allclose(h[5] @ V, H[5] @ V, atol=tol * 100)
        h = np.maximum(0, X @ W + b)
        assert np.allclose(h @ h.T, H @ H.T, atol=tol * 1000)
        assert np.allclose(np.dot(h.T, h), H.T @ H, atol=tol * 10000)
        d = np.random.randn(m, 3).astype(dtype) @ np.random.randn(3, n).astype(dtype)
        dd = d.copy(); d[h <= 0] = 0; dd[H <= 0] = 0
        assert np.allclose(d, dd)
        p = X @ W + b; assert np.allclose(p.sum(axis=0), (e + b).sum(axis=0), atol=tol * 1000)
        p = X @ W; assert np.allclose(p - p, 0); p = X @ W; assert np.allclose(p + p, 2 * e, atol=tol * 10)
        p = X @ W; assert np.allclose(np.maximum(p, 0.5), np.maximum(e, 0.5), atol=tol)
        p = X @ W; assert np.allclose(np.maximum(p, p), e, atol=tol)
        p = b + X @ W; assert np.allclose(p, e + b, atol=tol)
        p = X @ W + b[0]; assert np.allclose(p, e + b, atol=tol)
        p = X @ W + b + b; assert np.allclose(p, e + b + b, atol=tol * 10)
        p = np.maximum(1, np.maximum(0, X @ W)); assert np.allclose(p, np.maximum(1, e), atol=tol)
        p = np.maximum(0, X @ W) + b; assert np.allclose(p, np.maximum(0, e) + b, atol=tol)
        for w in (np.nan, np.inf):
            X[1, 0] = w
            print(np.isnan(X @ W + b).sum(), np.isinf(np.maximum(0, X @ W + b)).sum())
            X[1, 0] = 0
        p = X @ W; print(p.dtype, p.flags.owndata, p.reshape(-1).shape, p.base is None, (p + b).dtype, (p + b.astype(np.float64)).dtype)
        p = X @ W; p.shape = (n, m); assert p.T.shape == (m, n); assert np.allclose(p.reshape(m, n), X @ W)
        p = X @ W; p.sort(axis=0); assert np.all(np.diff(p, axis=0) >= 0)
        p = X @ W; q = p[::2]; assert np.allclose(q, np.array(X @ W)[::2])
        p = X @ W; assert p.tobytes() == np.array(list(X @ W)).tobytes()
        p = X @ W; o = np.zeros((m, n), dtype); np.dot(X, W, out=o); assert np.allclose(o, p)
        print(m, k, n, "fine")
