import { fixture, html } from '@open-wc/testing';
import type { Panel } from '../../components/panel.js';
import type { Snapshot } from '../../src/engine/types.js';
import { FakeSession } from './fake-session.js';
import { LookHost } from './look-host.js';

/** A panel in its host, and the session that it follows. */
export interface MountedPanel {
  readonly host: LookHost;
  readonly panel: Panel;
  readonly session: FakeSession;
}

/** Mounts a panel of 400 × 640 px. `slotted` goes into the slots of its host. */
export async function mountPanel(
  snapshot: Partial<Snapshot> = {},
  properties: Partial<LookHost> = {},
  slotted: Node[] = [],
): Promise<MountedPanel> {
  const session = new FakeSession(snapshot);
  const host = Object.assign(new LookHost(), { session, heading: 'Halden', ...properties });
  host.append(...slotted);
  await fixture(html`${host}`);
  const panel = host.renderRoot.querySelector('connect-chat-panel')!;
  await settled(panel);
  return { host, panel, session };
}

/** Resolves once `root` and all components in it have rendered and been laid out. */
export async function settled(
  root: HTMLElement & { readonly updateComplete: Promise<boolean> },
): Promise<void> {
  await root.updateComplete;
  for (let round = 0; round < 2; round += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The element that matches `selector` anywhere in the shadow trees of `root`. */
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T | null {
  for (const scope of [root.shadowRoot, root]) {
    const found = scope?.querySelector<T>(selector);
    if (found) return found;
    for (const child of scope?.querySelectorAll('*') ?? []) {
      const inside = child.shadowRoot && find<T>(child, selector);
      if (inside) return inside;
    }
  }
  return null;
}

/** The innermost element that has the focus. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
