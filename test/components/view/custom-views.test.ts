import { expect } from '@open-wc/testing';
import {
  button,
  fill,
  mountView,
  part,
  RESPONSE,
  wordsOf,
  type MountedView,
  type ViewParts,
} from '../../support/view-cards.js';

/** A component of a template. */
const node = (Type: string, Props: unknown = {}, Content: unknown = []) => ({
  _id: Type,
  Type,
  Props,
  Content,
});
const one = (...nodes: unknown[]): ViewParts => ({ body: nodes, actions: ['Send', 'Back'] });

interface Shown {
  readonly name: string;
  readonly parts: ViewParts;
  /** Words of the whole card. */
  readonly reads: string;
}

const shown: readonly Shown[] = [
  {
    name: 'an alert',
    parts: one(node('Alert', { Type: 'warning', Header: 'Careful' }, ['It is hot.'])),
    reads: 'Careful It is hot.',
  },
  {
    name: 'an attribute bar',
    parts: one(node('AttributeBar', { Attributes: [{ Label: 'Order', Value: 'A-1' }] })),
    reads: 'Order A-1',
  },
  {
    name: 'an attribute section',
    parts: one(node('AttributeSection', { Heading: 'About', Items: [{ Label: 'Tier', Value: 7 }] })),
    reads: 'About Tier 7',
  },
  {
    name: 'an empty attribute section',
    parts: one(node('AttributeSection', { Items: [], NoItemMessage: 'Nothing yet' })),
    reads: 'Nothing yet',
  },
  {
    name: 'an expandable section',
    parts: one(
      node('ExpandableSection', { Heading: 'More', Expanded: true }, [node('TextBox', {}, ['Inside'])]),
    ),
    reads: 'More Inside',
  },
  {
    name: 'a header',
    parts: one(node('Header', { Variant: 'h2', Description: 'And a line' }, ['Your order'])),
    reads: 'Your order And a line',
  },
  {
    name: 'markup',
    parts: one(node('HTMLBox', { TemplateString: '<h2>Steps</h2><ol><li>Open</li></ol>' })),
    reads: 'Steps Open',
  },
  {
    name: 'a link',
    parts: one(node('Link', { Url: 'https://example.com/a' }, ['Read on'])),
    reads: 'Read on (opens in a new tab)',
  },
  { name: 'a loader', parts: one(node('Loader')), reads: 'Loading' },
  {
    name: 'a section',
    parts: one(node('Section', { Heading: 'Part' }, ['Words in it'])),
    reads: 'Part Words in it',
  },
  {
    name: 'a table',
    parts: one(
      node('Table', {
        Name: 'T',
        Header: 'Orders',
        Items: [{ id: '1', at: 'noon' }],
        Columns: [
          { Label: 'Order', Id: 'id' },
          { Label: 'When', Id: 'at' },
        ],
      }),
    ),
    reads: 'Orders Order When 1 noon',
  },
  { name: 'a text box by its content', parts: one(node('TextBox', {}, ['Hello ', '$.Who'])), reads: 'Hello' },
  { name: 'a text box by its value', parts: one(node('TextBox', { Value: 'Hello' })), reads: 'Hello' },
  {
    name: 'a text box as a heading',
    parts: one(node('TextBox', { Variant: 'h3' }, ['Loud'])),
    reads: 'Loud',
  },
  {
    name: 'a link among words',
    parts: one(node('TextBox', {}, ['See ', node('Link', { Url: 'tel:+4740000000' }, ['our number']), '.'])),
    reads: 'See our number.',
  },
  {
    name: 'a table whose rows are lists',
    parts: one(node('Table', { Columns: ['Lamp', 'Price'], Items: [['Arc', '4 290 kr']] })),
    reads: 'Lamp Price Arc 4 290 kr',
  },
  {
    name: 'a card by its content',
    parts: one(node('Card', { Id: 'arc', Heading: 'Arc', Action: 'Take' }, ['A floor lamp'])),
    reads: 'Arc A floor lamp',
  },
  {
    name: 'a managed component among others with its own heading',
    parts: one('First', node('Cards', { Heading: 'Pick', Cards: [{ Summary: { Id: 'a', Heading: 'A' } }] })),
    reads: 'First Pick A',
  },
  { name: 'words without a component', parts: { body: ['Only words'] }, reads: 'Only words' },
  {
    name: 'a component nobody knows',
    parts: one(node('Hologram', { Label: 'Look here', Description: 'and there' })),
    reads: 'Look here and there',
  },
  {
    name: 'what a component nobody knows holds',
    parts: one(node('Hologram', {}, [node('TextBox', {}, ['Inside'])])),
    reads: 'Inside',
  },
  {
    name: 'a list',
    parts: one(node('List', { Items: [{ Heading: 'One', Description: 'first' }, 'Two'] })),
    reads: 'One first Two',
  },
  {
    name: 'an older template in lower case',
    parts: { body: [{ type: 'textbox', props: { value: 'Small' } }] },
    reads: 'Small',
  },
  {
    name: 'a picture without an address by its description',
    parts: one(node('Image', { Src: 'http://plain.example/a.png', Alt: 'A lamp' })),
    reads: 'A lamp',
  },
];

describe('<connect-chat-view>, a custom view', () => {
  let mounted: MountedView;
  const answers = () => mounted.cards.sent;
  const body = () => wordsOf(part(mounted, '.card > .grid'));

  for (const { name, parts, reads } of shown) {
    it(`shows ${name}`, async () => {
      mounted = await mountView(parts);
      expect(body()).to.equal(reads);
    });
  }

  for (const type of ['Application', 'ConnectApplication', 'Icon']) {
    it(`leaves out ${type}, which is not for customers`, async () => {
      mounted = await mountView(one(node(type, { Name: 'Cases' }), node('TextBox', {}, ['Rest'])));
      expect(body()).to.equal('Rest');
    });
  }

  it('has a title', async () => {
    mounted = await mountView({ head: { Title: 'Order form' }, body: ['x'] });
    expect(wordsOf(part(mounted, 'h3'))).to.equal('Order form');
    expect(mounted.card.ariaLabel).to.equal('Order form');
  });

  it('fills in what the flow sends, also when it is JSON in quotes', async () => {
    const data = { Who: 'Ada', Rows: '[{"Label":"A","Value":"1"}]', Deep: { List: [{ Name: 'x' }] } };
    const bar = node('AttributeBar', { Attributes: '$.Rows' });
    mounted = await mountView({
      data,
      body: [node('TextBox', {}, ['Hi ', '$.Who', '$.Deep.List.0.Name']), bar],
    });
    expect(body()).to.equal('Hi Adax A 1');
  });

  it('finds a name whose first letter is of the other case', async () => {
    mounted = await mountView({ data: { PlanName: 'Gold' }, body: [node('TextBox', {}, ['$.planName'])] });
    expect(body()).to.equal('Gold');
  });

  it('shows a price as it is', async () => {
    mounted = await mountView(one(node('TextBox', {}, ['$.50'])));
    expect(body()).to.equal('$.50');
  });

  describe('answers', () => {
    const form = (...content: unknown[]) => node('Form', {}, content);
    const input = (Name: string, more: object = {}) => node('FormInput', { Label: Name, Name, ...more });

    const cases: readonly { name: string; parts: ViewParts; press: string; sends: string }[] = [
      {
        name: 'a button in a form with its fields',
        parts: one(
          form(input('order', { DefaultValue: '12345' }), node('Button', { Action: 'Send' }, ['Send'])),
        ),
        press: 'Send',
        sends: '{"templateType":"ViewResource","version":"1.0","action":"Send","data":{"order":"12345"}}',
      },
      {
        name: 'a bare button',
        parts: one(node('Button', { Action: 'Back' }, ['Go back'])),
        press: 'Go back',
        sends: '{"templateType":"ViewResource","version":"1.0","action":"Back","data":{"action":"Button"}}',
      },
      {
        name: 'a card',
        parts: one(
          node('Container', {}, [
            node('Card', { Id: 'cafe', Heading: 'Cafe', Action: 'CardSelected', Status: 'Open' }),
          ]),
        ),
        press: 'Cafe',
        sends:
          '{"templateType":"ViewResource","version":"1.0","action":"CardSelected","data":{"Heading":"Cafe","Id":"cafe"}}',
      },
      {
        name: 'a button for sending that stands beside the form',
        parts: one(
          node('Form', { Sections: [{ Heading: 'One', Components: [input('a', { DefaultValue: 'x' })] }] }),
          node('SubmitButton', { Label: 'Save', Action: 'Submit' }),
        ),
        press: 'Save',
        sends: '{"templateType":"ViewResource","version":"1.0","action":"Submit","data":{"a":"x"}}',
      },
      {
        name: 'a button of a group that sends the form',
        parts: one(
          form(
            input('a', { DefaultValue: 'x' }),
            node('ButtonGroup', {
              Items: [
                { Label: 'Cancel', Action: 'Cancel', FormAction: 'none' },
                { Label: 'Submit', Action: 'Submit', FormAction: 'submit' },
              ],
            }),
          ),
        ),
        press: 'Submit',
        sends: '{"templateType":"ViewResource","version":"1.0","action":"Submit","data":{"a":"x"}}',
      },
      {
        name: 'a button of a group that does not',
        parts: one(
          form(
            input('a', { Required: true }),
            node('ButtonGroup', {
              Items: [
                { Label: 'Cancel', Action: 'Cancel', FormAction: 'none' },
                { Label: 'Submit', Action: 'Submit', FormAction: 'submit' },
              ],
            }),
          ),
        ),
        press: 'Cancel',
        sends: '{"templateType":"ViewResource","version":"1.0","action":"Cancel","data":{"action":"Button"}}',
      },
      {
        name: 'a card in a group of buttons',
        parts: one(
          node('ButtonGroup', {
            Items: [node('Card', { Id: 'b', Heading: 'Billing', Action: 'ToBilling' })],
          }),
        ),
        press: 'Billing',
        sends:
          '{"templateType":"ViewResource","version":"1.0","action":"ToBilling","data":{"Heading":"Billing","Id":"b"}}',
      },
      {
        name: 'a row of a table with an action',
        parts: one(
          node('Table', {
            Name: 'Orders',
            TableAction: 'Picked',
            Items: [{ id: 'A-1', n: 2 }],
            Columns: [{ Label: 'Order', Id: 'id', Type: 'action' }],
          }),
        ),
        press: 'A-1',
        sends:
          '{"templateType":"ViewResource","version":"1.0","action":"Picked","data":{"Orders":[{"id":"A-1","n":2}]}}',
      },
      {
        name: 'fields that stand in no form',
        parts: one(
          node('Container', {}, [
            input('a', { DefaultValue: 'x' }),
            node('Button', { Action: 'Send' }, ['Send']),
          ]),
        ),
        press: 'Send',
        sends: '{"templateType":"ViewResource","version":"1.0","action":"Send","data":{"a":"x"}}',
      },
      {
        name: 'an action that is too long, cut to what the service takes',
        parts: one(node('Button', { Action: 'x'.repeat(250) }, ['Long'])),
        press: 'Long',
        sends: `{"templateType":"ViewResource","version":"1.0","action":"${'x'.repeat(200)}","data":{"action":"Button"}}`,
      },
      {
        name: 'a button without an action, in a view with one',
        parts: { body: [node('Button', {}, ['Go'])], actions: ['Only'] },
        press: 'Go',
        sends: '{"templateType":"ViewResource","version":"1.0","action":"Only","data":{"action":"Button"}}',
      },
    ];
    for (const { name, parts, press, sends } of cases) {
      it(`byte for byte: ${name}`, async () => {
        mounted = await mountView(parts);
        button(mounted, press).click();
        expect(answers()).to.deep.equal([{ text: sends, contentType: RESPONSE }]);
      });
    }

    it('once for a double click', async () => {
      mounted = await mountView(one(node('Button', { Action: 'Send' }, ['Send'])));
      button(mounted, 'Send').click();
      button(mounted, 'Send').click();
      expect(answers().length).to.equal(1);
    });

    it('keeps the fields of two forms apart', async () => {
      const two = [
        form(input('a'), node('Button', { Action: 'Send' }, ['First'])),
        form(input('b'), node('Button', { Action: 'Send' }, ['Second'])),
      ];
      mounted = await mountView(one(...two));
      const [, second] = mounted.card.shadowRoot!.querySelectorAll('input');
      fill(second!, 'here');
      button(mounted, 'Second').click();
      expect(answers()[0]!.text).to.include('"data":{"b":"here"}');
    });

    it('leads to another page without an answer', async () => {
      mounted = await mountView(one(node('Button', { Href: 'https://example.com/' }, ['Read'])));
      const link = part(mounted, 'a.button') as HTMLAnchorElement;
      expect([link.href, link.rel]).to.deep.equal(['https://example.com/', 'noopener noreferrer']);
    });

    it('does nothing while it is disabled', async () => {
      mounted = await mountView(one(node('Button', { Action: 'Send', Disabled: true }, ['Send'])));
      button(mounted, 'Send').click();
      expect(answers()).to.deep.equal([]);
    });
  });
});
