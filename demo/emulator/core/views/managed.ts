import type { View } from './view.js';

/** A view with one component that takes its props from the input data, as the managed views do. */
function managed(
  id: string,
  name: string,
  props: readonly string[],
  required: readonly string[],
  actions: readonly string[],
): View {
  return {
    id,
    name,
    version: 1,
    managed: true,
    actions,
    inputSchema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: Object.fromEntries(props.map((prop) => [prop, {}])),
      required,
    },
    template: {
      Head: { Title: name, Configuration: { Layout: { Columns: ['12'] } } },
      Body: [
        {
          _id: `${id}-root`,
          Type: name,
          Props: Object.fromEntries(props.map((prop) => [prop, `$.${prop}`])),
          Content: [],
        },
      ],
    },
  };
}

/** The five views that AWS manages (Amazon Connect Administrator Guide, AWS managed views). */
export const managedViews: readonly View[] = [
  managed(
    'detail',
    'Detail',
    ['Heading', 'Description', 'Sections', 'AttributeBar', 'Back', 'Actions'],
    ['Sections'],
    ['Back', 'ActionSelected'],
  ),
  managed(
    'list',
    'List',
    ['Heading', 'SubHeading', 'Items', 'AttributeBar', 'Back'],
    ['Items'],
    ['Back', 'ActionSelected'],
  ),
  managed(
    'form',
    'Form',
    [
      'Heading',
      'SubHeading',
      'Sections',
      'Wizard',
      'Next',
      'Previous',
      'Cancel',
      'Edit',
      'Back',
      'ErrorText',
      'AttributeBar',
    ],
    ['Sections'],
    ['Next', 'Previous', 'Cancel', 'Edit', 'Back'],
  ),
  managed(
    'confirmation',
    'Confirmation',
    ['Heading', 'SubHeading', 'Graphic', 'Next', 'AttributeBar'],
    ['Next'],
    ['Next'],
  ),
  managed(
    'cards',
    'Cards',
    ['Heading', 'Cards', 'NoMatchFound', 'Back', 'AttributeBar'],
    ['Cards'],
    ['Back', 'ActionSelected'],
  ),
];
