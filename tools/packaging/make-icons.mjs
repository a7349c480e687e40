// node tools/packaging/make-icons.mjs: draws icon.svg at every size into icons/, and joins them to icon.ico and
// icon.icns. Run it by hand after changing the drawing; the results are committed, so packaging needs no drawing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRoot, prepareElectron } from '../bootstrap.mjs';
import { withDisplay } from '../lib/display.mjs';
import { Problem, runMain, say } from '../lib/problem.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
// Below this the free border that desktops expect around an icon costs more than it gives.
const borderlessUpTo = 48;
// Apple's names for PNG pictures of each size, from the format's table.
const icnsTypes = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

runMain(async () => {
  const { executable } = await prepareElectron();
  const pictures = await withDisplay((display) => draw(executable, Object.assign({}, process.env, display)));
  for (const [size, png] of pictures) fs.writeFileSync(path.join(here, 'icons', `${size}x${size}.png`), png);
  fs.writeFileSync(path.join(here, 'icon.ico'), ico(pictures.filter(([size]) => size <= 256)));
  fs.writeFileSync(path.join(here, 'icon.icns'), icns(pictures.filter(([size]) => size in icnsTypes)));
  say(`${pictures.length} sizes in tools/packaging/icons, icon.ico, icon.icns.`);
});

/** Lets Chromium draw: a canvas keeps the transparency. @returns {Array<[size: number, png: Buffer]>} */
function draw(executable, env) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-icons-'));
  const svg = fs.readFileSync(path.join(here, 'icon.svg'), 'utf8');
  const jobs = sizes.map((size) => ({
    size,
    svg: size <= borderlessUpTo ? svg.replace('0 0 1024 1024', '92 92 840 840') : svg,
  }));
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    '{ "name": "icons", "version": "1.0.0", "main": "main.js" }',
  );
  fs.writeFileSync(path.join(folder, 'main.js'), `(${drawInElectron})(${JSON.stringify(jobs)});`);
  const drawn = spawnSync(executable, (isRoot() ? ['--no-sandbox'] : []).concat(folder), {
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  fs.rmSync(folder, { recursive: true, force: true });
  const line = drawn.stdout.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Problem(`Electron drew nothing: ${drawn.stderr}`);
  const urls = JSON.parse(line);
  return sizes.map((size) => [size, Buffer.from(urls[size].split(',')[1], 'base64')]);
}

// Runs in the other process: it sees nothing of this file but its argument.
function drawInElectron(jobs) {
  const { app, BrowserWindow } = require('electron');
  const script = `Promise.all(${JSON.stringify(jobs)}.map(async ({ size, svg }) => {
    const picture = new Image(size, size);
    picture.src = 'data:image/svg+xml;base64,' + btoa(svg);
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
    canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
    return [size, canvas.toDataURL('image/png')];
  })).then(Object.fromEntries)`;
  app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('about:blank');
    process.stdout.write(`${JSON.stringify(await window.webContents.executeJavaScript(script))}\n`);
    app.quit();
  });
}

/** Windows' container: a directory of 16-byte entries, then the PNG files themselves. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at); // 0 says 256
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head].concat(pictures.map(([, png]) => png)));
}

/** Apple's container: chunks of type, length and PNG. */
function icns(pictures) {
  const chunks = pictures.map(([size, png]) => chunk(icnsTypes[size], png));
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
