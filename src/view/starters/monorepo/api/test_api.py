import unittest
from pathlib import Path


class GreetingTest(unittest.TestCase):
    def test_greets_the_world(self):
        self.assertIn("world", Path("../shared/greeting.txt").read_text())
