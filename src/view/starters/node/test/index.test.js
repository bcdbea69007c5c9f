import assert from "node:assert/strict";
import { test } from "node:test";
import { greeting } from "../src/index.js";

test("greets the world and people", () => {
  assert.equal(greeting(), "Hello, world!");
  assert.equal(greeting("Ada"), "Hello, Ada!");
});
