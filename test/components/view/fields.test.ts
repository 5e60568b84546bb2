import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, fill, mountView, part, wordsOf, type MountedView } from '../../support/view-cards.js';

const options = [
  { Label: 'Warm', Value: 'w' },
  { Label: 'Cold', Value: 'c', Description: 'Bluish' },
];

interface FieldCase {
  readonly name: string;
  readonly type: string;
  readonly props?: object;
  /** Selector of the control, and the accessible role that it has. */
  readonly control: string;
  /** What it says, with its hint. */
  readonly reads: string;
  /** What goes over the wire untouched. */
  readonly first: unknown;
  /** What the customer puts in, and what goes over the wire then. */
  readonly put: (mounted: MountedView) => void;
  readonly then: unknown;
}

const write = (value: string) => (mounted: MountedView) => fill(part(mounted, '#f-1, .input'), value);
const click = (index: number) => (mounted: MountedView) =>
  mounted.card.shadowRoot!.querySelectorAll<HTMLElement>('.check input')[index]!.click();

const cases: readonly FieldCase[] = [
  {
    name: 'FormInput',
    type: 'FormInput',
    control: 'input[type=text]',
    reads: 'Field',
    first: '',
    put: write('Ada'),
    then: 'Ada',
  },
  {
    name: 'FormInput with a value and a hint',
    type: 'FormInput',
    props: { DefaultValue: 'Oslo', HelperText: 'Where you live' },
    control: 'input[type=text]',
    reads: 'Field Where you live',
    first: 'Oslo',
    put: write('Bergen'),
    then: 'Bergen',
  },
  {
    name: 'FormInput for an email address',
    type: 'FormInput',
    props: { InputType: 'email' },
    control: 'input[type=email][autocomplete=email]',
    reads: 'Field',
    first: '',
    put: write('a@b.no'),
    then: 'a@b.no',
  },
  {
    name: 'FormInput for a number',
    type: 'FormInput',
    props: { InputType: 'number' },
    control: 'input[inputmode=decimal]',
    reads: 'Field',
    first: '',
    put: write('3,5'),
    then: '3,5',
  },
  {
    name: 'FormInput for a phone number',
    type: 'FormInput',
    props: { InputType: 'tel' },
    control: 'input[type=tel]',
    reads: 'Field',
    first: '',
    put: write('+47 40 00'),
    then: '+47 40 00',
  },
  {
    name: 'FormInput for an address on the web',
    type: 'FormInput',
    props: { InputType: 'url' },
    control: 'input[type=url]',
    reads: 'Field',
    first: '',
    put: write('https://a.no/'),
    then: 'https://a.no/',
  },
  {
    name: 'FormInput for a password',
    type: 'FormInput',
    props: { InputType: 'password' },
    control: 'input[type=password][autocomplete=off]',
    reads: 'Field',
    first: '',
    put: write('hush'),
    then: 'hush',
  },
  {
    name: 'TextArea',
    type: 'TextArea',
    props: { Placeholder: 'Tell us' },
    control: 'textarea[placeholder="Tell us"]',
    reads: 'Field',
    first: '',
    put: write('Two\nlines'),
    then: 'Two\nlines',
  },
  {
    name: 'DatePicker',
    type: 'DatePicker',
    props: { DefaultValue: '2026-12-01T00:00' },
    control: 'input[type=date]',
    reads: 'Field',
    first: '2026-12-01',
    put: write('2026-12-24'),
    then: '2026-12-24',
  },
  {
    name: 'TimePicker',
    type: 'TimePicker',
    props: { DefaultValue: '09:30:00' },
    control: 'input[type=time]',
    reads: 'Field',
    first: '09:30',
    put: write('17:05'),
    then: '17:05',
  },
  {
    name: 'Dropdown',
    type: 'Dropdown',
    props: { Options: options },
    control: 'select',
    reads: 'Field Choose Warm Cold',
    first: [],
    put: write('c'),
    then: ['c'],
  },
  {
    name: 'Dropdown with a value',
    type: 'Dropdown',
    props: { Options: options, DefaultValue: ['w'] },
    control: 'select',
    reads: 'Field Choose Warm Cold',
    first: ['w'],
    put: write(''),
    then: [],
  },
  {
    name: 'Dropdown for several',
    type: 'Dropdown',
    props: { Options: options, MultiSelect: true, DefaultValue: ['c'] },
    control: 'fieldset input[type=checkbox]',
    reads: 'Field Warm Cold Bluish',
    first: ['c'],
    put: click(0),
    then: ['w', 'c'],
  },
  {
    name: 'RadioGroup',
    type: 'RadioGroup',
    props: { Options: options },
    control: '[role=radiogroup] input[type=radio]',
    reads: 'Field Warm Cold Bluish',
    first: '',
    put: click(1),
    then: 'c',
  },
  {
    name: 'CheckboxGroup',
    type: 'CheckboxGroup',
    props: { Options: ['One', 'Two'], DefaultValue: ['Two'] },
    control: 'fieldset input[type=checkbox]',
    reads: 'Field One Two',
    first: ['Two'],
    put: click(1),
    then: [],
  },
  {
    name: 'Checkbox',
    type: 'Checkbox',
    control: 'input[type=checkbox]',
    reads: 'Field',
    first: false,
    put: click(0),
    then: true,
  },
  {
    name: 'Toggle',
    type: 'Toggle',
    props: { DefaultValue: 'true' },
    control: 'input[role=switch]',
    reads: 'Field',
    first: true,
    put: click(0),
    then: false,
  },
];

const wrong: readonly (readonly [string, object, string, string])[] = [
  ['a required field that is empty', { Required: true }, ' ', 'Fill this in.'],
  ['too short', { MinLength: 3 }, 'ab', 'Use at least 3 characters.'],
  ['too long', { Validation: { MaxLength: '3' } }, 'abcd', 'Use at most 3 characters.'],
  ['a pattern', { Pattern: '[0-9]{4}' }, '05', 'This doesn’t look right. Check it once more.'],
  [
    'a pattern, in the author’s words',
    { Pattern: '[0-9]{4}', ErrorText: 'Four digits.' },
    '05',
    'Four digits.',
  ],
  ['no number', { InputType: 'number' }, 'two', 'Use a number, such as 12.'],
  ['too small a number', { InputType: 'number', Min: 5 }, '4', 'Use 5 or more.'],
  ['too great a number', { InputType: 'number', MaxValue: '5' }, '11', 'Use 5 or less.'],
  ['no email address', { InputType: 'email' }, 'sam@', 'Use an email address, such as sam@example.com.'],
  [
    'no address on the web',
    { InputType: 'url' },
    'javascript:1',
    'Use a full web address, such as https://example.com.',
  ],
  ['no phone number', { InputType: 'tel' }, 'call me', 'Use a phone number, such as +47 400 00 000.'],
  [
    'too early a day',
    { InputType: 'date', MinDate: '2025-12-02' },
    '2025-12-01',
    'Use 2 December 2025 or later.',
  ],
  ['too late a time', { InputType: 'time', Max: '17:00' }, '18:00', 'Use 17:00 or earlier.'],
];

describe('<connect-chat-view>, its fields', () => {
  let mounted: MountedView;

  const mount = async (...fields: readonly object[]) => {
    const submit = { Type: 'SubmitButton', Props: { Label: 'Send', Action: 'Send' } };
    mounted = await mountView({
      body: [{ Type: 'Form', Props: {}, Content: [...fields, submit] }],
      actions: ['Send'],
    });
  };
  const field = (Type: string, props: object = {}) => ({
    Type,
    Props: { Label: 'Field', Name: 'field', ...props },
  });
  const send = async () => {
    button(mounted, 'Send').click();
    await mounted.card.updateComplete;
  };
  const data = () => (JSON.parse(mounted.cards.sent[0]!.text) as { data: { field: unknown } }).data.field;

  for (const { name, type, props, control, reads, first, put, then } of cases) {
    it(`shows a ${name} that is accessible, and sends what it holds`, async () => {
      await mount(field(type, props));
      expect(part(mounted, control), control).to.exist;
      expect(wordsOf(part(mounted, '.field'))).to.equal(reads);
      await expect(mounted.card).to.be.accessible();
      await send();
      expect(data()).to.deep.equal(first);
    });

    it(`sends what was put into a ${name}`, async () => {
      await mount(field(type, props));
      put(mounted);
      await send();
      expect(data()).to.deep.equal(then);
    });
  }

  for (const [name, props, value, sentence] of wrong) {
    it(`does not send ${name}`, async () => {
      await mount(field('FormInput', props));
      fill(part(mounted, '.input'), value);
      await send();
      expect(mounted.cards.sent).to.deep.equal([]);
      const input = part(mounted, '.input');
      expect(wordsOf(part(mounted, '.error'))).to.equal(sentence);
      expect(wordsOf(part(mounted, '[role=alert]'))).to.equal('Please fix one field before you go on.');
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(input.getAttribute('aria-describedby')).to.include(part(mounted, '.error').id);
      expect(mounted.card.shadowRoot!.activeElement).to.equal(input);
      await expect(mounted.card).to.be.accessible();
    });
  }

  for (const type of ['Dropdown', 'RadioGroup', 'CheckboxGroup', 'Toggle', 'Checkbox']) {
    it(`asks for an answer in a ${type} that is required`, async () => {
      await mount(field(type, { Required: true, Options: options }));
      await send();
      expect(mounted.cards.sent).to.deep.equal([]);
      expect(wordsOf(part(mounted, '.error'))).to.equal('Choose an answer.');
      expect(mounted.card.shadowRoot!.activeElement).to.equal(part(mounted, '[id^=f-]:is(input, select)'));
      await expect(mounted.card).to.be.accessible();
    });
  }

  it('takes an expression that is none, or that nobody could finish, for no hindrance', async () => {
    await mount(field('FormInput', { Pattern: '([' }));
    fill(part(mounted, '.input'), 'x');
    await send();
    expect(data()).to.equal('x');
  });

  it('counts what is wrong, and forgets it when it is mended', async () => {
    await mount(field('FormInput', { Required: true }), field('TextArea', { Required: true, Name: 'b' }));
    await send();
    expect(wordsOf(part(mounted, '[role=alert]'))).to.equal('Please fix 2 fields before you go on.');
    fill(part(mounted, 'input'), 'here');
    await mounted.card.updateComplete;
    expect(wordsOf(part(mounted, '[role=alert]'))).to.equal('Please fix one field before you go on.');
    expect(part(mounted, 'input').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('says which field is optional where others are not', async () => {
    await mount(field('FormInput', { Required: true }), field('FormInput', { Name: 'b', Label: 'Other' }));
    expect(wordsOf(part(mounted, '.card')))
      .to.include('Other (optional)')
      .and.not.include('Field (optional)');
  });

  it('leaves a disabled field alone', async () => {
    await mount(field('FormInput', { Required: true, Disabled: true }));
    await send();
    expect(data()).to.equal('');
  });

  it('is filled in and sent with the keyboard alone', async () => {
    await mount(field('FormInput'), {
      Type: 'RadioGroup',
      Props: { Label: 'Light', Name: 'light', Options: options },
    });
    part(mounted, 'input').focus();
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: 'Enter' });
    expect(mounted.cards.sent.map(({ text }) => text)).to.deep.equal([
      '{"templateType":"ViewResource","version":"1.0","action":"Send","data":{"field":"Ada","light":"c"}}',
    ]);
  });

  it('keeps its keys from the log, and gives Escape to the message', async () => {
    await mount(field('TextArea'));
    const area = part(mounted, 'textarea');
    area.focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(mounted.card.shadowRoot!.activeElement).to.equal(area);
    await sendKeys({ press: 'Escape' });
    expect(mounted.list.shadowRoot!.activeElement).to.equal(mounted.card.closest('[role=article]'));
  });

  it('goes to its first control when it is focused', async () => {
    await mount(field('FormInput'));
    mounted.card.focus();
    expect(mounted.card.shadowRoot!.activeElement).to.equal(part(mounted, 'input'));
  });
});
