import { html, type TemplateResult } from 'lit';

/** How many characters at the end of a file name are always shown: the extension and a little more. */
const END = 8;

/** A file name that is cut in its middle where there is no room for all of it. Styled by `attachment-card.styles.ts`. */
export function fileNameTemplate(name: string): TemplateResult {
  const at = name.length > 2 * END ? name.length - END : name.length;
  return html`<bdi class="attachment-name" title=${name}
    ><span>${name.slice(0, at)}</span><span>${name.slice(at)}</span></bdi
  >`;
}

/** `PDF` for `return-label.pdf`, else the second half of the MIME type. */
export function kindOfFile({ name, type }: { readonly name: string; readonly type: string }): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return (extension ?? /\/([\w.+-]{1,20})/.exec(type)?.[1] ?? '').toUpperCase();
}
