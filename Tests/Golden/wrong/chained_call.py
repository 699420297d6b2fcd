class Q:
    def a(self):
        return self

    def b(self):
        return None


(Q()
 .a()
 .b()
 .a())
