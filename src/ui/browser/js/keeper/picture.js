// A drawing as a picture of pixels.

/** Pixels a unit of the drawing: sharp on a screen of high density. */
const SCALE = 2;

/** Pixels along a side, at most: browsers draw nothing on a larger canvas. */
const MOST = 16_384;

/**
 * Draws an SVG as PNG.
 *
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
export async function png(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(SCALE, MOST / image.width, MOST / image.height);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new DOMException("too large", "DataError"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
