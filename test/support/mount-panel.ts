import { fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../components/end-dialog.js';
import '../../components/ended.js';
import '../../components/menu.js';
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

/** Resolves once `root` and the components in it have rendered what they know. */
export async function settled(root: Element): Promise<void> {
  // Two rounds: what the first one renders may have something to say.
  for (let round = 0; round < 2; round += 1) {
    for (const component of componentsIn(root)) await component.updateComplete;
  }
}

function componentsIn(root: Element): LitElement[] {
  const inside = [...(root.shadowRoot?.querySelectorAll('*') ?? [])].flatMap(componentsIn);
  return root instanceof LitElement ? [root, ...inside] : inside;
}

/** Resolves after three frames: layout, what observers of it do in the next frame, and that frame itself. */
export async function painted(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The element that matches `selector` anywhere in the shadow trees of `root`. */
export function find(root: Element, selector: string): HTMLElement | null {
  for (const scope of [root.shadowRoot, root]) {
    const found = scope?.querySelector<HTMLElement>(selector);
    if (found) return found;
    for (const child of scope?.querySelectorAll('*') ?? []) {
      const inside = child.shadowRoot && find(child, selector);
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
