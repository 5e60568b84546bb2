import panelTokens from '../../src/connect-chat.panel.styles.js';
import launcherTokens from '../../src/connect-chat.styles.js';

/** Gives the test's page the tokens that components find on `<connect-chat>`. */
export function useTokens(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${launcherTokens.cssText}${panelTokens.cssText}`.replaceAll(':host', ':root'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Puts every fading and moving thing at its end: axe measures what it sees. A page in the background would not get there. */
export function finishAnimations(): void {
  for (const animation of animationsIn(document)) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

/** A document does not list the animations inside its shadow trees. */
function animationsIn(root: DocumentOrShadowRoot & ParentNode): Animation[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...root.getAnimations(), ...inside];
}
