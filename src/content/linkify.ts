/** A run of plain text, or a link in it. */
export interface TextRun {
  readonly text: string;
  /** Address of the link: `http:`, `https:`, `mailto:` or `tel:`. */
  readonly href?: string;
}

// Every repetition below is bounded or ends at the first space, so that each character is looked at a fixed number of times.
const CANDIDATE =
  /(?<![\p{L}\p{N}_@])(?:https?:\/\/|www\.|mailto:|tel:)[^\s<>"]+|[\w.+-]{1,64}@[\p{L}\p{N}.-]{3,253}/giu;
const ADDRESS = /^[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}$/u;
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const TRAILING = new Set(Array.from('.,;:!?\'"’”»*_~…、。，！？）】'));

/** Finds web, mail and phone links in plain text. The texts of the runs joined are the text that was given. */
export function linkify(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const found = trim(match[0]);
    const href = hrefOf(found);
    if (href === undefined) continue;
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    runs.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end) });
  return runs;
}

/** Without the punctuation of the sentence around it; a bracket stays if it was opened inside. */
function trim(found: string): string {
  const unclosed: Record<string, number> = {};
  for (const character of found) {
    const opening = OPENING[character];
    if (opening !== undefined) unclosed[opening] = (unclosed[opening] ?? 0) - 1;
    else unclosed[character] = (unclosed[character] ?? 0) + 1;
  }
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    const opening = OPENING[last];
    if (opening === undefined ? !TRAILING.has(last) : (unclosed[opening] ?? 0) >= 0) break;
    if (opening !== undefined) unclosed[opening] = (unclosed[opening] ?? 0) + 1;
  }
  return found.slice(0, end);
}

function hrefOf(found: string): string | undefined {
  if (ADDRESS.test(found)) return `mailto:${found}`;
  const address = /^www\./i.test(found) ? `https://${found}` : found;
  if (/^tel:/i.test(address)) return /^tel:\+?[\d().*#-]{2,32}$/i.test(address) ? address : undefined;
  if (/^mailto:/i.test(address))
    return ADDRESS.test(address.slice(7).split('?', 1)[0] ?? '') ? address : undefined;
  try {
    const { protocol, hostname } = new URL(address);
    return /^https?:$/.test(protocol) && hostname !== '' ? address : undefined;
  } catch {
    return undefined;
  }
}
