"""Names of the core that programs import."""

from autograd._operators import make_jvp, make_vjp
