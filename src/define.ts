/**
 * Registers a custom element unless its tag is taken. A page may load two copies of this package (a script tag and a
 * bundle, say): the first one wins, and the second must not throw.
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, constructor);
}
