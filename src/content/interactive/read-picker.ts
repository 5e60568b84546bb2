import { linkAddress, list, pictureAddress, record, words, type Json } from './reading.js';
import type { Choice, Heading, LinkOption, LinkTarget, Page, Picker, Picture } from './template.js';

/** A picker from the `content` of a message, and the words for afterwards from its `data`. */
export function readPicker(type: Picker['type'], content: Json, data: Json): Picker {
  const elements = list(content.elements);
  const { listId, preIndex, nextIndex, referenceId } = content;
  return {
    ...readHeading(content, data),
    type,
    options: elements.flatMap(readOption),
    pages: (['PREVIOUS_OPTIONS', 'SHOW_MORE'] as const).flatMap((action) => readPage(elements, action)),
    cursor: { listId, preIndex, nextIndex, referenceId },
    target: linkTarget(content.targetForLinks),
  };
}

/** What all templates begin with. */
export function readHeading(content: Json, data: Json): Heading {
  const reply = record(data.replyMessage);
  const answered = reply && readTexts(reply);
  const referenceId = words(content.referenceId);
  return {
    ...readTexts(content),
    ...(answered && (answered.title !== '' || answered.subtitle !== '') && { reply: answered }),
    ...(referenceId !== '' && { referenceId }),
  };
}

function readTexts(fields: Json): Pick<Heading, 'title' | 'subtitle' | 'picture'> {
  const picture = readPicture(fields);
  return { title: words(fields.title), subtitle: words(fields.subtitle), ...(picture && { picture }) };
}

/** `imageType` has one documented value, "URL"; what it says otherwise is not believed, because the address is checked anyway. */
function readPicture({ imageData, imageDescription }: Json): Picture | undefined {
  const src = pictureAddress(imageData);
  return src === undefined ? undefined : { src, alt: words(imageDescription) };
}

function readOption(element: unknown): readonly (Choice | LinkOption)[] {
  const fields = record(element);
  if (!fields) {
    const title = words(element);
    return title === '' ? [] : [{ kind: 'choice', title, subtitle: '' }];
  }
  if (pageAction(fields)) return [];
  const texts = readTexts(fields);
  // The title is what is answered: without one, whatever else is readable has to be.
  const title = texts.title || texts.subtitle || words(fields.imageDescription) || words(fields.url);
  if (title === '') return [];
  const shown = { ...texts, title, subtitle: title === texts.subtitle ? '' : texts.subtitle };
  if (!/^hyperlink$/i.test(words(fields.type))) return [{ kind: 'choice', ...shown }];
  const href = linkAddress(fields.url);
  return [{ kind: 'link', ...shown, ...(href !== undefined && { href }) }];
}

function readPage(elements: readonly unknown[], action: Page['action']): readonly Page[] {
  const page = elements.map(record).find((fields) => fields && pageAction(fields) === action);
  return page ? [{ action, title: words(page.title) }] : [];
}

function pageAction({ actionDetail }: Json): Page['action'] | undefined {
  return actionDetail === 'SHOW_MORE' || actionDetail === 'PREVIOUS_OPTIONS' ? actionDetail : undefined;
}

function linkTarget(value: unknown): LinkTarget {
  return value === '_self' || value === '_parent' || value === '_top' ? value : '_blank';
}
