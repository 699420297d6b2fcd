def pages(app):
    @app.route("/")
    def home():
        return f"{len(app.routes)} routes"

    @app.route("/hello/<name>")
    def hello(name):
        return f"hello {name}"

    @app.route("/crash")
    def crash():
        return [][1]
