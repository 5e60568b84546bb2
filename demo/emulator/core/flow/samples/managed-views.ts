const attributeBar = [
  { Label: 'Order', Value: 'H-20417', Copyable: true },
  { Label: 'Track it', Value: 'Carrier', LinkType: 'external', Url: 'https://example.com/track' },
  { Label: 'Case', Value: 'Repair 7', LinkType: 'case', ResourceId: 'case-7' },
];

/** For the managed view Detail. */
export const detailData = {
  Heading: 'Your order H-20417',
  Description: 'An Arc floor lamp, sent on Tuesday.',
  Sections: {
    TemplateString:
      '<h3>Delivery</h3><p>Between <strong>9 and 12</strong> on Thursday.</p><ul><li>Ring twice</li><li>Leave it with the neighbour</li></ul>',
  },
  AttributeBar: attributeBar,
  Back: { Label: 'Back' },
  Actions: ['Change the day', 'Cancel the order'],
};

/** For the managed view List. */
export const listData = {
  Heading: 'Your orders',
  SubHeading: 'Choose one',
  AttributeBar: attributeBar.slice(0, 1),
  Items: [
    { Id: 'H-20417', Heading: 'Arc floor lamp', Description: 'Sent on Tuesday', Icon: 'Shipment' },
    { Id: 'H-19802', Heading: 'Dome pendant', Description: 'Delivered in May', Icon: 'School' },
  ],
  Back: { Label: 'Back' },
};

/** For the managed view Confirmation. */
export const confirmationData = {
  Heading: 'Your return is on its way',
  SubHeading: 'You get a label by e-mail within the hour.',
  Graphic: { Include: true },
  AttributeBar: attributeBar.slice(0, 1),
  Next: { Label: 'Done' },
};

/** For the managed view Cards. */
export const cardsData = {
  Heading: 'What went wrong?',
  Cards: [
    {
      Summary: {
        Id: 'buzzing',
        Icon: 'plus',
        Heading: 'It buzzes',
        Status: 'Common',
        Description: 'A sound, most of all when dimmed',
      },
      Detail: {
        Heading: 'A lamp that buzzes',
        Description: 'Nearly always the dimmer.',
        Sections: { TemplateString: '<p>We send a <em>new dimmer</em>, you need one screwdriver.</p>' },
        Actions: ['Send me a dimmer', 'Let somebody come'],
      },
    },
    {
      Summary: { Id: 'dark', Icon: 'x', Heading: 'It stays dark', Description: 'Whatever the bulb' },
      Detail: {
        Heading: 'A lamp that stays dark',
        Description: 'Try another socket first.',
        Sections: { TemplateString: '<p>Then write to us.</p>' },
        Actions: ['Repair it'],
      },
    },
  ],
  NoMatchFound: { Label: 'Something else' },
  AttributeBar: attributeBar.slice(0, 1),
  Back: { Label: 'Back' },
};

const half = { Grid: [{ colspan: { default: '12', xs: '6' } }] };
const whole = { Grid: [{ colspan: { default: '12' } }] };

/** For the managed view Form, step by step. Sections arrive as a string of JSON, as flows often make them. */
export const formSteps = [
  {
    Heading: 'Return a lamp',
    SubHeading: 'Two short steps',
    Wizard: { Heading: 'Return a lamp', Selected: 'Your order' },
    AttributeBar: attributeBar.slice(0, 2),
    Sections: JSON.stringify([
      {
        _id: 'order',
        Type: 'FormSection',
        Heading: 'Your order',
        isEditable: true,
        Items: [
          {
            LayoutConfiguration: half,
            Items: [
              {
                Type: 'FormInput',
                Label: 'Order number',
                Name: 'order',
                DefaultValue: 'H-20417',
                InputType: 'text',
                Fluid: true,
                Required: true,
              },
              { Type: 'FormInput', Label: 'E-mail', Name: 'email', InputType: 'email', Fluid: true },
            ],
          },
          {
            LayoutConfiguration: whole,
            Items: [
              {
                Type: 'Dropdown',
                Label: 'Reason',
                Name: 'reason',
                Required: true,
                Options: [
                  { Label: 'It arrived broken', Value: 'broken' },
                  { Label: 'I do not like it', Value: 'taste' },
                ],
              },
            ],
          },
        ],
      },
    ]),
    Next: { Label: 'Go on' },
    Cancel: { Label: 'Cancel' },
  },
  {
    Heading: 'Return a lamp',
    SubHeading: 'The last step',
    ErrorText: 'Please choose a day after today.',
    Wizard: { Heading: 'Return a lamp', Selected: 'The return' },
    Sections: [
      {
        _id: 'summary',
        Type: 'DataSection',
        Heading: 'What we know',
        isEditable: false,
        Items: [{ LayoutConfiguration: half, Items: [{ Label: 'Lamp', Value: 'Arc floor lamp' }] }],
      },
      {
        _id: 'return',
        Type: 'FormSection',
        Heading: 'The return',
        isEditable: true,
        Items: [
          {
            LayoutConfiguration: half,
            Items: [
              { Type: 'DatePicker', Label: 'Day', Name: 'day', Required: true },
              { Type: 'TimePicker', Label: 'Time', Name: 'time' },
            ],
          },
          {
            LayoutConfiguration: whole,
            Items: [
              { Type: 'TextArea', Label: 'Anything else', Name: 'note' },
              {
                Type: 'RadioGroup',
                Label: 'Refund to',
                Name: 'refund',
                DefaultValue: 'card',
                Options: [
                  { Label: 'My card', Value: 'card' },
                  { Label: 'A voucher', Value: 'voucher' },
                ],
              },
            ],
          },
        ],
      },
    ],
    Next: { Label: 'Send' },
    Previous: { Label: 'Previous' },
    Edit: { Label: 'Edit' },
    Cancel: { Label: 'Cancel' },
    Back: { Label: 'Back' },
  },
] as const;
