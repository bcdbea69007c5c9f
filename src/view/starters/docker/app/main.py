"""Answers every request with a greeting."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def greeting(path: str) -> str:
    """The answer to a request for a path."""
    name = path.strip("/") or "world"
    return f"Hello, {name}!\n"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = greeting(self.path).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    ThreadingHTTPServer(("", 8000), Handler).serve_forever()
