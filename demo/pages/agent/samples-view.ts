import { html, type TemplateResult } from 'lit';
import type { Word } from './control.js';

const titles = ['Templates and texts', 'Views and sign-in', 'Files', 'What goes wrong'];

/** What the samples' controls ask for. */
export interface SampleHandlers {
  readonly show: (word: string) => void;
  readonly attach: (event: Event) => void;
}

/** Everything that can be sent to the customer with one press: what the script knows, and a file of one's own. */
export function samplesView(words: readonly (readonly Word[])[], on: SampleHandlers): TemplateResult {
  return html`<details class="samples">
    <summary>Send something else</summary>
    <div class="samples-groups">
      ${words.map(
        (group, index) =>
          html`<fieldset>
            <legend>${titles[index]}</legend>
            ${group.map(
              ({ title, subtitle }) =>
                html`<button type="button" class="quiet" title=${subtitle} @click=${() => on.show(title)}>
                  ${title}
                </button>`,
            )}
          </fieldset>`,
      )}
    </div>
    <label class="samples-file">Attach files <input type="file" multiple @change=${on.attach} /></label>
  </details>`;
}
