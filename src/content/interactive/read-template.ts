import { flag, list, number, record, words, type Json } from './reading.js';
import { readHeading, readPicker } from './read-picker.js';
import type { Carousel, CarouselCard, Template, TimePicker } from './template.js';
import { readSlots } from './slots.js';

/** A template, or why a message is none that can be shown as one. */
export type Reading =
  { readonly template: Template } | { readonly reason: 'not-json' | 'unknown-template' | 'nothing-to-show' };

/**
 * Reads an interactive message, and makes the best of it: a field of the wrong type is left out, a count out of range is
 * what it is, JSON in Python's spelling or wrapped in a string is understood. Never throws.
 */
export function readTemplate(text: string): Reading {
  const message = record(text);
  if (!message) return { reason: 'not-json' };
  const template = readBody(message);
  if (!template) return { reason: 'unknown-template' };
  return isBlank(template) ? { reason: 'nothing-to-show' } : { template };
}

function readBody(message: Json): Template | undefined {
  const data = record(message.data) ?? {};
  const content = record(data.content) ?? data;
  const { templateType: type } = message;
  switch (type) {
    case 'ListPicker':
    case 'Panel':
    case 'QuickReply':
      return readPicker(type, content, data);
    case 'TimePicker':
      return readTimePicker(content, data);
    case 'Carousel':
      return readCarousel(content, data);
    default:
      return undefined;
  }
}

/** A place further from UTC than any is a mistake. */
const MAX_OFFSET_MINUTES = 14 * 60;

function readTimePicker(content: Json, data: Json): TimePicker {
  const offset = number(content.timeZoneOffset);
  const location = record(content.location) ?? {};
  const at = [number(location.latitude), number(location.longitude)].filter((one) => one !== undefined);
  return {
    ...readHeading(content, data),
    type: 'TimePicker',
    slots: readSlots(content.timeslots),
    ...(offset !== undefined && Math.abs(offset) <= MAX_OFFSET_MINUTES && { offsetMinutes: offset }),
    place: words(location.title) || (at.length === 2 ? at.join(', ') : ''),
  };
}

function readCarousel(content: Json, data: Json): Carousel {
  return {
    ...readHeading(content, data),
    type: 'Carousel',
    cards: list(content.elements).flatMap(readCard),
    vertical: flag(content.carouselIsVertical),
    titleOmitted: flag(content.omitTitleFromCarouselResponse),
  };
}

/** A whole message of its own, inside the other. */
function readCard(value: unknown): readonly CarouselCard[] {
  const message = record(value);
  const template = message && readBody(message);
  if (!template || template.type === 'TimePicker' || template.type === 'Carousel') return [];
  return isBlank(template) ? [] : [{ ...template, templateIdentifier: words(message.templateIdentifier) }];
}

function isBlank(template: Template): boolean {
  if (template.title !== '' || template.subtitle !== '' || template.picture) return false;
  switch (template.type) {
    case 'TimePicker':
      return template.slots.length === 0;
    case 'Carousel':
      return template.cards.length === 0;
    default:
      return template.options.length === 0 && template.pages.length === 0;
  }
}
