/** Hours and minutes of an instant, as the reader's locale writes them. */
export function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}
