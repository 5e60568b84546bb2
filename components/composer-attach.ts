import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../src/i18n/strings.js';
import { icon } from './icons.js';

/** What the service takes unless its instance was set up otherwise (Amazon Connect Administrator Guide, feature specifications). */
export const ACCEPTED_FILES =
  '.csv,.doc,.docx,.heic,.jfif,.jpeg,.jpg,.mov,.mp4,.pdf,.png,.ppt,.pptx,.rtf,.txt,.wav,.xls,.xlsx';

/**
 * The button that chooses files. What may be chosen is said beforehand: to the mouse by a tooltip, to a screen reader by `#limits`, which the
 * composer shows to everybody once the button is pressed.
 */
export function attachTemplate(
  { attach, attachLimits }: Strings,
  disabled: boolean,
  press: () => void,
): TemplateResult {
  return html`<button
      type="button"
      class="icon-button"
      part="attach"
      aria-label=${attach}
      aria-describedby="limits"
      title=${attachLimits}
      aria-disabled=${disabled ? 'true' : nothing}
      @click=${({ currentTarget }: Event) => {
        if (disabled) return;
        press();
        ((currentTarget as Element).nextElementSibling as HTMLElement).click();
      }}
    >
      ${icon('attach')}
    </button>
    <input type="file" accept=${ACCEPTED_FILES} multiple hidden />`;
}
