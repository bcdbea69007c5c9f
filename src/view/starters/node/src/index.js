/** A greeting for somebody. @param {string} name */
export function greeting(name = "world") {
  return `Hello, ${name}!`;
}
