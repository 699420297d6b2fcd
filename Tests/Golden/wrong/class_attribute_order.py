class A:
    def f(self):
        return self.g()

    def g(self):
        return self.h


class B(A):
    def g(self):
        return super().g()


B().f()
