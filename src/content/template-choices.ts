/** Fields of an interactive message, or of an answer to one, whatever they hold. */
interface Fields {
  readonly data?: { readonly content?: { readonly elements?: unknown; readonly timeslots?: unknown } };
  readonly selectionText?: unknown;
}

/**
 * How many options, times or cards an interactive message offers, for those who cannot see them at a glance; 0 where that
 * cannot be told. Never throws.
 */
export function choicesOf(text: string): number {
  const content = fieldsOf(text)?.data?.content;
  const choices = content?.timeslots ?? content?.elements;
  if (!Array.isArray(choices)) return 0;
  return choices.filter((choice: { actionDetail?: unknown } | null) => choice && !choice.actionDetail).length;
}

/** What the customer chose from a carousel, whose answer is JSON; undefined for any other words. */
export function selectionOf(text: string): string | undefined {
  const selection = text.startsWith('{') ? fieldsOf(text)?.selectionText : undefined;
  return typeof selection === 'string' ? selection : undefined;
}

function fieldsOf(text: string): Fields | null | undefined {
  try {
    return JSON.parse(text) as Fields | null;
  } catch {
    return undefined;
  }
}
