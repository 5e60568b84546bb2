/** Which browser the tests drive, and how it is started. */
export function findBrowser(): Promise<{
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly headless: true | 'shell';
}>;
