/**
 * The files that an event brings into the chat: chosen, pasted or dropped; none yet while they are dragged. Undefined for an event that is about
 * something else, or belongs to what the page has put into a slot.
 */
export function filesOf(event: Event): readonly File[] | undefined {
  const { dataTransfer, clipboardData } = event as Partial<DragEvent & ClipboardEvent>;
  if (!dataTransfer && event.target !== event.currentTarget) return undefined;
  const input = event.composedPath()[0] as Partial<HTMLInputElement>;
  const { types, files } = dataTransfer ?? clipboardData ?? { types: ['Files'], files: input.files };
  // Words that bring a picture of themselves along, as office programs copy them, are words.
  if (!files || !types.includes('Files') || clipboardData?.types.includes('text/plain')) return undefined;
  const list = [...files];
  // The next choice may be the same file; and nothing holds on to this one.
  if (event.type === 'input') input.value = '';
  return list;
}
