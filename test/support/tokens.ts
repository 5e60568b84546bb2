import tokens from '../../src/connect-chat.styles.js';

/** Gives the test's page the tokens that components find on `<connect-chat>`. */
export function useTokens(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens.cssText.replaceAll(':host', ':root'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
