/** Keys that go from message to message; the log itself is the only tab stop. */
const STEPS: Readonly<Record<string, 'previous' | 'next' | 'first' | 'last'>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  Home: 'first',
  End: 'last',
};

/**
 * Moves the focus between the messages of `log`. Leaves the key alone where the platform has a better use for it: with a
 * modifier, and while the rest of a message that is longer than the log is still to be read.
 */
export function navigateMessages(event: KeyboardEvent, log: HTMLElement): void {
  const step = STEPS[event.key];
  if (event.key === 'Enter') enter(event);
  if (step === undefined || event.defaultPrevented || hasModifier(event)) return;
  const messages = [...log.querySelectorAll<HTMLElement>('[role="article"]')];
  const focused = (log.getRootNode() as ShadowRoot).activeElement;
  const current = messages.findIndex((message) => message.contains(focused));
  if (current >= 0 && continues(messages[current], step, log)) return;
  const last = messages.length - 1;
  // From the log itself, up begins where the reader most likely is: at the newest message.
  const from = current < 0 ? messages.length : current;
  const target = { previous: Math.max(0, from - 1), next: Math.min(last, from + 1), first: 0, last }[step];
  messages[target]?.focus();
  if (messages[target]) event.preventDefault();
}

/** Goes into the controls of the message that has the focus; Escape in a card leads back. */
function enter(event: KeyboardEvent): void {
  const target = event.target as Element;
  const control =
    target.role === 'article' ? target.querySelector<HTMLElement>('[data-controls], button, a') : null;
  control?.focus();
  // The same press must not be the control's own.
  if (control) event.preventDefault();
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

function continues(message: HTMLElement | undefined, step: string, log: HTMLElement): boolean {
  if (!message) return false;
  const box = message.getBoundingClientRect();
  const view = log.getBoundingClientRect();
  return (step === 'next' && box.bottom > view.bottom + 1) || (step === 'previous' && box.top < view.top - 1);
}
