// Draws the PNG icons of the installed page from assets/icon.svg, in the tests' Chromium: `make icons` after changing it.

import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

const svg = readFileSync("assets/icon.svg", "utf8");
const ground = /fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: ["--no-sandbox", "--disable-gpu"] });

/** @param {string} name @param {number} size @param {boolean} maskable to the edge, what counts in the middle 80 % */
async function draw(name, size, maskable) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const [inset, back] = maskable ? ["11%", ground] : ["0%", "transparent"];
  await page.setContent(
    `<style>body{margin:0;background:${back}} svg{position:fixed;inset:${inset};width:calc(100% - 2*${inset})}</style>${svg}`,
  );
  await page.screenshot({ path: `assets/${name}.png`, omitBackground: true });
  await page.close();
}

await draw("icon-192", 192, false);
await draw("icon-512", 512, false);
await draw("icon-maskable-512", 512, true);
await browser.close();
