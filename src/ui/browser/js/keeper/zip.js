// Files as one archive.
import { downloadZip } from "client-zip";

/**
 * Packs files.
 *
 * @param {{ path: string, text: string }[]} files
 * @returns {Promise<Blob>}
 */
export function zip(files) {
  const lastModified = new Date();
  return downloadZip(files.map(({ path, text }) => ({ name: path, input: text, lastModified }))).blob();
}
