from framework import App, Response
from views import pages

app = App("demo")
pages(app)


@app.route("/square/<n>")
def square(n):
    return Response(str(int(n) ** 2), status=201)


for path in ("/", "/hello/Zoë", "/square/12", "/square/x", "/nope", "/crash"):
    response = app.handle(path)
    print(response.status, path, "->", response.body)
print(app, len(app.routes))
