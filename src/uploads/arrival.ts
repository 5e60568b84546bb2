import type { ChatSession } from '../controllers/select-controller.js';
import type { Problem } from '../engine/types.js';

/** How an upload ended before it had arrived. */
export type Miss = Pick<Problem, 'code' | 'detail'>;

/** Resolves with the service's id of the entry that shows an upload; rejects with a {@link Miss}. */
export function arrival(session: ChatSession, closed: AbortSignal, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let unsubscribe = (): void => undefined;
    const settle = (end: () => void) => {
      unsubscribe();
      closed.removeEventListener('abort', leave);
      end();
    };
    const miss = (why: Miss) => settle(() => reject(why));
    const leave = () => miss({ code: 'chat/removed' });
    const look = () => {
      const { entries, session: state } = session.snapshot;
      const entry = entries.find((one) => one.key === key);
      const problem = state.phase === 'failed' ? state.problem : entry?.problem;
      if (entry?.id !== undefined) settle(() => resolve(entry.id ?? ''));
      else if (problem) miss(problem);
      else if (!entry) miss({ code: closed.aborted ? 'chat/removed' : 'attachment/discarded' });
    };
    if (closed.aborted) return leave();
    unsubscribe = session.subscribe(look);
    closed.addEventListener('abort', leave);
  });
}
