const maxBytes = 16_384;

/** The limits of the older documents, in characters. */
const legacyMaxLength: Readonly<Record<string, number>> = {
  'text/plain': 1024,
  'text/markdown': 1024,
  'application/json': 12_000,
  'application/vnd.amazonaws.connect.message.interactive.response': 12_288,
};

/** What is wrong with the size of a message, or undefined. The hard cap counts UTF-8 bytes, not characters. */
export function messageLimit(contentType: string, content: string, legacy: boolean): string | undefined {
  const maxLength = legacy ? legacyMaxLength[contentType] : undefined;
  if (maxLength !== undefined && content.length > maxLength)
    return `Content is longer than ${String(maxLength)}.`;
  if (new TextEncoder().encode(content).length > maxBytes)
    return `Content is larger than ${String(maxBytes)} bytes.`;
  return undefined;
}
