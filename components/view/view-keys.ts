/** Fields for which the platform has a use for arrows, Home and End. */
const EDITED = 'input, textarea, select';
/** Fields in which Enter has a meaning of its own. */
const ENTERED = 'textarea, select, [type="checkbox"], [type="radio"]';

/**
 * Keys in a field are the field's: the log around the card must not scroll by them. Enter in a line of text presses the button that
 * sends its form, as it does in any form.
 */
export function handleFieldKey(event: KeyboardEvent, root: ParentNode): void {
  const target = event.target as HTMLElement;
  if (!target.matches(EDITED)) return;
  if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
  if (event.key !== 'Enter' || isComposing(event) || target.matches(ENTERED)) return;
  const form = target.dataset.form ?? '';
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('button[data-submits]:enabled')];
  const own = buttons.filter((button) => button.dataset.form === form);
  const sending = own.length > 0 ? own : buttons.filter((button) => button.dataset.form === '');
  const button = sending.find((one) => one.classList.contains('button--primary')) ?? sending[0];
  event.preventDefault();
  button?.click();
}

/** Safari ends the composition just before the key that ended it, so that only the old key code tells. */
function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
