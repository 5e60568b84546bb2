import type { Ask } from '../engine/types.js';
import { failure } from './failure.js';
import { asRecord, member } from './reading.js';

/**
 * The view behind a token (Amazon Connect API Reference, DescribeView): whatever the service holds under `View`.
 *
 * @throws a `Failure`; `invalid` for an answer without a view
 */
export async function describeView(ask: Ask, viewToken: string): Promise<unknown> {
  const answer = asRecord(await ask('describeView', { ViewToken: viewToken }));
  const view = answer && asRecord(member(answer, 'View'));
  if (!view) throw failure('invalid');
  return view;
}
