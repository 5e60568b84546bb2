import type { Held } from './page-ledger.js';
import type { Shown } from './page-script.js';
import type { Visitor } from './visitor.js';

/** What does not hold although everything has healed, in words that are the same for the same kind of trouble. */
export async function judge(visitor: Visitor): Promise<readonly string[]> {
  const { control, said, agentSaid } = visitor;
  const problems: string[] = [];
  if ((await control.contacts()).length > 1) problems.push('started twice: there is more than one contact');
  const contact = await control.contact(visitor.contactId);
  if (contact.status !== 'active') problems.push(`contact: it is "${contact.status}"`);
  const items = contact.transcript.filter(({ Type }) => Type === 'MESSAGE');
  const truth = items.map(({ Id, Content }) => ({ id: Id, text: String(Content) }));
  const texts = truth.map(({ text }) => text);
  const times = (text: string) => texts.filter((one) => one === text).length;
  if (agentSaid.some((text) => times(text) !== 1)) problems.push('harness: the agent was not heard once');
  if (said.some(({ text }) => times(text) > 1))
    problems.push('sent twice: a message is at the service more than once');
  const lost = said.filter(({ text, excused }) => !excused && times(text) === 0);
  if (lost.length > 0) problems.push(`lost: ${listed(lost)} never arrived`);
  if (!inOrder(visitor, texts)) problems.push('sent out of order: the service got messages in another order');
  const open = contact.sockets.filter(({ subscribed, halfOpen }) => subscribed && !halfOpen).length;
  const shown = await Promise.all(visitor.tabs.map((tab) => tab.look()));
  const held = shown.reduce((sum, { sockets }) => sum + sockets, 0);
  if (open !== 1 || held !== 1)
    problems.push(`sockets: the service has ${open} and the pages hold ${held}, wanted 1`);
  for (const page of shown) problems.push(...judgePage(page, truth), ...judgeHeld(page.held, visitor.held));
  return [...new Set(problems)];
}

/** A socket's heartbeat and its renewal, the tab's beat, and as many again for what passes: somebody is typing, a banner goes. */
const MOST_TIMERS = 6;

function judgeHeld({ timers, listeners }: Held, first: Held | undefined): string[] {
  const problems: string[] = [];
  if (timers > MOST_TIMERS)
    problems.push(`timers: a page holds ${timers}, at the most ${MOST_TIMERS} are in use`);
  if (first && listeners > first.listeners)
    problems.push(`listeners: a page holds ${listeners}, and ${first.listeners} at the beginning`);
  return problems;
}

type Message = { readonly id: string; readonly text: string };

function judgePage(
  { connection, messages, failed, waiting, history }: Shown,
  truth: readonly Message[],
): string[] {
  const problems: string[] = [];
  if (connection !== 'connected') problems.push(`not connected: a page is "${connection}"`);
  if (history !== 'complete') problems.push(`history: "${history}" at the beginning of the chat`);
  if (failed.length > 0 || waiting > 0) problems.push('unsettled: an own message is not sent');
  const missing = truth.filter(({ id }) => !messages.some((one) => one.id === id));
  const extra = messages.filter(({ id }) => !truth.some((one) => one.id === id));
  if (missing.length > 0) problems.push(`lost from view: ${listed(missing)}`);
  if (extra.length > 0)
    problems.push(`made up: a page shows ${listed(extra)}, which the service does not know`);
  if (missing.length > 0 || extra.length > 0) return problems;
  if (messages.length > truth.length) problems.push('shown twice: a page shows a message more than once');
  else if (truth.some(({ id }, at) => messages[at]?.id !== id))
    problems.push('misordered: a page shows another order than the service');
  if (truth.some(({ id, text }) => messages.find((one) => one.id === id)?.text !== text))
    problems.push('wrong words: a page shows other words than the service has');
  if (messages.some(({ text, own }) => own !== text.startsWith('c-')))
    problems.push('wrong side: own and other messages are mixed up');
  return problems;
}

/** Whether what was written in one tab reached the service in the order in which it was written. */
function inOrder({ said }: Visitor, texts: readonly string[]): boolean {
  const tabs = new Set(said.map(({ tab }) => tab));
  return [...tabs].every((tab) => {
    const places = said
      .filter((one) => one.tab === tab && !one.retried)
      .map(({ text }) => texts.indexOf(text));
    const there = places.filter((place) => place >= 0);
    return there.every((place, at) => at === 0 || place > (there[at - 1] ?? -1));
  });
}

/** The words of the log must be those of the transcript, in order. */
export async function judgeLogs(visitor: Visitor): Promise<readonly string[]> {
  const { transcript } = await visitor.control.contact(visitor.contactId);
  const wanted = transcript.filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => String(Content));
  const logs = await Promise.all(visitor.tabs.map((tab) => tab.readLog()));
  return logs.some((log) => log.join('\n') !== wanted.join('\n'))
    ? ['rendered: the words in the log are not those of the transcript']
    : [];
}

const listed = (messages: readonly { readonly text: string }[]) =>
  messages.map(({ text }) => text).join(', ');
