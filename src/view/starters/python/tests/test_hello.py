from hello import greeting


def test_greets_the_world_and_people():
    assert greeting() == "Hello, world!"
    assert greeting("Ada") == "Hello, Ada!"
