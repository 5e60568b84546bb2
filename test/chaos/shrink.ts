/** A run as data: things that happen in order. */
interface Actions<A> {
  readonly actions: readonly A[];
}

/** The fewest actions, in their order, with which `fails` still holds: big parts are left out first, then single actions. */
export async function shrink<A, S extends Actions<A>>(
  schedule: S & Actions<A>,
  fails: (schedule: S) => Promise<boolean>,
): Promise<readonly number[]> {
  let kept = schedule.actions.map((_, index) => index);
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length;) {
      const fewer = kept.toSpliced(from, size);
      if (await fails(only(schedule, fewer))) kept = fewer;
      else from += size;
    }
  }
  return kept;
}

/** The schedule with only the actions of these numbers. */
export function only<A, S extends Actions<A>>(schedule: S & Actions<A>, numbers: readonly number[]): S {
  const actions = numbers.flatMap((number): A[] => {
    const action = schedule.actions[number];
    return action ? [action] : [];
  });
  return { ...schedule, actions };
}
