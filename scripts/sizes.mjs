/**
 * What a page downloads, as built: gzip -9, 1 KB = 1,000 bytes, summed over the files that each step adds. Ends with status 1 when a budget is
 * exceeded. `--readme` prints the table for the README.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const entry = 'dist/connect-chat.js';
const text = (file) => readFileSync(file, 'utf8');
const weight = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** The files that `file` pulls in by static imports, itself included. */
function closure(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target] of text(file).matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g))
    closure(join(dirname(file), target), seen);
  return seen;
}

const chunk = (name) => {
  const file = readdirSync('dist/chunks').find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'));
  if (!file) throw new Error(`The build has no chunk named ${name}.`);
  return join('dist/chunks', file);
};

/** In the order in which a visitor needs them. `maxBytes` counts this step alone, `maxTotalBytes` it and all before. */
const steps = [
  { name: 'A page with the launcher', entries: [entry], maxTotalBytes: 10_000 },
  { name: 'An open chat, ready to write', entries: [chunk('chat')], maxTotalBytes: 64_000 },
  {
    name: 'Once a chat begins: its start, announcements, menu and end',
    entries: ['start-chat', 'announcer-queue', 'menu', 'end-dialog', 'ended', 'start-error'].map(chunk),
    maxBytes: 11_000,
  },
  { name: 'The first file in the conversation', entries: [chunk('attachment-kit')], maxBytes: 10_000 },
  { name: 'The first file that is sent', entries: [chunk('uploads')], maxBytes: 10_000 },
  { name: 'The first message that can only be read', entries: [chunk('fallback-kit')], maxBytes: 10_000 },
  { name: 'The first interactive message', entries: [chunk('interactive-kit')], maxBytes: 10_000 },
  { name: 'Its times or its carousel', entries: ['time-slots', 'carousel'].map(chunk), maxBytes: 5_000 },
  { name: 'The first sign-in', entries: ['sign-in-kit', 'card-services'].map(chunk), maxBytes: 10_000 },
  { name: 'The first view (step-by-step guide)', entries: [chunk('view-kit')], maxBytes: 16_000 },
  { name: 'The first view with fields', entries: [chunk('view-form')], maxBytes: 10_000 },
  { name: 'The first markdown message', entries: [chunk('markdown')], maxBytes: 28_000 },
  { name: 'The tools for formatting', entries: [chunk('format-kit')], maxBytes: 5_000 },
];

const loaded = new Set();
let total = 0;
let over = false;
const rows = steps.map(({ name, entries, maxBytes = Infinity, maxTotalBytes = Infinity }) => {
  const added = entries
    .flatMap((file) => [...closure(file)])
    .filter((one) => !loaded.has(one) && loaded.add(one));
  const bytes = added.reduce((sum, one) => sum + weight(one), 0);
  total += bytes;
  const exceeded = bytes > maxBytes || total > maxTotalBytes;
  over ||= exceeded;
  const budget = maxBytes < Infinity ? `+${kilobytes(maxBytes)}` : kilobytes(maxTotalBytes);
  return {
    name,
    added: kilobytes(bytes),
    total: kilobytes(total),
    budget,
    files: added.map((one) => relative('dist', one)),
    exceeded,
  };
});

if (process.argv.includes('--readme')) {
  console.log('| What is loaded | Adds | In all |\n| --- | ---: | ---: |');
  for (const { name, added, total: all } of rows) console.log(`| ${name} | ${added} | ${all} |`);
} else {
  for (const { name, added, total: all, budget, files, exceeded } of rows)
    console.log(
      `${exceeded ? 'OVER ' : ''}${name}: +${added}, ${all} in all (budget ${budget}): ${files.join(', ')}`,
    );
  console.log(`Everything in one classic script: ${kilobytes(weight('dist/connect-chat.iife.js'))}`);
}
if (over) process.exitCode = 1;

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
