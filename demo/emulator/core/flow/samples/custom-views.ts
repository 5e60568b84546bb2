import type { View, ViewNode } from '../../views/view.js';

let count = 0;
/** A node with an id of its own, as an author's tool writes it. */
function node(type: string, props: object = {}, content: readonly (ViewNode | string)[] = []): ViewNode {
  count += 1;
  return { _id: `node-${String(count)}`, Type: type, Props: { ...props }, Content: content };
}

const options = [
  { Label: 'Warm', Value: 'warm' },
  { Label: 'Neutral', Value: 'neutral' },
];

/** A form of the shop's own, whose default value and heading come from the input data. */
export const orderForm: View = {
  id: 'order-form',
  name: 'Order form',
  version: 1,
  actions: ['Send', 'Back'],
  inputSchema: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: { Heading: { type: 'string' }, Order: { type: 'string' } },
    required: ['Order'],
  },
  template: {
    Head: { Title: 'Order form', Configuration: { Layout: { Columns: ['10', '2'] } } },
    Body: [
      node('Header', {}, ['$.Heading']),
      node('Form', {}, [
        node('FormInput', { Label: 'Order number', Name: 'order', Required: true, DefaultValue: '$.Order' }),
        node('TextArea', { Label: 'What is wrong with it?', Name: 'problem' }),
        node('Button', { Action: 'Send' }, ['Send']),
        node('Button', { Action: 'Back' }, ['Back']),
      ]),
    ],
  },
};

/** Its input, given as JSON in a string whose values are JSON again, as some flows do. */
export const orderFormData = JSON.stringify({
  Heading: '"Which order is it?"',
  Order: 'H-20417',
});

/** Every component that a view can have and a customer can use. */
export const gallery: View = {
  id: 'gallery',
  name: 'Gallery',
  version: 3,
  actions: ['Send', 'Later', 'CardChosen', 'Refresh'],
  inputSchema: { type: 'object', properties: { Lamps: { type: 'array' }, Attributes: { type: 'array' } } },
  template: {
    Head: { Title: 'Gallery', Configuration: { Layout: { Columns: ['12'] } } },
    Body: [
      node('Container', {}, [
        node('Header', {}, ['Everything a view can hold']),
        node('Alert', { Type: 'info', Heading: 'Only a demo' }, ['Nothing of this is sent anywhere.']),
        node('AttributeBar', { Attributes: '$.Attributes' }),
        node('Section', { Heading: 'Words' }, [
          node('TextBox', {}, [
            'A text with a ',
            node('Link', { Url: 'https://example.com/lamps' }, ['link']),
            '.',
          ]),
          node('HTMLBox', {
            TemplateString:
              '<p>From a <strong>string</strong>.<img src="x" onerror="alert(1)"></p><script>alert(2)</script>',
          }),
          node('Image', { Src: '{origin}/pages/pictures/arc.svg', Alt: 'A tall lamp' }),
          node('Icon', { Name: 'lamp' }),
          node('Loader', { Label: 'Loading' }),
        ]),
        node('ExpandableSection', { Heading: 'More about the lamp' }, ['It bends over a chair.']),
        node('AttributeSection', {
          Items: [
            { Label: 'Reach', Value: '120 cm' },
            { Label: 'Made in', Value: 'Oslo' },
          ],
        }),
        node('List', { Items: '$.Lamps' }),
        node('Table', {
          Name: 'prices',
          Columns: ['Lamp', 'Price'],
          Items: [
            ['Arc', '4 290 kr'],
            ['Dome', '2 450 kr'],
          ],
        }),
        node('Cards', {
          Cards: [
            { Summary: { Id: 'dome', Heading: 'Dome' }, Detail: { Heading: 'Dome', Actions: ['Take it'] } },
          ],
        }),
        node('Card', { Id: 'arc', Heading: 'Arc', Action: 'CardChosen' }, ['A floor lamp']),
        node('Form', {}, [
          node('FormInput', { Label: 'Name', Name: 'name', Required: true }),
          node('FormInput', { Label: 'Pieces', Name: 'pieces', InputType: 'number', DefaultValue: '1' }),
          node('TextArea', { Label: 'Note', Name: 'note' }),
          node('Dropdown', { Label: 'Light', Name: 'light', Options: options }),
          node('RadioGroup', { Label: 'Switch', Name: 'switch', Options: options }),
          node('CheckboxGroup', { Label: 'With', Name: 'with', Options: options }),
          node('DatePicker', { Label: 'Day', Name: 'day' }),
          node('TimePicker', { Label: 'Time', Name: 'time' }),
          node('Toggle', { Label: 'As a gift', Name: 'gift' }),
          node('SubmitButton', { Label: 'Send', Action: 'Send' }),
        ]),
        node('ButtonGroup', {
          Items: [
            { Label: 'Later', Action: 'Later' },
            { Label: 'Refresh', Action: 'Refresh' },
          ],
        }),
        node('Button', { Action: 'Later' }, ['Not now']),
      ]),
    ],
  },
};

/** What the gallery's references are taken from. */
export const galleryData = {
  Lamps: [
    { Id: 'arc', Heading: 'Arc', Description: 'Floor lamp', Icon: 'lamp' },
    { Id: 'dome', Heading: 'Dome', Description: 'Pendant' },
  ],
  Attributes: [
    { Label: 'Order', Value: 'H-20417', Copyable: true },
    { Label: 'Shop', Value: 'Halden', LinkType: 'external', Url: 'https://example.com/' },
  ],
};
