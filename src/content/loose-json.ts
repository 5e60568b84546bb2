/**
 * Reads JSON, and the near-JSON that bots built in Python send when they forget to serialize: single quotes, `True`,
 * `False`, `None`, a comma before a closing bracket. `undefined` when it is neither.
 */
export function parseLooseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parsePythonLiteral(text);
  }
}

const TOKEN =
  /'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"|-?\d{1,32}(?:\.\d{1,32})?(?:[eE][+-]?\d{1,3})?|[A-Za-z]{1,9}|[^\s]/gy;
const WORDS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

/** Rewrites token by token, so that words inside strings stay, and lets the real parser judge the result. */
function parsePythonLiteral(text: string): unknown {
  const tokens: string[] = [];
  for (const [token] of text.matchAll(new RegExp(TOKEN, 'g'))) {
    if (token.startsWith("'") || token.startsWith('"')) tokens.push(JSON.stringify(unquote(token)));
    else if (/^[\]}]$/.test(token) && tokens.at(-1) === ',') tokens.splice(-1, 1, token);
    else tokens.push(WORDS[token] ?? token);
  }
  try {
    return JSON.parse(tokens.join(' '));
  } catch {
    return undefined;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g,
      (_, unicode?: string, byte?: string, plain?: string) =>
        plain === undefined
          ? String.fromCharCode(Number.parseInt(unicode ?? byte ?? '', 16))
          : (ESCAPES[plain] ?? plain),
    );
}
