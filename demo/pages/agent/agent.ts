import { html, render } from 'lit';
import { conversationView, type ConversationHandlers } from './conversation-view.js';
import { Desk, type DeskState } from './desk.js';
import { queueView } from './queue-view.js';

const root = byId('main');
const spoken = byId('spoken');
const waitingBefore = new Set<string>();
const desk = new Desk(show);

const on: ConversationHandlers = {
  back: () => void desk.open(undefined).then(() => document.querySelector<HTMLElement>('.contact')?.focus()),
  accept: (event) => {
    const name = field(event, 'name').trim();
    if (name !== '') void desk.accept(name).then(focusReply);
  },
  askTransfer: () => dialog('transfer')?.showModal(),
  transfer: (event) => {
    void desk.transfer(field(event, 'colleague').trim()).then(focusReply);
    dialog('transfer')?.close();
  },
  cancelTransfer: () => dialog('transfer')?.close(),
  toggleIdle: () => void desk.toggleIdle(),
  leave: () => void desk.leave(),
  survey: () => void desk.leave('survey'),
  askEnd: () => dialog('end')?.showModal(),
  end: () => void desk.end(),
  submit: (event) => {
    const formatted = field(event, 'formatted') !== '';
    const reply = replyField();
    const text = reply?.value.trim() ?? '';
    if (!reply || text === '') return;
    reply.value = '';
    void desk.send(text, formatted).then((sent) => {
      // Nothing that was written is lost, unless something newer stands there already.
      if (!sent && reply.value === '') reply.value = text;
    });
  },
  show: (word) => void desk.show(word),
  attach: (event) => {
    const input = event.target as HTMLInputElement;
    // Emptied, so that the same file can be chosen again.
    void desk.sendFiles([...(input.files ?? [])]).then(() => (input.value = ''));
  },
  judge: ({ id }, verdict) => void desk.judge(id, verdict),
  input: () => desk.type(),
  keydown: (event) => {
    // While an input method is composing, Enter picks a candidate; it must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    replyField()?.form?.requestSubmit();
  },
};

function show(state: DeskState): void {
  const log = document.getElementById('log');
  const atEnd = !log || log.scrollHeight - log.scrollTop - log.clientHeight < 48;
  const before = log?.dataset['contact'];
  root.classList.toggle('console--open', state.open !== undefined);
  render(
    html`${queueView(state, ({ initialContactId }) => {
      void desk.open(initialContactId).then(() => byId('customer-name').focus());
    })}
    ${conversationView(state, on)}`,
    root,
  );
  const now = document.getElementById('log');
  const contact = state.open?.initialContactId ?? '';
  if (now && (atEnd || before !== contact)) now.scrollTop = now.scrollHeight;
  if (now) now.dataset['contact'] = contact;
  announce(state);
}

/** Says aloud, and in the window's title, who has begun to wait. */
function announce({ contacts }: DeskState): void {
  const waiting = contacts.filter(({ status, queue }) => status === 'active' && queue === 'waiting');
  document.title = waiting.length > 0 ? `(${waiting.length}) Agent console` : 'Agent console';
  const fresh = waiting.filter(({ initialContactId }) => !waitingBefore.has(initialContactId));
  if (fresh.length > 0)
    spoken.textContent = `${fresh.map(({ displayName }) => displayName).join(', ')} waiting`;
  waitingBefore.clear();
  for (const { initialContactId } of waiting) waitingBefore.add(initialContactId);
}

/** The value of one field of the form that was submitted, which stays on this page. */
function field(event: SubmitEvent, name: string): string {
  event.preventDefault();
  const value = new FormData(event.target as HTMLFormElement).get(name);
  return typeof value === 'string' ? value : '';
}

function dialog(name: 'end' | 'transfer'): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>(`#${name}-dialog`);
}

function replyField(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#reply');
}

function focusReply(): void {
  void desk.refresh().then(() => replyField()?.focus());
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
