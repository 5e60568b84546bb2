/** How long an address of our own is kept for the browser to read from, in ms. */
const KEPT_MS = 60_000;

/** Types that a browser shows as pictures and never runs. Anything else could be a page with a script of its own, on this page's origin. */
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Lets the browser save `blob` under `name`. */
export function saveFile(blob: Blob, name: string): void {
  follow(blob, (link) => (link.download = name));
}

/** Shows a picture on a page of its own; what is not surely one is saved instead. */
export function openPicture(blob: Blob, type: string): void {
  if (!pictures.has(type)) return saveFile(blob, '');
  follow(blob.slice(0, blob.size, type), (link) => {
    link.target = '_blank';
    link.rel = 'noopener';
  });
}

function follow(blob: Blob, prepare: (link: HTMLAnchorElement) => void): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  prepare(link);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
