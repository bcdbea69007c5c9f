from app.main import greeting


def test_greets_the_world_and_people():
    assert greeting("/") == "Hello, world!\n"
    assert greeting("/Ada") == "Hello, Ada!\n"
