/** Every public event of the element, without its prefix. */
const events = [
  'ready',
  'before-open',
  'before-close',
  'open',
  'close',
  'before-send',
  'started',
  'resumed',
  'connection',
  'message',
  'sent',
  'send-failed',
  'typing',
  'participant-joined',
  'participant-left',
  'participant-idle',
  'participant-returned',
  'participant-updated',
  'transfer',
  'receipt',
  'attachment',
  'interactive',
  'view',
  'authentication',
  'rehydrated',
  'unread',
  'before-end',
  'ended',
  'error',
  'metric',
];

/** A page left open over night should not collect rows for ever. */
const maxRows = 300;

const list = byId('events-list');
const empty = byId('events-empty');

for (const name of events) {
  document.addEventListener(`connect-chat-${name}`, (event) => {
    show(name, event instanceof CustomEvent ? event.detail : undefined);
  });
}

byId('events-clear').addEventListener('click', () => {
  list.replaceChildren();
  empty.hidden = false;
});

function show(name: string, detail: unknown): void {
  empty.hidden = true;
  const now = new Date();
  const time = element('time', now.toLocaleTimeString(undefined, { hour12: false }));
  time.dateTime = now.toISOString();
  const head = element('div');
  head.className = 'event-head';
  head.append(element('span', name), time);
  const row = element('li');
  row.className = 'event';
  row.append(head);
  const text = detail === undefined || detail === null ? '{}' : JSON.stringify(detail);
  if (text !== '{}') {
    const body = element('div', text);
    body.className = 'event-detail';
    row.append(body);
  }
  list.prepend(row);
  while (list.childElementCount > maxRows) list.lastElementChild?.remove();
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ''): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

export {}; // A module: its names stay its own.
