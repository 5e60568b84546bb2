import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, it } from 'node:test';
import { defaultTimings } from '../../../../demo/emulator/core/timings.js';
import { menuPages } from '../../../../demo/emulator/core/flow/samples/menu.js';
import { demoScript } from '../../../../demo/emulator/core/flow/script.js';
import type { Item } from '../../../../demo/emulator/core/wire.js';
import { Harness, origin, type Customer } from '../harness.js';

const { botTypingMs } = defaultTimings;
const interactive = 'application/vnd.amazonaws.connect.message.interactive';
const titles = menuPages.flat().map(({ title }) => title);

describe('the words of the scripted flow', () => {
  let emulator: Harness;
  let customer: Customer;

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer({ displayName: 'Jane', flow: true });
    emulator.clock.advance(3 * botTypingMs);
  });

  /** What the bot shows or says to a word, typing and receipts left out. */
  const answers = async (word: string, ms = 8 * botTypingMs): Promise<readonly Item[]> => {
    const before = customer.socket.items.length;
    await emulator.say(customer, word);
    emulator.clock.advance(ms);
    return customer.socket.items
      .slice(before)
      .filter(({ Type, ParticipantRole, ContentType }) =>
        String(ContentType).includes('.authentication.')
          ? true
          : ParticipantRole === 'SYSTEM' && (Type === 'MESSAGE' || Type === 'ATTACHMENT'),
      );
  };
  const template = (item: Item | undefined) =>
    JSON.parse(String(item?.Content)) as {
      templateType: string;
      data: { content: Record<string, unknown> & { elements?: { title: string }[] } };
    };

  for (const title of titles) {
    it(`know "${title}"`, async () => {
      const items = await answers(title);
      assert(items.length > 0);
      const fallback = (demoScript.bot.fallback[0] as { say: string }).say;
      assert(!items.some(({ Content }) => Content === fallback));
      // Nothing is left to be filled in.
      assert.doesNotMatch(JSON.stringify(items), /\{(name|origin|reference|day\+|file)/);
    });
  }

  it('are listed by "menu" and "help", page by page', async () => {
    const first = template((await answers('menu'))[0]);
    assert.equal(first.templateType, 'ListPicker');
    const seen = [...(first.data.content.elements ?? [])];
    let { content } = first.data;
    while (content.elements?.some(({ title }) => title === 'More')) {
      const reply = {
        version: '1.0',
        action: 'SHOW_MORE',
        data: { ...content, actionName: 'SHOW_MORE', templateType: 'ListPicker', elements: undefined },
      };
      const before = customer.socket.items.length;
      await emulator.call('message', customer.connectionToken, {
        ContentType: `${interactive}.response`,
        Content: JSON.stringify(reply),
      });
      emulator.clock.advance(2 * botTypingMs);
      const page = template(
        customer.socket.items.slice(before).find(({ ContentType }) => ContentType === interactive),
      ).data.content;
      assert.equal(page.referenceId, content.referenceId);
      seen.push(...(page.elements ?? []));
      content = page;
    }
    assert.deepEqual(
      seen.map(({ title }) => title).filter((title) => title !== 'More' && title !== 'Back'),
      titles,
    );
    assert.equal((await answers('help')).length, 2);
  });

  it('count only when they stand alone', async () => {
    for (const [text, shown] of [
      ['Show me a carousel, please', true],
      ['What time do you close?', false],
      ['I want a list of your shops', false],
    ] as const) {
      const [item] = await answers(text);
      assert.equal(item?.ContentType === interactive, shown, text);
    }
  });

  it('offer visits on days to come, and pictures of this server', async () => {
    const { timeslots } = template((await answers('time'))[0]).data.content as unknown as {
      timeslots: { date: string }[];
    };
    assert.equal(timeslots[0]?.date, '2026-11-22T08:00+00:00');
    assert.match(JSON.stringify(await answers('list')), new RegExp(`${origin}/pages/pictures/arc.svg`));
  });

  it('show nothing interactive to a chat that takes none, and say so', async () => {
    customer = await emulator.customer({ flow: true, supportedMessagingContentTypes: ['text/plain'] });
    emulator.clock.advance(3 * botTypingMs);
    const [item] = await answers('carousel');
    assert.deepEqual(
      [item?.ContentType, item?.Content],
      ['text/plain', 'The contact does not take interactive messages.'],
    );
  });

  it('send files, approved, blocked or unchecked', async () => {
    const statuses = async (word: string) =>
      (await answers(word)).map(({ Attachments }) => (Attachments as { Status: string }[])[0]?.Status);
    assert.deepEqual(await statuses('file'), ['IN_PROGRESS', 'IN_PROGRESS', 'APPROVED', 'APPROVED']);
    assert.deepEqual(await statuses('blocked file'), ['IN_PROGRESS', 'REJECTED']);
    assert.deepEqual(await statuses('unchecked file'), ['IN_PROGRESS']);
    const { attachments } = await emulator.detail(customer.contactId);
    const picture = await emulator.api.attachment(customer.contactId, attachments[0]?.attachmentId ?? '');
    assert.deepEqual([...new Uint8Array(await picture.arrayBuffer())].slice(0, 4), [0x89, 0x50, 0x4e, 0x47]);
  });

  it('let the next upload go wrong in this contact alone', async () => {
    for (const word of ['block my file', 'fail my upload', 'slow upload', 'too many files'])
      await answers(word);
    const faults = await emulator.api.faults();
    assert.deepEqual(
      faults.map(({ type }) => type),
      ['scanner', 'status', 'bandwidth', 'status'],
    );
    for (const fault of faults) assert('contactId' in fault && fault.contactId === customer.contactId);
  });

  it('begin a sign-in, and say what came of it', async () => {
    const [, event] = await answers('sign in');
    assert.match(String(event?.ContentType), /authentication\.initiated$/);
    const { signIns } = await emulator.detail(customer.contactId);
    await emulator.api.endSignIn(customer.contactId, signIns[0]?.sessionId ?? '', {
      outcome: 'succeeded',
      displayName: 'Jane Doe',
    });
    emulator.clock.advance(2 * botTypingMs);
    assert.match(
      String(customer.socket.items.findLast(({ Type }) => Type === 'MESSAGE')?.Content),
      /signed in, Jane Doe/,
    );
    const items = await answers('expired sign-in');
    assert(items.some(({ ContentType }) => String(ContentType).endsWith('authentication.expired')));
  });

  it('ask two questions before the end, and wait for each answer for a while', async () => {
    const [, question] = await answers('survey');
    assert.equal(template(question).templateType, 'QuickReply');
    assert.equal((await emulator.detail(customer.contactId)).status, 'ending');
    await emulator.say(customer, 'Good');
    emulator.clock.advance(4 * botTypingMs);
    assert.match(String(customer.socket.items.at(-1)?.Content), /What could we do better/);
    assert.equal((await emulator.detail(customer.contactId)).status, 'ending');
    await emulator.say(customer, 'Answer the phone');
    emulator.clock.advance(4 * botTypingMs);
    assert.equal((await emulator.detail(customer.contactId)).status, 'ended');
    customer = await emulator.customer({ flow: true, attributes: { survey: 'true' } });
    await emulator.call('disconnect', customer.connectionToken);
    emulator.clock.advance(20_000);
    assert.equal((await emulator.detail(customer.contactId)).status, 'ending');
    emulator.clock.advance(20_000);
    assert.equal((await emulator.detail(customer.contactId)).status, 'ended');
  });

  it('are understood as a whole before they are looked for one by one', async () => {
    // "long" alone is a word too.
    const [shown] = await answers('long template');
    assert.equal(template(shown).templateType, 'ListPicker');
  });

  it('use every field that the documents name', () => {
    const folder = new URL('../../../../demo/emulator/core/flow/samples/', import.meta.url);
    const samples = readdirSync(folder)
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    for (const field of documentedFields) assert.match(samples, new RegExp(`\\b${field}\\b`), field);
  });
});

/** The fields of templates and views (Amazon Connect Administrator Guide, interactive messages and views). */
const documentedFields = [
  ...'templateType version data content replyMessage title subtitle imageType imageData imageDescription'.split(
    ' ',
  ),
  ...'elements actionDetail SHOW_MORE PREVIOUS_OPTIONS multiSelect targetForLinks referenceId listId'.split(
    ' ',
  ),
  ...'preIndex nextIndex timeslots date duration timeZoneOffset location latitude longitude radius'.split(
    ' ',
  ),
  ...'templateIdentifier omitTitleFromCarouselResponse carouselIsVertical hyperlink url'.split(' '),
  ...'ListPicker TimePicker Panel QuickReply Carousel Head Title Configuration Layout Columns Body'.split(
    ' ',
  ),
  ...'Heading SubHeading Description Sections AttributeBar Back Actions Items Icon Id Wizard Next'.split(' '),
  ...'Previous Cancel Edit ErrorText Graphic Include Cards Summary Detail Status TemplateString'.split(' '),
  ...'NoMatchFound Label Value LinkType ResourceId Copyable Url FormSection DataSection'.split(' '),
  ...'LayoutConfiguration Grid colspan DefaultValue InputType Fluid isEditable Required Action'.split(' '),
  ...'Alert AttributeSection Button ButtonGroup Card CheckboxGroup Container DatePicker Dropdown'.split(' '),
  ...'ExpandableSection Form FormInput Header HTMLBox Image Link List Loader RadioGroup Section'.split(' '),
  ...'SubmitButton Table TextArea TextBox Toggle'.split(' '),
];
