// GitLab's JSON schema of .gitlab-ci.yml, checked by ajv. Reads a JSON list of texts, answers a JSON list: for each text the
// errors, each as the path to the value and the words; none where the schema takes it, null where the text can't be read.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parseAllDocuments } from "yaml";
import { bundledSchema } from "./bundled-schema.mjs";

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats(ajv);
const accepts = ajv.compile(bundledSchema());

// `!reference [job, keyword]` is a list to the schema, as it is to the editors that use it.
const reference = { tag: "!reference", collection: "seq", resolve: (items) => items };

function check(text) {
  try {
    const documents = parseAllDocuments(text, { version: "1.1", merge: true, customTags: [reference], uniqueKeys: false, logLevel: "silent" });
    if (documents.some((document) => document.errors.length > 0)) return null;
    const value = documents.at(-1)?.toJS({ maxAliasCount: -1 }) ?? null;
    // Errors of the branches of a oneOf that were not meant say nothing: one a path is enough.
    if (accepts(value)) return [];
    return accepts.errors.map(({ instancePath, message, params }) => [instancePath, message, params.additionalProperty ?? ""]);
  } catch {
    return null;
  }
}

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(check)));
