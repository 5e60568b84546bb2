import type { Entry } from '../../src/engine/types.js';
import type { ServiceContact } from './service.js';
import type { Tab, World } from './world.js';

/** What does not hold although everything has healed, in words that are the same for the same kind of trouble. */
export function judge(world: World): readonly string[] {
  const living = world.living();
  const problems = [...world.violations, ...world.witness.violations];
  const apart = world.schedule.keeping === 'apart';
  if (living.length > 1 && !apart) problems.push('started twice: more than one contact lives');
  for (const tab of world.tabs) {
    const contact = apart ? ownContact(tab, living) : living[0];
    problems.push(...(contact ? judgeLiving(tab, contact) : judgeEnded(tab)));
    problems.push(...judgeResources(tab, contact));
  }
  for (const one of world.service.contacts.values())
    problems.push(...judgeSockets(world, one), ...judgeReceipts(world, one));
  problems.push(...judgeSent(world), ...judgeAgreement(world));
  return [...new Set(problems)];
}

function judgeLiving({ session }: Tab, contact: ServiceContact): string[] {
  const { snapshot } = session;
  if (snapshot.session.phase !== 'connected')
    return [`not connected: the contact lives, but a tab is "${snapshot.session.phase}"`];
  if (snapshot.session.contact.contactId !== contact.contactId)
    return ['wrong chat: a tab shows an old contact'];
  const problems: string[] = [];
  if (snapshot.entries.some(({ own, kind, delivery }) => own && kind === 'message' && !isSettled(delivery)))
    problems.push('unsettled: an own message is neither sent nor failed for good');
  const seen = snapshot.entries.filter(({ kind, id }) => kind === 'message' && id !== undefined);
  const said = contact.items.filter(({ kind }) => kind === 'message');
  const missing = said.filter(({ id }) => !seen.some((entry) => entry.id === id));
  const extra = seen.filter(({ id }) => !said.some((item) => item.id === id));
  if (missing.length > 0)
    problems.push(`lost from view: ${missing.some(({ role }) => role === 'customer') ? 'own' : 'of others'}`);
  if (extra.length > 0) problems.push('made up: a tab shows a message that the service does not know');
  if (missing.length > 0 || extra.length > 0) return problems;
  for (const [at, item] of said.entries()) {
    const entry = seen[at];
    if (!entry || entry.id !== item.id) {
      problems.push('misordered: a tab shows another order than the service');
      break;
    }
    if (entry.text !== item.text) problems.push('wrong words: a tab shows other words than the service');
    if (entry.streaming) problems.push('endless stream: a finished answer is shown as unfinished');
    if (entry.own !== (item.role === 'customer')) problems.push('wrong side: own and other are mixed up');
  }
  if (snapshot.history !== 'complete')
    problems.push(`history is "${snapshot.history}" at the beginning of the chat`);
  return problems;
}

const ownContact = ({ session: { snapshot } }: Tab, living: readonly ServiceContact[]) =>
  living.find(
    ({ contactId }) => 'contact' in snapshot.session && snapshot.session.contact.contactId === contactId,
  );

/** The contact is over: a tab that was in it says so; one that came later knows of no chat. */
function judgeEnded({ session }: Tab): string[] {
  const { phase } = session.snapshot.session;
  return phase === 'ended' || phase === 'idle'
    ? []
    : [`end not noticed: every contact is over, but a tab is "${phase}"`];
}

function judgeResources({ page, session }: Tab, contact: ServiceContact | undefined): string[] {
  const problems: string[] = [];
  // Of a chat that goes on one timer runs, for its renewal.
  if (page.timers > (contact ? 1 : 0)) problems.push(`timers: ${page.timers} of a tab are running`);
  if (page.calls > 0) problems.push('calls: some are unanswered');
  if (session.snapshot.outbox.length > 0)
    problems.push(`outbox: a ${session.snapshot.outbox[0]?.type ?? ''} is left in it`);
  return problems;
}

function judgeSockets({ network, tabs, schedule }: World, contact: ServiceContact): string[] {
  const subscribed = [...contact.sockets].filter((socket) => socket.subscribed).length;
  const alive = [...network.links].filter((link) => link.alive).length;
  const most = schedule.keeping === 'apart' ? tabs.length : 1;
  const wanted = contact.ended || tabs.length === 0 ? 0 : most;
  if (subscribed > wanted) return [`sockets: the service holds ${subscribed}, wanted ${wanted}`];
  return alive > most ? [`sockets: ${alive} are held by pages`] : [];
}

/** Everything that a person has said was at least received, as far as the service takes receipts. */
function judgeReceipts({ tabs, schedule }: World, contact: ServiceContact): string[] {
  const { items, participantId, ended, receiptsRefused } = contact;
  // A service that keeps failing wears a receipt out: it is a courtesy, not a message.
  const wornOut = schedule.actions.some(
    (action) =>
      action.type === 'fault' &&
      action.fault.call === 'sendReceipt' &&
      (action.fault.kind === 'server' || action.fault.kind === 'forbidden'),
  );
  // Pages that cannot talk to each other may have left a chat without a page.
  const unheard = tabs.length === 0 || schedule.keeping === 'apart';
  if (ended || unheard || receiptsRefused || wornOut) return [];
  // What a reader has to page back for is history to them.
  const heard = items
    .slice(-schedule.pageSize)
    .filter(({ role, kind }) => role === 'agent' && kind === 'message');
  return heard.some(({ receipts }) => !receipts.has(participantId))
    ? ['receipt missing: one was never given']
    : [];
}

function judgeSent({ sent, service, tabs }: World): string[] {
  const problems: string[] = [];
  const contacts = [...service.contacts.values()];
  for (const { text, contactId, at, excused } of sent) {
    const times = contacts.flatMap(({ items }) => items).filter((item) => item.text === text).length;
    if (times > 1) problems.push('sent twice: a message is at the service more than once');
    if (times > 0 || excused) continue;
    // Its contact is over: it had nowhere to go.
    const over = contacts.some(
      (one) =>
        one.ended &&
        (contactId === undefined || one.contactId === contactId || (one.items.at(-1)?.time ?? 0) >= at),
    );
    if (!over) problems.push(`lost: a message never arrived${tabs.length === 0 ? ' (no tab)' : ''}`);
  }
  return problems;
}

/** Tabs that share a chat show the same. */
function judgeAgreement({ bus, tabs }: World): string[] {
  if (!bus) return [];
  const shown = tabs.map(({ session: { snapshot } }) =>
    JSON.stringify([
      snapshot.session.phase,
      snapshot.entries.map(comparable),
      snapshot.outbox,
      snapshot.unread,
    ]),
  );
  return new Set(shown).size > 1 ? ['disagreement: tabs that share a chat show different things'] : [];
}

const comparable = ({ key, id, text, delivery, time }: Entry) => [key, id, text, delivery, time];

const isSettled = (delivery: Entry['delivery']) =>
  delivery !== 'queued' && delivery !== 'sending' && delivery !== 'failed';
