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

/** A managed view as the service describes it: one component that takes everything from the input data. */
function managed(type: string, data: Readonly<Record<string, unknown>>): ViewParts {
  const props = [
    'Heading',
    'SubHeading',
    'Description',
    'Sections',
    'Items',
    'Cards',
    'AttributeBar',
    'Back',
    'Actions',
    'Next',
    'NoMatchFound',
    'Graphic',
  ];
  const slots = /^Form/.test(type) ? ['Wizard', 'Previous', 'Cancel', 'Edit', 'ErrorText'] : [];
  const Props = Object.fromEntries([...props, ...slots].map((name) => [name, `$.${name}`]));
  return {
    name: type,
    head: { Title: type },
    body: [{ _id: 'root', Type: type, Props, Content: [] }],
    actions: ['Back', 'ActionSelected'],
    data,
  };
}

const answer = (action: string, data: object) =>
  JSON.stringify({ templateType: 'ViewResource', version: '1.0', action, data });

const trip = [
  {
    Summary: {
      Id: 'lost',
      Icon: 'Suitcase',
      Heading: 'Lost luggage',
      Status: 'Open',
      Description: 'A bag is missing',
    },
    Detail: {
      Heading: 'Lost luggage claim',
      Description: 'Takes five minutes',
      Sections: { TemplateString: '<p>Have your tag ready</p>' },
      Actions: ['Start', 'Something else'],
    },
  },
  { Summary: { Id: 'car', Heading: 'Car rental' } },
];

describe('<connect-chat-view>, a managed view', () => {
  let mounted: MountedView;
  const sent = () => mounted.cards.sent;
  const body = () => wordsOf(part(mounted, '.card > .grid'));
  const title = () => wordsOf(part(mounted, 'h3'));
  const bar = [
    { Label: 'Name', Value: 'Ada', Copyable: true },
    { Label: 'Site', Value: 'Ours', LinkType: 'external', Url: 'https://example.com/x' },
    { Label: 'Case', Value: '7', LinkType: 'case', ResourceId: '42', Url: 'https://example.com/case' },
  ];

  describe('Detail', () => {
    const data = {
      Heading: 'Jane Doe',
      Description: 'About her trip',
      Sections: [
        { TemplateString: '<p>Leaves <b>today</b></p>' },
        'abc',
        { Heading: 'Seat', Items: [{ Label: 'Row', Value: '12' }] },
      ],
      AttributeBar: bar,
      Back: { Label: 'Back home' },
      Actions: ['Change it', 'Cancel it'],
    };

    it('shows heading, attributes, description, sections and its actions with the first one last', async () => {
      mounted = await mountView(managed('Detail', data));
      expect(title()).to.equal('Jane Doe');
      expect(body()).to.equal(
        'Name Ada Copy Site Ours (opens in a new tab) Case 7 About her trip Leaves today abc Seat Row 12 Back home Cancel it Change it',
      );
    });

    it('leads to pages, and never into an agent’s tools', async () => {
      mounted = await mountView(managed('Detail', data));
      const links = [...mounted.card.shadowRoot!.querySelectorAll('a')].map(({ href }) => href);
      expect(links).to.deep.equal(['https://example.com/x']);
    });

    it('sends the label of an action', async () => {
      mounted = await mountView(managed('DetailsView', data));
      button(mounted, 'Change it').click();
      expect(sent()).to.deep.equal([
        { text: answer('ActionSelected', { actionName: 'Change it' }), contentType: RESPONSE },
      ]);
    });

    it('sends Back', async () => {
      mounted = await mountView(managed('Detail', data));
      button(mounted, 'Back home').click();
      expect(sent()[0]!.text).to.equal(answer('Back', { actionName: 'Back', Label: 'Back home' }));
    });

    it('sends the action that a slot names', async () => {
      mounted = await mountView(
        managed('Detail', { Sections: 'x', Back: '{"Label":"Away","Action":"Leave"}' }),
      );
      button(mounted, 'Away').click();
      expect(sent()[0]!.text).to.equal(answer('Leave', { actionName: 'Leave', Label: 'Away' }));
    });
  });

  describe('List', () => {
    const data = {
      Heading: 'What is it about?',
      SubHeading: 'Choose one',
      Items: [
        { Heading: 'A car', Description: 'Of ours', Icon: 'Car', Id: 'Select_Car' },
        { Heading: 'Only to read' },
      ],
      Back: 'Home',
    };

    it('shows its items; one without an id is only read', async () => {
      mounted = await mountView(managed('List', data));
      expect([title(), body()]).to.deep.equal([
        'What is it about?',
        'Choose one A car Of ours Only to read Home',
      ]);
      expect(mounted.card.shadowRoot!.querySelectorAll('button.row').length).to.equal(1);
    });

    it('sends the id of an item, and keeps its words for the customer', async () => {
      mounted = await mountView(managed('ListView', data));
      button(mounted, 'A car').click();
      expect(sent()[0]!.text).to.equal(answer('ActionSelected', { actionName: 'Select_Car' }));
      expect(Object.values(mounted.cards.notes)).to.include('A car');
    });
  });

  describe('Cards', () => {
    const data = {
      Heading: 'Why do you write?',
      Cards: trip,
      NoMatchFound: { Label: 'None of these' },
      Back: { Label: 'Back' },
    };

    it('shows the cards, opens one, and goes back to where it was', async () => {
      mounted = await mountView(managed('Cards', data));
      expect(body()).to.equal('Lost luggage Open A bag is missing Car rental Back None of these');
      button(mounted, 'Lost luggage').click();
      await mounted.card.updateComplete;
      expect(body()).to.equal(
        'Back Lost luggage claim Takes five minutes Have your tag ready Something else Start Back None of these',
      );
      expect(mounted.card.shadowRoot!.activeElement).to.equal(part(mounted, '[data-back]'));
      part(mounted, '[data-back]').click();
      await mounted.card.updateComplete;
      expect(mounted.card.shadowRoot!.activeElement).to.equal(button(mounted, 'Lost luggage'));
      expect(sent()).to.deep.equal([]);
    });

    it('sends the action of a card with the card', async () => {
      mounted = await mountView(managed('CardsView', data));
      button(mounted, 'Lost luggage').click();
      await mounted.card.updateComplete;
      button(mounted, 'Start').click();
      expect(sent()[0]!.text).to.equal(
        answer('ActionSelected', { actionName: 'Start', Heading: 'Lost luggage', Id: 'lost' }),
      );
    });

    it('sends a card without a detail', async () => {
      mounted = await mountView(managed('Cards', data));
      button(mounted, 'Car rental').click();
      expect(sent()[0]!.text).to.equal(
        answer('ActionSelected', { actionName: 'car', Heading: 'Car rental', Id: 'car' }),
      );
    });

    it('sends that none of them fits', async () => {
      mounted = await mountView(managed('Cards', data));
      button(mounted, 'None of these').click();
      expect(sent()[0]!.text).to.equal(
        answer('NoMatchFound', { actionName: 'NoMatchFound', Label: 'None of these' }),
      );
    });
  });

  describe('Confirmation', () => {
    const data = {
      Heading: 'Done',
      SubHeading: 'A mail follows',
      Graphic: { Include: true },
      Next: { Label: 'Go home' },
      AttributeBar: [{ Label: 'No', Value: '1' }],
    };

    it('shows what has happened and the way on', async () => {
      mounted = await mountView(managed('Confirmation', data));
      expect([title(), body()]).to.deep.equal(['Done', 'A mail follows No 1 Go home']);
      expect(part(mounted, '.tick')).to.exist;
    });

    it('sends Next with its label', async () => {
      mounted = await mountView(managed('ConfirmationView', data));
      button(mounted, 'Go home').click();
      expect(sent()[0]!.text).to.equal(answer('Next', { actionName: 'Next', Label: 'Go home' }));
    });
  });

  describe('Form', () => {
    const sections = [
      {
        Type: 'FormSection',
        Heading: 'Pick-up',
        Configuration: { Layout: { Columns: ['6', '6'] } },
        Items: [
          {
            Type: 'FormInput',
            Name: 'place',
            Label: 'Place',
            InputType: 'text',
            Fluid: true,
            DefaultValue: 'Oslo',
            Required: true,
          },
          { Type: 'DatePicker', Name: 'day', Label: 'Day', DefaultValue: '2026-12-01' },
        ],
      },
      { Type: 'DataSection', Heading: 'Driver', IsEditable: true, Items: [{ Label: 'Name', Value: 'Ada' }] },
    ];
    const data = {
      Heading: 'Change your booking',
      SubHeading: 'Cadillac',
      Sections: sections,
      Wizard: [{ Heading: 'When' }, { Heading: 'Who', Selected: true, Optional: true }],
      Next: { Label: 'Confirm' },
      Previous: { Label: 'One back' },
      Cancel: { Label: 'Stop' },
      Edit: { Label: 'Edit' },
      Back: { Label: 'Home' },
      ErrorText: { Heading: 'That failed', Content: 'Try again' },
    };
    const filled = { FormData: { place: 'Oslo', day: '2026-12-01' }, StepName: 'Who' };

    it('shows steps, the error, sections and its buttons', async () => {
      mounted = await mountView(managed('Form', data));
      expect([title(), body()]).to.deep.equal([
        'Change your booking',
        'Cadillac That failed Try again Step 2 of 2 When Who Pick-up Place Day (optional) Driver Name Ada Edit Home Stop One back Confirm',
      ]);
      expect(wordsOf(part(mounted, '[aria-current=step]'))).to.equal('Who');
      expect((part(mounted, 'input') as HTMLInputElement).value).to.equal('Oslo');
    });

    const presses = [
      ['Confirm', 'Next'],
      ['One back', 'Previous'],
      ['Stop', 'Cancel'],
      ['Home', 'Back'],
    ] as const;
    for (const [label, action] of presses) {
      it(`sends ${action} with what is filled in`, async () => {
        mounted = await mountView(managed('FormWithSteps', data));
        button(mounted, label).click();
        expect(sent()).to.deep.equal([{ text: answer(action, filled), contentType: RESPONSE }]);
      });
    }

    it('sends Edit with the section that is meant', async () => {
      mounted = await mountView(managed('Form', data));
      button(mounted, 'Edit').click();
      expect(sent()[0]!.text).to.equal(answer('Edit', { ...filled, StepName: 'Driver' }));
    });

    it('is sent without the name of a step when there are none', async () => {
      mounted = await mountView(managed('Form', { Sections: sections.slice(0, 1), Next: 'Send' }));
      button(mounted, 'Send').click();
      expect(sent()[0]!.text).to.equal(answer('Next', { FormData: filled.FormData }));
    });

    it('can be left though its fields are not right, and not sent', async () => {
      mounted = await mountView(managed('Form', data));
      fill(part(mounted, 'input'), '');
      button(mounted, 'Confirm').click();
      expect(sent()).to.deep.equal([]);
      button(mounted, 'One back').click();
      expect(sent()[0]!.text).to.equal(
        answer('Previous', { ...filled, FormData: { ...filled.FormData, place: '' } }),
      );
    });

    it('can be sent though the flow has named no button', async () => {
      mounted = await mountView(managed('Form', { Sections: sections.slice(0, 1) }));
      button(mounted, 'Continue').click();
      expect(sent()[0]!.text).to.equal(answer('Next', { FormData: filled.FormData }));
    });

    it('reads sections that came as JSON in quotes, with rows that have columns of their own', async () => {
      const row = {
        LayoutConfiguration: { Grid: [{ colspan: { default: '12', xs: '6' } }] },
        Items: [
          { Type: 'FormInput', Name: 'a', Label: 'A' },
          { Type: 'FormInput', Name: 'b', Label: 'B' },
        ],
      };
      mounted = await mountView(
        managed('Form', { Sections: JSON.stringify([{ Heading: 'One', Items: [row] }]), Next: 'Go' }),
      );
      expect(body()).to.equal('One A B Go');
      const cells = [...mounted.card.shadowRoot!.querySelectorAll('.cell:has(> .field)')];
      expect(cells.map((cell) => getComputedStyle(cell).gridColumnStart)).to.deep.equal(['span 6', 'span 6']);
    });

    it('says in which step it is when the steps are not told', async () => {
      mounted = await mountView(
        managed('Form', { Sections: sections, Wizard: { Heading: 'Progress', Selected: 'Who' }, Next: 'Go' }),
      );
      button(mounted, 'Go').click();
      expect(sent()[0]!.text).to.include('"StepName":"Who"');
    });
  });
});
