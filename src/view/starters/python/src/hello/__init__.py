"""Greets people."""


def greeting(name: str = "world") -> str:
    """A greeting for somebody."""
    return f"Hello, {name}!"
