import type { Outcome } from '../operation.js';
import type { ServiceParts } from '../service-parts.js';
import type { Grant } from '../tokens.js';
import { text, validate } from '../validate.js';
import { viewArn } from './views.js';

/** DescribeView: the view behind a token. */
export function describeView({ views }: ServiceParts, { contact }: Grant, viewToken: string): Outcome {
  const view = views.find(contact, validate(text(1, 1000), viewToken));
  return {
    body: {
      View: {
        Id: view.id,
        Arn: viewArn(view),
        Name: view.name,
        Version: view.version,
        Content: {
          InputSchema: JSON.stringify(view.inputSchema),
          Template: JSON.stringify(view.template),
          Actions: view.actions,
        },
      },
    },
  };
}
