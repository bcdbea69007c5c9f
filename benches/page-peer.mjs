// What other editors do at each change: npm `yaml` reads the text and ajv holds it to GitLab's schema. Bundled with that
// schema by page.mjs and run in the same page; `check` answers with the number of errors.
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parseDocument } from "yaml";

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats(ajv);
const accepts = ajv.compile(SCHEMA);
const reference = { tag: "!reference", collection: "seq", resolve: (items) => items };

globalThis.peer = {
  check(text) {
    const value = parseDocument(text, { version: "1.1", merge: true, customTags: [reference] }).toJS({ maxAliasCount: -1 });
    return accepts(value) ? 0 : accepts.errors.length;
  },
};
