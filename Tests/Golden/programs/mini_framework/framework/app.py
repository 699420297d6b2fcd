from .response import NotFound, Response


class App:
    def __init__(self, name):
        self.name, self.routes = name, []

    def route(self, pattern):
        def register(view):
            self.routes.append((pattern.split("/"), view))
            return view
        return register

    def match(self, path):
        parts = path.split("/")
        for pattern, view in self.routes:
            if len(pattern) != len(parts):
                continue
            values = {}
            for p, part in zip(pattern, parts):
                if p.startswith("<"):
                    values[p[1:-1]] = part
                elif p != part:
                    break
            else:
                return view, values
        raise NotFound(path)

    def handle(self, path):
        try:
            view, values = self.match(path)
            result = view(**values)
        except NotFound as e:
            return Response(f"no page {e}", 404)
        except Exception as e:
            return Response(f"{type(e).__name__}: {e}", 500)
        return result if isinstance(result, Response) else Response(result)

    def __repr__(self):
        return f"<App {self.name}>"
