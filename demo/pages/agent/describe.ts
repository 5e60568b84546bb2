import type { Item } from './control.js';

type Members = Readonly<Record<string, unknown>>;

const interactiveType = 'application/vnd.amazonaws.connect.message.interactive';

/** The words for a message that is more than text: what was shown, or what the customer answered. */
export function describe({ Content = '', ContentType = '' }: Pick<Item, 'Content' | 'ContentType'>): string {
  const content = members(parse(Content));
  if (ContentType === interactiveType) return shown(content, Content);
  if (ContentType === `${interactiveType}.response`) return answered(content, Content);
  const { listTitle, selectionText } = content;
  const isCard = typeof listTitle === 'string' && typeof selectionText === 'string';
  return isCard ? `${selectionText} (${listTitle})` : Content;
}

/** A message in a list of contacts, where nothing is known but its text. */
export function describeText(text: string): string {
  const { templateType, action } = members(parse(text));
  if (typeof templateType !== 'string') return describe({ Content: text, ContentType: 'text/plain' });
  const suffix = typeof action === 'string' ? '.response' : '';
  return describe({ Content: text, ContentType: interactiveType + suffix });
}

function shown({ templateType, data }: Members, raw: string): string {
  const content = members(members(data).content);
  if (typeof templateType !== 'string') return raw;
  const viewData =
    typeof content.viewData === 'string' ? members(parse(content.viewData)) : members(content.viewData);
  const title = [content.title, viewData.Heading, content.viewId].find(
    (one): one is string => typeof one === 'string',
  );
  return `[${templateType}] ${title ?? ''}`.trim();
}

function answered({ action, data, templateType }: Members, raw: string): string {
  const fields = members(data);
  if (typeof action !== 'string') return raw;
  if (action.trim() === '') return String(fields.content);
  if (templateType !== 'ViewResource') return `[${action}]`;
  const said = Object.entries({ ...fields, ...members(fields.FormData) })
    .filter(([name]) => name !== 'FormData')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [`[${action}]`, ...said].join('\n');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}
