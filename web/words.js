// The shell's words, from src/ui/i18n/*-outside.ftl: the build puts them in, since Fluent itself is inside WebAssembly.

/** The language that the page would choose (src/ui/session/preferences.rs): the one kept, or the first known one. */
function language() {
  let stored;
  try {
    stored = localStorage.getItem("pipewright.language");
  } catch {
    // No storage, no preference.
  }
  const codes = [stored, ...navigator.languages].map((code) => (code ?? "").split("-")[0].toLowerCase());
  return codes.find((code) => code in WORDS) ?? "en";
}

/** The word of a key. @param {string} key */
export const word = (key) => WORDS[language()][key];

/** The language's code, for `lang`. */
export { language };
